"""The dead who are still paid: noted, stopped by nobody but the officer, and every month counted."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.deaths.matching import (
    SAME_NAME_AND_BIRTH,
)
from models.deaths.overpaid import overpaid
from models.deaths.sentinel import (
    DeathMatch,
    dismiss,
    matches,
    overpaid_if,
)
from models.office import roles
from models.people.identity import Identity
from models.people.person import Person
from tests.models.deaths.conftest import DIED, USER, a_match, died, funeral_home, noted, stopped


def test_a_yes_stops_every_identity_and_counts_the_months_after_the_death(paid, identity, tmp_path):
    someone = paid("1166.67", name="张三")
    identity(someone, kind="伤残人员", grade="六级", nature="因公")
    (match,) = noted(
        funeral_home(tmp_path / "火化.xlsx", [1, "张三", someone.number, "2020-4-20", "", "", "", ""])
    )
    assert len(stopped(match)) == 2
    assert {each.state for each in Identity.select()} == {"去世"}
    assert Person.get_by_id(someone.id).died == DIED
    kept = DeathMatch.get_by_id(match.id)
    assert (kept.state, kept.months, kept.amount) == ("已停发", 4, Decimal("4666.68"))
    assert overpaid(someone, DIED).span() == "2020年5月至2020年8月（4个月）"
    with pytest.raises(Refusal, match="已停发"):
        stopped(match)


def test_a_no_says_why_and_leaves_everything_as_it_was(paid, tmp_path):
    someone = paid(name="张三")
    (match,) = noted(
        funeral_home(tmp_path / "火化.xlsx", [1, "李四", someone.number, "2020-4-20", "", "", "", ""])
    )
    for reason, fits in (("", "为什么不是本人"), ("同号，家属到场，本人健在", "")):
        if fits:
            with pytest.raises(Refusal, match=fits), journal.entry("排除", USER):
                dismiss(DeathMatch.get_by_id(match.id), reason, USER)
        else:
            with journal.entry("排除", USER):
                dismiss(DeathMatch.get_by_id(match.id), reason, USER)
    assert DeathMatch.get_by_id(match.id).state == "已排除"
    assert Identity.get().state == "享受待遇"


def test_stopping_takes_the_right_and_a_day(paid, tmp_path):
    someone = paid(name="张三")
    (match,) = noted(funeral_home(tmp_path / "火化.xlsx", [1, "张三", someone.number, "", "", "", "", ""]))
    roles.give("小李", "录入", USER)
    with pytest.raises(Refusal, match="停发待遇"):
        stopped(match, user="小李")
    with pytest.raises(Refusal, match="核实死亡日期"):
        stopped(match, PartDate(2020))
    tomorrow = PartDate(date.today().year + 1, 1, 1)
    with pytest.raises(Refusal, match="晚于今天"):
        stopped(match, tomorrow)
    assert Identity.get().state == "享受待遇"


def test_what_comes_back_is_never_more_than_was_overpaid(paid, tmp_path):
    someone = paid(name="张三")
    (match,) = noted(
        funeral_home(tmp_path / "火化.xlsx", [1, "张三", someone.number, "2020-4-20", "", "", "", ""])
    )
    stopped(match)
    match.recovered = Decimal(2601)
    assert "追回金额多于多发的2600" in match.problems()["recovered"]
    match.recovered = Decimal(1000)
    assert match.left == Decimal(1600)


def test_what_cannot_be_of_a_row_is_refused(paid):
    match = a_match(paid())
    today = PartDate.of(date.today())
    match.notified_on, match.recovered = PartDate(today.year), Decimal(0)
    assert match.problems() == {}
    tomorrow = PartDate.of(date.today() + timedelta(days=1))
    match.notified_on, match.recovered_on = tomorrow, today
    assert list(match.problems()) == ["notified_on"]
    match.notified_on, match.recovered = None, Decimal("-0.01")
    assert match.problems() == {"recovered": "追回金额不能是负数"}
    match.recovered = Decimal("0.50")
    assert match.problems() == {"recovered": "追回金额多于多发的0元"}
    match.amount = Decimal("0.50")
    assert match.problems() == {}
    match.state = "已处理"
    assert match.problems()["state"] == "核查状态只能是待核实、已停发、已排除"


def test_nothing_is_left_to_recover_where_nothing_is_known(paid):
    match = a_match(paid())
    assert match.left == 0
    match.amount = Decimal(650)
    assert match.left == Decimal(650)


def test_a_month_is_enough_to_stop_and_who_has_no_identity_left_gets_the_day(paid):
    someone = paid()
    died(someone, PartDate(2020, 7))
    with journal.entry("去世", USER):
        Identity.update(state="去世").execute()
    match = a_match(someone, listed_day=PartDate(2020, 7, 3))
    assert overpaid_if(match).amount == Decimal(650)
    assert stopped(match, PartDate(2020, 6)) == []
    assert Person.get_by_id(someone.id).died == PartDate(2020, 6)
    kept = DeathMatch.get_by_id(match.id)
    assert (kept.months, kept.amount, kept.decided_by) == (2, Decimal(1300), USER)
    assert overpaid_if(kept).amount == Decimal(1300)  # by the day that was found out
    assert overpaid_if(DeathMatch(person=someone)).payments == ()


def test_what_was_decided_is_not_decided_the_other_way_by_the_way(paid):
    match = a_match(paid(name="张三"))
    stopped(match)
    with pytest.raises(Refusal, match="张三这一条已停发（王芳核实），不用再办"), journal.entry("排除", USER):
        dismiss(match, "同名", USER)


def test_a_person_has_one_case_and_another_only_when_the_first_was_dismissed(paid):
    first = a_match(paid(name="张三"))
    with pytest.raises(Refusal, match="张三已有一件身后止付（待核实"):
        a_match(first.person)
    with journal.entry("排除", USER):
        dismiss(first, "同名", USER)
    assert a_match(first.person).state == "待核实"


def test_what_waits_stands_first_then_the_surest_then_the_latest(paid):
    first, second, third = (a_match(paid(name=name)) for name in ("张三", "李四", "王五"))
    second.how = SAME_NAME_AND_BIRTH
    with journal.entry("改", USER):
        second.save()
    stopped(third)
    last = a_match(paid(name="赵六"))
    assert [each.id for each in matches()] == [last.id, first.id, second.id, third.id]
    assert [each.id for each in matches(state="已停发")] == [third.id]
    assert [each.id for each in matches(how=SAME_NAME_AND_BIRTH)] == [second.id]
    assert [each.id for each in matches("  李四 ")] == [second.id]
    assert [each.id for each in matches(" ")] == [last.id, first.id, second.id, third.id]
