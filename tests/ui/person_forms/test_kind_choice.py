"""Choosing the kind of identity of a new file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core import codes
from models.people.identity import RURAL_VETERANS, SURVIVORS
from ui.person_forms.kind_choice import KindChoice


@pytest.fixture
def choice(shown, qtbot):
    made = shown(KindChoice())
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_every_kind_has_a_button_in_the_order_of_the_table(choice):
    said = [button.text().split("　")[-1] for button in choice.buttons.buttons()]
    assert said == list(codes.table("kind").names())
    assert choice.kind() == ""


def test_a_click_chooses_and_goes_on(choice, qtbot):
    with qtbot.waitSignals([choice.changed, choice.done]):
        choice.choose(SURVIVORS)
    assert choice.kind() == SURVIVORS
    choice.choose(RURAL_VETERANS)
    assert choice.kind() == RURAL_VETERANS


def test_a_digit_chooses_the_kind_that_it_stands_before(choice, qtbot):
    choice.take_focus()
    with qtbot.waitSignal(choice.done):
        qtbot.keyClick(choice.buttons.buttons()[0], Qt.Key.Key_6)
    assert choice.buttons.checkedButton().text() == f"6　{choice.kind()}"
    assert choice.kind() == list(codes.table("kind").names())[5]


def test_enter_chooses_the_kind_that_has_the_keyboard(choice, qtbot):
    choice.take_focus()
    first = choice.buttons.buttons()[0]
    assert first.hasFocus()
    with qtbot.waitSignal(choice.done):
        qtbot.keyClick(first, Qt.Key.Key_Enter)
    assert first.text().endswith(choice.kind())
    choice.choose(SURVIVORS)
    choice.take_focus()
    assert choice.buttons.checkedButton().hasFocus()
