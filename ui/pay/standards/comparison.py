"""The comparison of two years' standards 比较两年标准: what held at the end of each, with what each rose by."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.core import codes
from models.pay.standards import grids, standards
from models.pay.standards.grids import Pair
from reports.pay import grids as prints
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import RecordTable
from ui.widgets import theme, window_size
from ui.widgets.spoken_names import called

EVERY_KIND = "全部身份"
INKED = ("whom", "layer", "unit", "older", "newer")


def _ink(pair: Pair) -> str:
    return "" if all(each is None or each.confirmed for each in (pair.older, pair.newer)) else "doubt"


class ComparisonDialog(QDialog):
    """Two years of one kind, or of all."""

    def __init__(self, session: Session, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("比较两年标准")
        self.kind, self.older, self.newer = (
            called(QComboBox(), words) for words in ("身份", "哪一年", "和哪一年比")
        )
        self.rows = FactRows(
            table_columns(prints.COMPARED_LIST, ink=_ink, inked=INKED), lambda pair: pair.any.id, self
        )
        self.table = called(RecordTable(self.rows, "comparison", "这两年都没有登记标准", self), "两年标准")
        self.told = theme.look(QLabel(), "quiet")
        self._lay_out()
        self._offer(kind)
        for box in (self.kind, self.older, self.newer):
            box.currentIndexChanged.connect(self.refresh)
        self.refresh()

    def pairs(self) -> list[Pair]:
        kind = "" if self.kind.currentIndex() <= 0 else self.kind.currentText()
        return grids.compared(self._year(self.older), self._year(self.newer), kind)

    def refresh(self) -> None:
        found = self.pairs()
        self.rows.show_facts(found)
        changed = sum(1 for pair in found if pair.more)
        lone = sum(1 for pair in found if pair.older is None or pair.newer is None)
        unsure = sum(1 for pair in found if _ink(pair))
        self.told.setText(
            f"共{len(found)}项，{changed}项有变动，{lone}项只有一年有"
            + (f"；{unsure}项含未确认的标准" if unsure else "")
        )

    def _year(self, box: QComboBox) -> int:
        return int(box.currentData() or 0)

    def _offer(self, kind: str) -> None:
        self.kind.addItems([EVERY_KIND, *codes.table("kind").names()])
        self.kind.setCurrentIndex(max(0, self.kind.findText(kind)))
        known = standards.standard_years()
        for box, place in ((self.older, 1), (self.newer, 0)):
            for year in known:
                box.addItem(f"{year}年末", year)
            box.setCurrentIndex(min(place, len(known) - 1))

    def _lay_out(self) -> None:
        prints_ = PrintButton()
        prints_.offer_register("标准对照表", self._register)
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        top = QHBoxLayout()
        for widget in (self.kind, self.older, QLabel("与"), self.newer):
            top.addWidget(widget)
        top.addStretch()
        top.addWidget(prints_)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(with_foot(self.table), 1)
        column.addLayout(foot)
        window_size.resize(self, 1080, 640)

    def _register(self) -> Gathered:
        found, years = self.pairs(), (self._year(self.older), self._year(self.newer))
        practice = self._session.practice
        return lambda: prints.comparison(found, *years, practice)
