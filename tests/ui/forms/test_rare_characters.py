"""The officer writes a rare character by its parts, with F8 in the field of the name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from ui.forms.editors import LineEdit
from ui.forms.rare_characters import NONE_FOUND, OFFERED, RareCharacters
from ui.tables.search_box import SearchBox


@pytest.fixture
def asking(qtbot):
    made = RareCharacters()
    qtbot.addWidget(made)
    made.show()
    return made


def shown(asking):
    return [asking.found.item(row).text() for row in range(asking.found.count())]


def test_parts_show_their_characters_and_enter_takes_one(asking, qtbot):
    asking.parts.setText("龙天")
    qtbot.keyClick(asking.parts, Qt.Key.Key_Return)
    assert shown(asking)[0] == "䶮"
    assert asking.told.text().startswith("䶮　U+4DAE")
    assert asking.isVisible(), "nothing is taken before it was looked at"
    asking.found.itemActivated.emit(asking.found.item(0))
    assert asking.chosen == "䶮"


def test_what_has_no_such_parts_is_said(asking):
    asking.parts.setText("页a")
    asking.search()
    assert asking.told.text() == NONE_FOUND
    assert not asking.take_button.isEnabled()


def test_the_copied_character_stands_in_the_clipboard(asking):
    asking.parts.setText("2CC56")
    asking.search()
    asking.copy_button.click()
    assert QApplication.clipboard().text() == "\U0002cc56"


@pytest.mark.parametrize("kind", [LineEdit, SearchBox])
def test_f8_puts_the_chosen_character_where_the_cursor_stands(qtbot, kind):
    edit = kind()
    qtbot.addWidget(edit)
    edit.setText("李明")
    edit.setCursorPosition(1)

    def choose():
        asking = QApplication.activeModalWidget()
        asking.parts.setText("页由")
        asking.search()
        asking.found.setCurrentItem(asking.found.findItems("\U0002cc56", Qt.MatchFlag.MatchExactly)[0])
        asking.take_button.click()

    QTimer.singleShot(0, choose)
    qtbot.keyClick(edit, Qt.Key.Key_F8)
    assert edit.text() == "李\U0002cc56明"
    assert OFFERED in [action.text() for action in edit.usual_menu().actions()]


def test_nothing_is_put_where_nothing_may_be_typed(qtbot):
    edit = LineEdit()
    qtbot.addWidget(edit)
    edit.set_read_only(True)
    qtbot.keyClick(edit, Qt.Key.Key_F8)
    assert edit.text() == ""
    assert OFFERED not in [action.text() for action in edit.usual_menu().actions()]
