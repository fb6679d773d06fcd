"""Letters to the applicant: 受理通知书 with its counterfoil, and the decision not to recognise, with the way to contest it.

The sentences are the program's own. The decision names 60 days for an administrative review (行政复议法第二十条) and six
months for a lawsuit (行政诉讼法第四十六条).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportlab.lib.units import mm

from models.approvals.approval import Approval, ApprovalState
from models.archive import opened
from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.disclosure.policies import CopyPurpose, Policy, Way
from models.law import clauses
from models.office import settings
from models.people.outsiders import recipient
from models.printing.given_copies import give_copy
from models.printing.named_people import tell_named
from models.uses.named_rows import people_named
from reports.changes.changed_words import worded
from reports.disclosure.copies import looked_through, written_in
from reports.letters.letter_marks import ACCEPTANCE, DECISION
from reports.letters.own_letters import write_own_letter
from reports.official import Official, word
from reports.paper import plain_pages
from reports.paper.fonts import SERIF
from reports.paper.forms import Field, Form, caption, note, title
from reports.paper.layout import BODY, PAD, START, Box, Gaps, Strip, breadth, place_lines
from reports.paper.letters import paragraphs, signature
from reports.paper.penned_rows import StaticRow
from reports.paper.sheet import Print, Rule, Style

DECISION_TITLE = "不予认定决定书"
LETTER_COLUMNS = NAME_COLUMN, NUMBER_COLUMN = (
    "姓名",
    "身份证号",
)  # of the Word file, as a copy's way speaks of them
WHOLE_LETTER = Way(CopyPurpose.OWN)
LETTER_INDENT = "　　"
SEAL = Style(SERIF, 10.5, 14, 4)
SLIP = Form(
    (Field("申请人", "name"), Field("联系电话", "phone", 4)),
    (Field("申请事项", "matter", 4), Field("受理日期", "accepted")),
    (Field("经办人", "handler"), Field("负责人", "leader"), Field("申请人\n签字", "signature")),
    height=11 * mm,
)
CONTEST = (
    "如果不服本决定，可以自收到本决定书之日起六十日内，向本级人民政府申请行政复议；"
    "也可以自收到本决定书之日起{}内，依法向人民法院提起行政诉讼。"
)
IN_LAWFUL_TIME = "法定期限"  # of a decision of whose day two texts may be meant
TIME_TO_SUE = "起诉期限"  # the matter of ``resources/law/clauses.csv``; what its clauses say is how long


def acceptance(approval: Approval, gaps: Gaps) -> list[Strip]:
    """受理通知书: the counterfoil above, the seam to be sealed across, the notice below."""
    facts = _facts(approval)
    gaps.whose = facts["name"]
    mark = f"受字　第 {approval.number} 号"
    counterfoil = [title("受理通知书（存根）"), caption("", mark, gaps), *SLIP.strips(facts, gaps)]
    text = (
        f"{facts['name']}：",
        f"{LETTER_INDENT}你于{facts['applied']}提出的“{approval.matter}”申请，经审查，材料齐全，符合受理条件，"
        f"本单位决定自{facts['accepted']}起受理。{_limits(approval)}",
        f"{LETTER_INDENT}办理中需要补充材料或者核实情况时，会按你留下的电话与你联系，请保持畅通。",
    )
    letter = [title("受理通知书"), caption("", mark, gaps), *paragraphs(text, gaps)]
    return [*counterfoil, _seam(mark), *letter, _signed(approval.accepted_on)]


def decision(approval: Approval, gaps: Gaps) -> list[Strip]:
    """不予认定决定书. Raises ``Refusal`` when nothing was refused."""
    facts = _facts(approval)
    gaps.whose = facts["name"]
    text = (f"{facts['name']}：", *(f"{LETTER_INDENT}{words}" for words in decided(approval)))
    receipt = StaticRow(
        "送达回证", "本决定书已经收到。", ("收件人签字：　　　　　　　　　　", "年　　　月　　　日"), 34 * mm
    )
    letter = [title(DECISION_TITLE), caption("", f"不认字　第 {approval.number} 号", gaps)]
    letter += [*paragraphs(text, gaps), _signed(approval.decided_on)]
    return [
        *letter,
        _space(14 * mm),
        receipt.strip(receipt)._replace(stretch=None),
        note("一式两份，一份送达，一份存档。"),
    ]


def decided(approval: Approval) -> tuple[str, ...]:
    """What the decision says: what was asked for, why it is not granted, on what basis, how to contest it."""
    if approval.state != ApprovalState.REFUSED:
        raise Refusal(f"这件事的办理状态是“{approval.state}”，没有不予认定的决定")
    facts = _facts(approval)
    basis = f"依据{approval.basis}，" if approval.basis else ""
    asked = f"你于{facts['applied']}提出的“{approval.matter}”申请（受理编号{approval.number}），"
    return (
        f"{asked}经审查，{_sentence(approval.refusal)}{basis}现决定不予认定。",
        CONTEST.format(_time_to_sue(approval)),
    )


def _time_to_sue(approval: Approval) -> str:
    """How long the courts may be asked, by the law of the day of the decision: ``六个月``, before May 2015 ``三个月``."""
    day = clauses.day_text(approval.decided_on)
    return next((each.what for each in clauses.clauses_of(TIME_TO_SUE, day)), IN_LAWFUL_TIME)


def write_word(
    approval: Approval, out: Path, way: Way = WHOLE_LETTER, open_numbers: Iterable[str] = ()
) -> None:
    """Write the decision as a Word file in the format of official documents, for the office to change.

    ``way`` says how the applicant and the number are written; the copy has its mark and was looked through. Raises ``Refusal`` when
    it would say a number that was not chosen to stand; then there is no file.
    """
    now, whole = opened.opened_archive(), way.says_whole(LETTER_COLUMNS)
    text = (f"申请人：{_whom_in_word(approval, way)}。", *(way.write("", each) for each in decided(approval)))
    day = (approval.decided_on or PartDate.of(this_day())).earliest()
    given = give_copy(now.user, DECISION_TITLE, way.purpose, written_in(way, LETTER_COLUMNS), 1)
    letter = Official(DECISION_TITLE, text, settings.office().name, day, (), now.practice, given.mark())
    looked_for = None if whole or way.purpose is CopyPurpose.OWN else way.purpose
    tell_named(out, people_named([approval]))
    with looked_through(out, looked_for, open_numbers) as part:
        if not write_own_letter(DECISION, lambda: decision_marks(approval, way), part, approval.decided_on):
            word.write_official_word(letter, part)


def _whom_in_word(approval: Approval, way: Way) -> str:
    whom = recipient(approval)
    said = {NAME_COLUMN: whom.name, NUMBER_COLUMN: whom.number} if whom is not None else {}
    told = {
        each: way.write(each, words) for each, words in said.items() if way.policy(each) is not Policy.NONE
    }
    number = told.get(NUMBER_COLUMN)
    return told.get(NAME_COLUMN, "") + (f"，公民身份号码{number}" if number else "")


def write_letter(approval: Approval, out: Path, refused: bool = False) -> None:
    """Write one of the letters as a PDF, by the office's template where it has one."""
    letter, day = (DECISION, approval.decided_on) if refused else (ACCEPTANCE, approval.accepted_on)
    said = decision_marks if refused else acceptance_marks
    tell_named(out, people_named([approval]))
    if write_own_letter(letter, lambda: said(approval), out, day):
        return
    strips = decision(approval, Gaps()) if refused else acceptance(approval, Gaps())
    name = DECISION_TITLE if refused else "受理通知书"
    plain_pages.write_plain_pages(
        [strips], out, name, settings.office().name, opened.opened_archive().practice
    )


