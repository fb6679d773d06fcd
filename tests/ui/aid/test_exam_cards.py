"""体检卡 in the window: listed, issued, used, settled."""

from __future__ import annotations

from decimal import Decimal

from models.aid.amounts import set_rule
from models.aid.exam_cards import ExamCard
from models.core import journal
from models.core.dates import PartDate
from models.payments.payment import Payment
from ui.aid.exam_cards import CardsPage

USER = "王芳"


def test_cards_are_listed_issued_used_and_settled(session, identity, person, answers, boxes, shown):
    identity(person(name="甲某"))
    page = shown(CardsPage(session))
    answers.update(year="2020", hospital="某医院")
    page.begin()
    assert "还没有设定" in answers.said
    with journal.entry("标准", USER):
        set_rule("exam.card", 2020, Decimal(1138), "某文件")
    page.begin()
    page.table.selectRow(0)
    answers.clear()
    answers.update(card="T1", day=PartDate(2020, 6, 1), by="甲某")
    page.issue()
    page.table.selectRow(0)
    answers["day"] = PartDate(2020, 7, 1)
    page.use()
    page.table.selectRow(0)
    page.settle()
    assert ExamCard.get().state == "已体检"
    assert Payment.get().amount == 1138
    page.give_back()
    assert "没有“已领”的卡" in boxes[-1]


def test_what_was_settled_is_neither_settled_again_nor_deleted(session, person, save, answers, boxes, shown):
    issued = {"issued_on": PartDate(2020, 5, 1), "signed_by": "甲某", "used_on": PartDate(2020, 6, 1)}
    save(ExamCard(person=person(name="甲某"), year=2020, amount=Decimal(1138), state="已体检", **issued))
    page = shown(CardsPage(session))
    page.table.selectRow(0)
    answers["day"] = PartDate(2020, 7, 1)
    page.settle()
    assert answers.asked == "结算1人的体检费1,138.00元，记入各人的待遇发放。"
    page.table.selectRow(0)
    page.settle()
    assert boxes[-1] == "选中的没有“已体检”而未结算的卡"
    boxes.answer = "删除"
    page.delete()
    assert boxes[-1] == "甲某的体检费已经结算，不能删除"
    assert (ExamCard.select().count(), Payment.select().count()) == (1, 1)


def test_only_a_card_that_waits_is_handed_out(session, person, save, boxes, shown):
    issued = {"issued_on": PartDate(2020, 5, 1), "signed_by": "甲某"}
    save(ExamCard(person=person(), year=2020, amount=Decimal(9), state="已领", **issued))
    page = shown(CardsPage(session))
    page.issue()
    page.table.selectRow(0)
    page.issue()
    assert boxes == ["请选一张待领（或已退回）的卡"] * 2


def test_a_card_may_be_entered_for_somebody_alone(session, person, shown, monkeypatch):
    someone = person(name="甲某")

    def fill(dialog):
        for name, value in {"person": someone, "amount": Decimal(9)}.items():
            dialog.form.editors[name].set_value(value)
        dialog.save()

    monkeypatch.setattr("ui.lists.record_list.run_dialog", fill)
    shown(CardsPage(session)).add()
    assert ExamCard.get().person == someone
