"""Shared money, in a cell merged down over several rows: one amount, for those rows together, and not one for each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.imports.registers import kinds
from models.imports.registers.lines import RegisterLine, RegisterReader
from models.imports.sheets.cells import shown
from models.imports.workbooks.sheet import Sheet

ONE_AMOUNT = frozenset(
    ["amount", "money", "gift_value"]
)  # the cost of a case may well be said on several rows
ON_TOP = "“{}”与第{}行至第{}行是合并的一格，{}按一笔登记在本行名下，请核对各人各是多少"
BELOW = "“{}”与第{}行是合并的一格，是几行共同的一笔{}，已登记在第{}行名下，本行没有登记；若各人分开领取，请拆成各自的金额后重新导入"


@dataclass(frozen=True, slots=True)
class SharedMoney:
    """A cell of money that one row shares with others: where it stands, and what it says."""

    index: int
    heading: str
    top: int
    bottom: int
    said: str
    below: bool  # whether the row is below the first of them


@dataclass(frozen=True, slots=True)
class SharedArea:
    """An area of a column of money that is merged down: rows as the spreadsheet shows them."""

    reader: RegisterReader
    top: int
    bottom: int

    def on(self, row: int, cells_of: list[Any]) -> SharedMoney | None:
        """What a row shares here; None when it is not one of these rows, or nothing stands there."""
        if not self.top <= row <= self.bottom or not (said := shown(self.reader.cell(cells_of))):
            return None
        return SharedMoney(
            self.reader.index, self.reader.heading, self.top, self.bottom, said, below=row > self.top
        )


def shared_areas(sheet: Sheet, money: Iterable[RegisterReader]) -> list[SharedArea]:
    """The areas merged down in columns of money."""
    by_column = {sheet.first_column + reader.index: reader for reader in money}
    return [
        SharedArea(by_column[merge.left], merge.top, merge.bottom)
        for merge in sheet.merges
        if merge.left in by_column and merge.bottom > merge.top
    ]


def tell_shared(line: RegisterLine, shared: Iterable[SharedMoney]) -> None:
    """Tell what a row shares; one that has no amount of its own is no payment, and a visit without its money."""
    for each in shared:
        if not each.below:
            line.doubt("amount", each.said, ON_TOP.format(each.heading, each.top, each.bottom, each.said))
            continue
        words = BELOW.format(each.heading, each.top, each.said, each.top)
        if line.kind in (kinds.PAYMENTS, kinds.CASES) and "amount" not in line.facts:
            line.refuse("amount", each.said, words)
        else:
            line.doubt("amount", each.said, words)
