"""Cut words: what a window shows whose words need more room than they have, and that does not say so.

A sign is a bar to scroll by, or the elision mark with the whole words as a tooltip.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolTip,
    QWidget,
)

SLACK = 2  # pixels by which a face may differ from what it says of itself
AROUND_HEADING = 16  # pixels left and right of a heading's words


def cut_words(window: QWidget) -> list[str]:
    """What is cut in a window that is shown, each as what it is, its words and what is wrong."""
    found = []
    for each in window.findChildren(QWidget):
        if each.window() is window and each.isVisibleTo(window):
            found += [f"{type(each).__name__}「{words}」{wrong}" for words, wrong in _cut(each, window)]
    return found


def _cut(widget: QWidget, window: QWidget) -> Iterator[tuple[str, str]]:
    for kind, ways in WAYS.items():
        if isinstance(widget, kind):
            yield from ways(widget)
            words = widget.text() if hasattr(widget, "text") else ""
            if words and (clipped := _clipped(widget, window)):
                yield words, clipped
            return


def _clipped(widget: QWidget, window: QWidget) -> str:
    """By which widget that cannot be scrolled it is cut off, if by any."""
    inner = seen = widget
    while inner is not window:
        outer = inner.parentWidget()
        area = outer.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is outer:
            if _hidden_beside(area, inner):
                return f"stands in {type(inner).__name__} of {inner.width()}, seen {outer.width()}"
            inner = seen = area
            continue
        here = QRect(seen.mapTo(outer, QPoint()), seen.size())
        if not outer.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(here):
            return f"reaches beyond {type(outer).__name__}: {here.getRect()} in {outer.size().toTuple()}"
        inner = outer
    return ""


def _hidden_beside(area: QAbstractScrollArea, page: QWidget) -> bool:
    """Whether a page is broader than the area in which it can only be scrolled up and down."""
    off = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return isinstance(area, QScrollArea) and off and page.width() > area.viewport().width() + SLACK


def _too_small(has: QSize, needs: QSize) -> str:
    if needs.width() > has.width() + SLACK or needs.height() > has.height() + SLACK:
        return f"needs {needs.toTuple()}, has {has.toTuple()}"
    return ""


def _told(widget: QWidget, at: QPoint) -> str:
    """What is told of a place where the mouse rests."""
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    return QToolTip.text()


def _label(label: QLabel) -> Iterator[tuple[str, str]]:
    words = label.text()
    if not words:
        return
    needs = label.sizeHint()
    if label.wordWrap():
        needs = QSize(label.minimumSizeHint().width(), label.heightForWidth(label.width()))
    if wrong := _too_small(label.size(), needs):
        yield words, wrong


def _button(button: QAbstractButton) -> Iterator[tuple[str, str]]:
    needs = QSize(button.sizeHint().width(), button.fontMetrics().height())
    if button.text() and (wrong := _too_small(button.size(), needs)):
        yield button.text(), wrong


def _combo(box: QComboBox) -> Iterator[tuple[str, str]]:
    words = box.currentText()
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    needs = QSize(box.fontMetrics().horizontalAdvance(words), box.fontMetrics().height() - 4)
    if words and (wrong := _too_small(field.size(), needs)) and _told(box, box.rect().center()) != words:
        yield words, wrong


def _tabs(bar: QTabBar) -> Iterator[tuple[str, str]]:
    for each in range(bar.count()):
        words = bar.tabText(each)
        elided = bar.elideMode() != Qt.TextElideMode.ElideNone
        if (bar.isTabVisible(each) and not bar.usesScrollButtons()) or elided:
            wrong = _too_small(bar.tabRect(each).size(), bar.tabSizeHint(each))
            if wrong and words not in bar.tabToolTip(each):
                yield words, wrong


def _group(box: QGroupBox) -> Iterator[tuple[str, str]]:
    needs = QSize(box.fontMetrics().horizontalAdvance(box.title()), 0)
    if box.title() and (wrong := _too_small(box.size(), needs)):
        yield box.title(), wrong


def _headings(header: QHeaderView) -> Iterator[tuple[str, str]]:
    model = header.model()
    if model is None or header.orientation() == Qt.Orientation.Vertical:
        return
    for each in range(header.count()):
        words = str(model.headerData(each, header.orientation()) or "")
        lines = header.fontMetrics().size(0, words)
        needs = QSize(lines.width() + AROUND_HEADING, lines.height())
        has = QSize(header.sectionSize(each), header.height())
        if not header.isSectionHidden(each) and (wrong := _too_small(has, needs)):
            middle = QPoint(header.sectionViewportPosition(each) + has.width() // 2, has.height() // 2)
            if _told(header.viewport(), middle) != words:
                yield words, wrong


WAYS = {
    QLabel: _label,
    QAbstractButton: _button,
    QComboBox: _combo,
    QTabBar: _tabs,
    QGroupBox: _group,
    QHeaderView: _headings,
}
