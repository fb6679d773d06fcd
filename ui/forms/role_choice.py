"""The choice of a role 角色: what each may do stands beside it, the present one is marked, and below, how far a run would come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from models.office.roles import rights_by_role
from ui.widgets.scrolling import HighEnough
from ui.widgets.theme import look


class RoleChoice(HighEnough):
    """One of the roles; an editor like any other."""

    changed = Signal()

    def __init__(
        self, told: Callable[[str], str], now: str = "", wanted: str = "", parent: QWidget | None = None
    ) -> None:
        """``told``: what follows for runs from a role; ``now``: the role that the account has."""
        super().__init__(parent)
        self._told = told
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self.runs = look(QLabel(wordWrap=True), "hint")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, kind in enumerate(rights_by_role().values()):
            button = QRadioButton(f"{kind.name}（现在）" if kind.name == now else kind.name)
            button.setAccessibleName(f"{button.text()}：{kind.words}")
            words = look(QLabel(kind.words), "quiet")
            words.setBuddy(button)
            self.group.addButton(button)
            self.buttons[kind.name] = button
            grid.addWidget(button, row, 0)
            grid.addWidget(words, row, 1)
        grid.addWidget(self.runs, len(self.buttons), 0, 1, 2)
        self.group.buttonToggled.connect(self._on_toggled)
        self.set_value(wanted or now)

    def value(self) -> str:
        return next((name for name, button in self.buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        if value in self.buttons:
            self.buttons[value].setChecked(True)

    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)

    def tell(self) -> None:
        """Say anew how far a run would come."""
        self.runs.setText(self._told(self.value()))

    def fault(self) -> str:
        return ""

    def hint(self) -> str:
        return ""

    def _on_toggled(self, _button: object, on: bool) -> None:
        if on:
            self.tell()
            self.changed.emit()

    # What Qt asks for

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # other words, or larger ones
            self.fit()
        return handled
