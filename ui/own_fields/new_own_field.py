"""A new own field 自设栏目, asked for where it is first missed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.own_fields import own_values
from models.own_fields.own_fields import OwnField
from ui.forms.record_dialog import RecordDialog
from ui.jobs.session import Session
from ui.own_fields.own_fields import OwnFieldForm
from ui.widgets.dialogs import run_dialog


def ask_own_field(parent: QWidget, session: Session, suggested: OwnField) -> OwnField | None:
    """Ask for a definition that begins as suggested, and save it; None where the officer thinks better of it."""
    form = OwnFieldForm()
    form.edit(suggested)
    dialog = RecordDialog(session, form, "登记自设栏目", own_values.define, parent)
    return suggested if run_dialog(dialog) else None
