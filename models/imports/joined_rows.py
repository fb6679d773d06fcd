"""Joined rows of the program's own rosters about somebody with several identities: each cell holds a line for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from models.core import codes
from models.imports.rosters.lines import RosterLine
from models.imports.rosters.reading import Roster
from models.imports.sheets.cells import grade_and_nature, shown
from models.people.identity import Identity

SEVERAL = re.compile(r"[\n、]")
SAID_NOTHING = "—"  # of one identity, where others say something
PER_IDENTITY = ("state", "certificate")


def lines_of_each(roster: Roster, line: RosterLine, known: list[Identity]) -> list[RosterLine]:
    """The row taken apart, a line for each of the person's identities; empty when it does not name just these."""
    cells = _cells(roster, line)
    named = _parts(cells.get("row.kind") or cells.get("identity.category") or "")
    if len(known) < 2 or sorted(named) != sorted(each.category or each.kind for each in known):
        return []
    return [_own(line, cells, position, each) for position, each in enumerate(_ordered(named, known))]


def _ordered(named: list[str], known: list[Identity]) -> Iterator[Identity]:
    left = list(known)
    for words in named:
        found = next(each for each in left if (each.category or each.kind) == words)
        left.remove(found)
        yield found


def _cells(roster: Roster, line: RosterLine) -> dict[str, str]:
    """The row's words by field, as the sheet has them."""
    sheet = roster.sheet
    row = sheet.rows[line.row - sheet.first_row]
    by_letter = {sheet.letters(i): str(cell or "") for i, cell in enumerate(row)}
    return {field: by_letter.get(letters, "") for field, letters in line.letters.items()}


def _parts(words: str) -> list[str]:
    return [shown(part) for part in SEVERAL.split(words) if part.strip()]


def _own(line: RosterLine, cells: dict[str, str], position: int, identity: Identity) -> RosterLine:
    """What the row says of one identity."""
    own = deepcopy(line)
    own.kind, own.refused, own.identity, own.account = identity.kind, None, {}, {}
    if identity.category:
        own.identity["category"] = identity.category
    own.findings = (
        [each for each in line.findings if not SEVERAL.search(each.value or "")] if not position else []
    )
    own.notes = {label: words for label, words in line.notes.items() if not SEVERAL.search(words)}
    for name in PER_IDENTITY:
        if words := _part(cells.get(f"identity.{name}", ""), position):
            own.identity[name] = (codes.table("state").read(words) or words) if name == "state" else words
    if words := _part(cells.get("identity.grade", ""), position):
        grade, nature = grade_and_nature(words)
        own.identity |= {name: said for name, said in (("grade", grade), ("nature", nature)) if said}
    return own


def _part(words: str, position: int) -> str:
    """The line of a cell that is about one identity; a single one is about each."""
    parts = _parts(words)
    part = parts[0] if len(parts) == 1 else parts[position] if position < len(parts) else ""
    return "" if part == SAID_NOTHING else part
