"""The notice strip above a page says what has just happened, until one has read it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.widgets import theme


class Notice(QWidget):
    """One sentence and 知道了; hidden when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(wordWrap=True)
        read = QToolButton()
        read.setText("知道了")
        read.clicked.connect(lambda: self.say(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.addWidget(self.words, 1)
        row.addWidget(read)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.look(self, "notice").hide()

    def say(self, words: str) -> None:
        """Say a sentence; an empty one takes the strip away."""
        self.words.setText(words)
        self.setVisible(bool(words))
