"""The form of one identity: only the fields that its kind asks, and whatever else it already says."""

from __future__ import annotations

from peewee import Field
from PySide6.QtWidgets import QWidget

from models.core import codes
from models.people import identity_fields
from models.people.identity import Identity
from ui.forms.editors import CodeBox, Editor
from ui.forms.file_forms import FileForm
from ui.forms.record_form import editor_for

FALLEN = "烈士(牺牲、病故军人)"  # the section says so already
WIDE = {
    "illness", "disability", "disabled_place", "disabled_unit", "disabled_cause", "fallen_cause", "fallen_place",
    "fallen_unit", "notes", "checkup",
}  # fmt: skip
BOXES = {"fallen_post": "rank"}
LABELS = {
    "fallen_certificate": "证明书字号",
    "fallen_joined": "入伍(工作)时间",
    "relation": "与牺牲病故军人关系",
    "paid_to": "已发至月份",
    "joined": "入伍(工作)时间",
}


class IdentityForm(FileForm[Identity]):
    """One identity's facts. Its state is not among them: that is changed with a date and a reason."""

    def __init__(self, identity: Identity, parent: QWidget | None = None, reading: bool = False) -> None:
        super().__init__(parent, reading)
        self.kind = identity.kind
        for place, (heading, names) in enumerate(identity_fields.sections_of(identity)):
            self.section(heading)
            if not place:
                self.begin()
            for name in names:
                self.add(name)
        self.add("notes")

    def begin(self) -> None:
        """What stands before the first field; nothing here."""

    def add(self, name: str) -> None:
        """Bind one field, with the editor that suits it."""
        field = Identity._meta.fields[name]
        label = LABELS.get(name, str(field.verbose_name).removeprefix(FALLEN))
        self.bind(name, label, self._editor(name, field), self.COLUMNS if name in WIDE else 1)

    def _editor(self, name: str, field: Field) -> Editor:
        if name == "category":
            return CodeBox(names=codes.categories_of(self.kind))
        return CodeBox(BOXES[name], editable=True) if name in BOXES else editor_for(field)
