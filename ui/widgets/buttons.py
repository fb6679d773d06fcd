"""Buttons as the pages have them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from ui.widgets import theme
from ui.widgets.icons import icon


def act_button(words: str, picture: str, act: Callable[[], object], primary: bool = False) -> QPushButton:
    """A button that does something at once or asks for the rest."""
    button = QPushButton(icon(picture, "paper" if primary else "icon"), words)
    button.setAutoDefault(False)
    if primary:
        theme.look(button, "primary")
    button.clicked.connect(lambda: act())
    return button
