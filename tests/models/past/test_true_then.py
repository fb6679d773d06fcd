"""What was true then: what is known today, without all that came after the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.past_day import PastDay
from models.core.record import KINDS_OF_RECORDS, Refusal
from models.past import past_archive
from models.payments.payment import Payment
from models.people.identity import BankAccount, EntitlementState, Identity, IdentityState
from models.people.person import Person
from models.people.state_changes import change_state
from models.visits.visit import Visit
from models.year import figures
from tests.conftest import USER

DAY = date(2021, 8, 31)


@pytest.fixture
def on():
    """Look at what was true on a day."""
    return lambda day=DAY: past_archive.looking_back(PastDay(as_of=day))


def kept(record):
    with journal.entry("登记", USER):
        record.save()
    return record


@pytest.mark.parametrize("kind", KINDS_OF_RECORDS.values(), ids=lambda kind: kind.__name__)
def test_each_kind_of_record_says_from_which_day_it_is_true_or_why_it_has_none(kind):
    assert bool(kind.SINCE) != bool(kind.TIMELESS)
    for name in kind.SINCE:
        owner, _, field = name.rpartition(".")
        assert field in (kind._meta.fields[owner].rel_model if owner else kind)._meta.fields
    for day, before in kind.LATER.items():
        assert {day, *before} <= kind._meta.fields.keys()


def test_a_right_approved_later_is_not_there_nor_whoever_has_no_other(identity, person, on):
    identity(approved=PartDate(2021, 10, 1))
    someone = person()
    identity(someone, kind="参战退役人员", approved=PartDate(2015, 3))
    identity(someone, kind="伤残人员", grade="十级", nature="因战", approved=PartDate(2021, 9, 1))
    with on():
        assert [(each.person.id, each.kind) for each in Identity.select()] == [(someone.id, "参战退役人员")]
        assert [each.id for each in Person.select()] == [someone.id]
    assert Person.select().count() == 2


def test_a_right_of_which_nobody_knows_the_day_was_always_there(identity, on):
    identity(approved=None)
    with on(date(1990, 1, 1)):
        assert Person.select().count() == 1


def test_an_identity_is_in_the_state_that_it_had(identity, on):
    right = identity(approved=PartDate(2015, 3))
    with journal.entry("停发", USER):
        change_state(
            IdentityState(
                identity=right, person=right.person_id, state=EntitlementState.STOPPED, since=PartDate(2021, 9), reason="核实"
            )
        )  # fmt: skip
    with on():
        assert Identity.get().state == EntitlementState.IN_PAY
        assert IdentityState.select().count() == 0
    with on(date(2021, 9, 30)):
        assert Identity.get().state == EntitlementState.STOPPED


def test_who_died_later_lives(identity, on):
    right = identity(approved=PartDate(2015, 3))
    change = IdentityState(
        identity=right, person=right.person_id, state=EntitlementState.DEAD, since=PartDate(2021, 10, 2)
    )
    change.died_on = PartDate(2021, 10, 1)
    with journal.entry("去世", USER):
        change_state(change)
    with on():
        assert (Person.get().died, Identity.get().state) == (None, EntitlementState.IN_PAY)
    with on(date(2021, 10, 2)):
        assert (Person.get().died, Identity.get().state) == (PartDate(2021, 10, 1), EntitlementState.DEAD)


def test_accounts_payments_and_visits_of_later_days_are_not_there(identity, on):
    right = identity(approved=PartDate(2015, 3))
    someone = right.person
    kept(
        BankAccount(
            person=someone,
            bank="青海银行",
            holder="张三",
            account="1",
            since=PartDate(2015),
            until=PartDate(2021, 9, 5),
        )
    )
    kept(BankAccount(person=someone, bank="建设银行", holder="张三", account="2", since=PartDate(2021, 9, 5)))
    for paid_on in (PartDate(2021, 8, 31), PartDate(2021, 9, 1)):
        kept(
            Payment(
                person=someone,
                item="参战退役人员生活补助",
                programme="定期抚恤补助",
                month=PartDate(2021, 8),
                paid_on=paid_on,
                amount=Decimal(600),
            )
        )
    kept(Visit(person=someone, day=PartDate(2021, 8), occasion="八一", money=Decimal(500)))
    kept(Visit(person=someone, day=PartDate(2021, 9, 1), occasion="中秋", money=Decimal(500)))
    with on():
        assert [(each.account, each.until) for each in BankAccount.select()] == [("1", None)]
        assert [str(each.paid_on) for each in Payment.select()] == ["2021-08-31"]
        assert [str(each.day) for each in Visit.select()] == ["2021-08"]


def test_nobody_had_a_file_before_there_was_work_of_the_office(identity, on):
    right = identity(approved=PartDate(1985, 3))
    kept(Visit(person=right.person, day=PartDate(2020, 2), occasion="春节"))
    told = lambda year: next(each.value for each in figures.all(year) if each.key == "files.persons")  # noqa: E731
    assert (told(1999), told(2020)) == (0, 1)
    with on(date(1999, 12, 31)):
        assert told(1999) == 0


def test_the_day_that_is_looked_at_is_today_and_nothing_is_written(person, on):
    someone = person()
    with on():
        assert this_day() == DAY
        with pytest.raises(Refusal, match="截至2021-08-31的档案，只能看和打印；要登记请先回到今天"):
            kept(someone)
    assert this_day() == date.today()
    kept(someone)
