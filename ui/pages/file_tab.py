"""A tab of a person's file."""

from __future__ import annotations

from models.people.person import Person
from ui.pages.page import Page


class FileTab(Page):
    """Shows something of one person; the file's window says when it is to be shown anew."""

    HEARS = False

    def show_person(self, person: Person) -> None:
        """Show a person as the archive has him or her now."""
        raise NotImplementedError

    def renew(self, person: Person) -> list[str]:
        """Take in what was written meanwhile; returns the labels of the fields that are new under an officer's hands."""
        self.show_person(person)
        return []
