"""Notices 公示书, sheets that hang out. They say nothing that others need not know: no number, no house, no unit of the forces."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.units import mm

from models.approvals.notices import PublicNotice
from models.archive import opened
from models.core import masks
from models.core.dates import PartDate
from models.disclosure.policies import CopyPurpose
from models.office import settings
from models.people.identity import (
    COMBATANTS,
    DISABLED,
    MARTYRS_CHILDREN,
    RURAL_VETERANS,
    SURVIVORS,
    TEST_VETERANS,
    Identity,
)
from models.people.outsiders import recipient
from models.people.person import Person
from models.printing.given_copies import give_copy
from models.printing.named_people import tell_named
from models.uses.named_rows import people_named
from reports.changes.changed_words import worded
from reports.disclosure.copies import MASKED_COPY, looked_through
from reports.letters.letter_marks import PUBLIC_NOTICE
from reports.letters.own_letters import write_own_letter
from reports.paper import plain_pages
from reports.paper.forms import Field, Form, note, title
from reports.paper.layout import Gaps, Strip
from reports.paper.penned_rows import StaticRow
from reports.person import gathering

WITHHELD = "（依规定不公示）"
OFFICE_SIGNS = ("（公章）　　　　　　", "年　　　月　　　日")
NAME_LINE = (Field("姓名", "name"), Field("性别", "sex"), Field("出生年月", "born"))
SERVED_LINE = (Field("入伍时间", "joined", 4), Field("退役时间", "left"))
WORK_LINE = (Field("工作单位", "employer", 6),)
HOME_LINE = (Field("住址", "home", 6),)
LINES_OF_KINDS = {
    RURAL_VETERANS: ((Field("所服义务兵\n折算年限", "service_years_shown", 6),),),
    DISABLED: (
        (Field("致残时间", "disabled_on", 4), Field("伤残性质", "nature")),
        (Field("致残地点", "disabled_place", 4), Field("拟评等级", "grade")),
        (Field("致残原因", "disabled_cause", 6),), (Field("残疾情况", "disability", 6),),
    ),
    SURVIVORS: (
        (Field("身份类别", "category", 4), Field("牺牲者姓名", "fallen_name")),
        (Field("牺牲时间", "fallen_on", 4), Field("批准时间", "fallen_approved")),
    ),
    COMBATANTS: ((Field("参战情况", "battle", 6),),),
    TEST_VETERANS: ((Field("参试情况", "test", 6),),),
}  # fmt: skip
LINES_OF_KINDS[MARTYRS_CHILDREN] = LINES_OF_KINDS[SURVIVORS]
OTHER_LINES = ((Field("在部队期间\n有关情况", "told", 6),),)
NOTICE_FORMS = {
    kind: Form(
        NAME_LINE,
        WORK_LINE,
        HOME_LINE,
        SERVED_LINE,
        *lines,
        (Field("拟享受的\n待遇", "matter", 6),),
        height=13 * mm,
    )
    for kind, lines in {**LINES_OF_KINDS, "": OTHER_LINES}.items()
}
PUBLIC_NOTICE_TITLE = "公示书"
RULE = "注：涉及个人隐私或者不宜公开的内容，不公示。"


def notice_strips(notice: PublicNotice, gaps: Gaps) -> list[Strip]:
    """The sheet of one notice."""
    approval = notice.approval
    identity: Identity | None = approval.identity
    facts = _facts(notice, identity)
    gaps.whose = facts["name"]
    form = NOTICE_FORMS.get(identity.kind if identity is not None else "", NOTICE_FORMS[""])
    how = days_words(notice)
    begins = notice.begins.chinese() if notice.begins else ""
    call = (
        f"以上人员申请{approval.matter}，现予公示。公示时间：{begins}至{PartDate.of(notice.ends()).chinese()}，"
        f"共{notice.days}{how}。对公示内容有异议的，请在公示期内以实名向本单位反映，并说明理由。"
    )
    contact = StaticRow("联系电话、\n地址", notice.contact or "　", (), 16 * mm)
    said = StaticRow("公示说明", call, OFFICE_SIGNS, 62 * mm)
    return [title("公　示　书"), *form.strips(facts, gaps), said.strip(form), contact.strip(form), note(RULE)]


def write_public_notice(notice: PublicNotice, out: Path) -> None:
    """Write the sheet as a PDF, with the mark of its copy, and look it through: only the office's own telephone may stand in it.

    Raises ``Refusal`` when it would say a number that nobody needs, or cannot be written; then there is no file.
    """
    now, ours = opened.opened_archive(), [each.bare for each in masks.secrets_in(notice.contact)]
    given = give_copy(now.user, PUBLIC_NOTICE_TITLE, CopyPurpose.PUBLIC, MASKED_COPY, 1)
    tell_named(out, people_named([notice.approval]))
    with looked_through(out, CopyPurpose.PUBLIC, ours) as part:
        if write_own_letter(PUBLIC_NOTICE, lambda: notice_marks(notice), part, notice.begins, given.mark()):
            return
        plain_pages.write_plain_pages(
            [notice_strips(notice, Gaps())],
            part,
            PUBLIC_NOTICE_TITLE,
            settings.office().name,
            now.practice,
            given.mark(),
        )


def notice_marks(notice: PublicNotice) -> dict[str, str]:
    """What the office's template of 公示书 may ask; what the form leaves out or masks is left out and masked here."""
    identity: Identity | None = notice.approval.identity
    facts = _facts(notice, identity)
    lines = LINES_OF_KINDS.get(identity.kind if identity is not None else "", OTHER_LINES)
    told = [
        (field.label.replace("\n", ""), facts.get(field.key, ""))
        for line in (SERVED_LINE, *lines)
        for field in line
    ]
    return {
        "姓名": facts["name"], "性别": facts.get("sex", ""), "出生年月": facts.get("born", ""), "住址": facts["home"],
        "工作单位": facts.get("employer", ""), "有关情况": "；".join(f"{label}：{words}" for label, words in told if words),
        "事项": facts["matter"], "公示开始": notice.begins.chinese() if notice.begins else "",
        "公示结束": PartDate.of(notice.ends()).chinese(), "公示期": f"{notice.days}{days_words(notice)}",
        "联系方式": str(notice.contact),
    }  # fmt: skip


def days_words(notice: PublicNotice) -> str:
    """How the days of a notice are counted."""
    return "个工作日" if notice.working else "日"


def _facts(notice: PublicNotice, identity: Identity | None) -> dict[str, str]:
    whom = recipient(notice.approval)
    known = gathering.identity_facts(identity) if identity is not None else {}
    known |= {"matter": notice.approval.matter, "name": whom.name if whom else "", "home": ""}
    if isinstance(whom, Person):
        born = whom.birthday
        known["born"] = f"{born.year}年{born.month}月" if born and born.month else worded(born)
        known |= {"sex": whom.sex, "employer": whom.employer, "home": f"{whom.street}{whom.community}"}
    for label, field in _labels():
        if label in notice.withheld:
            known[field] = WITHHELD
    return {key: masks.masked_words(words) for key, words in known.items()}


def _labels() -> list[tuple[str, str]]:
    """The labels that an officer may name under 不宜公开的内容, with the facts that they hide."""
    fields = [field for lines in LINES_OF_KINDS.values() for line in lines for field in line]
    return [(field.label.replace("\n", ""), field.key) for field in (*fields, *WORK_LINE, *HOME_LINE)]
