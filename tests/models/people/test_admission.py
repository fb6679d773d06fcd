from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.payments.payment import Payment
from models.people.admission import add_identity, admit
from models.people.identity import COMBATANTS, RECEIVING, RURAL_VETERANS, BankAccount, Identity
from models.people.outsiders import Outsider
from models.people.person import Person
from tests import factories
from tests.conftest import USER


def newcomer(**facts):
    return Person(**{"name": "张三", "number": factories.citizen_number(), "sex": "男", **facts})


def test_a_newcomer_gets_a_file_an_identity_a_state_and_an_account_in_one_entry(archive):
    person = newcomer()
    identity = Identity(kind=COMBATANTS, state=RECEIVING, approved=PartDate(2013, 7))
    with journal.entry("新建张三的档案", USER):
        admit(person, identity, BankAccount(bank="青海银行", account=factories.card_number(1)))

    assert person.file_no == "6301030600001"
    assert person.volume == 1
    assert [(s.state, str(s.since)) for s in identity.history] == [(RECEIVING, "2013-07")]
    account = person.accounts.get()
    assert (account.holder, account.identity_id) == ("张三", identity.id)
    assert journal.Entry.select().count() == 1


def test_an_empty_account_is_not_kept(archive):
    person = newcomer()
    with journal.entry("新建", USER):
        admit(person, Identity(kind=COMBATANTS), BankAccount())
    assert not person.accounts.count()


def test_what_is_wrong_is_told_by_field_and_nothing_is_kept(archive):
    with pytest.raises(Invalid) as refused, journal.entry("新建", USER):
        admit(newcomer(name=""), Identity(kind="没有这种"))
    assert set(refused.value.problems) == {"name", "kind"}
    assert not Person.select().count()


def test_somebody_known_gets_a_second_identity_but_never_the_same_twice(identity):
    first = identity(kind=COMBATANTS)
    with journal.entry("添加身份", USER):
        add_identity(first.person, Identity(kind=RURAL_VETERANS, state="受理"))
    assert {i.kind for i in first.person.identities} == {COMBATANTS, RURAL_VETERANS}
    with pytest.raises(Invalid, match="已有“参战退役人员”"), journal.entry("添加身份", USER):
        add_identity(first.person, Identity(kind=COMBATANTS))


def test_what_was_paid_before_there_was_a_file_goes_into_it_and_nobody_else_s(archive):
    earlier = Outsider(name="张三", number=factories.citizen_number())
    other = Outsider(name="张三", number=factories.citizen_number())
    with journal.entry("登记发放", USER):
        for someone in (earlier, other):
            someone.save()
            Payment(
                outsider=someone,
                month=PartDate(2020, 7),
                item="慰问金",
                programme="立功奖励",
                amount=Decimal(2000),
            ).save()
    person = newcomer(number=earlier.number)
    with journal.entry("新建张三的档案", USER):
        admit(person, Identity(kind=COMBATANTS, state=RECEIVING))
    assert [payment.person_id for payment in Payment.select().order_by(Payment.id)] == [person.id, None]
    assert [each.number for each in Outsider.select()] == [other.number]
