"""Jobs of print: what is ordered, and the long work of making it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.core.jobs import Job, Step
from models.office import settings
from models.people import listing
from reports.person import gathering, people_roster, sheets
from reports.volumes import spines
from reports.volumes.volume_orders import VolumeOrder, write_volumes


@dataclass(frozen=True, slots=True)
class Order:
    """People by id, in their order, and what is wanted of them."""

    ids: tuple[int, ...]
    roster: bool = False
    sections: tuple[str, ...] = sheets.USUAL_SECTIONS
    double_sided: bool = False
    masked: bool = False
    practice: bool = False
    columns: tuple[str, ...] = ()  # of a roster: the window's, by key; else its own
    words: str = ""  # how the people were found, for the title of a roster
    months: bool = False  # of files: pay month by month
    empty_tables: bool = False
    stamp: str = ""
    volume_paper: str = ""  # a paper of their volumes instead of the files, by name
    broadest: int = spines.BREADTHS[-1]  # mm, of the boxes for which labels are


@dataclass(frozen=True, slots=True)
class Printed:
    """What was made: the file, of how many people, and what no font could draw."""

    file: Path
    people: int
    missing: tuple[str, ...] = ()

    def warning(self) -> str:
        """What the officer must read; '' when every character was drawn."""
        if not self.missing:
            return ""
        return "有些字没有字体可用，纸上印成了方框，请手工填写：" + "；".join(self.missing)


def printed_order(order: Order, file: Path) -> Job[Printed]:
    """Make the PDF."""
    people = listing.people_in_order(order.ids)
    if order.volume_paper:
        told = yield from _volumes(order, file)
        return Printed(file, len(order.ids), told)
    if order.roster:
        yield Step(0, 0, "正在收集人员")
        made = _roster(order)
        missing = yield from people_roster.write_roster_paper(made, file)
        return Printed(file, len(made.rows), tuple(map(str, missing)))
    copy = sheets.Copy(
        order.sections, order.double_sided, order.masked, order.practice,
        order.months, order.empty_tables, order.stamp,
    )  # fmt: skip
    files = gathering.of_all(people)
    written = yield from sheets.write_person_files(files, file, settings.office(), copy, len(order.ids))
    return Printed(file, written.people, tuple(map(str, written.missing)))


def _roster(order: Order) -> people_roster.Roster:
    people = listing.people_in_order(order.ids)
    return people_roster.Roster.of(people, order.words, order.practice, columns=order.columns)


def _volumes(order: Order, file: Path) -> Job[tuple[str, ...]]:
    wanted = VolumeOrder(order.volume_paper, order.broadest, order.practice)
    people = listing.people_in_order(order.ids)
    missing = yield from write_volumes(wanted, people, len(order.ids), settings.office(), file)
    return tuple(map(str, missing))


def workbook(order: Order, file: Path) -> Job[Printed]:
    """Make the roster, or the list of volumes, as a workbook."""
    if order.volume_paper:
        missing = yield from _volumes(order, file)
        return Printed(file, len(order.ids), missing)
    yield Step(0, 0, "正在收集人员")
    made = _roster(order)
    yield Step(0, 0, "正在写入")
    people_roster.write_roster_workbook(made, file)
    return Printed(file, len(made.rows))
