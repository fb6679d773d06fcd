"""Lists and cards beside other doors: nobody is listed or paid again of what another door paid."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid import exam_cards
from models.aid.lists import draw_up_list
from models.aid.oneoff_steps import cancel
from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.payments.once_claims import OnceClaim
from models.payments.payment import Payment
from tests.models.aid.conftest import DAY, USER, approved, paid


def pay(whom, item, programme, month=5):
    with journal.entry("导入补助发放登记.xlsx", USER):
        Payment(
            person=whom, programme=programme, item=item, month=PartDate(2020, month), amount=Decimal(560),
            paid_on=PartDate(2020, month, 18),
        ).save()  # fmt: skip


def test_who_is_paid_by_an_imported_register_is_left_out_of_the_list_and_it_is_said_by_which(rule, identity):
    rule(**{"clinic.rural": 500})
    someone = identity(kind="农村籍退役士兵").person
    pay(someone, "门诊费", "门诊补助")
    drawn = draw_up_list("门诊医疗补助", 2020, "2020年门诊")
    assert drawn.lines == []
    assert drawn.left_out[0][1].startswith("已于2020年5月18日发放560.00元（登记的发放记录，第")
    assert "导入补助发放登记.xlsx" in drawn.left_out[0][1]
    assert len(draw_up_list("门诊医疗补助", 2021, "2021年门诊").lines) == 1


def test_a_month_of_a_line_for_several_months_is_not_listed_again(rule, identity):
    rule(**{"price.base": 640, "price.rise": "5.4"})
    pay(identity().person, "物价补贴", "物价补贴", month=4)
    assert draw_up_list("价格临时补贴", 2020, "春", quantity=3, month=PartDate(2020, 3)).lines == []
    assert len(draw_up_list("价格临时补贴", 2020, "春", quantity=1, month=PartDate(2020, 3)).lines) == 1


def test_the_same_once_in_a_life_is_refused_whichever_door_comes_second(one, person):
    someone = person()
    line = one(someone, "技能培训费", amount=Decimal(4800))
    with pytest.raises(Refusal, match=r"已列入技能培训费（一次性发放），4800.00元，拟发"):
        pay(someone, "职业技能培训费", "自主就业")
    with journal.entry("取消", USER):
        cancel(line, "重复")
    pay(someone, "职业技能培训费", "自主就业")
    with pytest.raises(Refusal, match=r"已于2020年5月18日发放560.00元"):
        one(someone, "技能培训费", year=2023)


def test_a_line_and_the_payment_that_comes_of_it_are_one(one, person):
    line = one(person(), "门诊医疗补助")
    approved(line)
    paid(line)
    assert Payment.select().count() == 1
    (claim,) = OnceClaim.select()
    assert (claim.stage, claim.day, claim.holder) == ("已发放", str(DAY), OneOff.get_by_id(line.id).uid)


def test_an_exam_card_is_the_exam_of_the_year(one, person, rule):
    someone = person()
    with journal.entry("体检卡", USER):
        card = exam_cards.ExamCard(person=someone, year=2020, amount=Decimal(500), state="待领")
        card.save()
    with pytest.raises(Refusal, match="体检卡"):
        pay(someone, "体检费", "体检")
    with journal.entry("作废", USER):
        card.state = "作废"
        card.save()
    pay(someone, "体检费", "体检")