def acceptance_marks(approval: Approval) -> dict[str, str]:
    """What the office's template of 受理通知书 may ask."""
    facts = _facts(approval)
    return {
        "姓名": facts["name"], "联系电话": facts["phone"], "事项": facts["matter"], "申请日期": facts["applied"],
        "受理日期": facts["accepted"], "受理编号": str(approval.number), "办理期限": _limits(approval), "经办人": facts["handler"],
    }  # fmt: skip


def decision_marks(approval: Approval, way: Way = WHOLE_LETTER) -> dict[str, str]:
    """What the office's template of 不予认定决定书 may ask. Raises ``Refusal`` when nothing was refused."""
    decided(approval)
    facts, whom = _facts(approval), recipient(approval)
    said = {
        "姓名": facts["name"], "身份证号": str(whom.number or "") if whom else "", "事项": facts["matter"],
        "申请日期": facts["applied"], "受理编号": str(approval.number), "理由": _sentence(approval.refusal),
        "依据": f"依据{approval.basis}，" if approval.basis else "", "救济途径": CONTEST.format(_time_to_sue(approval)),
    }  # fmt: skip
    return {mark: way.write(mark if mark in LETTER_COLUMNS else "", words) for mark, words in said.items()}


def _facts(approval: Approval) -> dict[str, str]:
    whom = recipient(approval)
    return {
        "name": whom.name if whom else "", "phone": whom.phone if whom else "", "matter": approval.matter,
        "applied": worded(approval.applied_on or approval.accepted_on),
        "accepted": worded(approval.accepted_on), "handler": approval.handler,
    }  # fmt: skip


def _limits(approval: Approval) -> str:
    """How long the levels have, as far as limits are set."""
    limits = [f"{step.level}{step.limit}个工作日" for step in approval.steps.order_by("place") if step.limit]
    return f"各级办理期限为：{'，'.join(limits)}（鉴定、公示的时间除外）。" if limits else ""


def _sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith("。") else f"{words}。"


def _signed(day: PartDate | None) -> Strip:
    return signature((settings.office().name, worded(day or PartDate.of(this_day()))))


def _seam(mark: str) -> Strip:
    """The line to be cut along, with the number across which the seal is set."""
    height = 20 * mm
    words = f"{mark}　（骑缝章）"
    room = breadth(words, SEAL)
    middle = height / 2
    dashes = tuple(
        Rule(x, middle, x + 2.5 * mm, middle, 0.5)
        for x in (n * 4 * mm for n in range(int(BODY / (4 * mm))))
        if x + 3 * mm < (BODY - room) / 2 or x > (BODY + room) / 2 + 1 * mm
    )
    place = Box((BODY - room) / 2 - PAD, room + 2 * PAD, START)
    return Strip(height, Print(BODY, height, dashes, tuple(place_lines((words,), SEAL, place, height))))


def _space(height: float) -> Strip:
    return Strip(height, None)
