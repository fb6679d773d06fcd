from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from models.core.citizen_number import check_digit
from models.core.dates import PartDate
from ui.forms.editors import CodeBox, CountEdit, DateEdit, FlagBox, LineEdit, NumberEdit, TextEdit, YuanEdit

BODY = "63010319530801001"
NUMBER = BODY + check_digit(BODY)
SAME_WIDGET = settings(max_examples=50)


@pytest.fixture
def shown(qtbot):
    def show(editor):
        qtbot.addWidget(editor)
        editor.show()
        editor.activateWindow()
        editor.setFocus()
        return editor

    return show


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("19530801", PartDate(1953, 8, 1)),
        ("1953.8", PartDate(1953, 8)),
        ("1953年8月1日", PartDate(1953, 8, 1)),
        ("1953", PartDate(1953)),
        ("１９５３／８／１", PartDate(1953, 8, 1)),
        ("今天", PartDate.of(date.today())),
        ("", None),
    ],
)
def test_a_date_is_typed_in_any_habit_and_shown_in_one(shown, typed, meant):
    editor = shown(DateEdit())
    editor.setText(typed)
    assert editor.fault() == ""
    assert editor.value() == meant
    editor.settle()
    assert editor.text() == str(meant or "")


@pytest.mark.parametrize("typed", ["八几年", "1953-13-01", "53", "19530230"])
def test_a_date_that_cannot_be_is_said_and_left_as_typed(shown, typed):
    editor = shown(DateEdit())
    editor.setText(typed)
    assert editor.value() is None
    assert typed in editor.fault()
    editor.settle()
    assert editor.text() == typed


@SAME_WIDGET
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from([1, 2, 3]))
def test_any_date_survives_being_shown(qtbot, day, known):
    editor = DateEdit()
    qtbot.addWidget(editor)
    given_date = PartDate(*[day.year, day.month, day.day][:known])
    editor.set_value(given_date)
    assert editor.value() == given_date


@SAME_WIDGET
@given(st.none() | st.decimals(-(10**9), 10**9, places=2))
def test_any_amount_survives_being_shown(qtbot, amount):
    editor = YuanEdit()
    qtbot.addWidget(editor)
    editor.set_value(amount)
    assert editor.value() == amount
    assert editor.fault() == ""


def test_money_is_typed_as_people_write_it(shown):
    editor = shown(YuanEdit())
    for typed, meant in (("1,234.5", "1234.50"), ("¥1200", "1200"), ("80元", "80"), ("１２．５", "12.5")):
        editor.setText(typed)
        assert editor.value() == Decimal(meant)
    editor.settle()
    assert editor.text() == "12.50"
    editor.setText("1.234")
    assert editor.value() is None
    assert editor.fault() == "请填写金额，最多两位小数"


def test_a_count_is_a_whole_number_or_nothing(shown):
    editor = shown(CountEdit())
    assert editor.value() is None
    editor.setText("１２")
    assert editor.value() == 12
    editor.setText("三")
    assert editor.value() is None
    assert editor.fault() == "请填写整数"
    editor.set_value(None)
    assert editor.fault() == ""


def test_a_citizen_number_tells_birth_and_sex_as_soon_as_it_is_whole(qtbot, shown):
    editor = shown(NumberEdit())
    heard = []
    editor.understood.connect(lambda born, sex: heard.append((born, sex)))
    qtbot.keyClicks(editor, NUMBER)
    assert heard == [(PartDate(1953, 8, 1), "男")]
    assert editor.explanation() == ""


def test_a_wrong_citizen_number_says_which_digit_it_may_be(qtbot, shown):
    editor = shown(NumberEdit())
    editor.evidence(PartDate(1953, 8, 1), "男")
    with qtbot.waitSignal(editor.explained, check_params_cb=lambda words: "校验码不符" in words):
        qtbot.keyClicks(editor, NUMBER[:3] + "9" + NUMBER[4:])
    assert "第4位应为1" in editor.explanation()


def test_a_citizen_number_being_typed_says_how_many_places_are_missing(qtbot, shown):
    editor = shown(NumberEdit())
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, NUMBER[:15])
    assert editor.hint() == "已输入15位，还差3位"
    assert editor.value() == NUMBER[:15]


def test_a_number_of_fifteen_places_is_widened_when_it_is_finished(qtbot, shown):
    editor = shown(NumberEdit())
    heard = []
    editor.understood.connect(lambda born, sex: heard.append((born, sex)))
    old = "630103530801001"
    editor.setText(f" {old[:6]} {old[6:]} ")
    editor.settle()
    assert editor.value() == NUMBER
    assert heard == [(PartDate(1953, 8, 1), "男")]


def test_a_number_pasted_with_marks_and_a_small_x_is_cleaned(shown):
    editor = shown(NumberEdit())
    editor.setText("'63010319530801 002x")
    assert editor.value() == "63010319530801002X"


def test_a_code_that_the_table_does_not_know_is_kept(shown):
    editor = shown(CodeBox("grade"))
    editor.set_value("特等")
    assert editor.value() == "特等"
    editor.set_value("")
    assert editor.value() == ""


def test_a_code_is_found_by_the_initials_of_its_pinyin(qtbot, shown):
    editor = shown(CodeBox("household"))
    qtbot.keyClicks(editor, "c")
    assert editor.value() == "城镇"
    qtbot.keyClicks(editor, "n")
    qtbot.wait(10)
    assert editor.value() in {"城镇", "农村"}


def test_an_editable_code_takes_other_words(shown):
    editor = shown(CodeBox(names=["总寨镇", "南滩街道"], editable=True))
    editor.set_value("新街道")
    assert editor.value() == "新街道"
    editor.offer(["甲镇", "乙镇"])
    assert editor.value() == "新街道"
    assert editor.count() == 3


def test_a_flag_is_yes_no_or_not_said(shown):
    editor = shown(FlagBox())
    for value in (True, False, None):
        editor.set_value(value)
        assert editor.value() is value


@pytest.mark.parametrize("make", [lambda: CodeBox("grade"), FlagBox, lambda: CodeBox("grade", editable=True)])
def test_a_box_that_is_read_only_cannot_be_changed(qtbot, shown, make):
    editor = shown(make())
    before = editor.value()
    editor.set_read_only(True)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.mouseClick(editor, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor, "1")
    assert editor.value() == before
    assert not editor.view().isVisible()


def test_what_a_box_says_can_be_copied_when_it_is_read_only(qtbot, shown):
    editor = shown(CodeBox("grade"))
    editor.set_value("三级")
    editor.set_read_only(True)
    qtbot.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "三级"


@pytest.mark.parametrize("make", [LineEdit, TextEdit, DateEdit, CountEdit, YuanEdit, NumberEdit])
def test_a_line_that_is_read_only_cannot_be_changed(qtbot, shown, make):
    editor = shown(make())
    before = editor.value()
    editor.set_read_only(True)
    qtbot.keyClicks(editor, "1")
    assert editor.value() == before
    editor.set_read_only(False)
    qtbot.keyClicks(editor, "1")
    assert (editor.toPlainText() if isinstance(editor, TextEdit) else editor.text()) == "1"


def test_a_text_keeps_its_lines(shown):
    editor = shown(TextEdit())
    editor.set_value("一\n二")
    assert editor.value() == "一\n二"
