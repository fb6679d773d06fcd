"""Lines of a register: the cells of a row read into facts, and what was wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from models.core import citizen_number, codes
from models.core.words import bare_heading, half_width
from models.imports.registers.kinds import RegisterField
from models.imports.registers.month_words import MonthSpan, month_span
from models.imports.registers.titles import Title
from models.imports.sheets.cells import shown
from models.imports.sheets.column_readers import ColumnReader
from models.imports.sheets.columns import FoundColumn
from models.imports.sheets.field_kinds import cell_reader
from models.imports.sheets.read_rows import SPOILT_WORDS, ReadRow, SheetRemark, shape_words
from models.imports.words.capital_money import capital_amount
from models.imports.words.heading_forms import UNIT
from models.imports.words.names import NOTE_BEHIND, name_and_note
from models.imports.workbooks.sheet import Sheet

# What may not be passed over when it cannot be read: sums and years would be wrong without a word.
HARD = frozenset(["yuan", "day", "quantity", "number", "year"])
WORDS_OF = {"yuan": "金额", "day": "日期", "quantity": "数量", "year": "年份"}
SOFT_QUANTITY = frozenset(["gift_count", "years"])
MOST_YUAN = Decimal(
    5_000_000
)  # yuan for one person or unit at a time; the highest lawful payments stay below
BARE_SPAN = re.compile(r"(?:0?[1-9]|1[0-2])\s*[-~—–～至到]\s*(?:0?[1-9]|1[0-2])")  # 1-3 in a column of months
CAPITALS_DIFFER = "“{}”写的是“{}”（{:,.2f}元），与金额{:,.2f}元不一致，按{:,.2f}元登记，请核对"
WORDED = frozenset(["category", "form", "kind", "matter", "stage"])  # fields read by code tables, but 节点


@dataclass(slots=True)
class RegisterLine(ReadRow):
    """A row of a register, its facts by field."""

    section: str = ""  # the words between the rows above it: 一、春节走访
    facts: dict[str, Any] = field(default_factory=dict)

    def keep_span(self, span: MonthSpan, label: str, words: str, letters: str | None) -> None:
        """Keep that a row is of several months: one payment, its months in the note."""
        self.facts["span"], self.notes[label] = span, words
        told = f"“{words}”是{span.chinese()}几个月，按一笔登记，月份记在备注里"
        self.findings.append(SheetRemark(self.row, letters, words, told))

    def note(self) -> str:
        """Its own remark and the words of unknown columns, as they are kept."""
        own = self.facts.get("notes", "")
        return "；".join(filter(None, [own, *(f"{label}：{words}" for label, words in self.notes.items())]))


class RegisterReader(ColumnReader[RegisterLine]):
    """Reads one column's cells into rows."""

    def __init__(self, column: FoundColumn, about: RegisterField | None, sheet: Sheet, title: Title) -> None:
        self.name, self.about, self.year = column.field, about, title.year()
        said = UNIT.search(bare_heading(column.heading)) or re.search(r"元", bare_heading(column.heading))
        wan = "万元" in bare_heading(column.heading) or (not said and title.in_wan())
        read = cell_reader(about.reads if about else "text", title.year(), wan)
        super().__init__(column, sheet, read)

    def take(self, row: RegisterLine, cell: Any) -> None:
        words = shown(cell) if self.name == "month" and isinstance(cell, str) else ""
        if words and (span := month_span(f"{words}月" if BARE_SPAN.fullmatch(words) else words, self.year)):
            self.used = True
            row.keep_span(span, self.heading, shown(cell), self.letters)
        else:
            super().take(row, cell)

    def put(self, row: RegisterLine, value: Any, cell: Any) -> None:
        self._put(row, value)
        self._keep_wording(row, shown(cell), value)

    def _keep_wording(self, line: RegisterLine, said: str, value: Any) -> None:
        """Keep the words that were read by what they hold, where they say more than the name they were read as."""
        table = self.about.reads.removeprefix("code:") if self.about else ""
        if self.name in WORDED and value != said and codes.table(table).read(said) is None:
            line.notes[self.heading] = said

    def unreadable(self, row: RegisterLine, said: str) -> None:
        if self.about and self.about.reads in HARD and self.name not in SOFT_QUANTITY:
            words = f"“{said}”不是{WORDS_OF.get(self.about.reads, self.heading)}，请改正后重新导入"
            row.refused = row.refused or SheetRemark(row.row, self.letters, said, words)
        else:
            super().unreadable(row, said)

    def _put(self, line: RegisterLine, value: Any) -> None:
        if not self.name:
            line.notes[self.heading] = value
        elif isinstance(value, tuple):
            line.facts[self.name], measure = value
            if measure:
                line.facts.setdefault("measure", measure)
        else:
            line.facts[self.name] = value


def check_number(line: RegisterLine) -> None:
    """Make the citizen number one of 18 places, or refuse the row with the reason; a wrong check digit is told."""
    number = line.facts["number"]
    try:
        read = citizen_number.CitizenNumber.read(number).number
    except ValueError:
        line.refuse("number", number, shape_words(number))
        return
    if not citizen_number.is_right(read) and read.endswith("000"):
        line.refuse("number", number, SPOILT_WORDS.format(number))
    elif words := citizen_number.doubt(read):
        line.doubt("number", number, words)
    line.facts["number"] = read


def check_name(line: RegisterLine) -> None:
    """Take a note behind the name apart; refuse what is no name."""
    name = line.facts.get("name", "")
    if found := name_and_note(half_width(name)):
        line.doubt("name", half_width(name), NOTE_BEHIND.format(*found))
        line.facts["name"], line.notes["姓名"] = found[0], name
        name = found[0]
    if name and not any(character.isalpha() for character in name):
        line.refuse("name", name, f"“{name}”不是姓名")


def check_money(line: RegisterLine) -> None:
    """Refuse amounts that cannot be: below nothing, or beyond reason."""
    for name, value in line.facts.items():
        if not isinstance(value, Decimal):
            continue
        if value < 0:
            line.refuse(name, f"{value}", f"金额“{value}”是负数，登记表只记发出的钱，请核对")
        elif value > MOST_YUAN:
            line.refuse(
                name, f"{value:f}", f"金额{value:,f}元大得不合情理（超过{MOST_YUAN / 10_000:,f}万元），请核对"
            )
    _compare_capitals(line)


def _compare_capitals(line: RegisterLine) -> None:
    """Tell of an amount in capitals 大写 that is not the amount in figures."""
    amount = next((line.facts[name] for name in ("amount", "money") if name in line.facts), None)
    for label, words in line.notes.items():
        said = capital_amount(half_width(words)) if "大写" in label and isinstance(words, str) else None
        if said is not None and isinstance(amount, Decimal) and said != amount:
            line.doubt("amount", words, CAPITALS_DIFFER.format(label, words, said, amount, amount))
