"""Who of the dead is on file: the whole number, one slip, a masked number, name and birth."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise

import pytest

from models.core.citizen_number import check_digit
from models.core.dates import PartDate
from models.deaths.lists import Dead
from models.deaths.matching import (
    ONE_PLACE_WRONG,
    PARTLY_HIDDEN,
    SAME_NAME_AND_BIRTH,
    SAME_NUMBER,
    OnFile,
    PeopleOnFile,
    is_near,
)


def dead(name="", number="", born=None):
    return Dead("表.xlsx", "表", 2, name, number, born, PartDate(2020, 4, 20), "死亡", "")


@pytest.fixture(scope="module")
def town():
    """Ten thousand people, their numbers right."""
    chance = random.Random(2020)
    people, seen = [], set()
    while len(people) < 10_000:
        born = date.fromordinal(chance.randint(date(1925, 1, 1).toordinal(), date(1965, 12, 31).toordinal()))
        body = f"63010{chance.randint(2, 5)}{born:%Y%m%d}{chance.randint(0, 999):03d}"
        if body not in seen:
            seen.add(body)
            name = chance.choice("张王李马韩") + chance.choice("建国军英兰芳") + chance.choice("明华山海生")
            people.append(OnFile(len(people) + 1, body + check_digit(body), name, "", PartDate.of(born)))
    return people


def test_every_exact_number_is_found_among_ten_thousand(town):
    archive = PeopleOnFile(town)
    for each in town:
        (match,) = archive.matches(dead(each.name, each.number))
        assert (match.person.id, match.how) == (each.id, SAME_NUMBER)


def test_numbers_with_one_damaged_digit_are_found_among_ten_thousand(town):
    """At least 95 of 100 is asked for; with the name as a tie-breaker nothing but an unlucky neighbour is missed."""
    chance, archive, found, alone = random.Random(7), PeopleOnFile(town), 0, 0
    tried = town[::10]
    for each in tried:
        place = chance.randrange(18)
        wrong = chance.choice([c for c in "0123456789" if c != each.number[place]])
        number = each.number[:place] + wrong + each.number[place + 1 :]
        matches = archive.matches(dead("", number))
        found += each.id in {match.person.id for match in matches}
        alone += [match.person.id for match in matches] == [each.id]
    assert found >= 0.999 * len(tried)
    assert alone >= 0.95 * len(tried)


def test_a_place_missing_swapped_unreadable_or_of_an_old_number_is_found_too(town):
    archive, each = PeopleOnFile(town), town[17]
    number = each.number
    swap = next(n for n, (a, b) in enumerate(pairwise(number)) if a != b and n != 8)
    forms = [
        number[:5] + number[6:], number[:3] + "7" + number[3:], number[:12] + "*" + number[13:],
        number[:swap] + number[swap + 1] + number[swap] + number[swap + 2 :],
        number[:6] + number[8:14] + str((int(number[14]) + 1) % 10) + number[15:17],  # 15 places, one of them wrong
    ]  # fmt: skip
    for form in forms:
        assert each.id in {match.person.id for match in archive.matches(dead("", form))}, form
        assert {match.how for match in archive.matches(dead("", form))} == {ONE_PLACE_WRONG}


def test_a_masked_number_needs_the_name(town):
    archive, each = PeopleOnFile(town), town[99]
    masked = f"{each.number[:6]}********{each.number[-4:]}"
    assert each.id in [match.person.id for match in archive.matches(dead(each.name, masked))]
    assert {match.how for match in archive.matches(dead(each.name, masked))} == {PARTLY_HIDDEN}
    assert archive.matches(dead("别人家", masked)) == []


def test_a_name_alone_is_nothing_a_name_and_a_birth_date_are_a_question():
    archive = PeopleOnFile([OnFile(1, "630103195006150011", "张三", "张老三", PartDate(1950, 6, 15))])
    assert archive.matches(dead("张三")) == []
    for name in ("张三", "张老三"):
        (match,) = archive.matches(dead(name, born=PartDate(1950, 6, 15)))
        assert match.how == SAME_NAME_AND_BIRTH
    assert archive.matches(dead("张三", born=PartDate(1950, 6))) == []
    assert archive.matches(dead("张三", born=PartDate(1950, 6, 16))) == []


def test_another_name_under_the_number_is_a_doubt_that_is_told():
    archive = PeopleOnFile([OnFile(1, "630103195006150011", "张三", "", None)])
    (match,) = archive.matches(dead("李四", "630103195006150011"))
    assert match.doubt == "名单上姓名是“李四”，档案中是“张三”"


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("1234", "1235", True), ("1234", "1243", True), ("1234", "134", True), ("1234", "12344", True), ("1234", "1324", True),
     ("1234", "1234", False), ("1234", "4321", False), ("1234", "1122", False), ("12", "1234", False)],
)  # fmt: skip
def test_what_one_slip_of_the_pen_is(one, other, near):
    assert is_near(one, other) is near


def test_a_number_of_fifteen_places_is_found_whichever_place_is_wrong(town):
    archive = PeopleOnFile(town)
    each = next(someone for someone in town if someone.number[6:8] == "19")
    old = each.number[:6] + each.number[8:17]
    for place in (4, 7, 14):
        wrong = old[:place] + str((int(old[place]) + 1) % 10) + old[place + 1 :]
        assert each.id in {match.person.id for match in archive.matches(dead("", wrong))}, place


def test_a_masked_number_that_says_otherwise_is_another_man_of_that_name():
    archive = PeopleOnFile([OnFile(1, "630103195006150011", "张三", "", None)])
    assert archive.matches(dead("张三", "630103********0012")) == []
    assert archive.matches(dead("张三", "630103********001")) == []  # a place is missing
    assert [match.how for match in archive.matches(dead("张三", "630103********0011"))] == [PARTLY_HIDDEN]


def test_every_former_name_is_known_however_they_are_set_apart():
    archive = PeopleOnFile(
        [OnFile(1, "630103195006150011", "张三", "张老三、张小三 张三娃", PartDate(1950, 6, 15))]
    )
    for name in ("张老三", "张小三", "张三娃"):
        (match,) = archive.matches(dead(name, born=PartDate(1950, 6, 15)))
        assert (match.how, match.doubt) == (SAME_NAME_AND_BIRTH, "")


def test_the_birth_date_in_another_number_is_a_question_too():
    archive = PeopleOnFile([OnFile(1, "630103195006150011", "张三", "", PartDate(1950, 6, 15))])
    (match,) = archive.matches(dead("张三", "630102195006154512"))
    assert match.how == SAME_NAME_AND_BIRTH
    assert archive.matches(dead("张三", "6301021950061545*2")) == []


def test_who_has_no_birth_date_on_file_has_that_of_the_number(person):
    someone = person(name="张三", number="63010319500615031X", born=None)
    (match,) = PeopleOnFile.read().matches(dead("张三", born=PartDate(1950, 6, 15)))
    assert (match.person.id, match.how) == (someone.id, SAME_NAME_AND_BIRTH)


def test_two_numbers_as_unlike_as_can_be_with_a_place_more_are_not_near():
    assert not is_near("123", "4567")
    assert not is_near("1234", "56789")
