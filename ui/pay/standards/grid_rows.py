"""The rows of a new grid 新标准表: the last amount, the one that is typed, and what of it is unlikely."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.pay.standards import derived, grids
from models.pay.standards.grids import Pair
from models.pay.standards.months import Month
from models.pay.standards.standards import Standard
from reports.tables.list_columns import ListColumn, Listing, Says
from reports.tables.register import END
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.query_rows import Index
from ui.tables.tables import Column


def _old(pair: Pair) -> Decimal | None:
    return pair.older.amount if pair.older is not None else None


def _known(pair: Pair) -> Decimal | None:
    """The amount that was found somewhere but nobody has confirmed; a copied row says only what the last one said."""
    assert pair.newer is not None
    return None if grids.TO_FILL in pair.newer.notes else pair.newer.amount


NEW_GRID_LIST = Listing(
    None,
    (
        ListColumn("layer", 50, heading="层级", field="newer.layer"),
        ListColumn("whom", 200, heading="对象", words=lambda pair: pair.newer.whom()),
        ListColumn("unit", 90, heading="计发单位", field="newer.unit"),
        ListColumn("old", 110, align=END, heading="上一标准(元)", words=_old),
        ListColumn("new", 110, align=END, heading="新标准(元)"),
        ListColumn("more", 90, align=END, heading="增加(元)"),
        ListColumn("percent", 74, align=END, heading="增幅"),
        ListColumn("misfit", 250, heading="与提标规律不符"),
        ListColumn("known", 120, align=END, heading="已查到(未确认)", words=_known),
        ListColumn(
            "source", 200, heading="出处", words=lambda pair: pair.newer.derived_by or pair.newer.source
        ),
    ),
)
NEW = [each.key for each in NEW_GRID_LIST.shown()].index("new")  # the column that is typed into


class GridRows(FactRows):
    """The pairs of a new grid; ``typed`` holds what was typed, by the standard's id."""

    def __init__(self, begins: Month, parent: QWidget) -> None:
        self.typed: dict[int, Decimal] = {}
        self._begins = begins
        self._misfits: dict[Standard, str] = {}
        super().__init__(self._columns(), lambda pair: pair.newer.id, parent)

    def put(self, row: int, words: str) -> bool:
        """Take an amount as it is typed; empty words take it back. False when it is no amount."""
        bare = words.replace(",", "").replace("元", "").strip()
        pair: Pair = self.facts()[row]
        assert pair.newer is not None
        if not bare:
            self.typed.pop(pair.newer.id, None)
        elif bare.replace(".", "", 1).isdigit() and bare.isascii() and Decimal(bare) > 0:
            self.typed[pair.newer.id] = Decimal(bare)
        else:
            return False
        self._check()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        return True

    def misfits(self) -> int:
        """How many of the typed cells do not fit the rule by which the others rose."""
        return len(self._misfits)

    def _check(self) -> None:
        """Hold what was typed against the rule of rates and rounding; a cell may make others fit or not."""
        typed = {
            pair.older: self.typed[pair.newer.id]
            for pair in self.facts()
            if pair.older is not None and pair.newer.id in self.typed
        }
        self._misfits = derived.misfits(typed, self._begins)

    def _columns(self) -> list[Column]:
        own: dict[str, Says] = {
            "new": lambda pair: self.typed.get(pair.newer.id),
            "more": self._more,
            "percent": self._percent,
            "misfit": lambda pair: self._misfits.get(pair.older, ""),
        }
        inked = ("more", "percent", "misfit")
        return table_columns(NEW_GRID_LIST, own, ink=self._unlikely, inked=inked)

    def _more(self, pair: Pair) -> Decimal | None:
        assert pair.newer is not None
        new, old = self.typed.get(pair.newer.id), _old(pair)
        return None if new is None or old is None else new - old

    def _percent(self, pair: Pair) -> str:
        more, old = self._more(pair), _old(pair)
        return f"{more / old * 100:+.2f}%" if more is not None and old else ""

    def _unlikely(self, pair: Pair) -> str:
        """A standard that falls, rises by half or otherwise than the others is most often a slip of the pen."""
        more, old = self._more(pair), _old(pair)
        if pair.older in self._misfits:
            return "problem"
        return "problem" if more is not None and old and not 0 <= more <= old / 2 else ""

    # What Qt asks for

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() == NEW else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.EditRole:
            return self.text(index.row(), index.column())
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role == Qt.ItemDataRole.EditRole and self.put(index.row(), str(value or ""))
