"""The dialog of a column's filter: words that are to stand in it, or some of its values to tick, each with how often it stands there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.filters.column_filters import MOST_VALUES, ColumnFilter, Value
from reports.tables.register import words_of
from ui.disclosure.masked_cells import shown
from ui.jobs.questions import Question
from ui.tables.query_rows import Column, QueryModel
from ui.widgets import theme

COLUMN_VALUE = Qt.ItemDataRole.UserRole
NOTHING_SAID = "（空白）"
LOOKING = "正在数这一栏里有什么……"
TICK_THEM = "打勾的才列出，可以勾几个；一个都不勾，就按上面写的字找。"
TOO_MANY = f"这一栏里不同的内容太多，下面是最多的{MOST_VALUES}种，其他的请在上面写字来找。"


class ColumnFilterDialog(QDialog):
    """Asks for the filter of one column; ``wanted`` is the answer."""

    def __init__(self, rows: QueryModel, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"筛选：{column.title}")
        self.column, self._before = column, rows.filters.get(column.key, ColumnFilter())
        self.words = QLineEdit(
            self._before.words, clearButtonEnabled=True, placeholderText="含有的字，回车就筛选"
        )
        self.words.setAccessibleName("含有的字")
        self.told = theme.look(QLabel(LOOKING, wordWrap=True), "hint")
        self.values = QListWidget()
        self.values.setSpacing(2)
        self.values.setAccessibleName("这一栏里的内容")
        self._everything = False
        self.asking = Question(lambda: rows.values_of(column), self)
        self.asking.answered.connect(self.offer)
        self._lay_out()
        self.words.textChanged.connect(self._show_fitting)
        self.asking.ask()

    def wanted(self) -> ColumnFilter | None:
        """The filter as chosen; None where everything may pass."""
        items = [self.values.item(row) for row in range(self.values.count())]
        ticked = tuple(
            each.data(COLUMN_VALUE) for each in items if each.checkState() == Qt.CheckState.Checked
        )
        made = ColumnFilter(ticked, "" if ticked else self.words.text().strip())
        return None if self._everything or made == ColumnFilter() else made

    def offer(self, values: Sequence[Value]) -> None:
        """Offer what stands in the column."""
        self.told.setText(TOO_MANY if len(values) > MOST_VALUES else TICK_THEM)
        for value, count in values[:MOST_VALUES]:
            said = shown(words_of(value), self.column.title) or NOTHING_SAID
            item = QListWidgetItem(f"{said}　{count:,}", self.values)
            item.setData(COLUMN_VALUE, value)
            ticked = value in self._before.values
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._show_fitting()

    def clear(self) -> None:
        """Let everything pass."""
        self._everything = True
        self.accept()

    def _show_fitting(self) -> None:
        """While one types, the values that have these words."""
        for row in range(self.values.count()):
            self.values.item(row).setHidden(self.words.text().strip() not in self.values.item(row).text())

    def _lay_out(self) -> None:
        clear, cancel, done = (
            QPushButton("全部列出"),
            QPushButton("取消"),
            theme.look(QPushButton("筛选"), "primary"),
        )
        buttons = QHBoxLayout()
        buttons.addWidget(clear)
        buttons.addStretch()
        for button, act in ((cancel, self.reject), (done, self.accept)):
            button.clicked.connect(act)
            buttons.addWidget(button)
        clear.clicked.connect(self.clear)
        for button in (clear, cancel, done):
            button.setAutoDefault(button is done)
        done.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        for widget in (self.words, self.told):
            layout.addWidget(widget)
        layout.addWidget(self.values, 1)
        layout.addLayout(buttons)
        self.resize(380, 460)
