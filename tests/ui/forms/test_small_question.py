"""A small question before a deed: nothing is done before it is answered, and a refusal keeps it open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core.dates import PartDate
from models.core.record import Refusal
from ui.forms.editors import DateEdit, LineEdit, YuanEdit
from ui.forms.small_question import Asking


@pytest.fixture
def asked(shown):
    """A question with a reason that must be given, and an amount that may be."""
    heard = []

    def make(act=heard.append):
        made = Asking(None, "取消", "取消2笔", "取消发放", act)
        made.add("reason", "取消的原因", LineEdit(40))
        made.add("amount", "金额", YuanEdit(), required=False)
        made.add("day", "日期", DateEdit(), PartDate(2020, 7, 1))
        made.heard = heard
        return shown(made)

    return make


def test_what_must_be_said_is_asked_for(asked):
    made = asked()
    made.accept()
    assert made.problem.text() == "请填写取消的原因"
    assert made.problem.isVisible()
    assert made.heard == []
    assert made.isVisible()


def test_the_deed_gets_what_was_answered_and_what_is_usual(asked):
    made = asked()
    made.editors["reason"].set_value("本人放弃")
    made.accept()
    assert made.heard == [{"reason": "本人放弃", "amount": None, "day": PartDate(2020, 7, 1)}]
    assert made.result() == made.DialogCode.Accepted
    assert not made.isVisible()


def test_what_cannot_be_understood_is_said_before_what_is_missing(asked):
    made = asked()
    made.editors["amount"].setText("一百")
    made.accept()
    assert made.problem.text() == "请填写金额，最多两位小数"
    made.editors["reason"].set_value("本人放弃")
    made.accept()
    assert made.heard == []


def test_a_refusal_is_told_in_the_question_which_stays(asked):
    def refuse(values):
        raise Refusal("晚于今天")

    made = asked(refuse)
    made.editors["reason"].set_value("本人放弃")
    made.accept()
    assert made.problem.text() == "晚于今天"
    assert made.isVisible()


@pytest.mark.complains
def test_a_mistake_of_ours_is_no_answer(asked, boxes):
    made = asked(lambda values: values["没有的"])
    made.editors["reason"].set_value("本人放弃")
    made.accept()
    assert "程序出错" in boxes[0]
    assert made.isVisible()


def test_a_choice_that_the_officer_typed_is_settled_first(asked):
    made = asked()
    made.editors["reason"].set_value("本人放弃")
    made.editors["day"].setText("2020.7.2")
    made.accept()
    assert made.editors["day"].text() == "2020-07-02"


def test_the_cursor_stands_in_the_first_field_and_tab_comes_to_the_answers_last(asked):
    made = asked()
    assert made.focusWidget() is made.editors["reason"]
    wanted = [*made.editors.values(), *made.buttons.buttons()]
    stops, each = [], made.focusWidget()
    while len(stops) < len(wanted):
        stops += [each] * bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        each = each.nextInFocusChain()
    assert stops == wanted
