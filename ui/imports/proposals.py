"""Proposals of a list: what it says otherwise than the archive knows better: here, there, and which of them is to hold."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QTableView, QVBoxLayout, QWidget

from models.imports.registers.rows import told_value
from models.imports.weighing import Proposal
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called
from ui.widgets.whole_words import tell_headings

PROPOSALS_ROOT = QModelIndex()
ProposalIndex = QModelIndex | QPersistentModelIndex
TELLS: tuple[tuple[str, Callable[[Proposal], str]], ...] = (
    ("用哪个", lambda each: "用名单" if each.taken else "用档案（记住）" if each.kept else "用档案"),
    ("姓名", lambda each: each.name),
    ("栏目", lambda each: each.label),
    ("档案里", lambda each: told_value(each.here)),
    ("名单上", lambda each: told_value(each.there)),
    ("为什么没有直接改", lambda each: each.why.reason),
    ("位置", lambda each: f"{each.file} {each.sheet} 第{each.row}行"),
)


class ProposalsModel(QAbstractTableModel):
    """The proposals, the gravest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.proposals: list[Proposal] = []

    def show(self, proposals: list[Proposal]) -> None:
        self.beginResetModel()
        self.proposals = sorted(proposals, key=lambda each: -each.why.weight)
        self.endResetModel()

    def decide(self, chosen: list[Proposal], take: bool) -> None:
        """Let the list or the archive hold in these."""
        for each in chosen:
            each.taken, each.kept = take, not take
        last = self.index(len(self.proposals) - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: ProposalIndex = PROPOSALS_ROOT) -> int:
        return 0 if parent.isValid() else len(self.proposals)

    def columnCount(self, parent: ProposalIndex = PROPOSALS_ROOT) -> int:
        return 0 if parent.isValid() else len(TELLS)

    def data(self, index: ProposalIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return TELLS[index.column()][1](self.proposals[index.row()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return TELLS[section][0] if orientation == Qt.Orientation.Horizontal else section + 1


class ProposalsTable(QWidget):
    """The table with what can be decided: for the chosen rows, or for the whole column of the first of them."""

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ProposalsModel(self)
        self.table = called(QTableView(), "等您决定的")
        tell_headings(self.table.horizontalHeader())
        self.table.setModel(self.rows)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        heading = self.table.horizontalHeader()
        heading.setStretchLastSection(True)
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.words = theme.look(QLabel(wordWrap=True), "quiet")
        self.take = act_button("用名单上的", "mdi6.arrow-left-bold", lambda: self.decide(True))
        self.keep = act_button("用档案里的，以后不再问", "mdi6.check", lambda: self.decide(False))
        self.whole = act_button("选中整栏", "mdi6.select-all", self.choose_column)
        buttons = QHBoxLayout()
        for button in (self.take, self.keep, self.whole):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def show_proposals(self, proposals: list[Proposal]) -> None:
        self.setVisible(bool(proposals))
        self.rows.show(proposals)
        self.words.setText(
            f"下面{len(proposals):,}处名单与档案不一致，档案里的更可靠，没有改动。请选中后决定；不决定的保持档案，下次再问。"
        )
        self.table.resizeColumnsToContents()
        if proposals:
            self.table.selectRow(0)

    def chosen(self) -> list[Proposal]:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.rows.proposals[row] for row in rows]

    def decide(self, take: bool) -> None:
        self.rows.decide(self.chosen(), take)
        self.table.resizeColumnToContents(0)  # 用档案（记住） is longer than 用档案
        self.decided.emit()

    def choose_column(self) -> None:
        """Choose every proposal about the field of the first chosen one."""
        chosen = self.chosen()
        if not chosen:
            return
        self.table.clearSelection()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        for row, each in enumerate(self.rows.proposals):
            if each.label == chosen[0].label:
                self.table.selectRow(row)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
