"""A printing 打印: one run of a printout to a printer or a file, in batches, each written down before and after it is sent.

So whatever happens, the ledger knows which sheets were surely sent and which are in doubt; the officer says which sheet
was the last good one, and the run goes on with the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from peewee import AutoField, ForeignKeyField, ModelSelect

from models.core.record import Count, Flag, Refusal, StoredRow, Text
from models.core.states import State
from models.printing import kept_papers
from models.printing.planned_sheets import PlannedSheets
from models.printing.printouts import Printout, this_moment

KEPT_DAYS = 30  # after which the file of what was printed is let go


class PrintTarget(State):
    """Where a printout went."""

    PRINTER = "打印机"
    FILE = "PDF文件"


class PrintState(State):
    """How far a printing has come."""

    RUNNING = "正在打印"
    BROKEN = "中断"
    DONE = "打完"
    SAVED = "已存PDF"
    ELSEWHERE = "已在别处打印"
    GIVEN_UP = "不再打"


SHEET_SIDES = ("全部页", "只打单数页", "只打双数页")


class PagesWanted(NamedTuple):
    """Which pages of a paper, and how: from and to count from 1, both included."""

    first: int
    last: int
    sides: str = SHEET_SIDES[0]
    both_sides: bool = False
    copies: int = 1

    def numbers(self) -> list[int]:
        """The pages in the order in which they are sent, of one copy."""
        step = dict(zip(SHEET_SIDES, ((0, 1), (1,), (0,)), strict=True))[self.sides]
        return [number for number in range(self.first, self.last + 1) if number % 2 in step]


class Progress(NamedTuple):
    """How many sheets were surely sent, and the last that may have been."""

    sent: int
    handed: int


class Printing(StoredRow):
    """One run: of which printout, where to, which pages, and what was promised."""

    NOUN = "打印记录"
    NAMED_BY = "at"

    id = AutoField()
    printout_id: int
    printout = ForeignKeyField(Printout, backref="printings", on_delete="RESTRICT")
    at = Text("打印时间", index=True)
    user = Text("打印人")
    target = Text("去向")
    place = Text("打印机或文件")
    first = Count("起页")
    last = Count("止页")
    sides = Text("范围")
    both_sides = Flag("双面")
    copies = Count("份数")
    sheets = Count("张数")
    sent_pages = Count("面数")  # pages to be sent, each copy counted
    closed = Text("了结")  # ELSEWHERE or GIVEN_UP, said by an officer

    batches: ModelSelect[PrintBatch]

    @property
    def wanted(self) -> PagesWanted:
        return PagesWanted(
            self.first or 1, self.last or 1, self.sides, bool(self.both_sides), self.copies or 1
        )

    @property
    def progress(self) -> Progress:
        """What its last batch says."""
        batch = self.batches.order_by(PrintBatch.id.desc()).first()
        if batch is None:
            return Progress(0, 0)
        first, last = batch.first or 1, batch.last or 0
        return Progress(last if batch.sent else first - 1, last)

    @property
    def state(self) -> PrintState:
        if self.target == PrintTarget.FILE:
            return PrintState(self.closed) if self.closed else PrintState.SAVED
        if self.id in _running:
            return PrintState.RUNNING
        if self.progress.sent >= (self.sheets or 0):
            return PrintState.DONE
        return PrintState(self.closed) if self.closed else PrintState.BROKEN

    def pages_sent(self, saved: bool = False) -> set[int]:
        """The pages of the printout that surely were sent, or that somebody said were printed elsewhere.

        With ``saved`` those of a file count as well.
        """
        numbers = self.wanted.numbers()
        if self.target == PrintTarget.FILE:
            return set(numbers) if saved or self.closed == PrintState.ELSEWHERE else set()
        batch = self.batches.order_by(PrintBatch.id.desc()).first()
        if batch is None:
            return set()
        return set((numbers * (self.copies or 1))[: batch.pages if batch.sent else batch.pages_before])


class PrintBatch(StoredRow):
    """Some sheets of a printing: written before they are sent, and marked when they were."""

    NOUN = "打印批"
    NAMED_BY = "first"

    id = AutoField()
    printing_id: int
    printing = ForeignKeyField(Printing, backref="batches", on_delete="RESTRICT")
    at = Text("时间")
    first = Count("起张")
    last = Count("止张")
    pages_before = Count("此前面数")
    pages = Count("累计面数")
    sent = Flag("已送出")


_running: set[int] = set()  # printings that this program is sending now


def begin_printing(
    printout: Printout, user: str, place: str, wanted: PagesWanted, plan: PlannedSheets
) -> Printing:
    """Promise a printing, before its first sheet goes."""
    return _promise(printout, user, PrintTarget.PRINTER, place, wanted, plan)


def saved_as(printout: Printout, user: str, place: str) -> Printing:
    """A printout was saved as a file."""
    wanted = PagesWanted(1, printout.pages or 1)
    return _promise(printout, user, PrintTarget.FILE, place, wanted, PlannedSheets.of(wanted.numbers()))


def begin_batch(printing: Printing, plan: PlannedSheets, first: int, last: int) -> PrintBatch:
    """Write down that these sheets are about to be sent. ``first`` may lie before what was sent: a jam spoilt it."""
    if first > printing.progress.handed + 1:
        raise ValueError(f"sheets would be missing before {first}")
    before = plan.pages_before(first)
    return PrintBatch.create(
        printing=printing.id, at=this_moment(), first=first, last=last, pages_before=before,
        pages=plan.pages_before(last + 1), sent=None,
    )  # fmt: skip


def batch_sent(batch: PrintBatch) -> None:
    """Write down that the sheets of a batch were handed over whole."""
    batch.sent = True
    batch.save(only=[PrintBatch.sent])


def run_began(printing: Printing) -> None:
    _running.add(printing.id)


def run_ended(printing: Printing) -> None:
    _running.discard(printing.id)


def give_up(printing: Printing) -> None:
    """The rest is not wanted any more. Raises ``Refusal`` when there is no rest."""
    if printing.state != PrintState.BROKEN:
        raise Refusal(f"这次打印的状态是“{printing.state}”，只有中断的打印可以不再打")
    printing.closed = PrintState.GIVEN_UP
    printing.save(only=[Printing.closed])


def printed_elsewhere(printing: Printing) -> None:
    """A saved PDF was printed on another PC. Raises ``Refusal`` when it is no saved PDF."""
    if printing.state != PrintState.SAVED:
        raise Refusal("只有存成PDF的才能这样记")
    printing.closed = PrintState.ELSEWHERE
    printing.save(only=[Printing.closed])


def all_came_out(printing: Printing, plan: PlannedSheets) -> None:
    """An officer says that the last sheet came out, whatever the program knows of it."""
    batch_sent(begin_batch(printing, plan, printing.progress.sent + 1, len(plan.sheets)))


def newest_run(printout: Printout) -> Printing | None:
    """The run to a printer that was begun last."""
    runs = Printing.select().where(Printing.printout == printout.id, Printing.target == PrintTarget.PRINTER)
    return runs.order_by(Printing.id.desc()).first()  # type: ignore[no-any-return]


def broken_off() -> list[Printing]:
    """The printings that stopped before their last sheet, the newest first."""
    return [each for each in _all_newest_first() if each.state == PrintState.BROKEN]


def all_printings() -> ModelSelect[Printing]:
    """The ledger, the newest first."""
    return Printing.select(Printing, Printout).join(Printout).order_by(Printing.id.desc())


def let_go_of_old(today: datetime | None = None) -> int:
    """Delete the kept files of what was done, given up or saved longer than ``KEPT_DAYS`` ago; returns how many."""
    since = ((today or datetime.now()).astimezone() - timedelta(days=KEPT_DAYS)).isoformat(timespec="seconds")
    wanted = {str(each.printout.uid) for each in _all_newest_first() if _still_wanted(each, since)}
    return kept_papers.discard_others(wanted)


def _still_wanted(printing: Printing, since: str) -> bool:
    return str(printing.at) >= since or printing.state in (PrintState.BROKEN, PrintState.RUNNING)


def _all_newest_first() -> Iterator[Printing]:
    yield from all_printings()


def _promise(
    printout: Printout, user: str, target: PrintTarget, place: str, wanted: PagesWanted, plan: PlannedSheets
) -> Printing:
    return Printing.create(
        printout=printout.id, at=this_moment(), user=user, target=target, place=place,
        first=wanted.first, last=wanted.last, sides=wanted.sides, both_sides=wanted.both_sides,
        copies=wanted.copies, sheets=len(plan.sheets), sent_pages=plan.pages,
    )  # fmt: skip
