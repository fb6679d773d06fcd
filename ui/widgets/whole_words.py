"""Whole words as a tooltip, where a box or a heading has no room for them and ends in an elision mark."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip

AROUND_HEADING = 16  # pixels left and right of a heading's words


class ToldBox(QComboBox):
    """A box to choose from that marks a choice for which it has no room, and tells it whole."""

    def elided(self) -> str:
        """What it has room for of its choice."""
        option: Any = QStyleOptionComboBox()  # whose fields the stubs do not know
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        icon = self.iconSize().width() + 4 if not option.currentIcon.isNull() else 0
        room = field.width() - icon - 2
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    # What Qt asks for

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            words = self.currentText()
            QToolTip.showText(event.globalPos(), words if words != self.elided() else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable() or self.elided() == self.currentText():
            super().paintEvent(event)
            return
        option: Any = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.elided()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def tell_headings(header: QHeaderView) -> None:
    """Let a row of headings tell those that it has no room for."""
    header.viewport().installEventFilter(_TellingHeadings(header))


class _TellingHeadings(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        header = self.parent()
        if not isinstance(event, QHelpEvent) or not isinstance(header, QHeaderView):
            return False
        section, model = header.logicalIndexAt(event.pos()), header.model()
        if section < 0 or model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole):
            return False
        words = str(model.headerData(section, header.orientation()) or "")
        room = header.sectionSize(section) - AROUND_HEADING
        cut = header.fontMetrics().size(0, words).width() > room
        QToolTip.showText(event.globalPos(), words if cut else "", header)
        return True
