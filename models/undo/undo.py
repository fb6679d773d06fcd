"""Undo 撤销, an entry of the journal turned back: a new entry that restores what was before; and redo 重做, the same of an undoing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from models.core import journal
from models.core.jobs import Job, Step, finish
from models.core.journal import Change, Entry
from models.core.record import Refusal, db
from models.imports.weighing import IMPORTED
from models.office.lasting import LASTING
from models.undo.entry_changes import record_changes
from models.undo.hindrances import entry_named, hindrances, later_work, together
from models.undo.kept import KeptChange, kept_by
from models.undo.standing import StandingEntries
from models.undo.staying import Staying
from models.undo.turning import InTheWay, turn_back

NOTHING_CHANGED = "这一条没有改动档案里的内容，没有可以撤销的"
MOST_NAMED = 12  # entries that a refusal names
NOT_FOUND = "{}改动的内容现在已经不同，又看不出是哪一次操作改的，不能撤销；请在档案里直接改正"


class Undone(NamedTuple):
    """An undoing: its entry, those by which later work was undone along, and what was kept as it is."""

    entry: Entry
    along: list[Entry]
    kept: list[KeptChange]


class LaterWork(Refusal):
    """Later work stands on an entry: ``later`` are the entries that would have to be undone with it, the newest first."""

    def __init__(self, entry: Entry, later: list[Entry], why_not: str = "") -> None:
        self.entry, self.later, self.why_not = entry, later, why_not
        named = "；".join(entry_named(each) for each in later[:MOST_NAMED])
        more = "等" if len(later) > MOST_NAMED else ""
        told = f"{entry_named(entry)}不能单独撤销，后来有{len(later)}次操作建立在它上面：{named}{more}。"
        super().__init__(told + (why_not or f"请先撤销第{later[0].number}条"))


def undo(number: int, user: str, with_later: bool = False) -> Entry:
    """Turn an entry back, whole or not at all, and return the entry that did it; see ``undoing``."""
    return finish(undoing(number, user, with_later)).entry


def undoing(number: int, user: str, with_later: bool = False) -> Job[Undone]:
    """Turn an entry back, and ``with_later`` what was done later and stands on it, each by an entry of its own.

    An import is turned back though people were worked on since: what was written of them stays, and so does whatever lasts
    (``models.office.lasting``). Raises ``LaterWork`` where later work stands on an entry, and ``Refusal`` when there is no such
    entry, when it has been turned back already, or when nothing of it may be.
    """
    yield Step(0, 0, "正在核对")
    with db.atomic("IMMEDIATE"):
        try:
            *along, entry = yield from _turned(number, user, with_later)
        except LaterWork as first:
            raise (yield from _all_later(first, user)) from None
    return Undone(entry, along, kept_by(entry))


def why_never(number: int) -> str:
    """Why an entry can never be turned back, in a sentence; empty where it may be, be it with what stands on it.

    An entry never says anything else, so that the answer holds for good where it is not empty.
    """
    told: Any = Change.select(Change.table).where(Change.entry == number).distinct().tuples()
    tables = {table for (table,) in told}
    if not tables & LASTING.keys():
        return "" if tables else NOTHING_CHANGED
    changes = _changes(Entry.get_by_id(number))
    staying = Staying(record_changes(changes))
    staying.keep_lasting(changes)
    return "" if staying.leaves_something() else "；".join(staying.reasons)


def redoing(number: int, user: str, with_later: bool = False) -> Job[Undone]:
    """Do again what was turned back, named by its own number or by that of its undoing."""
    standing = StandingEntries()
    by = number if standing.is_redoing(number) and standing.stands(number) else standing.undone_by(number)
    if by is None:
        raise Refusal(f"第{number}条没有被撤销，不需要重做")
    return (yield from undoing(by, user, with_later))


def _turned(number: int, user: str, with_later: bool, along: Entry | None = None) -> Job[list[Entry]]:
    """Turn an entry back, before it what stands on it; returns the entries that did it, in their order."""
    entry, made = _standing_entry(number), []
    while True:
        try:
            made.append((yield from _turned_alone(entry, user, along, with_later)))
        except InTheWay as way:
            later = later_work(way.because, number, StandingEntries())
            if not later:
                raise Refusal(NOT_FOUND.format(entry_named(entry))) from way
            if not with_later:
                raise LaterWork(entry, _entries(later)) from way
            for each in later:
                if StandingEntries().stands(each):
                    made += yield from _turned(each, user, with_later, along or entry)
        else:
            return made


def _turned_alone(entry: Entry, user: str, along: Entry | None, with_later: bool) -> Job[Entry]:
    """Turn an entry back by a new one. Raises ``InTheWay`` where something stands on it that does not stay."""
    standing, changes = StandingEntries(), _changes(entry)
    each_record = record_changes(changes)
    staying = Staying(each_record)
    staying.keep_lasting(changes)
    hindered = hindrances(each_record, entry.number, standing)
    hindered = {uid: because for uid, because in hindered.items() if uid not in staying.whole}
    if entry.title.startswith(IMPORTED) and not with_later:
        staying.keep_worked_on(hindered)
    elif hindered:
        raise InTheWay(together(hindered.values()), entry.title)
    if not staying.leaves_something():
        if not staying.reasons:
            raise InTheWay(together(hindered.values()), entry.title)
        raise Refusal(f"{entry_named(entry)}不能撤销：{'；'.join(staying.reasons)}")
    with journal.entry(_title(entry, standing, along), user, undoes=entry.number) as writing:
        yield from turn_back(changes, staying)
    result: Entry = Entry.get_by_id(writing.number)
    return result


def _all_later(first: LaterWork, user: str) -> Job[LaterWork]:
    """All that stands on an entry, found by turning it back too; whoever calls gives that up by raising what is returned."""
    try:
        *along, _ = yield from _turned(first.entry.number, user, with_later=True)
    except Refusal as why_not:
        return LaterWork(first.entry, first.later, f"其中{why_not}")
    finally:
        journal.tell_given_up()
    there = {each.undoes for each in along if each.undoes is not None and each.undoes < along[0].number}
    return LaterWork(first.entry, _entries(sorted(there, reverse=True)))


def _standing_entry(number: int) -> Entry:
    """The entry of that number; ``Refusal`` when there is none, or when it has been turned back."""
    entry: Entry | None = Entry.get_or_none(Entry.number == number)
    if entry is None:
        raise Refusal(f"没有第{number}条操作日志")
    if (by := StandingEntries().undone_by(number)) is not None:
        raise Refusal(f"第{number}条操作“{entry.title}”已由第{by}条撤销")
    return entry


def _entries(numbers: Iterable[int]) -> list[Entry]:
    return [Entry.get_by_id(number) for number in numbers]


def _changes(entry: Entry) -> list[Change]:
    return list(Change.select().where(Change.entry == entry.number).order_by(Change.id))


def _title(entry: Entry, standing: StandingEntries, along: Entry | None) -> str:
    root = Entry.get_by_id(standing.root(entry.number))
    deed = "重做" if standing.is_redoing(entry.number) else "撤销"
    return f"{deed}第{root.number}条：{root.title}" + (
        f"（随第{along.number}条）" if along is not None else ""
    )
