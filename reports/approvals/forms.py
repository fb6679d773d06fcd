"""The printed form of an approval, with the cells of the levels that have signed filled in (S42, as ``reports.person.identity_forms``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.units import mm

from models.approvals import matters
from models.approvals.approval import Approval
from models.approvals.case_facts import proposed_identity
from models.archive import opened
from models.core import citizen_number
from models.core.dates import age_on, this_day
from models.deaths.heirs import heirs_of
from models.office import settings
from models.payments.once_matters import FUNERAL
from models.people.identity import law_of_grades
from models.people.outsiders import recipient
from models.people.person import Person
from models.printing.named_people import tell_named
from models.uses.named_rows import people_named
from reports.changes.changed_words import worded
from reports.paper import plain_pages
from reports.paper.fonts import Missing
from reports.paper.forms import Field, Form, Photo
from reports.paper.layout import Gaps, Strip
from reports.paper.penned_rows import OpinionRow
from reports.person import gathering, opinions
from reports.person.identity_forms import (
    DISTRICT,
    FORM_LINE_HEIGHT,
    STREET,
    VILLAGE,
    IdentityForm,
    form_of,
    opinion,
)

TRIPLE = "注：本表一式三份，街道（镇）、区退役军人事务局优抚科室、财务各存一份。"
ASKED_FOR = "申请人签字：　　　　　　　　", "年　　　月　　　日"


def _aid(name: str, *more: tuple[Field, ...]) -> IdentityForm:
    """The form of help with a need; ``more`` lines of its own stand before the reason."""
    return IdentityForm(
        name,
        Form(
            (Field("姓名", "name"), Field("性别", "sex"), Field("年龄", "age")),
            (Field("优抚对象类别", "categories", 4), Field("救助类别", "aid")),
            (Field("家庭住址", "home", 4), Field("家庭人口", "family_size")),
            (Field("身份证号码", "number", 4), Field("申请救助\n金额（元）", "asked")),
            *more,
            OpinionRow("申请人\n申请事由", "申请人", "", ASKED_FOR, 40 * mm),
            opinion(VILLAGE, height=30), opinion(STREET, height=30), opinion(DISTRICT, height=32),
            (Field("备注", "notes", 6),),
            height=FORM_LINE_HEIGHT + 2 * mm,
        ),
        TRIPLE,
    )  # fmt: skip


TEMPORARY_FORM = _aid("优抚对象临时救助审批表")
MEDICAL_FORM = _aid(
    "优抚对象医疗救助审批表",
    (Field("医疗机构", "hospital", 4), Field("发票号", "invoice")),
    (
        Field("医疗费\n总额（元）", "cost"),
        Field("医保已\n报销（元）", "insured"),
        Field("个人负担\n（元）", "own"),
    ),
)
FUNERAL_FORM = _aid(
    "优抚对象丧葬补助审批表", (Field("去世日期", "died"), Field("抚恤金\n已发至", "paid_to", 4))
)
FAMILY_GRANT_FORM = _aid("义务兵家庭优待金审批表")
STOP_FORM = _aid("停发抚恤补助审批表", (Field("原待遇", "kind"), Field("抚恤金\n已发至", "paid_to", 4)))
RESUME_FORM = _aid("恢复抚恤补助审批表", (Field("原待遇", "kind"), Field("抚恤金\n已发至", "paid_to", 4)))
AID_FORMS = {
    "医疗救助": MEDICAL_FORM,
    "丧葬补助": FUNERAL_FORM,
    "优待金": FAMILY_GRANT_FORM,
    "停发待遇": STOP_FORM,
    "恢复待遇": RESUME_FORM,
}

UPPER = opinion("区级意见", height=40), opinion("市级意见", height=40), opinion("省级意见", height=40)
MOVED_IN = IdentityForm(
    "抚恤关系迁入呈报表",
    Form(
        Photo((
            (Field("姓名", "name"), Field("性别", "sex")),
            (Field("出生年月", "birthday"), Field("民族", "ethnic")),
            (Field("优抚对象类别", "category", 4),),
            (Field("身份证号码", "number", 4),),
            (Field("残疾等级", "grade"), Field("残疾性质", "nature")),
        )),
        (Field("由何地迁入", "moved_from", 4), Field("联系电话", "phone")),
        (Field("现家庭住址", "home", 6),),
        (Field("原证件编号", "certificate", 4), Field("迁出地抚恤\n金已发至", "paid_to")),
        (Field("迁入原因", "cause", 6),),
        *UPPER,
        height=FORM_LINE_HEIGHT + 1.5 * mm,
    ),
    "注：本表一式三份。",
)  # fmt: skip
EXCHANGED = IdentityForm(
    "换证、补证及证件变更呈报表",
    Form(
        Photo((
            (Field("姓名", "name"), Field("性别", "sex")),
            (Field("出生年月", "birthday"), Field("联系电话", "phone")),
            (Field("身份证号", "number", 4),),
            (Field("入伍时间", "joined"), Field("退伍时间", "left")),
            (Field("残疾等级", "grade"), Field("残疾性质", "nature")),
        )),
        (Field("原残疾\n证件编号", "certificate", 6),),
        (Field("居住地址", "home", 6),),
        (Field("换证、补证\n原因", "cause", 6),),
        *UPPER,
        height=FORM_LINE_HEIGHT + 1.5 * mm,
    ),
)  # fmt: skip
MOVED_OUT = IdentityForm(
    "优抚对象抚恤（定补）关系转移证明",
    Form(
        OpinionRow("", "转移", "兹有我区　　　　　　人员　　　　　　，户籍已迁入贵县（市、区），请予接收。", (), 16 * mm),
        (Field("姓名", "name"), Field("性别", "sex"), Field("优抚对象\n类别", "category")),
        (Field("身份证号", "number", 4), Field("联系电话", "phone")),
        (Field("残疾等级", "grade"), Field("残疾性质", "nature"), Field("证件编号", "certificate")),
        (Field("迁往地址", "moved_from", 4), Field("抚恤金\n已发至", "paid_to")),
        (Field("迁移原因", "cause", 6),),
        opinion("区级意见\n（迁出）", height=38), opinion("市级意见\n（迁出）", height=38),
        opinion("省级意见\n（跨省的）", height=38),
        (Field("备注", "notes", 6),),
        height=FORM_LINE_HEIGHT + 1.5 * mm,
    ),
    "注：省内迁移的不用省级意见，由迁入的县、市在回执上签署意见。迁出当年由迁出地发放，从下一年起由迁入地发放。",
)  # fmt: skip


class ApprovalForm(NamedTuple):
    """The facts of one approval's form: which form, what stands in it, the photo."""

    form: IdentityForm
    facts: Mapping[str, str]
    photo: bytes | None
    person: int | None = None  # the id of the file

    @property
    def title(self) -> str:
        return self.form.title

    def strips(self, gaps: Gaps) -> list[Strip]:
        gaps.whose = self.facts.get("name", "")
        return self.form.strips(self.facts, gaps, self.photo)


