"""The foot of a list: what is selected and what it comes to, 栏目 which columns are shown, 导出 the list as a file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.lists.breaking_line import BreakingLine
from ui.lists.column_choice import ColumnChoice
from ui.tables.heading_filters import FILTER_KEYS
from ui.tables.tables import RecordTable
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.fitting import TypeFit
from ui.widgets.icons import icon

EXPORT_KEYS = "Ctrl+E"
LEAST_SAID = "选中1行，共" * 2  # has room in a line beside the buttons


class ListFoot(QWidget):
    """Stands below a table, behind the sentence that says how much the list holds, where there is one."""

    def __init__(self, table: RecordTable, sentence: QLabel | None = None, *acts: QPushButton) -> None:
        """``acts`` are buttons of the list's own."""
        super().__init__()
        self.table = table
        self.selection = theme.look(QLabel(wordWrap=True), "quiet")
        self.columns_button = foot_button(
            "栏目…", "mdi6.table-column", "显示哪些栏目，什么次序，下次还是这样"
        )
        self.export_button = foot_button(
            "导出…", "mdi6.export", f"把看到的存成 Excel、PDF 或 CSV（{EXPORT_KEYS}）"
        )
        self.filter_button = foot_button(
            "取消筛选", "mdi6.filter-remove-outline", "取消表头上的筛选，全部列出"
        )
        self.filter_button.hide()
        self.selection.hide()
        words = QWidget()
        said = QHBoxLayout(words)
        said.setContentsMargins(0, 0, 0, 0)
        if sentence is not None:
            said.addWidget(sentence)
        said.addWidget(self.selection, 1)
        buttons = (self.filter_button, *acts, self.columns_button, self.export_button)
        self._line = BreakingLine(words, lambda: self.fontMetrics().horizontalAdvance(LEAST_SAID), buttons)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._line)
        TypeFit(self, self._fit)
        self._join()

    def _fit(self) -> None:
        self._line.fit(self.width())

    def _join(self) -> None:
        self.table.selection_said.connect(self._say_selection)
        self.columns_button.clicked.connect(self._choose_columns)
        self.export_button.clicked.connect(self.export)
        self.filter_button.clicked.connect(self.table.heading_filters.clear)
        self.table.filtered.connect(self._say_filters)
        self.table.addAction("筛选这一栏…\tAlt+↓", self._filter_current)
        self.table.addAction(f"导出…\t{EXPORT_KEYS}", self.export)
        for keys, act in ((EXPORT_KEYS, self.export), (FILTER_KEYS, self._filter_current)):
            pressed = QShortcut(QKeySequence(keys), self.table, act)
            pressed.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def export(self) -> None:
        """Write what the list shows into a file."""
        from ui.lists.list_export import export_list  # when wanted: no list need wait for what writes files

        export_list(self.table)

    def _filter_current(self) -> None:
        self.table.heading_filters.ask(self.table.currentIndex().column())

    def _say_selection(self, words: str) -> None:
        self.selection.setText(words)
        self.selection.setVisible(bool(words))

    def _say_filters(self) -> None:
        words = self.table.heading_filters.words()
        self.filter_button.setText(f"筛选 {words}")
        self.filter_button.setVisible(bool(words))
        self._fit()

    def _choose_columns(self) -> None:
        run_dialog(ColumnChoice(self.table.headings, self.window()))

    # What Qt asks for

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def foot_button(words: str, picture: str, tip: str) -> QPushButton:
    """A button of the foot; the tip says what it does, and its keys."""
    button = theme.look(QPushButton(icon(picture), words), "flat")
    button.setAutoDefault(False)
    button.setToolTip(tip)
    return button


def with_foot(table: RecordTable, sentence: QLabel | None = None) -> QWidget:
    """A table with its foot, as one part of a window."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(table, 1)
    column.addWidget(ListFoot(table, sentence))
    return whole
