"""The registration form 优抚对象登记表: everything the office knows of a person, with identities, accounts and family."""

from __future__ import annotations

from reportlab.lib.units import mm

from reports.paper.forms import Field, Form, Ledger, LedgerColumn, Photo, caption, section, title
from reports.paper.layout import Gaps, Strip
from reports.paper.penned_rows import StaticRow
from reports.person.person_file import PersonFile

REGISTRATION_FORM = Form(
    Photo((
        (Field("姓名", "name"), Field("性别", "sex")),
        (Field("曾用名", "former_names"), Field("民族", "ethnic")),
        (Field("身份证号", "number", 4),),
        (Field("出生日期", "birthday"), Field("婚姻状况", "marital")),
        (Field("政治面貌", "politics"), Field("文化程度", "education")),
        (Field("与户主关系", "head_relation"), Field("户籍类别", "household")),
    )),
    (Field("户口簿住址", "household_address", 4), Field("区划代码", "household_area")),
    (Field("实际居住地址", "residence", 4), Field("区划代码", "residence_area")),
    (Field("街道(镇)", "street"), Field("村(社区)", "community"), Field("邮政编码", "postcode")),
    (Field("联系电话", "phone"), Field("优待证号", "veteran_card"), Field("其他电话", "other_phone")),
    (Field("医疗保障方式", "insurance"), Field("医疗保险号", "insurance_no", 4)),
    (Field("养老保障方式", "pension"), Field("养老保险号", "pension_no", 4)),
    (Field("就业状况", "employment"), Field("年收入（元）", "income"), Field("健康状况", "health")),
    (Field("工作单位名称", "employer", 4), Field("单位性质", "employer_nature")),
    (Field("工作单位地址", "employer_address", 4), Field("单位电话", "employer_phone")),
    (Field("劳动能力", "labour"), Field("生活能力", "selfcare"), Field("供养方式", "support")),
    (Field("身体状况", "body", 4), Field("生活状况", "living")),
    (Field("家庭经济状况", "economy", 6),),
    (Field("是否孤老", "alone"), Field("是否孤儿", "orphan"), Field("是否精神病", "mental")),
    (Field("是否在学", "at_school"), Field("是否残疾", "disabled"), Field("去世日期", "died")),
    (Field("享受低保", "low_income"), Field("享受五保", "five_guarantees"), Field("家庭人口数", "family_size")),
    (Field("是否有房", "owns_house"), Field("住房性质", "house_ownership"), Field("住房状况", "house_state")),
    (Field("房屋类型", "house_type"), Field("房屋结构", "house_structure"), Field("房屋间数", "rooms")),
    (Field("住房建筑时间", "house_built"), Field("总建筑面积", "floor_area"), Field("人均面积", "area_each")),
    (Field("备注", "notes", 6),),
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
FAMILY = Ledger(
    LedgerColumn("关系", 15), LedgerColumn("姓名", 24), LedgerColumn("性别", 10), LedgerColumn("出生日期", 25), LedgerColumn("身份证号", 36),
    LedgerColumn("工作单位", 30), LedgerColumn("联系电话", 25),
)  # fmt: skip
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
