"""A breaking line: words or choices left, buttons right, and below where both have no room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.widgets.flow_layout import FlowLayout

BREAK_GAP = 12  # pixels between the two


class BreakingLine(QBoxLayout):
    """Whoever shows it calls ``fit`` with the width that there is: when that changes, and when the type does."""

    def __init__(self, words: QWidget, least: Callable[[], int], buttons: Sequence[QWidget]) -> None:
        """``least`` says how many pixels the words need beside the buttons."""
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._least = least
        self._acts = QWidget()
        self._flow = FlowLayout(self._acts)
        for button in buttons:
            self._flow.addWidget(button)
        self.addWidget(words, 1)
        self.addWidget(self._acts)

    def fit(self, width: int) -> None:
        """Break where the width asks for it."""
        beside = self._flow.in_one_line()
        narrow = self._least() + BREAK_GAP + beside > width
        self._acts.setMinimumWidth(0 if narrow else beside)  # in one line, as long as there is room
        ways = QBoxLayout.Direction
        self.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
