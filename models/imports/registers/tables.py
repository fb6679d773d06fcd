"""A table of a register: one heading and the columns below it; a sheet may hold several under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from decimal import Decimal
from typing import Any

from models.core.words import bare_heading
from models.imports.registers import kinds, programmes
from models.imports.registers.headings import Found
from models.imports.registers.kinds import REGISTER_HEADINGS, RegisterField
from models.imports.registers.lines import (
    RegisterLine,
    RegisterReader,
    check_money,
    check_name,
    check_number,
)
from models.imports.registers.month_words import (
    are_periods,
    is_month_heading,
    month_of_heading,
    span_of_heading,
)
from models.imports.registers.paid_words import ask_of_end, check_paid
from models.imports.registers.shared_money import ONE_AMOUNT, SharedMoney, shared_areas, tell_shared
from models.imports.registers.titles import Title, year_named
from models.imports.sheets.cells import UNSAID, shown
from models.imports.sheets.columns import all_columns
from models.imports.sheets.dictionary import NOTHING
from models.imports.sheets.money import amount_or_none
from models.imports.sheets.read_rows import SheetRemark
from models.imports.sheets.row_kinds import SIX_DIGITS
from models.imports.sheets.tables import SheetTable
from models.imports.sheets.weighed_columns import told_of_columns
from models.imports.words.heading_forms import TRAILING, UNIT
from models.imports.workbooks.sheet import Sheet

NOT_THE_SUM = "“{}”{}与各项之和{}不符，按各项登记，请核对"
NO_YEAR_OF_MONTH = "“{}”看不出是哪一年的，请在标题或表名中写明年份后重新导入"
EACH = RegisterField("amount", "yuan", "金额")


class RegisterTable(SheetTable[RegisterLine]):
    """A heading of the sheet and what it makes of the rows below it."""

    def __init__(self, sheet: Sheet, found: Found, title: Title, file: str = "") -> None:
        self.kind, self.found, self.title = found.kind, found, title
        self.year = title.year() or year_named(sheet.name) or year_named(file)
        fields = found.kind.fields
        columns = all_columns(sheet, found.row + 1, found.columns)
        self.columns_read = [
            RegisterReader(column, fields.get(column.field), sheet, title)
            for column in columns
            if column.field != NOTHING
            and not column.asked
            and (column.field not in fields or fields[column.field].reads != NOTHING)
        ]
        self.wide = self._wide(sheet)
        super().__init__(sheet, self.columns_read)
        self.number = self.by_field.get("number")
        ones = [each for each in self.columns_read if each.field in ONE_AMOUNT and not each.again]
        money = [*self.wide, *ones]
        self.shared = shared_areas(sheet, money)
        self.lines: list[RegisterLine] = []

    def _wide(self, sheet: Sheet) -> list[RegisterReader]:
        """Columns that are each an item of its own, as 生活补助 beside 物价补贴; empty where every row is one payment."""
        if self.kind.name != kinds.PAYMENTS:
            return []
        items = [each for each in self.columns_read if is_month_heading(each.heading)]
        periods = [each for each in self.columns_read if span_of_heading(each.heading, 2000)]
        if len(items) < 2 and are_periods([each.heading for each in periods]):
            items = periods
        if len(items) < 2 and "item" not in self.found.fields():
            items = [
                each
                for each in self.columns_read
                if each.name in ("", "amount") and _names_item(each.heading) and _may_be_money(each)
            ]
        if len(items) < 2:
            return []
        self.columns_read = [each for each in self.columns_read if each not in items]
        return [
            RegisterReader(replace(each.column, field=EACH.name), EACH, sheet, self.title) for each in items
        ]

    def names_somebody(self, cells_of: list[Any]) -> bool:
        """Whether the row has a citizen number, or what is left of one."""
        return self.number is not None and bool(SIX_DIGITS.search(shown(self.number.cell(cells_of))))

    def read(self, row: int, cells_of: list[Any], section: str = "") -> list[RegisterLine]:
        """Read a row, which is one line, or one for each of its items; 同上 means what stands above it."""
        line = RegisterLine(row, self.kind.name, self.letters, section=section)
        cells_of, shared = self._unshared(row, self.resolved(cells_of))
        self.fill(line, cells_of)
        lines = self._items(line, cells_of) if self.wide else [line]
        tell_shared(lines[0], shared)
        for each in lines:
            _check(each)
        self.lines += lines
        return lines

    def _unshared(self, row: int, cells_of: list[Any]) -> tuple[list[Any], list[SharedMoney]]:
        """A row without the money that belongs to a row above, and what money it shares with others."""
        told = [found for area in self.shared if (found := area.on(row, cells_of)) is not None]
        if any(found.below for found in told):
            cells_of = list(cells_of)
            for found in told:
                if found.below:
                    cells_of[found.index] = ""
        return cells_of, told

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
            self._name_item(each, reader.heading)
            self.take(reader, each, cells_of)
            lines.append(each)
        parts = sum((each.facts.get("amount", Decimal(0)) for each in lines), Decimal(0))
        if lines and total is not None and total != parts:
            lines[0].doubt("name", f"{total}", NOT_THE_SUM.format("合计", total, parts))
        if not lines:
            line.refuse("name", None, "各项都没有金额")
        return lines or [line]

    def _name_item(self, line: RegisterLine, heading: str) -> None:
        """What a column of its own says of the line that its amount makes: the month, or what is paid."""
        if span_of_heading(heading, 2000):
            if span := span_of_heading(heading, self.year):
                line.keep_span(span, "所属月份", span.chinese(), line.letters["amount"])
            else:
                line.refuse("amount", heading, NO_YEAR_OF_MONTH.format(heading))
        elif is_month_heading(heading):
            month = month_of_heading(heading, self.year)
            line.facts["month"] = month
            line.letters = {**line.letters, "month": line.letters["amount"]}
            if month is None:
                line.refuse("amount", heading, NO_YEAR_OF_MONTH.format(heading))
        else:
            line.facts["item"] = UNIT.sub("", TRAILING.sub("", bare_heading(heading)))

    def weighed(self) -> Iterator[SheetRemark]:
        """The columns that only their values told, and those that are questions."""
        row = self.sheet.first_row + self.found.row if self.found.row >= 0 else None
        fields = self.kind.fields
        return told_of_columns(
            self.found.columns, self.sheet, row, lambda name: fields[name].label if name in fields else name
        )

    def unknown(self) -> Iterator[SheetRemark]:
        """The columns for which the record has no field."""
        row = self.sheet.first_row + self.found.row
        for each in self.columns_read:
            if not each.name and each.used:
                words = f"{self.kind.name}没有“{each.heading}”一栏，内容记在备注里"
                yield SheetRemark(row, each.letters, each.heading, words)

    def repeats(self, cells_of: Sequence[Any]) -> bool:
        """Whether the row but repeats the heading, as on each printed page."""
        said = [(c, cells_of[c.index]) for c in self.found.columns if c.index < len(cells_of)]
        same = [
            bool(bare_heading(cell)) and bare_heading(cell) in bare_heading(c.heading)
            for c, cell in said
            if isinstance(cell, str) and bare_heading(cell)
        ]
        return len(same) > 1 and all(same)


def _names_item(heading: str) -> bool:
    """Whether a heading is the name of something that is paid."""
    words = UNIT.sub("", TRAILING.sub("", bare_heading(heading)))
    return (
        bool(programmes.programme_named(words))
        and not REGISTER_HEADINGS.unguessed.search(words)
        and "金额" not in words
    )


def _may_be_money(reader: RegisterReader) -> bool:
    """Whether a column holds amounts, as 立功等级 does not whose heading names what is paid."""
    samples = reader.column.samples
    return not samples or any(amount_or_none(words) is not None for words in samples)


def _check(line: RegisterLine) -> None:
    if line.refused:
        return
    about = kinds.REGISTER_KINDS[line.kind].fields.get("name")
    if about is None or about.reads == "name":  # else that of a thing: a rate, a meeting
        check_name(line)
    if line.facts.get("number"):
        check_number(line)
    check_money(line)
    if line.kind == kinds.PAYMENTS:
        check_paid(line)
    if kinds.REGISTER_KINDS[line.kind].personal:
        ask_of_end(line)
