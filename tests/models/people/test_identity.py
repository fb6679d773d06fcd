"""Identities: what is refused, what is doubtful, and how service years are counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.people.identity import BankAccount, Identity, luhn, service_years
from tests.factories import card_number


def messages(record):
    return [doubt.message for doubt in record.doubts()]


def test_sickness_below_grade_six_is_never_paid(identity):
    with pytest.raises(Invalid, match="因病致残只有一至六级"):
        identity(kind="伤残人员", grade="七级", nature="因病")
    assert identity(kind="伤残人员", grade="六级", nature="因病").paid


def test_sickness_below_grade_six_unpaid_is_doubtful(identity):
    unpaid = identity(kind="伤残人员", grade="七级", nature="因病", state="身份认定不享受待遇")
    assert messages(unpaid) == ["因病七级不在评定范围（因病只评一至六级）"]


def test_an_unknown_kind_is_refused(identity):
    with pytest.raises(Invalid, match="不在身份种类中"):
        identity(kind="好人")


@pytest.mark.parametrize(
    ("begun", "ended", "years"),
    [
        (PartDate(1956, 10), PartDate(1961, 12), 6),  # 宁化县's worked example of 民发〔2011〕110号
        (PartDate(1956, 6, 6), PartDate(1962, 12, 17), 7),
        (PartDate(1960, 3, 1), PartDate(1963, 3, 1), 3),
        (PartDate(1960, 3, 1), PartDate(1963, 3, 2), 4),
        (PartDate(1960, 3, 1), PartDate(1960, 3, 1), 1),
        (PartDate(1960), PartDate(1963, 3), None),
        (None, PartDate(1963, 3), None),
        (PartDate(1963, 3), PartDate(1960, 3), None),
    ],
)
def test_each_begun_year_of_service_counts_as_one(begun, ended, years):
    assert service_years(begun, ended) == years


@given(st.dates(date(1950, 1, 1), date(2000, 1, 1)), st.integers(0, 12000))
def test_service_years_never_lie_a_year_beside_the_days(begun, days):
    counted = service_years(PartDate.of(begun), PartDate.of(begun + timedelta(days)))
    assert days / 366 <= counted <= days / 365 + 1


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"joined": PartDate(1970, 5), "left": PartDate(1969, 5)}, "退役时间1969年5月早于入伍时间1970年5月"),
        ({"joined": PartDate(1949, 5)}, "入伍时间1949年5月早于出生日期1950年6月15日"),
        (
            {"kind": "农村籍退役士兵", "service_from": PartDate(1968, 3, 1), "service_to": PartDate(1971, 2, 1), "service_years": 2},
            "折算年限2年，按起止时间应为3年（不满一年按一年）",
        ),
        (
            {"kind": "农村籍退役士兵", "joined": PartDate(2012, 12, 1)},
            "入伍时间2012年12月1日不在1954年11月至2011年10月之间，不符合农村籍退役士兵的条件",
        ),
        ({"kind": "在乡复员军人", "joined": PartDate(1955, 5)}, "入伍时间1955年5月晚于1954年10月31日，不符合在乡复员军人的定义"),
        ({"state": "去世"}, "状态为去世，未登记去世日期"),
        ({"category": "烈士遗属"}, "类别“烈士遗属”属于三属，与身份“参战退役人员”不符"),
        ({"battle": "星际大战"}, "参战类别“星际大战”不在代码表中"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_a_finding(identity, person, facts, message):
    old = facts.get("kind") == "在乡复员军人"  # who joined before 1954
    someone = person(born=PartDate(1935, 3, 1) if old else PartDate(1950, 6, 15))
    assert messages(identity(someone, **facts)) == [message]


def test_a_rural_veteran_under_sixty_is_not_yet_paid(identity, person):
    young = person(born=PartDate(date.today().year - 59, 1, 1))
    assert "未满60周岁" in messages(identity(young, kind="农村籍退役士兵"))[0]


@given(st.integers(0, 10**12 - 1))
def test_one_wrong_digit_of_a_card_is_noticed(serial):
    number = card_number(serial)
    assert luhn(number)
    assert not luhn(number[:-1] + str((int(number[-1]) + 1) % 10))


def test_an_account_of_somebody_else_is_doubtful(person):
    someone = person(name="张三")
    account = BankAccount(person=someone, bank="青海银行", holder="李四", account=card_number(5))
    with journal.entry("登记账号", "王芳"):
        account.save()
    assert messages(account) == ["开户名称“李四”不是本人"]


def test_an_account_no_longer_used_raises_no_doubt(person):
    account = BankAccount(person=person(), holder="李四", account="1", until=PartDate(2020, 1, 1))
    assert messages(account) == []


def test_a_person_may_have_several_identities(person, identity):
    someone = person()
    identity(someone, kind="参战退役人员")
    identity(someone, kind="伤残人员", grade="七级", nature="因战")
    assert sorted(each.kind for each in someone.identities) == ["伤残人员", "参战退役人员"]
    assert Identity.select().count() == 2
