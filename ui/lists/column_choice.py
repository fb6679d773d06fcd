"""The choice of columns 栏目 of a list: which are shown and in which order, as one list to tick and to drag."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.jobs import messages
from ui.tables.headings import Headings
from ui.widgets import theme

COLUMN_WORDS = "打勾的栏目显示出来，从上到下就是从左到右。拖动可以换次序。"
COLUMN_KEY = Qt.ItemDataRole.UserRole


class ColumnChoice(QDialog):
    """Shows the columns from left to right; 确定 leaves them so, and they are remembered."""

    def __init__(self, headings: Headings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("栏目")
        self.headings = headings
        self.list = QListWidget()
        self.list.setAccessibleName("栏目")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for column, shown in headings.arranged_columns():
            line = QListWidgetItem(column.title, self.list)
            line.setData(COLUMN_KEY, column.key)
            line.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        self.list.setSpacing(2)
        self.list.setCurrentRow(0)
        self._lay_out()

    def move_line(self, by: int) -> None:
        """Move the current column up or down."""
        place = self.list.currentRow()
        if 0 <= place + by < self.list.count():
            self.list.insertItem(place + by, self.list.takeItem(place))
            self.list.setCurrentRow(place + by)

    def put_back(self) -> None:
        """Show the columns as the program has them."""
        self.headings.put_back()
        self.reject()

    def accept(self) -> None:
        lines = [self.list.item(row) for row in range(self.list.count())]
        shown = [line.data(COLUMN_KEY) for line in lines if line.checkState() == Qt.CheckState.Checked]
        if not shown:
            messages.tell(self, "请至少留一栏。")
            return
        self.headings.choose([line.data(COLUMN_KEY) for line in lines], shown)
        super().accept()

    def _lay_out(self) -> None:
        acts = QVBoxLayout()
        acts.addWidget(_button("上移", lambda: self.move_line(-1)))
        acts.addWidget(_button("下移", lambda: self.move_line(1)))
        acts.addWidget(_button("恢复默认", self.put_back))
        acts.addStretch()
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(acts)
        ends = QHBoxLayout()
        ends.addStretch()
        ends.addWidget(_button("取消", self.reject))
        ends.addWidget(theme.look(_button("确定", self.accept), "primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(QLabel(COLUMN_WORDS))
        layout.addLayout(middle, 1)
        layout.addLayout(ends)
        self.resize(420, 520)


def _button(words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: act())
    return button
