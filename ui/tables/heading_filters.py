"""The filters in the headings of a table 表头筛选: a funnel in the heading under the mouse, and what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QToolButton

from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

if TYPE_CHECKING:
    from ui.tables.tables import RecordTable

FUNNEL = 18  # pixels, across and high
FILTER_KEYS = "Alt+Down"


class HeadingFilters(QObject):
    """Offers to filter by the column whose heading is under the mouse, or in which the keyboard is."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self._section = -1  # under the mouse
        self.funnel = theme.look(QToolButton(table.headings.viewport()), "funnel")
        self.funnel.setAccessibleName("筛选这一栏")
        self.funnel.setToolTip(f"筛选这一栏（{FILTER_KEYS}）")
        self.funnel.setIcon(icon("mdi6.filter-outline"))
        self.funnel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.funnel.setFixedSize(FUNNEL, FUNNEL)
        self.funnel.hide()
        self.funnel.clicked.connect(lambda: self.ask(self._section))
        table.headings.viewport().setMouseTracking(True)
        table.headings.viewport().installEventFilter(self)

    def ask(self, section: int) -> None:
        """Ask which values of a column are wanted, and show the rows that have them."""
        from ui.tables.column_filter_dialog import ColumnFilterDialog  # when wanted: no list need wait for it

        rows = self._table.rows
        if not 0 <= section < len(rows.columns) or not rows.can_filter(rows.columns[section]):
            return
        dialog = ColumnFilterDialog(rows, rows.columns[section], self._table.window())
        if run_dialog(dialog):
            rows.filter_by(rows.columns[section].key, dialog.wanted())
            self._table.filtered.emit()

    def clear(self) -> None:
        """Let everything pass again."""
        if self._table.rows.filters:
            for key in list(self._table.rows.filters):
                self._table.rows.filter_by(key, None)
            self._table.filtered.emit()

    def words(self) -> str:
        """What the headings' filters say: 街道(镇)：总寨镇、南滩街道."""
        titles = {column.key: column.title for column in self._table.rows.columns}
        return "；".join(
            f"{titles[key]}：{wanted.told()}" for key, wanted in self._table.rows.filters.items()
        )

    def _follow(self, place: QPoint) -> None:
        """Stand at the end of the heading under the mouse, where that has room for its words and the funnel."""
        headings, rows = self._table.headings, self._table.rows
        section = self._section = headings.logicalIndexAt(place)
        fits = section >= 0 and headings.sectionSize(section) > 2 * FUNNEL
        if fits and rows.can_filter(rows.columns[section]):
            end = headings.sectionViewportPosition(section) + headings.sectionSize(section)
            right = min(end, headings.viewport().width()) - FUNNEL - 2
            self.funnel.move(right, (headings.viewport().height() - FUNNEL) // 2)
        self.funnel.setVisible(fits and rows.can_filter(rows.columns[section]))

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._follow(event.position().toPoint())
        elif event.type() == QEvent.Type.Leave:
            self.funnel.hide()
        return False