def approval_form(approval: Approval, more: Mapping[str, str] | None = None) -> ApprovalForm:
    """Collect one approval's form; ``more`` are facts of a matter of its own, such as the costs of an illness."""
    matter = matters.matter(approval.matter)
    known = {**_facts_of_whom(approval), **opinions.opinions_of(approval), **(more or {})}
    known |= {"office": settings.office().name, "aid": approval.category or approval.matter}
    known |= {
        "asked": worded(approval.asked),
        "cause": approval.cause,
        "opinion:申请人": approval.cause,
    }
    if approval.matter == FUNERAL and approval.person is not None:
        known |= _of_relative(approval.person)
    known["signed:申请人"] = worded(approval.applied_on or approval.accepted_on)
    if matter.form is matters.FormOfMatter.IDENTITY:
        known["notes"] = "；".join(filter(None, (f"受理编号{approval.number}", approval.notes)))
    else:
        known |= {"receipt": approval.number, "notes": approval.notes, "moved_from": approval.category}
        known["opinion:转移"] = _handed_over(approval, known)
    known["law"] = law_of_grades(approval.decided_on or approval.accepted_on)
    whose = None if "heir" in known else approval.person  # the applicant is another than the one on file
    photo = gathering.photo_of(whose) if whose is not None else None
    return ApprovalForm(_form(matter, approval), known, photo, approval.person_id)


