"""The editors of the office's own fields 自设栏目: a section of a person's form, made from their definitions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from models.own_fields import own_values
from models.own_fields.own_fields import OWN_FIELDS, own_fields
from models.people.person import Person
from ui.forms.editors import Editor
from ui.forms.own_editor import own_editor

if TYPE_CHECKING:  # which imports this file
    from ui.person_forms.person_form import PersonForm


class OwnFieldEditors:
    """A person has what they say as attributes by their keys while the form shows it."""

    def __init__(self, form: PersonForm) -> None:
        self.fields = {each.key: each for each in own_fields()}
        self.misfits: dict[str, str] = {}  # by key, why what is kept has no place in its editor
        if self.fields:
            form.section(OWN_FIELDS)
        for key, field in self.fields.items():
            form.bind(key, field.name, own_editor(field))

    def read(self, person: Person) -> None:
        """Let the person say what the archive keeps; what does not fit its type stays as it is until somebody writes over it."""
        said = own_values.said_of([person.id])[person.id] if person.id is not None and self.fields else {}
        self.misfits = {}
        for key, field in self.fields.items():
            words = said.get(key, "")
            if why := own_values.misfit(field, words):
                self.misfits[key], words = why, ""
            setattr(person, key, field.value(words))

    def still_misfits(self, editors: Mapping[str, Editor]) -> dict[str, str]:
        """Those over which nobody has written yet."""
        return {key: words for key, words in self.misfits.items() if editors[key].value() in (None, "")}

    def write(self, person: Person, changed: dict[str, Any]) -> None:
        """Keep those of the form's changes that are theirs, inside an entry."""
        said = {key: field.says(changed[key]) for key, field in self.fields.items() if key in changed}
        own_values.keep_own(person.id, said)
