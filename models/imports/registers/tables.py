"""A table of a register: one heading and the columns below it; a sheet may hold several under each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from decimal import Decimal
from typing import Any

from models.core.words import bare
from models.imports.registers import kinds, programmes
from models.imports.registers.headings import Found
from models.imports.registers.kinds import OTHERS, UNIT, Field
from models.imports.registers.lines import (
    DITTO,
    RegisterLine,
    RegisterReader,
    check_money,
    check_name,
    check_number,
)
from models.imports.registers.titles import Title
from models.imports.sheets.cells import UNSAID, shown
from models.imports.sheets.headings import NOTHING, TRAILING, Column
from models.imports.sheets.lines import Remark
from models.imports.workbooks.workbook import Sheet, column_letters

UNSOLVED = "单元格是公式而没有算好的结果，请改为数值后重新导入"
NOT_THE_SUM = "“{}”{}与各项之和{}不符，按各项登记，请核对"
SIX_DIGITS = re.compile(r"\d{6}|\d[eE]\+|[０-９]{6}")
EACH = Field("amount", "yuan", "金额")


class Table:
    """A heading of the sheet and what it makes of the rows below it."""

    def __init__(self, sheet: Sheet, found: Found, title: Title) -> None:
        self.sheet, self.kind, self.found, self.title = sheet, found.kind, found, title
        columns = [c for c in found.columns if c.field != NOTHING]
        fields = found.kind.fields
        self.readers = [
            RegisterReader(c, fields.get(c.field), sheet, title)
            for c in (*columns, *self._nameless())
            if c.field not in fields or fields[c.field].reads != "ignored"
        ]
        self.wide = self._wide()
        self.number = next((each for each in self.readers if each.name == "number"), None)
        self.letters = {each.name: each.letters for each in self.readers if each.name}
        self.lines: list[RegisterLine] = []
        self._above: list[Any] = []

    def _nameless(self) -> Iterator[Column]:
        """Columns that hold words under no heading: nothing is dropped."""
        named = {column.index for column in self.found.columns}
        below = self.sheet.rows[self.found.row + 1 :]
        for index in range(max(map(len, below), default=0)):
            if index not in named and any(index < len(c) and shown(c[index]) for c in below):
                letters = column_letters(self.sheet.first_column + index)
                yield Column(index, f"{letters}列（无表头）", "")

    def _wide(self) -> list[RegisterReader]:
        """Columns that are each an item of its own, as 生活补助 beside 物价补贴; empty where every row is one payment."""
        if self.kind.name != kinds.PAYMENTS or "item" in self.found.fields():
            return []
        items = [each for each in self.readers if each.name in ("", "amount") and _names_item(each.heading)]
        if len(items) < 2:
            return []
        columns = {column.index: column for column in self.found.columns}
        self.readers = [each for each in self.readers if each not in items]
        return [
            RegisterReader(replace(columns[each.index], field=EACH.name), EACH, self.sheet, self.title)
            for each in items
        ]

    def names_somebody(self, cells_of: list[Any]) -> bool:
        """Whether the row has a citizen number, or what is left of one."""
        return self.number is not None and bool(SIX_DIGITS.search(shown(self.number.cell(cells_of))))

    def read(self, row: int, cells_of: list[Any], section: str = "") -> list[RegisterLine]:
        """Read a row, which is one line, or one for each of its items; 同上 means what stands above it."""
        line = RegisterLine(row, self.kind.name, self.letters, section=section)
        for reader in self.readers:
            self._take(reader, line, cells_of)
        lines = self._items(line, cells_of) if self.wide else [line]
        self._above = cells_of
        for each in lines:
            _check(each)
        self.lines += lines
        return lines

    def _take(self, reader: RegisterReader, line: RegisterLine, cells_of: list[Any]) -> None:
        cell = reader.cell(cells_of)
        if self.sheet.unsolved and (line.row, self.sheet.first_column + reader.index) in self.sheet.unsolved:
            line.refused = line.refused or Remark(line.row, reader.letters, None, UNSOLVED)
        elif isinstance(cell, str) and bare(cell) in DITTO and reader.index < len(self._above):
            cell = cells_of[reader.index] = self._above[reader.index]
        if cell is not None and shown(cell):
            reader.take(line, cell)

    def _items(self, line: RegisterLine, cells_of: list[Any]) -> list[RegisterLine]:
        """A line for each item that has an amount; the row itself, which is then refused, when none has."""
        total = line.facts.pop("amount", None)
        lines: list[RegisterLine] = []
        for reader in self.wide:
            if shown(reader.cell(cells_of)) in ("", "0", *UNSAID):
                continue
            each = copy(line)
            each.facts, each.notes, each.findings = (
                dict(line.facts),
                dict(line.notes),
                [] if lines else line.findings,
            )
            each.letters = {**line.letters, "amount": reader.letters, "item": reader.letters}
            each.facts["item"] = UNIT.sub("", TRAILING.sub("", bare(reader.heading)))
            self._take(reader, each, cells_of)
            lines.append(each)
        parts = sum((each.facts.get("amount", Decimal(0)) for each in lines), Decimal(0))
        if lines and total is not None and total != parts:
            lines[0].doubt("name", f"{total}", NOT_THE_SUM.format("合计", total, parts))
        if not lines:
            line.refuse("name", None, "各项都没有金额")
        return lines or [line]

    def unknown(self) -> Iterator[Remark]:
        """The columns for which the record has no field."""
        row = self.sheet.first_row + self.found.row
        for each in self.readers:
            if not each.name and each.used:
                words = f"{self.kind.name}没有“{each.heading}”一栏，内容记在备注里"
                yield Remark(row, each.letters, each.heading, words)

    def repeats(self, cells_of: Sequence[Any]) -> bool:
        """Whether the row but repeats the heading, as on each printed page."""
        said = [(c, cells_of[c.index]) for c in self.found.columns if c.index < len(cells_of)]
        same = [
            bool(bare(cell)) and bare(cell) in bare(c.heading)
            for c, cell in said
            if isinstance(cell, str) and bare(cell)
        ]
        return len(same) > 1 and all(same)


def _names_item(heading: str) -> bool:
    """Whether a heading is the name of something that is paid."""
    words = UNIT.sub("", TRAILING.sub("", bare(heading)))
    return bool(programmes.named(words)) and not OTHERS.search(words) and "金额" not in words


def _check(line: RegisterLine) -> None:
    if line.refused:
        return
    if line.kind != kinds.RATES:  # there a name is that of a rate
        check_name(line)
    if line.facts.get("number"):
        check_number(line)
    check_money(line)
