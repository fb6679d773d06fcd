"""What was last printed of each person's file: per part the version of the facts that lies on paper."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from peewee import SQL

from models.printing.printings import Printing
from models.printing.printouts import PrintedPart, Printout, PrintoutKind


class LastPrinted(NamedTuple):
    """The version that was printed last, when (ISO 8601), and how that paper was ordered (``Printout.order``)."""

    facts: str
    at: str
    order: str = ""


PartKey = tuple[str, str]  # whose, by uid; which part of the file


def last_printed(
    uids: Iterable[str], masked: bool = False, saved: bool = False
) -> dict[PartKey, LastPrinted]:
    """Of these people, what lies on paper: only parts of which every page was sent. A masked copy is another paper.

    A part that was printed twice counts as it was printed last. With ``saved`` a file counts as paper.
    """
    wanted = list(uids)
    out = _pages_out(masked, saved)
    found: dict[PartKey, LastPrinted] = {}
    for part in _parts(wanted, list(out)):
        pages, at, order = out[part.printout_id]
        whole = pages.issuperset(range(part.first or 1, (part.last or 1) + 1))
        key = (str(part.whose), str(part.part))
        if whole and (key not in found or at >= found[key].at):
            found[key] = LastPrinted(str(part.facts), at, order)
    return found


def _pages_out(masked: bool, saved: bool) -> dict[int, tuple[set[int], str, str]]:
    """Of each printout of files: which pages are out, by all its printings together, when the last went, and how it was ordered."""
    printings = (
        Printing.select(Printing, Printout)
        .join(Printout)
        .where(Printout.kind == PrintoutKind.FILES, Printout.masked == masked)
        .order_by(Printing.id)
    )
    pages: dict[int, set[int]] = defaultdict(set)
    moment: dict[int, tuple[str, str]] = {}
    for each in printings:
        if sent := each.pages_sent(saved):
            pages[each.printout_id] |= sent
            moment[each.printout_id] = (str(each.at), str(each.printout.order))
    return {key: (pages[key], *moment[key]) for key in pages}


def _parts(uids: list[str], printouts: list[int]) -> Iterator[PrintedPart]:
    """The parts of these people in these printouts, in the order in which they were made."""
    among_people = SQL('"whose" IN (SELECT value FROM json_each(?))', [json.dumps(uids)])
    among_papers = SQL('"printout_id" IN (SELECT value FROM json_each(?))', [json.dumps(printouts)])
    yield from PrintedPart.select().where(among_people, among_papers).order_by(PrintedPart.id).iterator()
