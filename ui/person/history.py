"""The history 变更记录, a tab: who changed what when, field by field; and putting one thing back."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.core.dates import PartDate
from models.people.person import Person
from models.undo import restore
from reports.changes import changes
from reports.changes.changes import Item
from ui.jobs import messages
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.pages.file_tab import FileTab
from ui.past.past_file import ask_past_file
from ui.tables.query_rows import ROOT, Index
from ui.tables.search_box import finds
from ui.widgets import theme
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.whole_words import tell_headings

HISTORY_HEADINGS = ("时间", "操作人", "操作", "改了什么", "原来", "现在")
HISTORY_WIDTHS = (125, 60, 160, 200, 180, 180)
EVERYTHING = "全部内容"


class HistoryRows(QAbstractTableModel):
    """The changes of one person's file, newest first; of one entry the time and title are said once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[Item] = []

    def show_items(self, items: list[Item]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def _first(self, row: int) -> bool:
        return row == 0 or self.items[row - 1].entry.number != self.items[row].entry.number

    # --- what Qt asks for

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HISTORY_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        words = (item.at, item.entry.user, item.entry.title, item.label, item.before, item.after)[
            index.column()
        ]
        if role == Qt.ItemDataRole.ToolTipRole:
            return words
        if role == Qt.ItemDataRole.DisplayRole:
            return words if index.column() > 2 or self._first(index.row()) else ""
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HISTORY_HEADINGS[section]
        return None


class HistoryPage(FileTab):
    """The journal of one person."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._all: list[Item] = []
        self.person = person
        self.rows = HistoryRows(self)
        self.table = called(QTableView(), "变更记录")
        tell_headings(self.table.horizontalHeader())
        self.words = QLineEdit(placeholderText="查找：栏目、内容、操作人、日期", clearButtonEnabled=True)
        finds(called(self.words, "查找变更"))
        self.nouns = called(QComboBox(), "哪类记录")
        self.count = theme.look(QLabel(), "quiet")
        self.restore_button = QPushButton(icon("mdi6.restore"), "恢复这一项")
        self.past_button = QPushButton(icon("mdi6.calendar-clock-outline"), "看这一天的档案…")
        self._lay_out()
        self._join()
        self.show_person(person)

    def show_person(self, person: Person) -> None:
        """Show a file's changes as the journal has them now."""
        self.person = person
        self._all = changes.items(person.uid)
        chosen = self.nouns.currentText()
        blocked = self.nouns.blockSignals(True)
        self.nouns.clear()
        self.nouns.addItems([EVERYTHING, *dict.fromkeys(item.noun for item in self._all)])
        self.nouns.setCurrentIndex(max(0, self.nouns.findText(chosen)))
        self.nouns.blockSignals(blocked)
        self._filter()

    def chosen(self) -> Item | None:
        """The change in the current row."""
        index = self.table.currentIndex()
        return self.rows.items[index.row()] if index.isValid() else None

    def look_back(self) -> None:
        """Show the file as it stood on a day, that of the chosen change being offered."""
        item = self.chosen()
        day = PartDate.parse(item.at[:10]) if item is not None else None
        ask_past_file(self, self.session, self.person, day)

    def restore(self) -> None:
        """Put the chosen thing back, after saying what that means."""
        item = self.chosen()
        if item is None:
            return
        if item.column:
            question = f"把“{item.label}”恢复为：\n{item.before or '（空）'}"
        else:
            question = f"恢复已删除的内容：\n{item.label}\n{item.before}"
        if not messages.ask(self, question, "恢复"):
            return
        attempt_write(self, self.session, lambda: _put_back(item, self.session.user))

    def _filter(self) -> None:
        noun, words = self.nouns.currentText(), self.words.text().split()
        shown = [
            item
            for item in self._all
            if noun in (EVERYTHING, item.noun)
            and all(
                any(word in told for told in (*item[4:], item.at, item.entry.user, item.entry.title))
                for word in words
            )
        ]
        self.rows.show_items(shown)
        self.count.setText(
            f"共{len(self._all)}处变更" + (f"，显示{len(shown)}处" if len(shown) < len(self._all) else "")
        )
        self._mark()

    def _mark(self) -> None:
        item = self.chosen()
        past = self.session.past is not None
        self.restore_button.setEnabled(item is not None and item.restorable and not past)

    def _lay_out(self) -> None:
        self.words.setMaximumWidth(300)
        head = QHBoxLayout()
        for widget in (self.words, self.nouns, self.count):
            head.addWidget(widget)
        head.addStretch()
        self.past_button.setVisible(self.session.past is None)
        head.addWidget(self.past_button)
        head.addWidget(self.restore_button)
        self.table.setModel(self.rows)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for column, width in enumerate(HISTORY_WIDTHS):
            self.table.setColumnWidth(column, width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)

    def _join(self) -> None:
        self.words.textChanged.connect(lambda _: self._filter())
        self.nouns.currentIndexChanged.connect(lambda _: self._filter())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._mark())
        self.table.doubleClicked.connect(
            lambda _: self.restore() if self.restore_button.isEnabled() else None
        )
        self.restore_button.clicked.connect(self.restore)
        self.past_button.clicked.connect(self.look_back)


def _put_back(item: Item, user: str) -> None:
    if item.column:
        restore.restore_field(item.change, item.column, user)
    else:
        restore.bring_back(item.change, user)
