"""Registers of a checkup 体检清单: what is to be typed into the superior's system, what is to be verified first, all that is to be done."""

from __future__ import annotations

from dataclasses import replace

from models.checkups.check_items import CheckedBook
from models.checkups.checkup import Checkup
from models.checkups.differences import Difference
from reports.tables.list_columns import ListColumn, Listing, Says, blank
from reports.tables.register import START, Register

CORRECTION_TITLE, VERIFICATION_TITLE, WORKLIST_TITLE = "上级系统更正单", "核实清单", "数据体检工作清单"
NOT_ON_LIST = "不在名单上"
# What is to be done in the superior's system where it is not one column that reads otherwise.
DEEDS = {
    "list.no_person_there": "补录此人",
    "list.no_identity_there": "补录这种身份",
    "list.twice": "删去重复的一行",
    "list.dead_here": "改为去世",
}


def correct_value(each: Difference) -> str:
    """What is to be typed into the superior's system."""
    assert each.wrong == CheckedBook.SUPERIOR, "only what is wrong there is corrected there"
    deed = DEEDS.get(each.item.key)
    if deed is None:
        return each.here
    return f"{deed}（{each.about}）" if each.about and each.place is None else deed


COUNTED, NUMBER_MM = "处", 10
WHO = (
    ListColumn("name", paper=18, heading="姓名", field="subject.name"),
    ListColumn("number", paper=37, heading="身份证号", field="subject.number"),
    ListColumn("where", paper=34, align=START, heading="街道(镇)、村(社区)", words=lambda each: f"{each.subject.street}{each.subject.community}"),
)  # fmt: skip
HERE = ListColumn("here", paper=32, align=START, heading="档案库")
WHY_SO = ListColumn("why", paper=44, align=START, heading="说明")


def _other_book(each: Difference) -> str:
    """What the other book says; a doubt of the archive's own has none."""
    if each.other == CheckedBook.ARCHIVE:
        return ""
    return f"{each.other}：{each.there}" if each.there else str(each.other)


def correction_list(many: bool) -> Listing:
    """更正单: where the superior's system is probably wrong, in its own headings; the file is named where there are ``many``."""
    place: Says = lambda each: each.place.words(many) if each.place else NOT_ON_LIST  # noqa: E731
    columns = (
        *WHO,
        ListColumn("place", paper=26, align=START, heading="名单上的位置", words=place),
        ListColumn("column", paper=28, align=START, heading="上级系统栏目", words=_their_heading),
        ListColumn("there", paper=38, align=START, heading="现在写的"),
        ListColumn("correct", paper=38, align=START, heading="应改为", words=correct_value),
        replace(WHY_SO, paper=42, heading="依据"),
        blank("done", "已改(打勾)", 14),
    )
    return Listing(None, columns, number=NUMBER_MM, counted=COUNTED)


VERIFICATION_LIST = Listing(
    None,
    (
        *WHO, ListColumn("label", paper=34, align=START, heading="核对什么"), HERE,
        ListColumn("there", paper=32, align=START, heading="上级系统"), replace(WHY_SO, heading="怎样核实"), blank("result", "核实结果", 36),
    ),
    number=NUMBER_MM, counted=COUNTED,
)  # fmt: skip
WORKLIST = Listing(
    None,
    (
        *WHO, ListColumn("effort", paper=24, heading="怎样办"), ListColumn("label", paper=40, align=START, heading="项目"), HERE,
        ListColumn("other", paper=32, align=START, heading="另一本账", words=_other_book),
        ListColumn("wrong", paper=26, heading="哪边可能有误", words=lambda each: each.wrong_words()), WHY_SO,
    ),
    number=NUMBER_MM, counted=COUNTED,
)  # fmt: skip


def correction_register(checkup: Checkup, practice: bool) -> Register:
    """更正单, person by person."""
    listing = correction_list(len(checkup.listed.files) > 1)
    return listing.register(CORRECTION_TITLE, checkup.corrections(), practice=practice)


def verification_register(checkup: Checkup, practice: bool) -> Register:
    """核实清单: what both say differently and nothing tells which is right."""
    return VERIFICATION_LIST.register(
        VERIFICATION_TITLE, checkup.to_be_verified(), practice=practice, signed=()
    )


def worklist_register(checkup: Checkup, practice: bool) -> Register:
    """工作清单: everything, the least effort first."""
    return WORKLIST.register(WORKLIST_TITLE, checkup.worklist, practice=practice)


def _their_heading(each: Difference) -> str:
    return each.place.heading if each.place and each.place.heading else each.label
