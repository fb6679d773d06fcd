"""A tab of a person's file is shown anew by the file's window, not by every write."""

from __future__ import annotations

from models.people.person import Person
from ui.pages.file_tab import FileTab


class Phone(FileTab):
    said = ""

    def show_person(self, person):
        self.said = person.phone


def test_only_the_files_window_shows_a_tab_anew(shown, session, person):
    someone = person(phone="1")
    tab = shown(Phone(session))
    tab.show_person(someone)
    with session.entry("修改"):
        Person.update(phone="2").execute()
    assert tab.said == "1"
    assert tab.renew(Person.get()) == []  # nobody types here
    assert tab.said == "2"
