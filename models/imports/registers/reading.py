"""The reading of a register as it was found: its tables, its rows one by one, nothing matched or written yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from models.imports.registers import headings, kinds
from models.imports.registers.headings import Found
from models.imports.registers.kinds import RegisterKind
from models.imports.registers.lines import RegisterLine
from models.imports.registers.tables import RegisterTable
from models.imports.registers.titles import Title
from models.imports.sheets.cells import CELL_ERRORS, shown
from models.imports.sheets.columns import FoundColumn, all_columns
from models.imports.sheets.read_rows import HIDDEN_SHEET, SheetRemark
from models.imports.sheets.row_kinds import is_footer, is_numbering, is_running, is_total, said_in
from models.imports.sheets.walk import SheetWalk
from models.imports.sheets.weighed_columns import told_of_columns
from models.imports.workbooks.sheet import Sheet

UNFIT_REGISTER = "像是{}，但没有“{}”一栏，本表没有读入"
# What shows that a row tells something of its own, by kind; a row with none of it is no row.
WEIGHTY = frozenset(
    [
        "name",
        "number",
        "unit",
        "form",
        "kind",
        "title",
        "theme",
        "matter",
        "day",
        "item",
        "amount",
        "money",
        "done",
        "due",
        "quantity",
        "people",
        "stage",
    ]
)


@dataclass(slots=True)
class Register:
    """A sheet that was read as a register; it answers to the same names as a roster."""

    sheet: Sheet
    file: str = ""
    kind: RegisterKind | None = None  # of its first table, or what it means to be
    read_as: str | None = None
    heading_row: int | None = None
    columns: list[FoundColumn] = field(default_factory=list)  # as understood
    tables: list[RegisterTable] = field(default_factory=list)
    lines: list[RegisterLine] = field(default_factory=list)
    refused: list[SheetRemark] = field(default_factory=list)
    findings: list[SheetRemark] = field(default_factory=list)
    left_out: list[SheetRemark] = field(default_factory=list)


def read_register(sheet: Sheet, found: Found, file: str = "") -> Register:
    """Read a sheet whose first heading was found."""
    heading_row = sheet.first_row + found.row if found.row >= 0 else None
    register = Register(sheet, file, found.kind, heading_row=heading_row)
    register.columns = all_columns(sheet, found.row + 1, found.columns)
    _Reading(register, found).run()
    return register


def unfit(sheet: Sheet, answer: str = "") -> Register | None:
    """A sheet that means to be a register, or is said to be one, and lacks what is needed; None when nothing says so."""
    found = headings.nearly(sheet.rows, sheet.name, answer)
    if found is None and answer:
        words = UNFIT_REGISTER.format(answer, "”“".join(kinds.REGISTER_KINDS[answer].missing(set())))
        return Register(
            sheet, kind=kinds.REGISTER_KINDS[answer], refused=[SheetRemark(None, None, None, words)]
        )
    return unfit_at(sheet, headings.with_values(found, sheet.rows)) if found is not None else None


def unfit_at(sheet: Sheet, found: Found) -> Register | None:
    """A sheet below a heading that lacks what its kind needs; None when it lacks nothing."""
    if not (missing := found.kind.missing(found.fields())):
        return None
    row = sheet.first_row + found.row if found.row >= 0 else None
    words = UNFIT_REGISTER.format(found.kind.name, "”“".join(missing))
    register = Register(
        sheet, kind=found.kind, heading_row=row, refused=[SheetRemark(row, None, None, words)]
    )
    register.columns = all_columns(sheet, found.row + 1, found.columns)
    fields = found.kind.fields
    register.findings += told_of_columns(
        found.columns, sheet, row, lambda name: fields[name].label if name in fields else name
    )
    return register


class _Reading(SheetWalk):
    """A sheet being read below its heading: the table in force, and the words since its last row."""

    def __init__(self, register: Register, found: Found) -> None:
        super().__init__(register.sheet)
        self.register = register
        self.since: list[str] = []  # words of rows left out since the last row
        self.section = ""
        self._begin(found, found.title)

    def run(self) -> None:
        self.walk(self.table.found.row + 1)
        self.register.read_as = "、".join(dict.fromkeys(table.kind.name for table in self.register.tables))
        for table in self.register.tables:
            self.register.findings += table.weighed()
            self.register.findings += table.unknown()
            self.register.findings += table.appearances(self.place(table.found.row))
        if self.sheet.hidden and self.register.lines:
            row = self.register.heading_row
            self.register.findings.append(SheetRemark(row, None, None, HIDDEN_SHEET))

    def is_somebody(self, cells_of: list[Any]) -> bool:
        return self.table.names_somebody(cells_of)

    def begin_at(self, index: int) -> int | None:
        cells_of, title = self.sheet.rows[index], " ".join(self.since)
        if not any(map(shown, cells_of)) or self.table.repeats(cells_of):
            return 0
        if (found := headings.begins(self.sheet.rows[index : index + 2], self.sheet.name, title)) is None:
            return None
        self._begin(headings.with_values(_moved(found, index), self.sheet.rows), title)
        return found.row

    def aside(self, index: int, cells_of: list[Any]) -> str | None:
        said = said_in(cells_of)
        return "　".join(said) if self._is_aside(cells_of, said) else None

    def take(self, index: int, cells_of: list[Any]) -> None:
        self.section = " ".join(self.since) or self.section
        self.register.lines += self.table.read(self.place(index), cells_of, self.section)
        self.since = []

    def leave_out(self, index: int, words: str) -> None:
        said = words.split("　")
        if not any(map(is_footer, said)) and not any(map(is_total, said)):
            self.since.append(words)
        if not all(map(is_running, said)):
            remark = SheetRemark(self.place(index), None, words, f"不是登记的内容，没有读入：{words[:60]}")
            self.register.left_out.append(remark)

    def _begin(self, found: Found, title: str) -> None:
        first = self.register.tables[0].title.words if self.register.tables else ""
        whole = title if Title(title).year() else f"{title} {first}".strip()
        self.table = RegisterTable(self.sheet, found, Title(whole), self.register.file)
        self.register.tables.append(self.table)
        self.since, self.section = [], ""

    def _is_aside(self, cells_of: list[Any], said: Sequence[str]) -> bool:
        """Whether a row is none: numbered and not used, a total, a footer, a title between."""
        told = {
            r.field: words
            for r in self.table.readers
            if (words := shown(r.cell(cells_of))) and words not in CELL_ERRORS
        }
        if not told and all(map(is_running, said)):
            return True
        key = [
            words
            for name, words in told.items()
            if name in ("name", "unit", "form", "kind", "theme", "matter", "occasion", "item", "day")
            or name in self._own_key()
        ]
        first = [words for words in said if not is_running(words)][:1]
        has_number = bool(re.search(r"\d{6}", told.get("number", "")))
        if not has_number and any(map(is_total, (*first, *key))):
            return True
        if is_numbering(said):
            return True
        if has_number:
            return False
        weighty = sum(
            (name in WEIGHTY or name in self._own_key()) and not is_footer(words)
            for name, words in told.items()
        )
        if weighty < 2 and any(map(is_footer, first)):
            return True
        return len(said) == 1 and not (len(told) == 1 and not is_running(said[0]) and self._alone(told))

    def _own_key(self) -> tuple[str, ...]:
        """The fields by which the records of the register are known again, where its line says them."""
        becomes = self.table.kind.becomes
        return becomes.key if becomes is not None else ()

    def _alone(self, told: dict[str, str]) -> bool:
        """Whether one filled cell is a row all the same: a name without anything else is refused, never dropped."""
        words = told.get("name", "")
        return 2 <= len(words) <= 4 and not re.search(
            r"[\d:：]|(街道|镇|乡|村|社区|名单|名册|人员|军人|情况)$", words
        )


def _moved(found: Found, by: int) -> Found:
    """A heading found among the rows from ``by`` on, as the whole sheet counts its rows."""
    return replace(found, row=found.row + by)
