"""The page of an import's plan, its third: what it would do, sheet by sheet, and every line refused, doubtful or changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.imports.plan import Plan, PlanMark, RowOutcome
from ui.imports.proposals import ProposalsTable
from ui.widgets import theme
from ui.widgets.scrolling import scrolled_page
from ui.widgets.spoken_names import called
from ui.widgets.whole_words import tell_headings

OUTCOMES = (
    (RowOutcome.NEW, "新增"),
    (RowOutcome.CHANGED, "变更"),
    (RowOutcome.SAME, "相同"),
    (RowOutcome.REFUSED, "未导入"),
)
PLAN_ROOT = QModelIndex()
PlanIndex = QModelIndex | QPersistentModelIndex


class PlanTold(NamedTuple):
    """A line of the list: what kind of thing is told, where, and the words."""

    mark: PlanMark
    file: str
    sheet: str
    place: str
    words: str


def told(plan: Plan) -> Iterator[PlanTold]:
    """Everything an import has to say, the refused first."""
    for file, reason in plan.unread:
        yield PlanTold(PlanMark.REFUSED, file, "", "整个文件", reason)
    for mark in PlanMark:
        for sheet in plan.sheets:
            for remark in sheet.told(mark):
                column = f"{remark.column}列" if remark.column else ""
                place = f"第{remark.row}行{column}" if remark.row else "整张表"
                yield PlanTold(mark, sheet.file, sheet.roster.sheet.name, place, remark.words)


class ToldModel(QAbstractTableModel):
    """The lines of the list; a roster of thousands may have as many."""

    HEADINGS = ("结果", "文件", "工作表", "位置", "说明")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[PlanTold] = []

    def show(self, lines: list[PlanTold]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: PlanIndex = PLAN_ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: PlanIndex = PLAN_ROOT) -> int:
        return 0 if parent.isValid() else len(self.HEADINGS)

    def data(self, index: PlanIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.lines[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.HEADINGS[section] if orientation == Qt.Orientation.Horizontal else section + 1


class PlanPage(QWidget):
    """Counts above, the list below; the counts are buttons that show their part of the list only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = theme.look(QLabel(wordWrap=True), "heading")
        self.counts = theme.look(QLabel(wordWrap=True), "quiet")
        self.room = scrolled_page(self.counts)  # on a low screen the sheets are scrolled, too
        self.lines = ToldModel(self)
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.lines)
        self.table = called(QTableView(), "逐行的结果")
        tell_headings(self.table.horizontalHeader())
        self.choices: dict[str, QPushButton] = {}
        self.proposals = ProposalsTable()
        self._lay_out()

    def show_plan(self, plan: Plan) -> None:
        lines = list(told(plan))
        self.proposals.show_proposals(plan.proposals)
        self.lines.show(lines)
        totals = "，".join(f"{word} {plan.total(outcome):,}" for outcome, word in OUTCOMES)
        self.summary.setText(f"将会：{totals}")
        self.counts.setText("\n".join(_of_sheets(plan)))
        self.room.setMaximumHeight(self.counts.sizeHint().height())
        for mark, button in self.choices.items():
            count = sum(not mark or line.mark == mark for line in lines)
            button.setText(f"{mark or '全部'} {count:,}")
            button.setEnabled(count > 0)
        self.choices[""].setChecked(True)
        self.shown.setFilterFixedString("")
        self.table.resizeColumnsToContents()
        self.table.setColumnWidth(1, min(200, self.table.columnWidth(1)))

    def _lay_out(self) -> None:
        self.table.setModel(self.shown)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        row = QHBoxLayout()
        for mark in ("", *PlanMark):
            button = QPushButton(mark or "全部")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            theme.look(button, "choice")
            button.clicked.connect(lambda _=False, mark=mark: self.shown.setFilterFixedString(mark))
            self.choices[mark] = button
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self.room, 1)
        layout.addWidget(self.proposals, 2)
        layout.addLayout(row)
        layout.addWidget(self.table, 2)


def _of_sheets(plan: Plan) -> Iterator[str]:
    """The counts of each sheet that has people; the first few only, for the list below names them all."""
    sheets = [sheet for sheet in plan.sheets if sheet.roster.lines]
    for sheet in sheets[:8]:
        counts = "，".join(
            f"{word}{sheet.counts[outcome]:,}" for outcome, word in OUTCOMES if sheet.counts[outcome]
        )
        yield f"{sheet.file}　{sheet.roster.sheet.name}：{len(sheet.roster.lines):,}行，{counts}"
    if len(sheets) > 8:
        yield f"……共{len(sheets)}张表"
