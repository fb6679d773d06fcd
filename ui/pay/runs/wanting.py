"""What is wanting 缺的标准, to be entered or confirmed before everybody can be reckoned; what most people wait for first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.pay.runs.wanting import Wanting
from models.pay.standards.standards import Standard
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END
from ui.lists.list_foot import with_foot
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import RecordTable
from ui.widgets import theme, window_size
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

NONE = "没有缺的标准。\n\n其他没有计算的，是档案里缺批准日期、等级等，请打开档案补上。"


def _people(wanting: Wanting) -> int:
    return len(wanting.people)


WANTING_LIST = Listing(
    None,
    (
        ListColumn("what", 80, heading="要办的事", words=lambda wanting: "确认" if wanting.standard.id else "登记"),
        ListColumn("whom", 260, heading="对象", words=lambda wanting: wanting.standard.whom()),
        ListColumn("layer", 60, heading="层级", field="standard.layer"),
        ListColumn("rate", 130, heading="已登记为", words=lambda wanting: wanting.standard.rate() if wanting.standard.id else "没有"),
        ListColumn("when", 150, heading="缺的月份", words=lambda wanting: wanting.when()),
        ListColumn("people", 90, align=END, heading="等着的人数", words=_people, summed=True),
    ),
)  # fmt: skip


class WantingDialog(QDialog):
    """``chosen`` is the standard that the officer wants to open, when it was accepted."""

    def __init__(self, found: Sequence[Wanting], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("缺的标准")
        self.chosen: Standard | None = None
        self._found = list(found)
        self.rows = FactRows(table_columns(WANTING_LIST), lambda wanting: self._found.index(wanting), self)
        self.table = called(RecordTable(self.rows, "wanting", NONE, self), "缺的标准")
        self.open_button = act_button("打开这条标准", "mdi6.arrow-top-right", self.open_chosen, primary=True)
        self._lay_out()
        self.rows.show_facts(self._found)
        self.open_button.setEnabled(bool(self._found))
        if self._found:
            self.table.setCurrentIndex(self.rows.index(0, 0))
        self.table.opened.connect(lambda _: self.open_chosen())

    def open_chosen(self) -> None:
        wanting = self.table.record()
        if wanting is not None:
            self.chosen = wanting.standard
            self.accept()

    def _lay_out(self) -> None:
        words = "下面的标准确认或登记以后，等着的人就能计算。确认前请对照文件；已经编制的批次请“重新编制”。"
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.open_button)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(theme.look(QLabel(words, wordWrap=True), "quiet"))
        column.addWidget(with_foot(self.table), 1)
        column.addLayout(foot)
        window_size.resize(self, 880, 480)
