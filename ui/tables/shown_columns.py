"""The shown columns of a list as a register: what the officer sees in the window, on paper and in a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import Qt

from reports.tables.list_columns import MM_OF_PIXEL, PAGE_MM, fitted
from reports.tables.register import CENTRE, END, START, Heading, Register, count_columns, numbered
from reports.tables.row_heights import UNBROKEN
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.fact_rows import FactRows
from ui.tables.query_rows import RIGHT, Column
from ui.tables.tables import RecordTable

AS_SHOWN = "列表现在的样子（栏目、次序同窗口）"
NUMBER_MM = 10.0
MM_OF_FIGURE, BESIDE_FIGURES = 1.86, 3.0  # of a figure on paper; at the edges of its column
STANDS_ON_PAPER = {RIGHT: END, Qt.AlignmentFlag.AlignHCenter: CENTRE}


def shown_register(
    title: str, columns: Sequence[Column], query: ModelSelect[Any], keys: Sequence[int], practice: bool
) -> Register:
    """The rows with these keys, in this order, in the columns as they are shown; together they fill a page.

    May be called in the background: it looks at the database and not at the window.
    """
    found = {record.id: record for record in query}
    return shown_facts(title, columns, [found[key] for key in keys if key in found], practice)


def shown_facts(title: str, columns: Sequence[Column], facts: Iterable[Any], practice: bool) -> Register:
    """These facts in the columns as they are shown."""
    values = [[each.text(fact) for each in columns] for fact in facts]
    rows = numbered(values)
    wanted = [each.width * MM_OF_PIXEL for each in columns]
    least = [_unbroken(row[number] for row in rows) for number in range(1, len(columns) + 1)]
    breadths = fitted(wanted, least, PAGE_MM - NUMBER_MM)
    headings = [
        Heading(each.title, breadth, STANDS_ON_PAPER.get(each.align, START))
        for each, breadth in zip(columns, breadths, strict=True)
    ]
    return Register(
        title, (Heading("序号", NUMBER_MM), *headings), rows, practice=practice, counts=count_columns(values)
    )


def offer_as_shown(
    prints: PrintButton, noun: str, table: RecordTable, rows: FactRows, practice: bool
) -> None:
    """Offer a list of reckoned facts as it looks in the window when it is printed."""

    def ask() -> Gathered:
        chosen = chosen_columns(table)
        return partial(shown_facts, f"{noun}一览表", chosen, rows.facts(), practice)

    prints.part()
    prints.offer_register(AS_SHOWN, ask)


def chosen_columns(table: RecordTable) -> list[Column]:
    """The columns that the officer left there, from left to right."""
    by_key = {column.key: column for column in table.rows.columns}
    return [by_key[key] for key in table.headings.chosen()]


def _unbroken(words: Iterable[str]) -> float:
    """The mm that the longest number or date of a column takes in one line."""
    longest = max((len(run) for each in words for run in UNBROKEN.findall(each) if run <= "~"), default=0)
    return longest * MM_OF_FIGURE + BESIDE_FIGURES if longest else 0.0
