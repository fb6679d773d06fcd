"""All events together: advancing the clock day by day, each occurs once, on its day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from models.aid.exam_cards import CardState, ExamCard
from models.core import journal
from models.core.dates import PartDate, age_on
from models.forecast import event_calendar
from models.forecast.coming_events import EventMatter, first_day
from models.pay.dues.dues import Dues
from models.pay.grants import claims
from models.people.identity import Identity
from models.people.person import Person
from tests import factories
from tests.conftest import USER

SPAN = range(2026 * 12 + 11, 2026 * 12 + 11 + 36)  # December 2026 to November 2029
DAYS = [date(2026, 12, 1) + timedelta(day) for day in range(1095 + 1)]
KINDS = ("三属", "农村籍退役士兵", "烈士子女", "参战退役人员", "伤残人员")
OLD = PartDate(1950, 6, 15)
CHILD = {"kind": "三属", "category": "烈士遗属", "relation": "子女"}


@pytest.fixture
def lives(archive, answered):
    """Invented people who reach every kind of event within three years, and others who do not."""
    with journal.entry("登记", USER):
        for number, born in enumerate(((2009, 5, 4), (2008, 12, 1), (2011, 11, 30), (2012, 2, 29))):
            live(f"子女{number}", PartDate(*born), **CHILD)
        for year in (1946, 1947, 1967, 1969):
            for kind in KINDS[1:]:
                born = PartDate(year, year % 12 + 1, year % 28 + 1)
                live(f"{kind}{year}", born, kind=kind, expires=PartDate(2020 + year % 10, 3))
        live("重评", kind="伤残人员", grade="一级", nature="因战", review_on=PartDate(2028, 9, 9))
        live("服刑", sentenced_from=PartDate(2020, 1), sentenced_to=PartDate(2027, 4))
        child = live("核定", PartDate(2009, 2, 3), **CHILD)
        card = live("体检").person
        ExamCard(person=card, year=2028, amount=Decimal(500), state=CardState.LISTED).save()
    answered(child, "2027-03", begins=PartDate(2027, 3), ends=PartDate(2028, 8))


def live(name, born=OLD, kind="参战退役人员", sentenced_from=None, sentenced_to=None, **facts):
    """Somebody with one right, paid since 2013, inside an entry."""
    someone = Person(name=name, sex="男", number=factories.citizen_number(born.earliest()), born=born)
    someone.sentenced_from, someone.sentenced_to = sentenced_from, sentenced_to
    someone.save()
    made = Identity(person=someone, kind=kind, state="享受待遇", approved=PartDate(2013, 7, 4), **facts)
    made.save()
    return made


def lived_through():
    """What an officer would see who looked at the facts on each day: the day, the matter, and whom it is about."""
    people = [(each, each.birthday) for each in Person.select()]
    rights = list(Identity.select(Identity, Person).join(Person))
    for today in DAYS:
        yesterday = today - timedelta(1)
        for age, matter in ((18, EventMatter.EIGHTEEN), (60, EventMatter.SIXTY), (80, EventMatter.EIGHTY)):
            grown = {each.id for each, born in people if age_on(born, yesterday) < age <= age_on(born, today)}
            wanted = {18: ("三属",), 60: ("农村籍退役士兵", "烈士子女"), 80: KINDS}[age]
            yield from (
                (today, matter, i.person.name) for i in rights if i.person_id in grown and i.kind in wanted
            )
        for each in rights:
            for day, matter in (
                (each.expires, EventMatter.CERTIFICATE),
                (each.review_on, EventMatter.REVIEW),
            ):
                if day and yesterday < day.latest() <= today:
                    yield today, matter, each.person.name
        if (ends := next(p.sentenced_to for p, _ in people if p.name == "服刑").latest()) == today:
            yield ends, EventMatter.SENTENCE, "服刑"


def asked_anew():
    """Of whom a question is open in a month of which none was open in the month before."""
    reckoner, before = Dues(), set()
    groups = list(claims.by_person(claims.read_claims()))
    for month in range(SPAN[0] - 1, SPAN[-1] + 1):
        now = {
            (due.claim.name, asked.rule.code)
            for group in groups
            for due in reckoner.at(group, month)
            for asked in due.questions
        }
        if month in SPAN:
            yield from ((first_day(month), name) for name, _ in now - before)
        before = now


def test_each_event_occurs_once_and_on_its_day(lives):
    found = event_calendar.events_of_months(SPAN)
    own = (EventMatter.QUESTION, EventMatter.DECISION, EventMatter.EXAM_CARD)
    told = [(e.day, e.matter, e.name) for e in found if e.matter not in own]
    assert sorted(told) == sorted(lived_through())
    assert {matter for _, matter, _ in told} >= {
        EventMatter.EIGHTEEN, EventMatter.SIXTY, EventMatter.EIGHTY,
        EventMatter.CERTIFICATE, EventMatter.REVIEW, EventMatter.SENTENCE,
    }  # fmt: skip


def test_a_question_is_foretold_for_the_month_in_which_it_opens(lives):
    found = event_calendar.events_of_months(SPAN)
    after = {e.day + timedelta(1): e.name for e in found if e.matter == EventMatter.DECISION}
    told = [(e.day, e.name) for e in found if e.matter == EventMatter.QUESTION]
    assert sorted(told + list(after.items())) == sorted(asked_anew())
    assert len(told) >= 3
    assert after == {date(2028, 9, 1): "核定"}


def test_however_the_months_are_cut_nothing_is_told_twice_or_lost(lives):
    whole = event_calendar.events_of_months(SPAN)
    cuts = [SPAN[:1], SPAN[1:4], SPAN[4:9], SPAN[9:]]
    parts = [event for months in cuts for event in event_calendar.events_of_months(months)]
    assert sorted(parts) == sorted(whole)
    counts = event_calendar.counted_by_month(whole)
    assert sum(counts.values()) == len(whole) == len(set(whole))
    assert set(counts) <= set(SPAN)


def test_an_archive_without_people_foretells_nothing(archive):
    assert event_calendar.events_of_months(SPAN) == []
    assert event_calendar.events_of_months(range(0)) == []
