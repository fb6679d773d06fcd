"""The headings of a table: which columns are shown, in which order and how wide, as the officer left them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QPoint,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QHideEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QWidget

from ui.tables.query_rows import Column
from ui.widgets import theme, window_memory
from ui.widgets.fitting import TypeFit
from ui.widgets.whole_words import tell_headings


class Headings(QHeaderView):
    """Sorts by a click, moves by dragging, hides by its menu, and remembers all of it under a name."""

    arranged = Signal()

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = list(columns)
        self._name = f"columns/{name}"
        self._arranged = 0.0  # at which scale
        self._own: QItemSelectionModel | None = None
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorClearable(True)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        tell_headings(self)
        TypeFit(self, self._fit)
        self._later = QTimer(self, singleShot=True, interval=300)
        self._later.timeout.connect(self.keep)
        self.sectionMoved.connect(lambda *_: self._later.start())
        self.sectionResized.connect(lambda *_: self._later.start())

    def arrange(self) -> None:
        """Arrange the columns as remembered; those that nobody remembers as the program has them."""
        kept = self._recalled()
        self._arranged = self._scale()
        with QSignalBlocker(self._later):
            for section, column in enumerate(self._columns):
                width, hidden = kept.get(column.key, (column.width, column.hidden))
                self.setSectionHidden(section, hidden)
                self.resizeSection(section, max(round(width * self._scale()), self.minimumSectionSize()))
            known = [key for key in kept if key in {column.key for column in self._columns}]
            self._order(known + [column.key for column in self._columns if column.key not in kept])
        self._later.stop()
        self.arranged.emit()

    def put_columns(self, columns: Sequence[Column]) -> None:
        """Arrange other columns, after their model has them."""
        self._columns = list(columns)
        with QSignalBlocker(self):
            self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.arrange()

    def keep(self) -> None:
        """Remember the columns as they are now, from left to right."""
        self._later.stop()
        order = [self._columns[self.logicalIndex(place)].key for place in range(self.count())]
        sections = {column.key: section for section, column in enumerate(self._columns)}
        old = self._recalled()
        window_memory.remember(
            self._name, [[key, *self._state(sections[key], old.get(key))] for key in order]
        )

    def put_back(self) -> None:
        """Show the columns as the program has them."""
        window_memory.forget(self._name)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.arrange()

    def show_column(self, key: str, shown: bool = True) -> None:
        """Show or hide a column; the last one stays."""
        section = next(number for number, column in enumerate(self._columns) if column.key == key)
        if shown or self.hiddenSectionCount() < self.count() - 1:
            self.setSectionHidden(section, not shown)
            self.keep()
            self.arranged.emit()

    def arranged_columns(self) -> list[tuple[Column, bool]]:
        """The columns from left to right, each with whether it is shown."""
        sections = (self.logicalIndex(place) for place in range(self.count()))
        return [(self._columns[each], not self.isSectionHidden(each)) for each in sections]

    def choose(self, order: list[str], shown: Collection[str]) -> None:
        """Arrange the columns from left to right, and show these; the keys of all, and of those shown."""
        self._order(order)
        for section, column in enumerate(self._columns):
            self.setSectionHidden(section, column.key not in shown)
        self.keep()
        self.arranged.emit()

    def chosen(self) -> tuple[str, ...]:
        """The keys of the columns that are shown, from left to right."""
        return tuple(column.key for column, shown in self.arranged_columns() if shown)

    def menu(self) -> QMenu:
        """Which columns are shown, with a tick each."""
        menu = QMenu(self)
        for section, column in enumerate(self._columns):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.toggled.connect(lambda on, key=column.key: self.show_column(key, on))
        menu.addSeparator()
        menu.addAction("恢复默认列").triggered.connect(self.put_back)
        return menu

    def _state(self, section: int, old: tuple[float, bool] | None) -> tuple[float, bool]:
        """Width and whether hidden; a hidden or stretched column has no width of its own, so its old one stays."""
        hidden = self.isSectionHidden(section)
        usual = old[0] if old else self._columns[section].width
        stretched = self.visualIndex(section) == self._last_shown()
        return (
            usual if hidden or stretched else self.sectionSize(section) / (self._arranged or self._scale())
        ), hidden

    def _last_shown(self) -> int:
        return max(
            place for place in range(self.count()) if not self.isSectionHidden(self.logicalIndex(place))
        )

    def _recalled(self) -> dict[str, tuple[float, bool]]:
        kept: Any = window_memory.recall(self._name, [])
        try:
            return {str(key): (float(width), bool(hidden)) for key, width, hidden in kept}
        except (TypeError, ValueError):
            return {}

    def _fit(self) -> None:
        if self._arranged not in (0.0, self._scale()):
            self.arrange()

    def _scale(self) -> float:
        """Widths are remembered as they are at the usual type size."""
        return QApplication.font().pointSizeF() / theme.USUAL_SIZE

    def _order(self, keys: list[str]) -> None:
        sections = {column.key: section for section, column in enumerate(self._columns)}
        for place, key in enumerate(keys):
            self.moveSection(self.visualIndex(sections[key]), place)

    # What Qt asks for

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._pop_up(event.globalPos())

    def hideEvent(self, event: QHideEvent) -> None:
        if self._later.isActive():
            self.keep()
        super().hideEvent(event)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """With a selection of its own: asking for each column whether all its cells are selected takes seconds."""
        super().setModel(model)
        if model is not None and self._own is None:
            self._own = QItemSelectionModel(model, self)
            super().setSelectionModel(self._own)

    def setSelectionModel(self, selection: QItemSelectionModel) -> None:
        if self._own is None:
            super().setSelectionModel(selection)

    def _pop_up(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
