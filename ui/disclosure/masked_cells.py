"""Cells of tables while the screen is masked: what their heading says is a secret is hidden, and numbers in any words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from models.disclosure.policies import CopyPurpose, Way

ON_SCREEN = Way(CopyPurpose.OUTSIDE)

_masked = False  # for all windows: there is one screen


def is_masked() -> bool:
    """Whether the screen is masked now."""
    return _masked


def set_masked(masked: bool) -> None:
    global _masked
    _masked = masked


def shown(words: str, heading: object = "") -> str:
    """Words of a column as the screen may say them now."""
    return ON_SCREEN.write(str(heading or ""), words) if is_masked() else words


class MaskedCells(QStyledItemDelegate):
    """Draws cells as the screen may say them."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if is_masked():
            heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
            said: Any = option  # the stubs do not know that its words can be set
            said.text = shown(said.text, heading)
