"""The panel asks what the office's own fields say, once there are some."""

from __future__ import annotations

import pytest

from models.core import journal
from models.own_fields.own_values import keep_own
from tests.conftest import USER
from tests.ui.people.conftest import names
from ui.people import own_conditions
from ui.people.filter_panel import FilterPanel
from ui.people.own_conditions import OwnConditionsDialog


@pytest.fixture
def asked(monkeypatch):
    """Let a function fill in the dialog of the conditions."""

    def by(fill):
        def run(dialog):
            fill({box.field.name: box for box in dialog.boxes})
            dialog.accept()
            return dialog.result()

        monkeypatch.setattr(own_conditions, "run_dialog", run)

    return by


def test_nothing_is_asked_of_fields_that_there_are_not(shown, archive):
    panel = shown(FilterPanel())
    assert not panel.own.isVisible()


def test_people_are_chosen_by_what_is_asked(page, session, person, define, asked):
    field, money = define("兵种", "文字"), define("互助金", "金额")
    for name, words in (("甲", "高炮"), ("乙", "步兵")):
        who = person(name=name)
        with journal.entry("修改", USER):
            keep_own(who.id, {field.key: words, money.key: "100.00"})
    session.wrote()

    def fill(boxes):
        boxes["兵种"].words.set_value("炮")
        boxes["互助金"].ends[0].setText("50元")

    asked(fill)
    assert page.panel.own.isVisible()
    page.panel.own.click()
    assert names(page) == ["甲"]
    assert page.sentence.text() == "兵种含“炮”，互助金50.00以上"
    assert page.panel.own.text() == "2个条件…"
    page.panel.nothing.click()
    assert names(page) == ["甲", "乙"]
    assert page.panel.own.text() == "不限…"


def test_what_is_no_amount_is_not_asked(shown, define):
    define("互助金", "金额")
    dialog = shown(OwnConditionsDialog(()))
    dialog.boxes[0].ends[0].setText("不少")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.text() == "请填写金额，最多两位小数"