def write_forms(forms: Iterable[ApprovalForm], out: Path) -> tuple[Missing, ...]:
    """Write the forms one after another into a PDF; returns the characters that no font has."""
    gaps, made = Gaps(), list(forms)
    tell_named(out, people_named(made))
    title = made[0].title if made else "审批表"
    practice = opened.opened_archive().practice
    plain_pages.write_plain_pages(
        (each.strips(gaps) for each in made), out, title, settings.office().name, practice
    )
    return tuple(gaps.found)


def _form(matter: matters.Matter, approval: Approval) -> IdentityForm:
    if matter.form is matters.FormOfMatter.IDENTITY:
        return form_of(approval.identity.kind if approval.identity is not None else matter.kind)
    own = {
        matters.FormOfMatter.MOVED_IN: MOVED_IN,
        matters.FormOfMatter.MOVED_OUT: MOVED_OUT,
        matters.FormOfMatter.EXCHANGED: EXCHANGED,
    }
    return own.get(matter.form) or AID_FORMS.get(matter.name, TEMPORARY_FORM)


def _of_relative(dead: Person) -> dict[str, str]:
    """The applicant of 丧葬补助 is the relative who is paid, with what the dead person was; nothing where none is named."""
    heir = next((each for each in heirs_of(dead) if not each.waived), None)
    if heir is None:
        return {}
    number, born = heir.number, citizen_number.birth_in(heir.number) if heir.number else None
    whose = "、".join(each.category or each.kind for each in dead.identities)
    died = f"，{dead.died.chinese()}去世" if dead.died is not None else ""
    return {
        "heir": heir.name, "name": heir.name, "number": number, "phone": heir.phone, "home": heir.address,
        "sex": citizen_number.sex_in(number) if number else "", "birthday": worded(born),
        "age": f"{age_on(born, this_day())}周岁" if born else "", "alone_or_orphan": "",
        "categories": f"{dead.name}（{whose}{died}）的{heir.relation}",
    }  # fmt: skip


def _handed_over(approval: Approval, known: Mapping[str, str]) -> str:
    """The sentence that the certificate of a move begins with."""
    kind = known.get("category") or known.get("kind", "")
    return f"兹有我区{kind}{approval.whom}，户籍已迁入{approval.category or '贵县（市、区）'}，现将其抚恤补助关系转去，请予接收。"


def _facts_of_whom(approval: Approval) -> dict[str, str]:
    """What the form says of whoever asks, and of the identity that it is about."""
    whom = recipient(approval)
    known = gathering.worded_fields(whom) if whom is not None else {}
    born = citizen_number.birth_in(whom.number) if whom is not None and whom.number else None
    if isinstance(whom, Person):
        born = whom.birthday
        known["home"] = whom.residence or whom.household_address
        known["categories"] = "、".join(each.category or each.kind for each in whom.identities)
        known["alone_or_orphan"] = "是" if whom.alone or whom.orphan else ""
    elif whom is not None:
        known["home"], known["categories"] = whom.address, whom.category
        known["sex"] = citizen_number.sex_in(whom.number) if whom.number else ""
    known["birthday"] = worded(born)
    known["age"] = f"{age_on(born, this_day())}周岁" if born else ""
    identity = proposed_identity(approval)
    return known | gathering.identity_facts(identity) if identity is not None else known
