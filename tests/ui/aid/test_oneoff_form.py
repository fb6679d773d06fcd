"""The form of a one-off payment: what its kind needs is asked, and the amount is reckoned or typed."""

from __future__ import annotations

from decimal import Decimal

from models.aid.amounts import set_rule
from models.aid.oneoffs import OneOff
from models.core import journal
from models.people.outsiders import Outsider
from ui.aid.oneoff_form import OneOffForm

USER = "王芳"


def test_an_amount_that_is_not_set_is_asked_for_and_then_reckoned(session, qtbot, archive, save):
    form = OneOffForm(session)
    qtbot.addWidget(form)
    soldier = Outsider(name="兵某")
    save(soldier)
    form.edit(OneOff(outsider=soldier, item="立功受奖慰问金", year=2020, merit="三等功", state="拟发"))
    assert not form.editors["household"].isVisibleTo(form)
    assert form.editors["merit"].isVisibleTo(form)
    form.reckon()
    assert "还没有设定" in form.said.text()
    with journal.entry("标准", USER):
        set_rule("merit.merit3", 2020, Decimal(2000), "某文件")
    form.reckon()
    assert form.editors["amount"].value() == 2000
    assert "2000" in form.editors["reckoned"].value()
    form.editors["amount"].setText("2500")
    assert form.editors["reckoned"].value() == "金额为手工填写"
    form.editors["item"].set_value("临时救助")
    assert not form.reckon_button.isEnabled()


def test_words_that_explain_the_amount_stay_while_it_is_the_same(session, shown, person, save):
    one = OneOff(
        person=person(), item="临时救助", year=2020, state="拟发", amount=Decimal(500), reckoned="500元"
    )
    save(one)
    form = shown(OneOffForm(session, asks=False))
    form.edit(one)
    form.editors["amount"].setText("500.00")
    assert form.editors["reckoned"].value() == "500元"
    form.editors["amount"].setText("500.01")
    assert form.editors["reckoned"].value() == "金额为手工填写"
