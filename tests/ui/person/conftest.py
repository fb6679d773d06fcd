"""The file of a person in its window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core import journal
from ui.person.file_tabs import BASIC_TAB
from ui.person.window import PersonFile


@pytest.fixture
def file(qtbot, session, identity):
    """Open the file of somebody, with the facts given."""

    def open_file(someone=None, **facts):
        someone = someone or identity(certificate="青战1", **facts).person
        window = PersonFile(session, someone.id)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_file


def form(window):
    return window.tabs.pages[BASIC_TAB].form


def last_entry():
    return journal.Entry.select().order_by(journal.Entry.number.desc()).get()


def keys(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, key, modifier)
