"""Words of a table are typed by their initials; a word that the table has not is asked about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from ui.forms.editors import CodeBox, LineEdit
from ui.forms.suggestions import suggested
from ui.widgets.enter_key import EnterKey

STREETS = ("石坡街道", "城东街道", "总寨镇", "坡头镇")
ASKED = "“新街道”不在列表中，要新增吗？"


@pytest.fixture
def box(qtbot):
    """A box for streets and the field behind it, as a form has them."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    made, after = CodeBox(names=STREETS, editable=True), LineEdit()
    column, enter = QVBoxLayout(dialog), EnterKey(dialog)
    for each in (made, after):
        column.addWidget(each)
        enter.watch(each)
    made.after = after
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    made.setFocus()
    yield made
    dialog.close()


def write(box, words):
    """Type Chinese, which only an input method can."""
    box.lineEdit().setText(words)
    box.lineEdit().textEdited.emit(words)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sp", ["石坡街道"]), ("spjd", ["石坡街道"]), ("zong", ["总寨镇"]), ("坡", ["坡头镇", "石坡街道"]), ("ZZ", ["总寨镇"]), ("xx", []),
    ],
)  # fmt: skip
def test_names_are_suggested_by_initials_pinyin_and_any_part(typed, found):
    assert suggested(("", *STREETS), typed) == found


def test_enter_takes_the_first_suggestion_and_moves_on(qtbot, box, boxes):
    qtbot.keyClicks(box, "zz")
    popup = box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(box.after.hasFocus)
    assert (box.value(), box.fault(), boxes) == ("总寨镇", "", [])


def test_an_arrow_chooses_another_suggestion_and_tab_takes_it(qtbot, box, boxes):
    qtbot.keyClicks(box, "z")
    popup = box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Tab)
    qtbot.waitUntil(box.after.hasFocus)
    assert (box.value(), boxes) == ("总寨镇", [])


def test_a_word_that_is_not_in_the_table_is_asked_about_once(qtbot, box, boxes):
    boxes.answer = "新增"
    write(box, "新街道")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: boxes == [ASKED])
    assert (box.value(), box.fault()) == ("新街道", "")
    write(box, "新街道")
    box.settle()
    assert len(boxes) == 1


def test_a_word_that_shall_not_be_added_is_a_fault_until_it_is_changed(qtbot, box, boxes):
    boxes.answer = "重新填写"
    write(box, "新街道")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: boxes == [ASKED])
    assert "不在列表中" in box.fault()
    assert box.hasFocus()
    write(box, "总寨镇")
    box.settle()
    assert (box.fault(), len(boxes)) == ("", 1)


def test_what_a_file_already_says_is_not_asked_about(qtbot, box, boxes):
    box.set_value("老地名")
    box.settle()
    box.is_known = lambda word: word == "别人的街道"
    write(box, "别人的街道")
    box.settle()
    assert boxes == []


def test_into_a_free_box_any_word_may_be_typed(qtbot, boxes):
    box = CodeBox(names=STREETS, editable=True, free=True)
    qtbot.addWidget(box)
    write(box, "新街道")
    box.settle()
    QApplication.processEvents()
    assert boxes == []
