"""Who is on the superior's list and who is not, both ways, whatever the list lacks."""

from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.people.identity import Identity
from tests.models.checkups.conftest import HEADING, KIND, told


def row(identity, *more, state="享受待遇"):
    return (identity.person.name, identity.person.number, KIND, state, *more)


def test_a_list_that_says_the_same_differs_in_nothing(identity, against):
    assert told(against(row(identity()))) == []


def test_who_is_in_pay_and_not_on_the_list_is_told_and_who_is_dead_is_not(identity, person, against):
    here, absent = identity(), identity(person(name="李四"))
    identity(person(name="王五", died=PartDate(2020, 5, 1)), state="去世")
    found = against(row(here))
    assert told(found) == [("李四", "list.no_person_there", "")]
    assert found.differences[-1].subject.person == absent.person_id


def test_kinds_and_streets_that_the_list_does_not_have_are_told_once(identity, person, against):
    here = identity(person(street="总寨镇"))
    identity(person(name="李四", street="多巴镇"))
    identity(person(name="王五", street="总寨镇"), kind="在乡复员军人")
    found = against(row(here, "总寨镇"), heading=(*HEADING, "街道(镇)"))
    assert told(found) == []
    assert {
        "名单里没有多巴镇的人，档案库里有1人，没有逐人列出",
        "名单里没有在乡复员军人，档案库里有1人，没有逐人列出",
    } <= set(found.left_aside)


def test_a_list_without_kinds_is_about_people_as_a_whole(identity, person, against):
    both = identity()
    identity(both.person, kind="带病回乡退役军人")
    rows = (both.person.name, both.person.number)
    assert told(against(rows, heading=HEADING[:2], sheet="Sheet1")) == []
    other = identity(person(name="李四"))
    assert told(against(rows, heading=HEADING[:2], sheet="Sheet1")) == [("李四", "list.no_person_there", "")]
    assert other.paid


def test_a_masked_number_finds_its_person_and_is_no_difference(identity, against):
    one = identity()
    number = f"{one.person.number[:6]}********{one.person.number[-4:]}"
    assert told(against((one.person.name, number, KIND, "享受待遇"))) == []


def test_a_slip_in_the_number_is_the_lists_by_its_check_digit(identity, against):
    one = identity()
    number = one.person.number[:16] + str((int(one.person.number[16]) + 1) % 10) + one.person.number[17]
    assert told(against((one.person.name, number, KIND, "享受待遇"))) == [
        ("张三", "person.number", "上级系统")
    ]


def test_another_person_with_a_near_number_is_not_taken_for_this_one(identity, against):
    one = identity()
    number = one.person.number[:16] + str((int(one.person.number[16]) + 1) % 10) + one.person.number[17]
    found = against(row(one), ("赵六", number, KIND, "享受待遇"))
    assert told(found) == [("赵六", "list.no_person_here", "")]


def test_a_kind_that_only_one_book_knows(identity, against):
    one = identity()
    listed = (one.person.name, one.person.number, "带病回乡退役军人", "享受待遇")
    assert told(against(row(one), listed)) == [("张三", "list.no_identity_here", "")]


@pytest.mark.parametrize(
    ("here", "there", "item", "wrong"),
    [
        ("停发", "享受待遇", "list.state", "上级系统"),
        ("享受待遇", "停发", "list.state", ""),
        ("享受待遇", "去世", "list.dead_there", "档案库"),
        ("去世", "享受待遇", "list.dead_here", "上级系统"),
    ],
)
def test_states_that_differ(identity, against, here, there, item, wrong):
    one = identity(state=here)
    assert told(against(row(one, state=there))) == [("张三", item, wrong)]


def test_a_list_that_cannot_be_read_says_what_to_do(against):
    with pytest.raises(Exception, match="要有“姓名”和“身份证号”两栏"):
        against(("甲", "乙"), heading=("村", "镇"))


def test_the_same_right_twice_is_told_once(identity, against):
    one = identity()
    assert told(against(row(one), row(one))) == [("张三", "list.twice", "上级系统")]
    assert Identity.select().count() == 1
