"""The columns of a list as the window's table wants them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from PySide6.QtCore import Qt

from reports.tables.list_columns import ListColumn, Listing, Says
from reports.tables.register import CENTRE, END, START, words_of
from ui.tables.query_rows import LEFT, RIGHT, Column

STANDS = {START: LEFT, CENTRE: Qt.AlignmentFlag.AlignHCenter, END: RIGHT}


def table_columns(
    listing: Listing,
    own: Mapping[str, Says] | None = None,
    row: Callable[[Any], Any] | None = None,
    ink: Callable[[Any], str] | None = None,
    inked: Collection[str] = (),
) -> list[Column]:
    """The columns that the window shows, in its order.

    ``own`` says, by key, what only the window knows of a record; ``row`` gives the row of the list that tells of a
    record; ``ink`` colours the words of a record, in the columns ``inked`` where some are named.
    """
    own = own or {}
    return [
        _column(listing, each, own.get(each.key), row, ink if not inked or each.key in inked else None)
        for each in listing.shown()
    ]


def _column(
    listing: Listing,
    column: ListColumn,
    own: Says | None,
    row: Callable[[Any], Any] | None,
    ink: Callable[[Any], str] | None,
) -> Column:
    says = own or _through(row, listing.says(column))
    amount: Any = _through(row, column.summed) if callable(column.summed) else says if column.summed else None
    stands = column.window or (END if column.align == END else START)
    return Column(
        column.key, listing.heading(column), lambda record: words_of(says(record)), listing.order(column), column.width,
        STANDS[stands], column.hidden, amount, ink, listing.matched(column),
    )  # fmt: skip


def _through(row: Callable[[Any], Any] | None, says: Says) -> Says:
    return says if row is None else lambda record: says(row(record))
