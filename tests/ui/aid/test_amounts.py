"""The office's own amounts in the window: unset until the office says them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.amounts import AidRule, set_rule
from models.core import journal
from tests.conftest import USER
from ui.aid.amounts import UNSET, RulesDialog


def test_every_amount_stands_unset_until_the_office_says_it(session, qtbot, archive, answers):
    dialog = RulesDialog(session)
    qtbot.addWidget(dialog)
    head = dialog.tree.topLevelItem(0)
    assert head.child(0).text(1) == UNSET
    answers.update(value="一千", year="2020", document="某文件")
    dialog.ask(head.child(0))
    assert "不是数字" in answers.said
    answers["value"] = "12,000元"
    dialog.ask(dialog.tree.topLevelItem(0).child(0))
    assert AidRule.get().amount == 12000
    assert dialog.tree.topLevelItem(0).child(0).text(1) == "12,000.00元"


@pytest.fixture
def dialog(session, shown):
    return shown(RulesDialog(session))


def test_the_amount_of_the_latest_year_is_shown(session, dialog):
    key = dialog.tree.topLevelItem(0).child(0).data(0, 256)
    with session.entry("标准"):
        for year, amount in ((2021, 500), (2020, 400), (2019, 300)):
            set_rule(key, year, Decimal(amount), f"{year}年文件")
    row = dialog.tree.topLevelItem(0).child(0)
    assert [row.text(column) for column in (1, 2, 3)] == ["500.00元", "2021", "2021年文件"]


def test_a_year_in_words_is_asked_for_in_digits_and_nothing_is_set(dialog, answers):
    answers.update(value="500", year="去年", document="某文件")
    dialog.ask(dialog.tree.topLevelItem(0).child(0))
    assert answers.said == "请填写四位数字的年度，如2020"
    assert AidRule.select().count() == 0


def test_a_ratio_is_typed_and_shown_in_percent(dialog, answers):
    with journal.entry("标准", USER):
        set_rule("serious.share", 2020, Decimal("62.5"), "某文件")
    dialog.reload()
    items = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
    rows = [item.child(n) for item in items for n in range(item.childCount())]
    row = next(each for each in rows if each.data(0, 256) == "serious.share")
    assert row.text(1) == "62.5%"
    answers.update(value="一半", year="2021", document="某文件")
    dialog.ask(row)
    assert answers.said == "“一半”不是数字，请填写百分数，如10"
    answers["value"] = "50％"
    dialog.ask(row)
    assert AidRule.get(AidRule.year == 2021).rate == 5000


def test_a_heading_is_not_an_amount(dialog, answers):
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
    assert not dialog.set_button.isEnabled()
    dialog.ask(dialog.tree.topLevelItem(0))
    assert answers.asked == ""
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0).child(0))
    assert dialog.set_button.isEnabled()
