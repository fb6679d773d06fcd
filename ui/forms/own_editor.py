"""The editor of a field of the office's own 自设栏目, by its type."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from models.own_fields.own_fields import OwnField, OwnType
from ui.disclosure.covers import SECRET
from ui.forms.editors import CodeBox, Editor
from ui.forms.record_form import editor_for


def own_editor(own: OwnField) -> Editor:
    """The editor that suits it; what is secret is covered with the screen."""
    editor = CodeBox(names=own.offered) if own.type == OwnType.CHOICE else editor_for(own.field())
    cast(QWidget, editor).setProperty(SECRET, own.hides.value)
    return editor
