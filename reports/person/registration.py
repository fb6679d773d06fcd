"""The registration form 优抚对象登记表: everything the office knows of a person, with identities, accounts and family."""

from __future__ import annotations

from reportlab.lib.units import mm

from models.people.person import FamilyMember, Person
from reports.paper.forms import Field, Form, Ledger, LedgerColumn, Photo, caption, section, title
from reports.paper.layout import Gaps, Strip
from reports.paper.penned_rows import StaticRow
from reports.person.person_file import PersonFile


def own(name: str, span: int = 2) -> Field:
    """A field of the person under the name that the archive gives it; the form's own words are said beside the key."""
    field = Person._meta.fields[name]
    return Field(field.short or str(field.verbose_name), name, span)


REGISTRATION_FORM = Form(
    Photo((
        (own("name"), own("sex")),
        (own("former_names"), own("ethnic")),
        (own("number", 4),),
        (Field("出生日期", "birthday"), own("marital")),
        (own("politics"), own("education")),
        (own("head_relation"), own("household")),
    )),
    (own("household_address", 4), Field("区划代码", "household_area")),
    (own("residence", 4), Field("区划代码", "residence_area")),
    (Field("街道(镇)", "street"), Field("村(社区)", "community"), own("postcode")),
    (own("phone"), own("veteran_card"), Field("其他电话", "other_phone")),
    (own("insurance"), own("insurance_no", 4)),
    (own("pension"), own("pension_no", 4)),
    (own("employment"), Field("年收入（元）", "income"), own("health")),
    (Field("工作单位名称", "employer", 4), own("employer_nature")),
    (Field("工作单位地址", "employer_address", 4), own("employer_phone")),
    (own("labour"), own("selfcare"), own("support")),
    (own("body", 4), own("living")),
    (own("economy", 6),),
    (own("alone"), own("orphan"), own("mental")),
    (own("at_school"), own("disabled"), own("died")),
    (own("low_income"), own("five_guarantees"), own("family_size")),
    (own("owns_house"), own("house_ownership"), own("house_state")),
    (own("house_type"), own("house_structure"), own("rooms")),
    (Field("住房建筑时间", "house_built"), own("floor_area"), Field("人均面积", "area_each")),
    (own("notes", 6),),
    height=8.4 * mm,
)  # fmt: skip

IDENTITIES = Ledger(
    LedgerColumn("优抚身份", 38), LedgerColumn("类别", 35), LedgerColumn("等级性质", 22), LedgerColumn("证书编号", 28),
    LedgerColumn("批准日期", 24), LedgerColumn("状态", 18),
)  # fmt: skip
ACCOUNTS_LEDGER = Ledger(
    LedgerColumn("开户银行", 44),
    LedgerColumn("开户名称", 26),
    LedgerColumn("银行账号", 43),
    LedgerColumn("启用", 26),
    LedgerColumn("停用", 26),
)
FAMILY_BREADTHS = {
    "relation": 15,
    "name": 24,
    "sex": 10,
    "born": 25,
    "number": 36,
    "employer": 30,
    "phone": 25,
}  # mm
FAMILY = Ledger(
    *(LedgerColumn(FamilyMember.labels()[name], breadth) for name, breadth in FAMILY_BREADTHS.items())
)
REMARKS = Ledger(LedgerColumn("登记事项", 50), LedgerColumn("内容", 115))
SIGNATURES = StaticRow(
    "", "本人（家属）确认以上登记内容属实。",
    ("本人（家属）签字：　　　　　　　　　年　　月　　日",
     "登记人：　　　　　　　审核人：　　　　　　　登记日期：　　　　年　　月　　日"),
    31 * mm,
)  # fmt: skip


def registration_strips(file: PersonFile, office: str, gaps: Gaps) -> list[Strip]:
    identities = [
        (i.kind, i.facts.get("category", ""), i.facts.get("grade_nature", ""), i.facts.get("certificate", ""),
         i.facts.get("approved", ""), i.facts.get("state", ""))
        for i in file.identities
    ]  # fmt: skip
    laid = [title("优抚对象登记表"), caption(f"登记单位：{office}", f"一人一档编号：{file.archive}", gaps)]
    laid += REGISTRATION_FORM.strips(file.facts, gaps, file.photo)
    laid += [section("优抚身份", REGISTRATION_FORM), *IDENTITIES.strips(identities, gaps, REGISTRATION_FORM)]
    laid += [
        section("发放账户", REGISTRATION_FORM),
        *ACCOUNTS_LEDGER.strips(file.accounts, gaps, REGISTRATION_FORM),
    ]
    laid += [section("家庭成员", REGISTRATION_FORM), *FAMILY.strips(file.family, gaps, REGISTRATION_FORM)]
    if file.remarks:
        laid += [
            section("其他登记事项", REGISTRATION_FORM),
            *REMARKS.strips(file.remarks, gaps, REGISTRATION_FORM),
        ]
    return [*laid, SIGNATURES.strip(REGISTRATION_FORM)]
