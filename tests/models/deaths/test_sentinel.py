"""The dead who are still paid: noted, stopped by nobody but the officer, and every month counted."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.deaths.matching import (
    SAME_NAME_AND_BIRTH,
    SAME_NUMBER,
)
from models.deaths.overpaid import overpaid, still_paid
from models.deaths.sentinel import (
    DeathMatch,
    dismiss,
    keep_known,
    keep_matches,
    look,
    matches,
    overpaid_if,
    stop_dead,
    unnoted,
)
from models.office import roles
from models.people.identity import Identity
from models.people.person import Person
from tests.models.deaths.conftest import DIED, USER, funeral_home, noted, stopped


def test_looking_and_noting_stop_nobody(paid, tmp_path):
    someone = paid(name="张三")
    file = funeral_home(tmp_path / "火化.xlsx", [1, "张三", someone.number, "2020-4-20", "", "", "", ""])
    (match,) = noted(file)
    assert (match.state, match.how) == ("待核实", SAME_NUMBER)
    assert Identity.get().state == "享受待遇"
    assert Person.get_by_id(someone.id).died is None
    assert noted(file) == []  # the same list once more notes nothing new


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


def test_who_is_dead_on_file_and_was_paid_all_the_same_needs_no_list(paid, tmp_path):
    someone, right = paid(name="张三"), paid(name="李四")
    for each, died in ((someone, PartDate(2020, 6, 30)), (right, PartDate(2020, 8, 1))):
        each.died = died
        with journal.entry("去世", USER):
            each.save()
    assert [each.name for each in still_paid()] == ["张三"]
    rows = [[1, each.name, each.number, "2020-6-30", "", "", "", ""] for each in (someone, right)]
    found = finish(look([funeral_home(tmp_path / "火化.xlsx", *rows)]))
    assert [match.person.name for match in found.matches] == ["张三"]
    assert [match.person.name for match in found.known] == ["李四"]


def test_who_was_stopped_after_a_list_is_not_noted_once_more_as_dead_on_file(paid, tmp_path):
    someone = paid(name="张三")
    row = [1, "张三", someone.number, "2020-6-30", "", "", "", ""]
    found = finish(look([funeral_home(tmp_path / "火化.xlsx", row)]))
    with journal.entry("列入", USER):
        (match,) = keep_matches(found.matches)
    with journal.entry("停发", USER):
        stop_dead(match, PartDate(2020, 6, 30), USER)
    assert [each.name for each in still_paid()] == ["张三"]
    assert unnoted() == []
    with journal.entry("再查", USER):
        assert keep_known(still_paid()) == []


def a_match(someone, **facts):
    """A row about somebody, noted and not decided."""
    made = DeathMatch(person=someone, file="名单.xlsx", how=SAME_NUMBER, state="待核实", **facts)
    with journal.entry("列入", USER):
        made.save()
    return made


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


def test_looking_tells_how_far_it_is(paid, tmp_path):
    file = funeral_home(tmp_path / "火化.xlsx", [1, "张三", paid().number, "2020-4-20", "", "", "", ""])
    steps = [(step.done, step.total) for step in look([file, file])]
    assert steps == [(0, 3), (1, 3), (2, 3)]


def test_one_name_on_two_numbers_is_noted_twice_and_what_is_new_after_what_is_known_too(paid, tmp_path):
    first, second = paid(name="张三"), paid(name="张三")
    rows = [
        [n, "张三", each.number, "2020-4-20", "", "", "", ""] for n, each in enumerate((first, second), 1)
    ]
    assert len(noted(funeral_home(tmp_path / "一.xlsx", rows[0]))) == 1
    (match,) = noted(funeral_home(tmp_path / "二.xlsx", *rows))
    assert (match.person_id, match.file, match.place) == (second.id, "二.xlsx", "火化登记 第4行")
    assert (match.listed_name, match.listed_number, str(match.listed_day)) == (
        "张三",
        second.number,
        "2020-04-20",
    )


def died(someone, day):
    someone.died = day
    with journal.entry("去世", USER):
        someone.save()


def test_who_is_dead_on_file_is_noted_once_with_what_was_overpaid(paid):
    first, second = paid(name="张三"), paid(name="李四")
    died(first, PartDate(2020, 6, 30))
    living = paid(name="在世")
    with journal.entry("列入", USER):
        (match,) = keep_known([living, first])
    assert (match.listed_number, match.file, match.day_of) == (first.number, "本档案库", "死亡")
    assert match.words == "档案登记2020年6月30日去世，多发2020年7月至2020年8月（2个月）"
    assert overpaid_if(match).amount == Decimal(1300)
    a_match(first, listed_name="张三")  # another list names him too
    died(second, PartDate(2020, 6, 30))
    assert [each.name for each in unnoted()] == ["李四"]
    with journal.entry("再查", USER):
        assert [each.person.name for each in keep_known(still_paid())] == ["李四"]
    assert DeathMatch.select().where(DeathMatch.file == "本档案库").count() == 2


@pytest.mark.parametrize("stopped_before", [False, True])
def test_a_single_yuan_for_a_month_after_the_death_is_noted(paid, stopped_before):
    someone = paid("1.00")
    if stopped_before:  # when the death was thought to be later, and nothing overpaid
        stopped(a_match(someone), PartDate(2020, 8, 20))
    died(Person.get_by_id(someone.id), PartDate(2020, 7, 31))
    assert [each.id for each in unnoted()] == [someone.id]


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
    assert overpaid_if(a_match(someone)).payments == ()


def test_what_was_decided_is_not_decided_the_other_way_by_the_way(paid):
    match = a_match(paid(name="张三"))
    stopped(match)
    with pytest.raises(Refusal, match="张三这一条已停发（王芳核实），不用再办"), journal.entry("排除", USER):
        dismiss(match, "同名", USER)


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
