"""The mask of the screen 遮屏: one key, and no window of the program shows a whole number, telephone or account any more.

Nothing that is written changes: tables draw other words, labels say them, fields and papers are covered, tips and what is copied
are masked on their way. It lasts until the key is pressed again or the archive is left.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QToolTip,
    QWidget,
)

from models.core.masks import masked_words
from ui.disclosure.covers import cover, may_be_covered, uncover
from ui.disclosure.masked_cells import MaskedCells, is_masked, set_masked

KEY = "F7"
WHOLE_WORDS = "whole words"  # the property in which a label keeps what it says otherwise
LOOKED_AT = {QEvent.Type.Show, QEvent.Type.Paint, QEvent.Type.ToolTip, QEvent.Type.KeyPress}


class ScreenMask(QObject):
    """Masks all windows of the program while it is on; says ``changed`` when it is put on or taken off.

    Only while it is on it watches the whole application, which makes whatever is shown slower; else what has the keyboard.
    """

    changed = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        set_masked(False)
        self._app = cast("QApplication", QApplication.instance())
        self._app.focusChanged.connect(self._watch_keys)
        QGuiApplication.clipboard().dataChanged.connect(self._mask_copied)

    def turn(self) -> None:
        """Put it on, or take it off."""
        set_masked(not is_masked())
        self._app.installEventFilter(self) if is_masked() else self._app.removeEventFilter(self)
        for widget in QApplication.allWidgets():
            _mask(widget) if is_masked() else _unmask(widget)
        self.changed.emit(is_masked())

    def on(self) -> bool:
        """Whether the windows are masked now."""
        return is_masked()

    def take_off(self) -> None:
        """The archive is left."""
        if is_masked():
            self.turn()

    def _watch_keys(self, left: QWidget | None, entered: QWidget | None) -> None:
        """See the key in a dialog, where the window's own shortcut does not reach."""
        if left is not None:
            left.removeEventFilter(self)
        if entered is not None:
            entered.installEventFilter(self)

    def _mask_copied(self) -> None:
        """What the program itself has just put on the clipboard is masked there."""
        board = QGuiApplication.clipboard()
        ours = board.ownsClipboard() or QGuiApplication.focusWindow() is not None
        copied = board.mimeData() if is_masked() and ours else None
        if copied is None or masked_words(copied.text()) == copied.text():
            return
        masked = QMimeData()
        masked.setText(masked_words(copied.text()))
        if copied.hasHtml():
            masked.setHtml(masked_words(copied.html()))
        board.setMimeData(masked)

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in LOOKED_AT or not isinstance(watched, QWidget):
            return False
        if kind == QEvent.Type.KeyPress:
            return self._pressed(cast("QKeyEvent", event))
        if is_masked():
            if kind == QEvent.Type.ToolTip:
                return _told(watched, cast("QHelpEvent", event))
            _mask(watched)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        """The key in a dialog, where the window's own shortcut does not reach."""
        if event.key() != Qt.Key.Key_F7 or event.isAutoRepeat() or event.modifiers():
            return False
        self.turn()
        return True


def _mask(widget: QWidget) -> None:
    if isinstance(widget, QLabel | QAbstractButton):
        said = widget.text()
        if (masked := masked_words(said)) != said:
            widget.setProperty(WHOLE_WORDS, said)
            widget.setText(masked)
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        if type(widget.itemDelegate()) is QStyledItemDelegate:
            widget.setItemDelegate(MaskedCells(widget))
        widget.viewport().update()
    elif may_be_covered(widget):
        cover(widget)


def _unmask(widget: QWidget) -> None:
    if isinstance(widget, QLabel | QAbstractButton):
        whole = widget.property(WHOLE_WORDS)
        if whole and widget.text() == masked_words(whole):
            widget.setText(whole)
        widget.setProperty(WHOLE_WORDS, None)
    elif isinstance(widget, QAbstractItemView):
        widget.viewport().update()
    elif may_be_covered(widget):
        uncover(widget)


def _told(widget: QWidget, event: QHelpEvent) -> bool:
    """Show a tip masked; False when there is nothing in it to mask, so that Qt shows it."""
    view = widget.parentWidget()
    tip = widget.toolTip()
    if isinstance(view, QAbstractItemView) and widget is view.viewport():
        tip = str(view.indexAt(event.pos()).data(Qt.ItemDataRole.ToolTipRole) or tip)
    if (masked := masked_words(tip)) == tip:
        return False
    QToolTip.showText(event.globalPos(), masked, widget)
    return True
