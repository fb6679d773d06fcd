"""From a new person to the printed file with few keys, as they are pressed: docs/十二件事.md says how they are counted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.people.identity import COMBATANTS, Identity
from models.people.person import Person
from tests import factories
from ui.main.main_window import MainWindow
from ui.person.window import PersonFile
from ui.person_forms.new_person import NewPerson
from ui.printing.paper_sending import PaperSending
from ui.printing.preview import PreviewWindow
from ui.printing.print_dialog import PrintDialog

FEWEST = 25  # keys, with the eighteen digits of the number, up to the window of the printer
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pressed(qtbot):
    """Press a key in what has the keyboard, or in a window that opens with it; returns how many were pressed."""
    keys = []

    def press(key, modifier=Qt.KeyboardModifier.NoModifier, window=None):
        keys.append(key)
        front = window or QApplication.activeWindow()
        QTest.keyClick(front.focusWidget() or front, key, modifier)
        return len(keys)

    return press


def opened(qtbot, kind):
    """The window of a kind, once it is there and has the keyboard."""

    def there():
        return [
            each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(there()), timeout=20_000)
    there()[0].activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is there()[0], timeout=20_000)
    return there()[0]


def test_a_new_person_is_on_paper_with_twenty_five_keys(qtbot, session, monkeypatch, pressed):
    sent = []
    monkeypatch.setattr(PaperSending, "print", lambda *asked: sent.append(asked))
    main = MainWindow(session)
    qtbot.addWidget(main)
    main.show()
    pressed(Qt.Key.Key_N, CTRL, opened(qtbot, MainWindow))
    new = opened(qtbot, NewPerson)
    for digit in factories.citizen_number():
        pressed(Qt.Key(ord(digit)), window=new)
    pressed(Qt.Key.Key_Return, window=new)
    pressed(Qt.Key.Key_6, window=new)
    new.focusWidget().insert("张国柱")  # by the input method, which no test can be
    pressed(Qt.Key.Key_S, CTRL, new)
    file = opened(qtbot, PersonFile)
    pressed(Qt.Key.Key_P, CTRL, file)
    pressed(Qt.Key.Key_P, CTRL, opened(qtbot, PrintDialog))
    preview = opened(qtbot, PreviewWindow)
    qtbot.waitUntil(lambda: bool(sent), timeout=20_000)
    assert pressed(Qt.Key.Key_Return, window=preview) <= FEWEST  # the printer's own window: 确定
    assert Identity.get().kind == COMBATANTS
    assert Person.get().name == "张国柱"
    preview.close()
    file.close()
