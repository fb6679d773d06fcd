"""Looking for the dead: in lists and in the archive; each person is one case, whoever told of the death."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.deaths.looking import ON_FILE, keep_known, keep_matches, look, unnoted
from models.deaths.matching import SAME_NUMBER
from models.deaths.overpaid import still_paid
from models.deaths.sentinel import DeathMatch, dismiss, overpaid_if, stop_dead
from models.payments.payment import Payment
from models.people.identity import Identity
from models.people.person import Person
from tests import factories
from tests.models.deaths.conftest import USER, a_match, died, funeral_home, noted, stopped


def test_looking_and_noting_stop_nobody(paid, tmp_path):
    someone = paid(name="张三")
    file = funeral_home(tmp_path / "火化.xlsx", [1, "张三", someone.number, "2020-4-20", "", "", "", ""])
    (match,) = noted(file)
    assert (match.state, match.how) == ("待核实", SAME_NUMBER)
    assert Identity.get().state == "享受待遇"
    assert Person.get_by_id(someone.id).died is None
    assert noted(file) == []  # the same list once more notes nothing new


def test_who_is_dead_on_file_and_was_paid_all_the_same_needs_no_list(paid, tmp_path):
    someone, right = paid(name="张三"), paid(name="李四")
    for each, day in ((someone, PartDate(2020, 6, 30)), (right, PartDate(2020, 8, 1))):
        each.died = day
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
        (match,) = keep_matches(found.matches).new
    with journal.entry("停发", USER):
        stop_dead(match, PartDate(2020, 6, 30), USER)
    assert [each.name for each in still_paid()] == ["张三"]
    assert unnoted() == []
    with journal.entry("再查", USER):
        assert keep_known(still_paid()).new == []


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


def test_who_is_dead_on_file_is_noted_once_with_what_was_overpaid(paid):
    first, second = paid(name="张三"), paid(name="李四")
    died(first, PartDate(2020, 6, 30))
    living = paid(name="在世")
    with journal.entry("列入", USER):
        (match,) = keep_known([living, first]).new
    assert (match.listed_number, match.file, match.day_of) == (first.number, "本档案库", "死亡")
    assert match.words == "档案登记2020年6月30日去世，多发2020年7月至2020年8月（2个月）"
    assert overpaid_if(match).amount == Decimal(1300)
    died(second, PartDate(2020, 6, 30))
    assert [each.name for each in unnoted()] == ["李四"]
    with journal.entry("再查", USER):
        assert [each.person.name for each in keep_known(still_paid()).new] == ["李四"]
    assert DeathMatch.select().where(DeathMatch.file == ON_FILE).count() == 2


@pytest.mark.parametrize("stopped_before", [False, True])
def test_a_single_yuan_for_a_month_after_the_death_is_noted(paid, stopped_before):
    someone = paid("1.00")
    if stopped_before:  # when the death was thought to be later, and nothing overpaid
        stopped(a_match(someone), PartDate(2020, 8, 20))
    died(Person.get_by_id(someone.id), PartDate(2020, 7, 31))
    assert [each.id for each in unnoted()] == [someone.id]


def on_list(file, someone, day="2020-6-30", number=None, **_):
    return funeral_home(
        file, [1, someone.name, someone.number if number is None else number, day, "", "", "", ""]
    )


def test_a_dead_man_of_a_list_and_of_the_archive_is_one_case_and_his_money_is_claimed_once(paid, tmp_path):
    someone = paid(name="张三")
    (match,) = noted(on_list(tmp_path / "殡仪馆.xlsx", someone))
    died(Person.get_by_id(someone.id), PartDate(2020, 6, 30))
    assert unnoted() == []
    with journal.entry("查已登记去世的", USER):
        found = keep_known(still_paid())
    assert (found.new, found.before) == ([], 1)
    stopped(match, PartDate(2020, 6, 30))
    with journal.entry("查已登记去世的", USER):
        keep_known(still_paid())
    (case,) = DeathMatch.select()
    assert (case.amount, case.left) == (Decimal(1300), Decimal(1300))


def test_a_second_list_joins_the_open_case_and_says_what_it_knows_better(paid, tmp_path):
    someone = paid(name="张三", born=PartDate(1950, 3, 4))
    (match,) = noted(on_list(tmp_path / "殡仪馆.xlsx", someone, "", someone.number[:16] + "**"))
    assert (match.how, match.listed_day) == ("号码部分隐去", None)
    assert noted(on_list(tmp_path / "公安.xlsx", someone, "2020-6-29")) == []
    again = DeathMatch.get()
    assert (again.how, str(again.listed_day), again.day_of) == (SAME_NUMBER, "2020-06-29", "死亡")
    assert again.notes == "又见于公安.xlsx 火化登记 第3行（张三，死亡2020年6月29日）"
    noted(on_list(tmp_path / "民政.xlsx", someone, "2020-7-2"))
    found = finish(look([tmp_path / "民政.xlsx"]))
    with journal.entry("再核对", USER):
        assert keep_matches(found.matches).before == 1
    (case,) = DeathMatch.select()
    assert case.doubt == "另一份名单的日期是2020年7月2日"
    assert len(case.notes.splitlines()) == 2


def test_who_was_said_to_be_somebody_else_is_asked_again_only_when_another_day_is_told(paid, tmp_path):
    someone = paid(name="张三")
    (match,) = noted(on_list(tmp_path / "一.xlsx", someone, "2020-5-1"))
    with journal.entry("排除", USER):
        dismiss(match, "本人健在", USER)
    assert noted(on_list(tmp_path / "二.xlsx", someone, "2020-5-1")) == []
    assert len(noted(on_list(tmp_path / "三.xlsx", someone, "2020-7-1"))) == 1


def test_what_is_paid_after_somebody_was_stopped_is_counted_in_his_case(paid, tmp_path):
    someone = paid(name="张三")
    (match,) = noted(on_list(tmp_path / "殡仪馆.xlsx", someone))
    stopped(match, PartDate(2020, 6, 30))
    with journal.entry("补登", USER):
        Payment(
            person=someone, programme="", item="补登", month=PartDate(2020, 9), amount=Decimal(650)
        ).save()
    assert [each.id for each in unnoted()] == [someone.id]
    with journal.entry("查已登记去世的", USER):
        assert len(keep_known(still_paid()).joined) == 1
    (case,) = DeathMatch.select()
    assert (case.months, case.amount) == (3, Decimal(1950))
    assert unnoted() == []


def test_every_row_of_a_list_is_told_of(paid, tmp_path):
    someone = paid(name="张三")
    file = funeral_home(
        tmp_path / "火化.xlsx", [1, "张三", someone.number, "2020-6-30", "", "", "", ""],
        [2, "外人", factories.citizen_number(), "2020-6-30", "", "", "", ""], [3, "王建军", "", "", "", "", "", ""],
        [4, "", "", "2020-6-2", "", "", "", ""],
    )  # fmt: skip
    found = finish(look([file]))
    assert (found.rows, len(found.matches), found.strangers) == (2, 1, 1)
    assert [(row, words[:6]) for _, _, row, words in found.refused] == [(5, "只有姓名王建")]
    assert [row for _, _, row, _ in found.aside] == [6, 7]
