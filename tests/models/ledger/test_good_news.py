"""Good news comes before it is brought."""

from __future__ import annotations

from datetime import date

import pytest
from peewee import IntegrityError

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger.good_news import GoodNews
from tests.conftest import USER
from tests.models.ledger.conftest import DAY, TOMORROW


def test_good_news_comes_before_it_is_brought(save):
    news = {"soldier": "张三", "merit": "三等功", "received": DAY}
    save(GoodNews(**news, delivered=PartDate(2020, 4, 3), bringers="区人武部、镇办服务站", money=2000))
    for facts, reason in (
        ({"delivered": PartDate(2020, 3, 1)}, "早于收到"), ({"received": None}, "收到喜报"), ({"soldier": ""}, "立功军人"),
        ({"merit": ""}, "等次"), ({"delivered": TOMORROW}, "还没有到"), ({"money": -1}, "负数"),
    ):  # fmt: skip
        with pytest.raises(Invalid, match=reason):
            save(GoodNews(**{**news, **facts}))


def test_news_may_be_brought_on_the_day_on_which_they_came(save):
    kept = save(GoodNews(soldier="张三", merit="三等功", received=DAY, delivered=DAY, money=0))
    assert (kept.delivered, kept.money) == (DAY, 0)
    save(GoodNews(soldier="张三", merit="三等功", received=PartDate.of(date.today())))


def test_not_even_bare_sql_gives_less_than_nothing(save):
    save(GoodNews(soldier="张三", merit="三等功", received=DAY))
    with pytest.raises(IntegrityError), journal.entry("绕过", USER):
        GoodNews.update(money=-1).execute()
