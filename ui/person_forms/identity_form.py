"""The form of one identity: only the fields that its kind asks, and whatever else it already says."""

from __future__ import annotations

from collections.abc import Collection

from peewee import Field
from PySide6.QtWidgets import QWidget

from models.core import codes
from models.people import identity_fields
from models.people.identity import Identity
from ui.forms.editors import CodeBox, Editor
from ui.forms.file_forms import FileForm
from ui.forms.record_form import editor_for

WIDE_IDENTITY_FIELDS = {
    "illness", "disability", "disabled_place", "disabled_unit", "disabled_cause", "fallen_cause", "fallen_place",
    "fallen_unit", "notes", "checkup",
}  # fmt: skip


class IdentityForm(FileForm[Identity]):
    """One identity's facts. Its state is not among them: that is changed with a date and a reason.

    ``asked``: these of its fields alone, for an application that is about them.
    """

    def __init__(
        self,
        identity: Identity,
        parent: QWidget | None = None,
        reading: bool = False,
        asked: Collection[str] = (),
    ) -> None:
        super().__init__(parent, reading)
        self.kind = identity.kind
        for place, (heading, names) in enumerate(identity_fields.sections_of(identity)):
            wanted = [name for name in names if not asked or name in asked]
            if wanted:
                self.section(heading)
            if not place:
                self.begin()
            for name in wanted:
                self.add(name)
        if not asked:
            self.add("notes")

    def begin(self) -> None:
        """What stands before the first field; nothing here."""

    def add(self, name: str) -> None:
        """Bind one field, with the editor that suits it."""
        field = Identity._meta.fields[name]
        label = field.short or field.verbose_name
        self.bind(name, label, self._editor(name, field), self.COLUMNS if name in WIDE_IDENTITY_FIELDS else 1)

    def _editor(self, name: str, field: Field) -> Editor:
        if name == "category":
            return CodeBox(names=codes.categories_of(self.kind))
        return editor_for(field)
