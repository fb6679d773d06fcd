"""A register 登记表 of any kind, on paper (A4 laid crosswise) and as a workbook: what its rows say, under its headings."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.core.amounts import in_words
from models.core.dates import this_day
from models.core.jobs import Job
from models.office import settings
from models.printing.named_people import tell_named
from reports.paper.fonts import Missing
from reports.paper.layout import CENTRE, END, START, Gaps
from reports.paper.line_breaks import clean
from reports.paper.sheet import Paper
from reports.paper.whole_files import whole
from reports.tables.column_breadths import fitted_breadths
from reports.tables.wide_pages import SIZE
from reports.tables.wide_tables import (
    LEAST_WIDE_ROW,
    TABLE_SIGNATURES,
    WideColumn,
    WideTable,
    draw_rows,
    total_of,
)

if TYPE_CHECKING:
    from reports.tables.table_book import BookColumn

AMOUNT = re.compile(r"-?\d[\d,]*\.\d\d")
MM_OF_CHARACTER = 1.9  # mm of paper that one character of a workbook's column width takes, about


class Heading(NamedTuple):
    """A column: its heading, its breadth in mm on paper, and how its single lines stand."""

    words: str
    width: float
    align: str = CENTRE


@dataclass(frozen=True, slots=True)
class Register:
    """The facts of a register: title, the pieces above it, headings, and a row of words for each record.

    ``counted`` is the measure word of the count; ``money`` the column that is summed up; ``least`` the height of a row.
    """

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    above: tuple[str, ...] = ()
    counted: str = "条"
    money: int | None = None
    signed: tuple[str, ...] = TABLE_SIGNATURES
    least: float = LEAST_WIDE_ROW
    practice: bool = False
    running: bool = False  # each page says what it and those before come to
    counts: frozenset[int] = frozenset()  # the columns that count something: numbers in the workbook
    amounts: frozenset[int] = frozenset()  # the columns that say amounts: numbers in the workbook, too
    sums: frozenset[int] = frozenset()  # the columns of amounts that a workbook adds up
    mark: str = ""  # of a copy that is given away: whose, when, its number
    office: str = ""
    day: date = field(default_factory=this_day)
    named: frozenset[int] = frozenset()  # the files (ids) of those whom its rows name

    def heads(self) -> tuple[str, ...]:
        """The pieces of the line above the table."""
        day = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        return (f"制表单位：{self.office or settings.office().name}", *self.above, f"制表日期：{day}")


def words_of(value: object) -> str:
    """A value of a record as a register shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    return str(value)


def numbered(rows: Sequence[Sequence[object]]) -> tuple[tuple[str, ...], ...]:
    """Rows of values as words, each with its number before it."""
    return tuple((str(number), *map(words_of, row)) for number, row in enumerate(rows, start=1))


def count_columns(values: Sequence[Sequence[object]], kind: type = int) -> frozenset[int]:
    """The columns, counted from 序号, in which nothing but whole numbers stands, or amounts (``Decimal``)."""
    said = ([each for each in column if each not in (None, "")] for column in zip(*values, strict=True))
    return frozenset(
        number
        for number, some in enumerate(said, start=1)
        if some and all(type(each) is kind for each in some)
    )


def write_paper(registers: Sequence[Register], out: Path) -> Job[tuple[Missing, ...]]:
    """Write registers into one PDF, one after another, each with its own page numbers and bookmark.

    Returns the characters that no font has. A job that is cancelled or fails leaves nothing.
    """
    gaps = Gaps()
    first = registers[0]
    with whole(out) as stream:
        paper = Paper(stream, clean(first.title), first.office or settings.office().name, SIZE)
        for register in registers:
            yield from draw_rows(paper, _table(register), register.rows, gaps, clean(register.title))
        paper.close()
    tell_named(out, [number for register in registers for number in register.named])
    return tuple(gaps.found)


def _table(register: Register) -> WideTable:
    columns = tuple(WideColumn(each.words, each.width, each.align) for each in register.headings)
    return WideTable(
        register.title, register.heads(), columns, register.counted, min(1, len(columns) - 1), register.practice,
        register.money, register.signed, register.least, register.running, register.mark,
    )  # fmt: skip


def write_workbook(register: Register, out: Path) -> None:
    """Write a register as .xlsx: every cell text but amounts, A4 landscape, the heading repeated on each printed page."""
    from reports.tables.book_files import save_book  # when wanted
    from reports.tables.table_book import make_table_book

    fitted = fitted_breadths([(each.words, each.width) for each in register.headings], register.rows)
    headings = tuple(each._replace(width=w) for each, w in zip(register.headings, fitted, strict=True))
    register = replace(register, headings=headings)
    columns = tuple(_book_column(register, number) for number in range(len(register.headings)))
    book = make_table_book(
        register.title, "　　".join(register.heads()), columns, register.rows, len(columns), register.practice,
        sheet="登记表", total=_total(register), mark=register.mark,
    )  # fmt: skip
    with whole(out) as stream:
        save_book(book, stream)
    tell_named(out, register.named)


def write_csv(register: Register, out: Path) -> None:
    """Write a register as .csv for other programs: its headings, its rows, and last the mark of a copy."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(each.words.replace("\n", "") for each in register.headings)
    lines.writerows(map(_no_formula, row) for row in register.rows)
    if register.mark:
        lines.writerow([register.mark])
    with whole(out) as stream:
        stream.write(text.getvalue().encode("utf-8-sig"))
    tell_named(out, register.named)


def _no_formula(words: str) -> str:
    """Words that a spreadsheet would take for a formula begin with the sign of text."""
    from reports.tables.book_cells import SIGNS  # when wanted

    return f"'{words}" if words.startswith(SIGNS) and not AMOUNT.fullmatch(words) else words


def _book_column(register: Register, number: int) -> BookColumn:
    """A column of the workbook; amounts, which stand at the end on paper or are added up there, are numbers."""
    from reports.tables.table_book import BookColumn  # when wanted

    words, width, align = register.headings[number]
    if number in register.counts:
        return BookColumn(words, max(6.0, width / MM_OF_CHARACTER), counts=True)
    said = [row[number] for row in register.rows if row[number]]
    summed = number == register.money or number in register.sums
    amounts = [words for words in said if AMOUNT.fullmatch(words)]  # beside a sum 待核定 may stand
    if (
        not amounts
        or not (summed or align == END or number in register.amounts)
        or not (summed or amounts == said)
    ):
        return BookColumn(words, max(6.0, width / MM_OF_CHARACTER), align == START)
    said.append(f"{total_of([(words,) for words in amounts], 0):,.2f}")
    broad = max(
        6.0, width / MM_OF_CHARACTER, *(len(each) + 2.0 for each in said)
    )  # a number that does not fit is ####
    return BookColumn(words, broad, amounts=True, summed=summed)


def _total(register: Register) -> str:
    words = f"合计：{len(register.rows)}{register.counted}"
    if register.money is not None:
        amount = total_of(register.rows, register.money)
        words += f"　金额{amount:,.2f}元（大写：{in_words(amount)}）"
    return words + "".join(
        f"　　{each}　　　　　　" if each.endswith("：") else f"　　{each}" for each in register.signed
    )


__all__ = [
    "CENTRE",
    "END",
    "START",
    "Heading",
    "Register",
    "numbered",
    "words_of",
    "write_csv",
    "write_paper",
    "write_workbook",
]
