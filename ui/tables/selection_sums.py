"""What a selection comes to: how many rows, and the sum of each column of amounts; of many rows reckoned in the background."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.jobs.questions import Question
from ui.tables.query_rows import Column, QueryModel

SUMMED_AT_ONCE = 50  # rows; more would be felt while somebody drags the mouse


class SelectionSums(QObject):
    """Says ``told`` in words: 选中3行　合计：金额 1,234.00; first without the sums where those take a while."""

    told = Signal(str)

    def __init__(self, rows: QueryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._wanted: tuple[list[Column], list[int]] = [], []
        self._asking = Question(self._reckon, self)
        self._asking.answered.connect(self._tell)

    def say(self, columns: Sequence[Column], keys: Sequence[int]) -> None:
        """Say what these rows come to in these columns."""
        self._wanted = [each for each in columns if each.value is not None], list(keys)
        if len(keys) < 2 or not self._wanted[0] or len(keys) <= SUMMED_AT_ONCE:
            self._tell(self._reckon())
        else:
            self._tell([])
            self._asking.ask()

    def _reckon(self) -> list[tuple[str, Decimal | int]]:
        """The columns' titles, and what they come to."""
        columns, keys = self._wanted
        return summed(columns, self._rows.records_of(keys)) if columns and len(keys) > 1 else []

    def _tell(self, sums: Sequence[tuple[str, Decimal | int]]) -> None:
        count = len(self._wanted[1])
        words = f"选中{count:,}行" if count else ""
        if sums:
            words += "　合计：" + "，".join(f"{title} {_said(total)}" for title, total in sums)
        self.told.emit(words)


def summed(columns: Sequence[Column], records: Iterable[Any]) -> list[tuple[str, Decimal | int]]:
    """What each column of amounts comes to, by its title; a column in which nothing stands is left out."""
    totals: dict[str, Decimal | int] = {}
    for record in records:
        for column in columns:
            amount = column.value(record) if column.value is not None else None
            if amount is not None:
                totals[column.title] = totals.get(column.title, 0) + amount
    return [(each.title, totals[each.title]) for each in columns if each.title in totals]


def _said(total: Decimal | int) -> str:
    return f"{total:,.2f}" if isinstance(total, Decimal) else f"{total:,}"
