from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from models.core.record import Refusal
from ui.jobs import messages


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_refusal_is_told_in_its_own_words(boxes):
    messages.explain(Refusal("该身份证号已有档案"))
    assert boxes == ["该身份证号已有档案"]


@pytest.mark.complains
def test_a_fault_of_ours_is_told_with_what_the_administrator_needs(monkeypatch, caplog):
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append((box.text(), box.detailedText())))
    try:
        raise KeyError("born")
    except KeyError as error:
        messages.explain(error)
    [(words, detail)] = shown
    assert words.startswith("程序出错")
    assert "Traceback" in detail
    assert "KeyError: 'born'" in caplog.text


@pytest.mark.complains
def test_a_fault_that_comes_again_and_again_shows_one_box(monkeypatch):
    shown = []

    def again(box):
        shown.append(box.text())
        messages.explain(ValueError("in painting"))

    monkeypatch.setattr(QMessageBox, "exec", again)
    messages.explain(ValueError("in painting"))
    assert len(shown) == 1
    messages.explain(ValueError("later"))
    assert len(shown) == 2


@pytest.mark.complains
def test_no_fault_in_a_slot_goes_unseen(monkeypatch, boxes):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    messages.install()
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert len(boxes) == 1


def test_a_question_is_answered_by_its_words(boxes, window):
    boxes.answer = "删除"
    assert messages.ask(window, "删除这次走访吗？", yes="删除")
    boxes.answer = "取消"
    assert not messages.ask(window, "删除这次走访吗？", yes="删除")
    boxes.answer = ""  # the box was closed
    assert not messages.ask(window, "删除这次走访吗？", yes="删除")


def test_one_of_several_answers_is_chosen(boxes, window):
    for answer, meant in (("保存", 1), ("不保存", 2), ("继续填写", None)):
        boxes.answer = answer
        assert messages.choose(window, "有没有保存的修改", {"保存": 1, "不保存": 2}, "继续填写") == meant


def test_what_was_typed_is_saved_given_up_or_kept_in_hand(boxes, window):
    for answer, may_save, gone in (
        ("保存", True, True),
        ("保存", False, False),
        ("不保存", False, True),
        ("继续修改", True, False),
    ):
        boxes.answer = answer
        assert messages.let_go(window, "有没有保存的修改", lambda may_save=may_save: may_save) is gone


@pytest.mark.parametrize(("key", "said"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_enter_says_yes_and_escape_says_no(qtbot, monkeypatch, window, key, said):
    def answer(box):
        box.show()
        qtbot.keyClick(box, key)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert messages.ask(window, "要撤销吗？", "撤销") is said


def test_something_is_told(boxes, window):
    messages.tell(window, "已备份")
    assert boxes == ["已备份"]


def test_enter_says_yes_but_never_throws_something_away(monkeypatch):
    pressed = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: pressed.append(box.defaultButton().text()))
    messages.ask(None, "登记30人？", "登记", "不登记")
    messages.ask_losing(None, "刚才填写的内容还没有保存，要放弃吗？", "放弃", "继续填写")
    assert pressed == ["登记", "继续填写"]
