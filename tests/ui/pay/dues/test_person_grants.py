"""待遇发放 in a person's file: what a month comes to and why, the months paid, and the slip."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import drawing_up
from models.pay.standards import months
from models.payments.payment import REGULAR, Payment
from tests.conftest import USER
from ui.pay.payments import PaymentsTab


@pytest.fixture
def tab(session, qtbot):
    def make(person):
        made = PaymentsTab(session, person)
        qtbot.addWidget(made)
        made.show()
        made.grants.month.set_month(months.month(2019, 9))
        return made

    return make


def test_each_grant_has_a_card_that_says_why(tab, granted):
    identity = granted()
    granted(someone=identity.person, kind="参战退役人员", category="", grade="", nature="")
    shown = tab(identity.person)
    cards = shown.grants.cards
    assert [card.title.text() for card in cards] == ["残疾军人 一级因战", "参战退役人员"]
    assert cards[0].amount.text() == "2019年9月应发 7,345.83元"
    assert "88150元/年" in cards[0].why.text()
    assert cards[0].button.isHidden()
    assert shown.grants.paid.text() == "还没有登记已发放的月份"


def test_the_rise_of_august_is_told_month_by_month(tab, granted, person):
    someone = granted(someone=person(), kind="带病回乡退役军人", category="", grade="", nature="").person
    shown = tab(someone)
    told = {}
    for number in (7, 8):
        shown.grants.month.set_month(months.month(2019, number))
        told[number] = shown.grants.cards[0].amount.text()
    assert told == {7: "2019年7月应发 550.00元", 8: "2019年8月应发 600.00元"}


def test_months_paid_are_told_together_and_read_anew(tab, granted, session):
    identity = granted()
    shown = tab(identity.person)
    with session.entry("登记发放"):
        for month in (7, 8, 9, 11):
            Payment(
                person=identity.person, identity=identity, programme=REGULAR, item="伤残抚恤金",
                month=PartDate(2019, month), amount=Decimal(1),
            ).save()  # fmt: skip
    assert shown.grants.paid.text() == "已发月份：2019年7月至9月、2019年11月"
    assert shown.rows.rowCount() == 4


def test_who_has_no_identity_is_told_so(tab, person):
    shown = tab(person())
    assert "不享受定期抚恤补助" in shown.grants.paid.text()
    assert shown.grants.cards == []


def test_a_slip_is_offered_for_each_year_with_a_run(tab, granted, tmp_path):
    identity = granted()
    shown = tab(identity.person)
    shown.grants.offer()
    assert [action.isEnabled() for action in shown.grants.prints.choices.actions()] == [False]
    finish(drawing_up.draw_up_run(PartDate(2019, 9), PartDate(2019, 9), USER))
    shown.grants.offer()
    words = [action.text() for action in shown.grants.prints.choices.actions()]
    assert words == ["2019年待遇发放通知单"]
    finish(shown.grants._slip(2019, tmp_path / "通知单.pdf"))
    assert (tmp_path / "通知单.pdf").read_bytes().startswith(b"%PDF")


def test_an_identity_that_is_undone_takes_its_card_along(tab, granted, session):
    identity = granted()
    shown = tab(identity.person)
    assert not shown.grants.cards[0].isHidden()
    with journal.entry("删除身份", USER):
        for line in identity.history:
            line.delete_instance()
        identity.delete_instance()
    shown.refresh()
    assert shown.grants.cards[0].isHidden()
