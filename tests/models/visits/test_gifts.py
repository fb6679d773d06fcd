"""In − out = left, always."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal, db, insert_all
from models.undo.undo import undo
from models.visits import gifts
from models.visits.gifts import STOCK_IN, STOCK_OUT, Gift, Stock

USER = "王芳"
DAY = PartDate(2020, 7, 1)


@pytest.fixture
def rice(archive):
    made = Gift(name="大米", measure="袋", price=Decimal("58.5"))
    with journal.entry("登记慰问品", USER):
        made.save()
    return made


def move(kind, way, count, **facts):
    made = Stock(gift=kind, way=way, count=count, **{"day": DAY, **facts})
    with journal.entry("出入库", USER) as writing:
        made.save()
    return made, writing.number


def test_more_out_than_in_is_refused(rice):
    move(rice, STOCK_IN, 5)
    move(rice, STOCK_OUT, 3)
    with pytest.raises(Invalid, match="“大米”只剩2袋，不够出库3袋"):
        move(rice, STOCK_OUT, 3)
    assert gifts.store()[0][1:] == (5, 3, 2)
    assert gifts.store()[0].value == 117


def test_what_went_out_keeps_what_came_in_from_being_made_less(rice):
    came, number = move(rice, STOCK_IN, 5)
    move(rice, STOCK_OUT, 4)
    came.count = 3
    with pytest.raises(Invalid, match="发出的比入库的还多"), journal.entry("改", USER):
        came.save()
    with pytest.raises(Refusal, match="发出的就比入库的多"), journal.entry("删", USER):
        came.delete_instance()
    with pytest.raises(Refusal, match="发出的就比入库的多"):
        undo(number, USER)
    with pytest.raises(Refusal, match="发出的就比入库的多"), journal.entry("绕过", USER):
        insert_all(Stock, [Stock(gift=rice, way=STOCK_OUT, count=2, day=DAY)])
    assert gifts.left(rice) == 1


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"count": 0}, "大于0"),
        ({"way": "借"}, "入库或出库"),
        ({"day": None}, "填写日期"),
        ({"day": PartDate.of(date.today() + timedelta(1))}, "还没有到"),
        ({"price": -1}, "负数"),
    ],
)
def test_what_no_movement_can_be(rice, facts, reason):
    with pytest.raises(Invalid, match=reason), journal.entry("登记", USER):
        Stock(**{"gift": rice, "way": STOCK_IN, "count": 1, "day": DAY, **facts}).save()


def test_gifts_are_read_as_people_write_them(rice):
    with journal.entry("登记", USER):
        Gift(name="食用油", measure="桶", price=80).save()
    for words in ("大米×1、食用油×2", "大米 1袋，食用油2桶", "大米x1；食用油＊２", "大米、食用油 2"):
        assert gifts.written_gifts(gifts.read_gifts(words)) == "大米×1、食用油×2", words
    given_now = gifts.read_gifts("大米2、食用油")
    assert gifts.said(given_now) == "大米2袋、食用油1桶"
    assert gifts.worth(given_now) == Decimal(197)
    assert gifts.read_gifts("") == []
    assert gifts.worth([]) is None


def test_gifts_that_are_not_registered_or_said_twice_are_refused(rice):
    for words, reason in (
        ("面粉1", "没有登记过慰问品“面粉1”"),
        ("大米1桶", "没有登记"),
        ("大米、大米", "两遍"),
        ("大米0", "数量不对"),
    ):
        with pytest.raises(Refusal, match=reason):
            gifts.read_gifts(words)


def test_a_kind_with_movements_keeps_its_name(rice):
    move(rice, STOCK_IN, 1)
    rice.name = "东北大米"
    with pytest.raises(Invalid, match="不能改名"), journal.entry("改", USER):
        rice.save()


def test_two_kinds_do_not_share_a_name(rice):
    with pytest.raises(Invalid, match="已登记过"), journal.entry("登记", USER):
        Gift(name="大米").save()
    with pytest.raises(Invalid, match="不要写数量"), journal.entry("登记", USER):
        Gift(name="大米2").save()


ACTS = st.lists(
    st.tuples(st.sampled_from(("in", "out", "drop", "undo", "change")), st.integers(1, 9)), max_size=14
)


@settings(max_examples=30)
@given(ACTS)
def test_in_less_out_is_left_whatever_was_tried(archive, acts):
    """Coming, going, deleting, changing and undoing: refused or done, what is left is never less than nothing."""
    with db.atomic() as undone:
        kind = Gift(name="牛奶", measure="箱")
        with journal.entry("登记", USER):
            kind.save()
        entries = []
        for act, count in acts:
            held = list(Stock.select())
            try:
                with journal.entry(act, USER) as writing:
                    if act in ("in", "out"):
                        Stock(
                            gift=kind, way=STOCK_IN if act == "in" else STOCK_OUT, count=count, day=DAY
                        ).save()
                    elif act == "drop" and held:
                        held[count % len(held)].delete_instance()
                    elif act == "change" and held:
                        chosen = held[count % len(held)]
                        chosen.count = count
                        chosen.save()
                entries.append(writing.number)
                if act == "undo" and entries:
                    undo(entries[0], USER)
            except Refusal:
                pass
            came = sum(each.count for each in Stock.select() if each.way == STOCK_IN)
            went = sum(each.count for each in Stock.select() if each.way == STOCK_OUT)
            assert gifts.store()[0][1:] == (came, went, came - went)
            assert came - went == gifts.left(kind) >= 0
        undone.rollback()
