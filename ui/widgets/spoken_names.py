"""The spoken name of what has the keyboard: what a reader of the screen says of it, where no words on it or label say so."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Spoken = TypeVar("Spoken", bound=QWidget)


def called(widget: Spoken, words: str) -> Spoken:
    """Give a widget its spoken name, and return it.

    A label's buddy does for one line and for a box to choose from; of tables, lists and pictures Qt says only this.
    """
    widget.setAccessibleName(words)
    if (within := widget.focusProxy()) is not None:  # what has the keyboard for it
        within.setAccessibleName(words)
    return widget
