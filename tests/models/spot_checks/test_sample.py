"""A sample: the same people for whoever draws again, a larger one holding the smaller, nobody twice."""

from __future__ import annotations

import pytest

from models.core.record import Refusal
from models.people.person import Person
from models.spot_checks.sample import draw, lot, years_sent


@pytest.fixture
def crowd(person):
    return [person(name=f"张{number}", street="东街" if number % 2 else "西街") for number in range(12)]


def test_the_same_seed_draws_the_same_people_and_another_one_others(crowd):
    assert draw(5, 7) == draw(5, 7)
    assert len({draw(5, seed).people for seed in range(8)}) > 1
    assert len(set(draw(12, 7).people)) == 12


def test_a_larger_sample_holds_the_smaller_one(crowd):
    assert set(draw(3, 7).people) < set(draw(8, 7).people)


def test_those_with_the_lowest_lots_are_drawn_in_the_order_of_the_files(crowd):
    uids = {each.id: each.uid for each in Person.select()}
    lowest = sorted(uids, key=lambda each: lot(7, uids[each]))[:4]
    assert draw(4, 7).people == tuple(sorted(lowest))


def test_words_narrow_whom_it_is_drawn_from(crowd):
    sample = draw(20, 7, "东街")
    assert {Person.get_by_id(each).street for each in sample.people} == {"东街"}
    assert sample.told() == "从符合“东街”的6人中抽取6人，种子7"


def test_a_year_means_those_who_were_paid_in_it(crowd, whole):
    someone, _ = whole
    assert draw(20, 7, year=2019).people == (someone.id,)
    assert (draw(1, 7).shown_year, years_sent()) == (2019, [2019])


def test_which_state_of_the_archive_it_was_drawn_of_stands_beside(crowd, person):
    before = draw(5, 7)
    person()
    after = draw(5, 7)
    assert (after.entry, after.head != before.head) == (before.entry + 1, True)


@pytest.mark.parametrize("number", [0, -1, 501])
def test_no_number_of_people_is_refused(crowd, number):
    with pytest.raises(Refusal, match="1至500"):
        draw(number, 7)


def test_nobody_who_fits_is_refused(crowd):
    with pytest.raises(Refusal, match="没有符合条件的人"):
        draw(5, 7, year=1999)
