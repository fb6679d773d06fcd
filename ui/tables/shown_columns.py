"""The shown columns of a list as a register: what the officer sees in the window, on paper and in a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import Qt

from reports.tables.list_columns import MM_OF_PIXEL, PAGE_MM
from reports.tables.register import CENTRE, END, START, Heading, Register, numbered
from ui.tables.query_rows import RIGHT, Column

NUMBER_MM = 10.0
STANDS_ON_PAPER = {RIGHT: END, Qt.AlignmentFlag.AlignHCenter: CENTRE}


def shown_register(
    title: str, columns: Sequence[Column], query: ModelSelect[Any], keys: Sequence[int], practice: bool
) -> Register:
    """The rows with these keys, in this order, in the columns as they are shown; together they fill a page.

    May be called in the background: it looks at the database and not at the window.
    """
    found = {record.id: record for record in query}
    rows = [[each.text(found[key]) for each in columns] for key in keys if key in found]
    share = (PAGE_MM - NUMBER_MM) / sum(each.width * MM_OF_PIXEL for each in columns)
    headings = [
        Heading(each.title, each.width * MM_OF_PIXEL * share, STANDS_ON_PAPER.get(each.align, START))
        for each in columns
    ]
    return Register(title, (Heading("序号", NUMBER_MM), *headings), numbered(rows), practice=practice)
