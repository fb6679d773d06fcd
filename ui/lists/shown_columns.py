"""The shown columns of a list as a register: what the officer sees in the window, on paper and in a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from models.uses.named_rows import people_named
from reports.tables.list_columns import MM_OF_PIXEL, PAGE_MM, fitted
from reports.tables.register import CENTRE, END, START, Heading, Register, count_columns, numbered
from reports.tables.row_heights import UNBROKEN
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.query_rows import RIGHT, Column
from ui.tables.tables import RecordTable

AS_SHOWN = "列表现在的样子（栏目、次序同窗口）"
NUMBER_MM = 10.0
MM_OF_FIGURE, BESIDE_FIGURES = 1.86, 3.0  # of a figure on paper; at the edges of its column
STANDS_ON_PAPER = {RIGHT: END, Qt.AlignmentFlag.AlignHCenter: CENTRE}


def as_shown(table: RecordTable, title: str, practice: bool) -> Gathered:
    """What a list shows, in the order shown and in the columns that the officer left there; gathered in the background."""
    records = table.rows.records_of(table.rows.keys())
    return partial(shown_facts, title, chosen_columns(table), records, practice)


def shown_facts(title: str, columns: Sequence[Column], facts: Iterable[Any], practice: bool) -> Register:
    """These facts or records in columns of the window, which together fill a page."""
    told = list(facts)
    values = [cells_of(columns, fact) for fact in told]
    return replace(shown_values(title, columns, values, practice), named=people_named(told))


def cells_of(columns: Sequence[Column], fact: Any) -> list[object]:
    """What columns of the window say of a fact or a record."""
    return [each.text(fact) for each in columns]


def shown_values(
    title: str, columns: Sequence[Column], values: Sequence[Sequence[object]], practice: bool
) -> Register:
    """The same of what the columns say."""
    rows = numbered(values)
    wanted = [each.width * MM_OF_PIXEL for each in columns]
    least = [_unbroken(row[number] for row in rows) for number in range(1, len(columns) + 1)]
    breadths = fitted(wanted, least, PAGE_MM - NUMBER_MM)
    headings = [
        Heading(each.title, breadth, STANDS_ON_PAPER.get(each.align, START))
        for each, breadth in zip(columns, breadths, strict=True)
    ]
    return Register(
        title, (Heading("序号", NUMBER_MM), *headings), rows, practice=practice, counts=count_columns(values), amounts=count_columns(values, Decimal),
        sums=frozenset(number for number, each in enumerate(columns, start=1) if each.value is not None),
    )  # fmt: skip


def offer_as_shown(prints: PrintButton, noun: str, table: RecordTable, practice: bool) -> None:
    """Offer a list as it looks in the window when it is printed."""
    prints.part()
    prints.offer_register(AS_SHOWN, partial(as_shown, table, f"{noun}一览表", practice))


def chosen_columns(table: RecordTable) -> list[Column]:
    """The columns that the officer left there, from left to right."""
    return columns_of(table)[0]


def columns_of(table: RecordTable) -> tuple[list[Column], list[Column]]:
    """The same, and those that are hidden."""
    by_key = {column.key: column for column in table.rows.columns}
    shown = [by_key.pop(key) for key in table.headings.chosen()]
    return shown, list(by_key.values())


def _unbroken(words: Iterable[str]) -> float:
    """The mm that the longest number or date of a column takes in one line."""
    longest = max((len(run) for each in words for run in UNBROKEN.findall(each) if run <= "~"), default=0)
    return longest * MM_OF_FIGURE + BESIDE_FIGURES if longest else 0.0
