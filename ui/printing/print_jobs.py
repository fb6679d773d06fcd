"""Jobs of print: what is ordered, and the long work of making it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from models.archive.opened import opened_archive
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.disclosure.policies import CopyPurpose
from models.office import settings
from models.people import listing
from models.printing.given_copies import give_copy
from models.printing.last_printed import last_printed
from models.printing.printouts import PaperMatter, PartOnPaper, PrintoutKind
from reports.disclosure.copies import MASKED_COPY
from reports.person import gathering, people_roster, sheets
from reports.tables.register import Register
from reports.volumes import spines
from reports.volumes.volume_orders import VolumeOrder, write_volumes

CANNOT_MAKE_AGAIN = "台账里没有记下这份印件是怎样排的，不能重新排版，请到原来的页面打印"


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
    readings: bool = False
    volume_paper: str = ""  # a paper of their volumes instead of the files, by name
    broadest: int = spines.BREADTHS[-1]  # mm, of the boxes for which labels are
    only_changed: bool = False  # of files: only what says something else than what was last printed
    saved_counts: bool = False  # whether what was saved as a file counts as printed there

    @property
    def kind(self) -> PrintoutKind:
        """What the print ledger calls it."""
        if self.volume_paper:
            return PrintoutKind.VOLUME_LIST
        return PrintoutKind.ROSTER if self.roster else PrintoutKind.FILES

    def told(self) -> str:
        """As JSON, so that the print ledger can make it again."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, told: str) -> Order:
        """What ``told`` wrote. Raises ``Refusal`` where a later program writes otherwise."""
        try:
            facts = json.loads(told)
            return cls(**{**facts, "ids": tuple(facts["ids"]), "sections": tuple(facts["sections"])})
        except (ValueError, KeyError, TypeError) as error:
            raise Refusal(CANNOT_MAKE_AGAIN) from error


@dataclass(frozen=True, slots=True)
class Printed:
    """What was made: the file, of how many people, and what no font could draw."""

    file: Path
    people: int
    missing: tuple[str, ...] = ()
    parts: tuple[PartOnPaper, ...] = ()

    def matter(self, order: Order, title: str) -> PaperMatter:
        """What the print ledger tells of it."""
        return PaperMatter(title, order.kind, self.people, order.masked, order.told(), self.parts)

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
    files, copy, printed = gathering.of_all(people), copy_of(order), None
    if order.only_changed:
        yield Step(0, 0, "正在核对上次打印了什么")
        uids = [str(person.uid) for person in listing.people_in_order(order.ids)]
        printed = last_printed(uids, order.masked, order.saved_counts)
    written = yield from sheets.write_person_files(
        files, file, settings.office(), copy, len(order.ids), printed
    )
    return Printed(file, written.people, tuple(map(str, written.missing)), written.parts)


def copy_of(order: Order) -> sheets.Copy:
    """How the sheets of files are wanted."""
    return sheets.Copy(
        order.sections, order.double_sided, order.masked, order.practice,
        order.months, order.empty_tables, order.stamp, order.readings, _mark(order) if order.masked else "",
    )  # fmt: skip


def _mark(order: Order) -> str:
    """Masked files are made to be given away: they bear the number of their copy."""
    user = opened_archive().user
    return give_copy(user, PrintoutKind.FILES, CopyPurpose.OUTSIDE, MASKED_COPY, len(order.ids)).mark()


def as_register(order: Order) -> Register:
    """The roster as a register, of which copies can be given away."""
    return _roster(order).register()


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
