"""Covers over fields and papers while the screen is masked: a field shows its words masked, a paper nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from models.core.masks import Secret

SECRET = "secret"  # the property of an editor that says what kind of secret its field holds
PAPER_COVERED = "屏幕已遮盖，纸面和扫描件不显示。\n按 F7 恢复。"
SAYS: dict[type, Callable[[Any], str]] = {
    QLineEdit: lambda field: "" if field.echoMode() != QLineEdit.EchoMode.Normal else field.text(),
    QPlainTextEdit: lambda field: field.toPlainText(),
    QTextEdit: lambda field: field.toPlainText(),
    QComboBox: lambda field: "" if field.isEditable() else field.currentText(),  # its line says it otherwise
}
PAPERS = "QPdfView", "QGraphicsView"  # by name: the previewer is loaded when it is first wanted


class ScreenCover(QLabel):
    """Lies over a field or a paper, lets the mouse through, and follows it in size and words."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setContentsMargins(8, 0, 8, 0)
        over.installEventFilter(self)
        for kind in SAYS:
            if isinstance(over, kind):
                changed = over.currentTextChanged if isinstance(over, QComboBox) else over.textChanged  # type: ignore[attr-defined]  # each has one
                changed.connect(self.follow)
                self.setWordWrap(kind not in (QLineEdit, QComboBox))
        self.follow()

    def follow(self) -> None:
        """Say what is to be seen; nothing is covered that has no secret in it."""
        over = self.over
        if _shows_papers(over):
            self.setText(PAPER_COVERED)
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        else:
            said = next(says(over) for kind, says in SAYS.items() if isinstance(over, kind))
            self.setText(Secret(over.property(SECRET) or Secret.OPEN.value).hide(said))
            self.setVisible(self.text() != said)
        self.setGeometry(over.rect().adjusted(1, 1, -1, -1))
        self.raise_()

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return False


def may_be_covered(widget: QWidget) -> bool:
    """Whether it is a field or shows papers."""
    return isinstance(widget, tuple(SAYS)) or _shows_papers(widget)


def _shows_papers(widget: QWidget) -> bool:
    return any(map(widget.inherits, PAPERS))


def cover(widget: QWidget) -> None:
    """Lay a cover over it, if none lies there."""
    if not _covers(widget):
        made = ScreenCover(widget)
        if _shows_papers(widget):
            made.show()


def uncover(widget: QWidget) -> None:
    for each in _covers(widget):
        widget.removeEventFilter(each)
        each.hide()
        each.setParent(None)
        each.deleteLater()


def _covers(widget: QWidget) -> list[ScreenCover]:
    return [each for each in widget.children() if isinstance(each, ScreenCover)]
