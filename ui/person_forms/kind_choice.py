"""The choice of the kind of identity: one large button per kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.core import codes
from ui.widgets import theme

COLUMNS_OF_KINDS = 3
KIND_DIGITS = "1234567890"  # the keys that choose the first ten kinds


class KindChoice(QWidget):
    """The kinds of the code table, in its order."""

    changed = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(10)
        self._kinds = list(codes.table("kind").names())
        for place, kind in enumerate(self._kinds):
            button = theme.look(
                QPushButton(f"{KIND_DIGITS[place]}　{kind}" if place < len(KIND_DIGITS) else kind), "choice"
            )
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setMinimumHeight(52)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self.buttons.addButton(button, place)
            grid.addWidget(button, place // COLUMNS_OF_KINDS, place % COLUMNS_OF_KINDS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.addWidget(
            theme.look(
                QLabel(
                    "按哪一种身份享受优待？按它前面的数字，或点它。一个人有几种身份的，先登记一种，建档后再添加。",
                    wordWrap=True,
                ),
                "quiet",
            )
        )
        layout.addSpacing(10)
        layout.addLayout(grid)
        layout.addStretch()
        self.buttons.buttonToggled.connect(lambda *_: self.changed.emit())
        self.buttons.buttonClicked.connect(lambda _: self.done.emit())

    def kind(self) -> str:
        """The chosen kind; empty while none is chosen."""
        place = self.buttons.checkedId()
        return self._kinds[place] if place >= 0 else ""

    def choose(self, kind: str) -> None:
        """Choose a kind and go on."""
        self.buttons.button(self._kinds.index(kind)).click()

    def take_focus(self) -> None:
        (self.buttons.checkedButton() or self.buttons.buttons()[0]).setFocus(Qt.FocusReason.TabFocusReason)

    # --- what Qt asks for

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((button for button in self.buttons.buttons() if button.hasFocus()), None)
        place = KIND_DIGITS.find(event.text()) if event.text() else -1
        if 0 <= place < len(self._kinds):
            self.buttons.button(place).click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused is not None:
            focused.click()
        else:
            super().keyPressEvent(event)
