"""What is owed once is paid once, by whatever door it comes; what frees it, what stays of older days."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal, db
from models.payments.once_claims import OnceClaim, claim_of
from models.payments.once_door import fill_claims
from models.payments.once_matters import OnceKey
from models.payments.payment import Payment
from models.people.findings import findings_of
from models.people.outsiders import Outsider, adopt
from models.undo.undo import undo
from tests.conftest import USER

CLINIC = OnceKey("门诊医疗补助", "2020")


@pytest.fixture
def pay(archive):
    """Enter a payment by hand: ``pay(person, amount=400)``."""

    def make(whom, **facts):
        whose = {"outsider" if isinstance(whom, Outsider) else "person": whom}
        facts = {
            "programme": "门诊补助",
            "item": "门诊补助",
            "paid_on": PartDate(2020, 5, 18),
            "amount": 400,
        } | facts
        made = Payment(**whose, **facts, month=PartDate(2020, 5))
        with journal.entry("登记发放", USER) as made_in:
            made.save()
        return made, made_in.number

    return make


def keep(record):
    with journal.entry("改", USER):
        record.save()


def test_what_was_paid_is_not_paid_again_and_it_is_said_which_payment_it_was(person, pay):
    someone = person()
    pay(someone)
    with pytest.raises(Refusal, match=r"张三的2020年度门诊医疗补助已于2020年5月18日发放400.00元.*登记发放"):
        pay(someone, amount=500, item="门诊费", paid_on=PartDate(2020, 11, 2))
    assert Payment.select().count() == 1
    pay(someone, item="大病救助", programme="医疗救助")
    pay(person(name="李四"))


def test_undoing_frees_what_was_paid_and_undoing_the_undoing_claims_it(person, pay):
    someone = person()
    _, number = pay(someone)
    pay(person(name="李四"))
    undone = undo(number, USER)
    assert claim_of(someone, CLINIC) is None
    pay(someone, amount=500)
    with pytest.raises(Refusal, match=r"500.00元"):
        undo(undone.number, USER)


def test_a_payment_that_becomes_another_one_claims_that(person, pay):
    someone = person()
    first, _ = pay(someone)
    second, _ = pay(someone, item="体检", programme="体检")
    second.item, second.programme = "门诊补助", "门诊补助"
    with pytest.raises(Refusal, match="一项待遇只发一次"):
        keep(second)
    with journal.entry("改", USER):
        first.item, first.programme = "慰问金", "慰问金"
        first.save()
    assert claim_of(someone, CLINIC) is None


def test_two_halves_are_no_second_payment_but_the_whole_beside_a_half_is(person, pay):
    someone = person()
    pay(someone, notes="上半年")
    pay(someone, notes="下半年")
    for notes in ("上半年", ""):
        with pytest.raises(Refusal, match="一项待遇只发一次"):
            pay(someone, notes=notes)


def test_the_table_itself_refuses_a_second_claim(person, pay):
    pay(person())
    columns = ", ".join(f'"{name}"' for name in OnceClaim._meta.columns if name != "id")
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute_sql(f'INSERT INTO "once_claim" ({columns}) SELECT {columns} FROM "once_claim"')


@pytest.fixture
def paid_twice(person, pay):
    """Somebody whom an older archive paid twice."""
    someone = person()
    pay(someone)
    second, _ = pay(someone, programme="慰问金", item="慰问金", amount=500, paid_on=PartDate(2020, 9, 1))
    with journal.entry("改", USER):
        second.programme = second.item = "门诊补助"
        OnceClaim.delete().execute()
        Payment.update(programme="门诊补助", item="门诊补助").where(Payment.id == second.id).execute()
        taken = journal.AFTERWARDS[:]
        journal.AFTERWARDS[:] = [act for act in taken if act.__name__ != "keep_claims"]
    journal.AFTERWARDS[:] = taken
    fill_claims()
    return someone, Payment.get_by_id(second.id)


def test_what_was_paid_twice_in_older_days_stays_and_is_a_finding(paid_twice):
    someone, second = paid_twice
    (told,) = [each for each in findings_of(someone) if "有两笔" in each.message]
    assert "500.00元" in told.message
    assert "400.00元" in told.message
    with journal.entry("备注", USER):
        second.notes = "已核对"
        second.save()
    assert [claim.again for claim in OnceClaim.select().order_by(OnceClaim.day)] == [0, 1]


def test_when_the_first_of_two_goes_the_second_is_the_only_one(paid_twice):
    someone, second = paid_twice
    with journal.entry("删除", USER):
        Payment.get(Payment.id != second.id).delete_instance()
    assert claim_of(someone, CLINIC).holder == second.uid
    assert not [each for each in findings_of(someone) if "有两笔" in each.message]


def test_two_files_that_become_one_keep_what_both_were_paid(person, pay):
    someone = person()
    with journal.entry("登记", USER):
        outsider = Outsider(name="张三")
        outsider.save()
    pay(outsider)
    pay(someone, amount=Decimal(300))
    with journal.entry("并入档案", USER):
        adopt([(outsider, someone)])
    assert sorted(claim.again for claim in OnceClaim.select()) == [0, 1]
    assert [each.weight for each in findings_of(someone) if "有两笔" in each.message] == [9]
