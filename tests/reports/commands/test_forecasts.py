"""What the command ``forecast`` answers."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

import main

FUND = "两参人员生活补助费"


@pytest.fixture
def asked(two_combatants, capsys):
    """Ask about a practice archive into which a roster with two combatants was taken."""

    def ask(command, *words):
        capsys.readouterr()
        status = main.main([command, str(two_combatants), *words])
        return status, capsys.readouterr()

    return ask


def test_each_coming_month_has_a_row_for_each_fund(asked):
    status, told = asked("forecast", "--months", "2", "--as-of", "2019-08-15", "--json")
    assert status == 0
    assert json.loads(told.out) == [
        {"month": "2019-09", "fund": FUND, "people": 1, "amount": "650.00"},
        {"month": "2019-10", "fund": FUND, "people": 1, "amount": "650.00"},
    ]
    assert "还没有公布的提标没有计入" in told.err


def test_three_years_are_foretold_unless_told_otherwise(asked):
    _, told = asked("forecast", "--json")
    assert len({row["month"] for row in json.loads(told.out)}) == 36


def test_a_month_comes_to_what_is_due_in_it(asked):
    _, told = asked("forecast", "--months", "1", "--as-of", "2019-09-01", "--json")
    (row,) = json.loads(told.out)
    _, told = asked("due", "--month", "2019-09", "--json")
    assert Decimal(row["amount"]) == sum(Decimal(due["amount"]) for due in json.loads(told.out))


def test_a_rise_is_tried_from_a_month_on(asked):
    words = ("--months", "2", "--as-of", "2019-08-15", "--rise", "5")
    _, told = asked("forecast", *words, "--json")
    assert [row["amount"] for row in json.loads(told.out)] == ["682.50", "682.50"]
    _, told = asked("forecast", *words, "--rise-from", "2019-10")
    assert told.out.splitlines()[:3] == [
        "2019年10月起全部标准提高5%",
        "2019年9月：需要650.00元，比现行标准多0.00元",
        "2019年10月：需要682.50元，比现行标准多32.50元",
    ]


def test_events_are_listed_instead(asked):
    status, told = asked("forecast", "--months", "12", "--as-of", "2019-08-15", "--events", "--json")
    assert status == 0
    assert isinstance(json.loads(told.out), list)
    _, told = asked("forecast", "--months", "12", "--as-of", "2019-08-15", "--events")
    assert told.out.splitlines()[-1].startswith("12个月里有")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--rise", "五"), "百分比“五”写法不对"),
        (("--rise", "-100"), "不合理"),
        (("--rise-from", "2027-01"), "还要写 --rise"),
        (("--as-of", "2027"), "日期“2027”写法不对"),
        (("--months", "0"), "应在1到120之间"),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence(asked, words, said):
    status, told = asked("forecast", *words)
    assert status == 2
    assert said in told.err
    assert told.err.count("\n") == 1
