"""What comes of the office's own work: questions, answers that end, cards, confirmations, approvals."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from models.aid.exam_cards import CardState, ExamCard
from models.approvals import approval, confirmations, signing
from models.approvals.approval import Approval
from models.approvals.confirmations import Confirmation, ConfirmationState
from models.core import journal
from models.core.dates import PartDate
from models.forecast import office_events
from models.forecast.coming_events import EventMatter, first_day
from models.ledger.assistive_devices import AssistiveDevice
from models.office import workdays
from models.pay.dues import dues
from models.pay.grants import claims
from models.pay.standards import months
from tests.conftest import USER

CHILD = {"kind": "三属", "category": "烈士遗属", "grade": "", "nature": "", "relation": "子女"}
SPAN = date(2027, 1, 1), date(2029, 12, 31)


def told(source, span=SPAN):
    return [(each.day, each.matter) for each in source(*span)]


def test_a_child_is_asked_about_from_the_month_after_eighteen(granted, person, standard):
    child = granted("2015-03-04", person(born=PartDate(2009, 5, 4)), **CHILD)
    assert told(office_events.questions_to_come) == [(date(2027, 6, 1), EventMatter.QUESTION)]
    asked = []
    for month in range(months.month(2027, 1), months.month(2029, 12) + 1):
        (due,) = dues.dues(month, claims.claims_of_person(child.person))
        asked += [first_day(month)] if due.questions else []
    assert asked[0] == date(2027, 6, 1)


def test_what_is_answered_is_not_asked_before_the_answer_ends(granted, person, answered):
    child = granted("2015-03-04", person(born=PartDate(2009, 5, 4)), **CHILD)
    answered(child, "2027-06", begins=PartDate(2027, 6), ends=PartDate(2028, 8))
    assert told(office_events.questions_to_come) == []
    assert told(office_events.decisions_to_come) == [(date(2028, 8, 31), EventMatter.DECISION)]
    answered(child, "2028-09", begins=PartDate(2028, 9), ends=PartDate(2029, 8))
    assert told(office_events.decisions_to_come) == [(date(2029, 8, 31), EventMatter.DECISION)]


def test_a_grade_that_was_not_examined_again_is_asked_about_once(granted):
    granted(review_on=PartDate(2027, 9, 9))
    assert told(office_events.questions_to_come) == [(date(2027, 10, 1), EventMatter.QUESTION)]


def test_an_exam_card_waits_until_the_year_ends(person):
    cards = [(person(), state) for state in (CardState.LISTED, CardState.VOID)]
    with journal.entry("体检卡", USER):
        for someone, state in cards:
            ExamCard(person=someone, year=2027, amount=Decimal(500), state=state).save()
    assert told(office_events.cards_to_come) == [(date(2027, 12, 31), EventMatter.EXAM_CARD)]


def test_who_was_told_to_be_seen_has_sixty_days(person):
    day, someone = date.today() - timedelta(10), person()
    with journal.entry("年度确认", USER):
        Confirmation(
            person=someone, year=day.year, state=ConfirmationState.TOLD, notified_on=PartDate.of(day)
        ).save()
    last = day + timedelta(confirmations.DAYS_TO_CONFIRM)
    assert told(office_events.confirmations_to_come, (last, last)) == [(last, EventMatter.CONFIRMATION)]
    assert told(office_events.confirmations_to_come, (last + timedelta(1), SPAN[1])) == []


def test_an_open_approval_is_due_on_the_last_day_of_its_level(identity):
    one = identity(kind="农村籍退役士兵", state="受理")
    with journal.entry("受理", USER):
        made = approval.accept(
            Approval(
                person=one.person, identity=one, matter="农村籍退役士兵老年生活补助",
                accepted_on=PartDate.of(date.today()),
            )
        )  # fmt: skip
        step = approval.steps_of(made)[0]
        step.limit, step.received = 20, made.accepted_on
        step.save()
    due = signing.waiting(made, date.today(), workdays.calendar()).due
    assert told(office_events.approvals_to_come, (due, due)) == [(due, EventMatter.APPROVAL)]
    assert told(office_events.approvals_to_come, (due + timedelta(1), due + timedelta(900))) == []


def test_a_device_is_due_on_the_last_day_of_its_years_unless_a_newer_one_came(person):
    someone, other = person(), person(died=PartDate(2020, 1, 1))
    with journal.entry("辅助器具", USER):
        for whom, kind, day, years in (
            (someone, "轮椅", PartDate(2022, 5, 6), 5),
            (someone, "假肢", PartDate(2020, 5), 8),
            (someone, "助听器", PartDate(2023, 1, 1), 4),
            (someone, "助听器", PartDate(2026, 1, 1), None),
            (other, "轮椅", PartDate(2019, 5, 6), 9),
        ):
            AssistiveDevice(person=whom, kind=kind, day=day, years=years).save()
    days = [(date(2027, 5, 6), EventMatter.DEVICE), (date(2028, 5, 31), EventMatter.DEVICE)]
    assert sorted(told(office_events.devices_to_come)) == days
    assert told(office_events.devices_to_come, (date(2027, 5, 7), date(2028, 5, 30))) == []
