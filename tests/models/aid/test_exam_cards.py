"""Exam cards: signed for, used or given back, and only what was used is paid for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid import exam_cards
from models.aid.exam_cards import ExamCard
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from tests.models.aid.conftest import DAY, USER


def test_cards_are_issued_against_a_signature_used_or_given_back_and_settled(rule, identity, person):
    rule(**{"exam.card": "1138.50"})
    for name in ("甲", "乙", "丙"):
        identity(person(name=name))
    with journal.entry("体检卡", USER):
        assert exam_cards.list_all(2020, "某医院") == 3
        assert exam_cards.list_all(2020) == 0
    one_card, two, _ = list(ExamCard.select())
    with journal.entry("领卡", USER):
        exam_cards.issue(one_card, "0001", DAY, "甲")
        exam_cards.issue(two, "0002", DAY, "乙（女代领）")
    with pytest.raises(Invalid, match="签字"), journal.entry("领卡", USER):
        exam_cards.issue(ExamCard.get_by_id(3), "0003", DAY, "")
    with pytest.raises(Invalid, match="已发给甲"), journal.entry("领卡", USER):
        exam_cards.issue(ExamCard.get_by_id(3), "0001", DAY, "丙")
    with journal.entry("体检", USER):
        exam_cards.use(one_card, PartDate(2020, 9, 1))
        exam_cards.give_back(two, PartDate(2020, 10, 1), "外出务工")
    with pytest.raises(Refusal, match="体检以后才能结算"), journal.entry("结算", USER):
        exam_cards.settle_cards([two], PartDate(2020, 11, 1), "区级财政")
    with journal.entry("结算", USER):
        (payment,) = exam_cards.settle_cards([one_card], PartDate(2020, 11, 1), "区级财政")
    assert (payment.programme, payment.amount) == ("体检", Decimal("1138.50"))
    with pytest.raises(Refusal, match="已经结算"), journal.entry("结算", USER):
        exam_cards.settle_cards([one_card], PartDate(2020, 11, 1), "区级财政")
    assert exam_cards.exam_progress(2020) == ({"已体检": 1, "已退回": 1, "待领": 1}, Decimal("1138.50"))
    with pytest.raises(Refusal, match="不能改为"), journal.entry("退", USER):
        exam_cards.give_back(one_card, PartDate(2020, 12, 1), "")


@pytest.fixture
def listed(rule, identity, person):
    """The cards of people of these names, on the list of 2020: ``listed("甲", "乙")``."""

    def make(*names):
        rule(**{"exam.card": 500})
        for name in names:
            identity(person(name=name))
        with journal.entry("体检卡", USER):
            exam_cards.list_all(2020, "区医院")
        return list(ExamCard.select())

    return make


def test_a_card_that_came_back_may_be_given_to_its_owner_again_but_not_used(listed):
    (card,) = listed("甲")
    with journal.entry("领卡", USER):
        exam_cards.issue(card, "0001", DAY, "甲")
        exam_cards.give_back(card, PartDate(2020, 8, 4), "外出")
    with pytest.raises(Refusal, match="“已退回”，不能改为“已体检”"), journal.entry("体检", USER):
        exam_cards.use(card, PartDate(2020, 8, 5))
    with journal.entry("领卡", USER):
        exam_cards.issue(card, "", PartDate(2020, 9, 1), "甲")
    kept = ExamCard.get()
    assert (kept.card, kept.state, kept.returned_on, kept.notes) == ("0001", "已领", None, "外出")


def test_nobody_is_examined_before_the_card_was_his(listed):
    (card,) = listed("甲")
    with journal.entry("领卡", USER):
        exam_cards.issue(card, "0001", DAY, "甲")
    with pytest.raises(Invalid, match="早于领取日期2020年8月3日"), journal.entry("体检", USER):
        exam_cards.use(card, PartDate(2020, 8, 2))
    with journal.entry("体检", USER):
        exam_cards.use(ExamCard.get(), DAY)
    assert exam_cards.exam_progress(2020).used == 500


def test_a_settled_card_pays_its_month_and_says_which_card_and_where(listed):
    (card,) = listed("甲")
    with journal.entry("体检", USER):
        exam_cards.issue(card, "0001", DAY, "甲")
        exam_cards.use(card, DAY)
        (payment,) = exam_cards.settle_cards([card], PartDate(2020, 11, 1), "区级财政")
    assert (str(payment.month), payment.paid_on, payment.fund) == (
        "2020-11",
        PartDate(2020, 11, 1),
        "区级财政",
    )
    assert (payment.item, payment.standard, payment.notes) == ("健康体检", "体检卡0001", "区医院")


def test_the_cards_of_a_year_are_found_by_name_and_state(listed):
    first, _ = listed("赵甲", "钱乙")
    with journal.entry("领卡", USER):
        exam_cards.issue(first, "0001", DAY, "赵甲")
    assert [each.person.name for each in exam_cards.cards(2020)] == ["赵甲", "钱乙"]
    assert [each.person.name for each in exam_cards.cards(2020, "钱")] == ["钱乙"]
    assert [each.person.name for each in exam_cards.cards(2020, state="已领")] == ["赵甲"]
    assert exam_cards.cards(2019).count() == 0
    assert exam_cards.exam_years() == [2020]
