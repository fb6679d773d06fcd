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
