"""Registers of a checkup 体检清单: what is to be typed into the superior's system, what is to be verified first, all that is to be done."""

from __future__ import annotations

from collections.abc import Iterable

from models.checkups.check_items import CheckedBook
from models.checkups.checkup import Checkup
from models.checkups.differences import Difference, Subject
from reports.tables.register import START, Heading, Register, numbered

CORRECTION_TITLE, VERIFICATION_TITLE, WORKLIST_TITLE = "上级系统更正单", "核实清单", "数据体检工作清单"
WHOLE_ROW = "整行"
NOT_ON_LIST = "不在名单上"
# What is to be done in the superior's system where it is not one column that reads otherwise.
DEEDS = {
    "list.no_person_there": "补录此人",
    "list.no_identity_there": "补录这种身份",
    "list.twice": "删去重复的一行",
    "list.dead_here": "改为去世",
}
WHO_HEADINGS = (
    Heading("序号", 10), Heading("姓名", 18), Heading("身份证号", 37), Heading("街道(镇)、村(社区)", 34, START),
)  # fmt: skip
CORRECTION_HEADINGS = (
    *WHO_HEADINGS, Heading("名单上的位置", 26, START), Heading("上级系统栏目", 28, START), Heading("现在写的", 38, START), Heading("应改为", 38, START),
    Heading("依据", 42, START), Heading("已改(打勾)", 14),
)  # fmt: skip
VERIFICATION_HEADINGS = (
    *WHO_HEADINGS, Heading("核对什么", 34, START), Heading("档案库", 32, START), Heading("上级系统", 32, START), Heading("怎样核实", 44, START),
    Heading("核实结果", 36, START),
)  # fmt: skip
TASK_HEADINGS = (
    *WHO_HEADINGS, Heading("怎样办", 24), Heading("项目", 40, START), Heading("档案库", 32, START), Heading("另一本账", 32, START), Heading("哪边可能有误", 26),
    Heading("说明", 44, START),
)  # fmt: skip


def correction_register(checkup: Checkup, practice: bool) -> Register:
    """更正单: where the superior's system is probably wrong, in its own headings, person by person."""
    return _register(
        CORRECTION_TITLE,
        CORRECTION_HEADINGS,
        (_correction(each, len(checkup.listed.files) > 1) for each in checkup.corrections()),
        practice,
    )


def verification_register(checkup: Checkup, practice: bool) -> Register:
    """核实清单: what both say differently and nothing tells which is right."""
    rows = (
        (*_who(each.subject), each.label, each.here, each.there, each.why, "")
        for each in checkup.to_be_verified()
    )
    return _register(VERIFICATION_TITLE, VERIFICATION_HEADINGS, rows, practice)


def worklist_register(checkup: Checkup, practice: bool) -> Register:
    """工作清单: everything, the least effort first."""
    return _register(WORKLIST_TITLE, TASK_HEADINGS, map(task_row, checkup.worklist), practice)


def task_row(each: Difference) -> tuple[str, ...]:
    """One thing to be done, as it is printed without its number."""
    there = f"{each.other}：{each.there}" if each.there else str(each.other)
    return (*_who(each.subject), each.effort, each.label, each.here, there, each.wrong_words(), each.why)


def _correction(each: Difference, many: bool) -> tuple[str, ...]:
    """A line of the list; the file is named where there are ``many``."""
    place = each.place.words(many) if each.place else NOT_ON_LIST
    heading = each.place.heading if each.place and each.place.heading else each.label
    return (*_who(each.subject), place, heading, each.there, correct_value(each), each.why, "")


def correct_value(each: Difference) -> str:
    """What is to be typed into the superior's system."""
    assert each.wrong == CheckedBook.SUPERIOR, "only what is wrong there is corrected there"
    deed = DEEDS.get(each.item.key)
    if deed is None:
        return each.here
    return f"{deed}（{each.about}）" if each.about and each.place is None else deed


def _who(subject: Subject) -> tuple[str, str, str]:
    return subject.name, subject.number, f"{subject.street}{subject.community}"


def _register(
    title: str, headings: tuple[Heading, ...], rows: Iterable[tuple[str, ...]], practice: bool
) -> Register:
    return Register(title, headings, numbered(list(rows)), counted="处", practice=practice)
