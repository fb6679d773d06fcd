"""What comes to somebody by itself: ages, papers that run out, days that were set."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.forecast import personal_events
from models.forecast.coming_events import EventMatter
from models.pay.grants.grants import Grant
from tests.conftest import USER

YEAR = date(2027, 1, 1), date(2027, 12, 31)


def told(source, span=YEAR):
    return [(each.day, each.matter, each.name) for each in source(*span)]


@pytest.mark.parametrize(
    ("kind", "born", "matter", "day"),
    [
        ("三属", PartDate(2009, 5, 4), EventMatter.EIGHTEEN, date(2027, 5, 4)),
        ("农村籍退役士兵", PartDate(1967, 1, 1), EventMatter.SIXTY, date(2027, 1, 1)),
        ("烈士子女", PartDate(1967, 12, 31), EventMatter.SIXTY, date(2027, 12, 31)),
        ("参战退役人员", PartDate(1947, 6, 30), EventMatter.EIGHTY, date(2027, 6, 30)),
    ],
)
def test_an_age_that_changes_a_right_comes_on_the_birthday(identity, person, kind, born, matter, day):
    identity(person(born=born), kind=kind)
    assert told(personal_events.birthdays_to_come) == [(day, matter, "张三")]
    assert told(personal_events.birthdays_to_come, (day, day)) == [(day, matter, "张三")]


def test_sixty_says_nothing_to_a_combatant_and_eighteen_nothing_to_a_martyrs_child(identity, person):
    identity(person(born=PartDate(1967, 3, 1)), kind="参战退役人员")
    identity(person(born=PartDate(2009, 3, 1)), kind="烈士子女")
    assert told(personal_events.birthdays_to_come) == []


def test_eighty_is_told_once_however_many_rights_somebody_has(identity, person):
    someone = person(born=PartDate(1947, 3, 1))
    identity(someone)
    identity(someone, kind="烈士子女")
    assert len(told(personal_events.birthdays_to_come)) == 1


def test_the_dead_and_those_who_moved_away_have_no_events(identity, person):
    born = PartDate(1967, 3, 1)
    identity(person(born=born, died=PartDate(2020, 1, 1)), kind="农村籍退役士兵", expires=PartDate(2027, 3))
    identity(person(born=born), kind="农村籍退役士兵", state="迁移", expires=PartDate(2027, 3))
    assert told(personal_events.birthdays_to_come) == []
    assert told(personal_events.certificates_to_come) == []


def test_a_certificate_runs_out_on_the_last_day_that_it_can_mean(identity):
    identity(expires=PartDate(2027, 2))
    identity(expires=PartDate(2027))
    identity(expires=PartDate(2028, 1, 1))
    assert [day for day, *_ in told(personal_events.certificates_to_come)] == [
        date(2027, 2, 28),
        date(2027, 12, 31),
    ]


def test_a_grade_to_be_examined_again_and_a_sentence_that_ends(identity, person):
    identity(kind="伤残人员", review_on=PartDate(2027, 9, 9))
    identity(person(sentenced_from=PartDate(2025, 1, 1), sentenced_to=PartDate(2027, 4, 30)))
    assert told(personal_events.reviews_to_come) == [(date(2027, 9, 9), EventMatter.REVIEW, "张三")]
    assert told(personal_events.sentences_to_come) == [(date(2027, 4, 30), EventMatter.SENTENCE, "张三")]


def test_a_grant_that_the_office_ends_does_so_on_the_last_day_of_its_month(identity):
    made = identity()
    with journal.entry("核定", USER):
        Grant(person=made.person, identity=made, ends=PartDate(2027, 6), basis="区局〔2026〕1号").save()
    assert told(personal_events.grants_to_come) == [(date(2027, 6, 30), EventMatter.GRANT, "张三")]
