"""Superior lists 上级名单: what was exported from the superior's system, in any headings, read row by row for comparing.

Read by the reader of rosters, as an import would be; but a list may lack the kind of its people, and may tell what they are
paid. Nothing of it is ever written into the archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.checkups.differences import ListPlace
from models.core import codes
from models.core.dates import PartDate
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.imports import joined_rows, list_days, own_headings
from models.imports.evidence.taught import reading_as_taught
from models.imports.rosters.lines import NO_KIND, RosterLine
from models.imports.rosters.reading import KINDLESS, Roster, read_roster_sheet
from models.imports.shapes.shapes import plain_tables
from models.imports.sheets.cells import Unreadable
from models.imports.sheets.halves import side_by_side
from models.imports.sheets.money import yuan_of
from models.imports.workbooks import workbook
from models.imports.workbooks.sheet import Sheet
from models.people.identity import Identity

# What a column of money by the month is called, at the end of its heading; sums of a year and other people's money are others.
MONTHLY_MONEY = re.compile(
    r"(?!.*(收入|年度|全年|年发|累计|余额|一次性|低保|医疗|丧葬))"
    r".*?((每?月|本月|应发|实发|发放|领取|享受|补助|补贴|抚恤|优待|待遇)+(金额|标准|金|额)|应发|实发)(合计)?([(（][^()（）]*[)）])?"
)
OF_EACH = frozenset(["identity.state", "identity.certificate", "identity.grade", "identity.nature"])
NOBODY_READ = (
    "“{}”里没有读到优抚对象：要有“姓名”和“身份证号”两栏。请从上级系统重新导出，或删去表头上面多余的行后再试"
)
NOT_MONEY = "“{}”的内容“{}”不是金额，没有核对"


@dataclass(slots=True)
class ListedRow:
    """One row of a list: who, by which right, with all that its columns say; ``fields`` are those that have a column."""

    roster: Roster
    line: RosterLine
    place: ListPlace
    made: datetime
    headings: Mapping[str, str]  # field → heading in the list's own words
    amount: Decimal | None = None
    amount_heading: str = ""
    unread: str = ""  # why its kind was not understood
    other_number: bool = False  # whether the person whom it was found to be about has another number
    joined: bool = False  # whether it is a part of a row about several rights, whose amount is of all of them

    @property
    def name(self) -> str:
        return str(self.line.person.get("name", ""))

    @property
    def number(self) -> str:
        return str(self.line.person.get("number", ""))

    @property
    def born(self) -> PartDate | None:
        return self.line.person.get("born")

    @property
    def kind(self) -> str:
        return str(self.line.kind)

    @property
    def state(self) -> str:
        """The state that it says, as the code table has it; '' where it says none."""
        words = str(self.line.identity.get("state", ""))
        return codes.table("state").read(words) or words

    @property
    def paid_for(self) -> str:
        """The kind that its amount is paid for; '' of all that somebody has."""
        return "" if self.joined else self.kind

    @property
    def names_no_kind(self) -> bool:
        """Whether the list has no kinds at all, so that the row is about the person as a whole."""
        return not self.kind and not self.unread

    def of_each(self, identities: list[Identity]) -> list[ListedRow]:
        """The row taken apart where it is about all of somebody's identities at once; else the row itself.

        What is said of each are state, certificate and grade; a column of another field says nothing of one of them.
        """
        if not self.unread or not (lines := joined_rows.lines_of_each(self.roster, self.line, identities)):
            return [self]
        for line in lines:
            line.letters = {
                key: letters
                for key, letters in line.letters.items()
                if key.startswith("person.") or key in OF_EACH
            }
        first, *others = [replace(self, line=line, unread="", joined=True) for line in lines]
        return [first, *(replace(each, amount=None, other_number=False) for each in others)]

    def facts(self, part: str) -> Mapping[str, Any]:
        """What it says of the person, the identity or the account."""
        return getattr(self.line, part)  # type: ignore[no-any-return]

    def place_of(self, item: str) -> ListPlace:
        """Where it says a field, with the column's heading."""
        return ListPlace(self.place.file, self.place.sheet, self.place.row, self.headings.get(item, ""))


@dataclass(slots=True)
class SuperiorList:
    """What was read of all files: the rows, and what could not be read (file, sheet, row or 0, words)."""

    files: list[str] = field(default_factory=list)
    rows: list[ListedRow] = field(default_factory=list)
    refused: list[tuple[str, str, int, str]] = field(default_factory=list)


def read_superior_lists(files: Sequence[Path]) -> Job[SuperiorList]:
    """Read the files. Raises ``Refusal`` for one that cannot be read or names nobody."""
    found = SuperiorList()
    for number, file in enumerate(files):
        yield Step(number, len(files), f"正在读取{file.name}")
        before = len(found.rows)
        with reading_as_taught(own_headings.known()):
            _read_file(found, file)
        if len(found.rows) == before:
            raise Refusal(NOBODY_READ.format(file.name))
        found.files.append(file.name)
    return found


def _read_file(found: SuperiorList, file: Path) -> None:
    saved = list_days.saved_at(file)
    for sheet in _sheets(file):
        if sheet.hidden:
            continue
        roster = read_roster_sheet(sheet, KINDLESS, file.name)
        made = list_days.made_at(sheet, roster.heading_row, file.name, saved)
        found.refused += [(file.name, sheet.name, each.row or 0, each.words) for each in roster.refused]
        for line in roster.lines:
            _take(found, roster, line, file.name, made)


def _sheets(file: Path) -> Iterator[Sheet]:
    for whole in workbook.read_spreadsheet(file).sheets:
        for plain in plain_tables(whole):
            yield from side_by_side(plain)


def _take(found: SuperiorList, roster: Roster, line: RosterLine, file: str, made: datetime) -> None:
    """Keep a row: one that was refused for its kind or number still says who is on the list."""
    place = ListPlace(file, roster.sheet.name, line.row)
    why = line.refused.words if line.refused else ""
    if why and not (line.person.get("name") and line.person.get("number")):
        found.refused.append((file, place.sheet, line.row, why))
        return
    headings = {column.field: column.heading for column in roster.columns if column.field}
    row = ListedRow(roster, line, place, made, headings, unread="" if why == NO_KIND else why)
    for words in _read_amount(row):
        found.refused.append((file, place.sheet, line.row, words))
    found.rows.append(row)


def _read_amount(row: ListedRow) -> Iterator[str]:
    """Find what the row says of money; yields what is to be told of a cell that is none."""
    for heading, words in row.line.notes.items():
        if not MONTHLY_MONEY.fullmatch(heading) or row.amount is not None:
            continue
        try:
            row.amount, row.amount_heading = yuan_of(words), heading
        except Unreadable:
            yield NOT_MONEY.format(heading, words)
