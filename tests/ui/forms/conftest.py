"""A form of a person, in a window that has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from models.people.person import Person
from ui.forms.record_form import RecordForm


@pytest.fixture
def form(qtbot):
    made = RecordForm()
    made.section("基本信息")
    made.for_fields(Person, ["name", "number", "sex", "born", "phone"], required=("name", "number"))
    made.section("其他")
    made.for_fields(Person, ["rooms", "owns_house", "income", "notes", "residence"], wide=("residence",))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def compose(editor, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QGuiApplication.sendEvent(editor, event)


def press(qtbot, editor, key=Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(editor, key, modifier)
