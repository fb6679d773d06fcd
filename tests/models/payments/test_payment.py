"""What may be written down of a payment."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from peewee import IntegrityError

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Invalid
from models.payments.payment import Payment, payment_sums, payment_years, payments, payments_to, usual_account
from models.people.identity import BankAccount, Identity
from models.practice import dealings, filling

USER = "王芳"
FACTS = {"month": PartDate(2020, 7), "item": "两参人员生活补助费", "amount": Decimal(650)}


@pytest.fixture
def payment(person):
    def make(someone=None, **facts):
        made = Payment(person=someone or person(), **{**FACTS, **facts})
        with journal.entry("登记发放", USER):
            made.save()
        return made

    return make


@settings(max_examples=25)
@given(fen=st.integers(1, 10**9))
def test_every_fen_is_kept(payment, fen):
    made = payment(amount=Decimal(fen).scaleb(-2))
    assert Payment.get_by_id(made.id).amount == Decimal(fen).scaleb(-2)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"amount": None}, "amount"), ({"amount": Decimal(0)}, "amount"), ({"amount": Decimal("-5")}, "amount"),
        ({"month": None}, "month"), ({"month": PartDate(2020)}, "month"), ({"month": PartDate(2020, 7, 1)}, "month"),
        ({"item": " "}, "item"), ({"paid_on": PartDate.of(date.today() + timedelta(days=1))}, "paid_on"),
    ],
)  # fmt: skip
def test_a_payment_that_cannot_be_is_refused(payment, facts, field):
    with pytest.raises(Invalid) as refused:
        payment(**facts)
    assert set(refused.value.problems) == {field}


def test_the_table_itself_refuses_nothing_and_less_than_nothing(payment):
    kept = payment()
    for amount in (None, Decimal(0)):
        with pytest.raises(IntegrityError), journal.entry("绕过", USER):
            Payment.update(amount=amount).where(Payment.id == kept.id).execute()


def test_a_payment_is_for_an_identity_of_the_same_person(payment, identity, person):
    own, other = identity(person(name="张三")), identity(person(name="李四"))
    payment(own.person, identity=own)
    with pytest.raises(Invalid, match="不是领取人的"):
        payment(own.person, identity=other)


def test_the_same_month_twice_is_doubtful_not_forbidden(payment):
    first = payment()
    again = Payment(person=first.person, **FACTS)
    assert "2020年7月已登记过" in next(again.doubts()).message
    assert list(first.doubts()) == []
    assert list(Payment(person=first.person, **{**FACTS, "month": PartDate(2020, 8)}).doubts()) == []


def test_the_newest_month_comes_first(payment, person):
    someone = person(name="李四")
    for month in (6, 8, 7):
        payment(someone, month=PartDate(2020, month))
    payment()
    assert [str(each.month) for each in payments_to(someone)] == ["2020-08", "2020-07", "2020-06"]
    assert payments().count() == 4


def test_the_practice_archive_pays_printed_standards_only(archive):
    finish(filling.fill_archive(300, USER))
    paid = list(Payment.select(Payment, Identity).join(Identity))
    assert paid
    for each in paid:
        assert dealings.printed_standard(each.identity, each.month.month) == (each.standard, each.amount)
        assert each.notes == "演练数据"
        assert each.person_id == each.identity.person_id


def test_twelve_months_are_exactly_the_year():
    for yearly in dealings.YEARLY_AMOUNTS.values():
        assert sum(dealings._share(yearly, month) for month in range(1, 13)) == yearly


def test_payments_are_chosen_by_person_year_and_item_and_summed(payment, person):
    someone = person(name="单雄信")
    payment(someone, month=PartDate(2019, 12), amount=Decimal("0.05"))
    payment(someone, month=PartDate(2020, 1), amount=Decimal("0.1"), item="临时补(救)助")
    payment(person(name="李四"), amount=Decimal("0.2"))
    assert payment_sums(payments("sxx")) == (2, 1, Decimal("0.15"))
    assert payment_sums(payments(year=2020)) == (2, 2, Decimal("0.3"))
    assert [each.person.name for each in payments(item="临时补(救)助")] == ["单雄信"]
    assert payment_years() == [2020, 2019]


def test_money_goes_to_the_account_in_use_the_identity_s_own_before_the_person_s(identity):
    made = identity()
    with journal.entry("账户", USER):
        for account, own, until in (("1", None, None), ("2", made, None), ("3", made, PartDate(2019))):
            BankAccount(person=made.person, identity=own, account=account, holder="张三", until=until).save()
    assert usual_account(made.person, made) == "2"
    with journal.entry("停用", USER):
        for each in BankAccount.select().where(BankAccount.account == "2"):
            each.until = PartDate(2020)
            each.save()
    assert usual_account(made.person, made) == usual_account(made.person, None) == "1"
