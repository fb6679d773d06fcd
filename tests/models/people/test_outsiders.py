"""People without a file: paid and visited by name and number, never counted among those on file."""

from __future__ import annotations

from decimal import Decimal

import pytest
from peewee import IntegrityError

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.payments.payment import Payment, payment_sums, payments
from models.people.outsiders import Outsider
from models.people.person import Person
from models.visits.visit import Visit, visit_sums, visits
from tests.factories import citizen_number

USER = "王芳"


@pytest.fixture
def outsider(archive):
    def make(**facts):
        made = Outsider(**{"name": "单雄信", "number": citizen_number(), **facts})
        with journal.entry("登记未建档人员", USER):
            made.save()
        return made

    return make


def save(record):
    with journal.entry("登记", USER):
        record.save()
    return record


PAID = {"month": PartDate(2020, 7), "item": "三等功慰问金", "programme": "立功奖励", "amount": Decimal(2000)}


def test_an_outsider_is_paid_and_visited_without_becoming_a_file(outsider):
    someone = outsider()
    save(Payment(outsider=someone, **PAID))
    save(Visit(outsider=someone, day=PartDate(2020, 7, 31), money=Decimal(1000)))
    assert Person.select().count() == 0
    assert [(each.whom, each.number) for each in payments("单雄信")] == [("单雄信", someone.number)]
    assert payments(someone.number[-6:]).count() == visits("单雄信").count() == 1
    assert payments("没有").count() == 0
    assert payment_sums(payments()) == (1, 1, Decimal(2000))
    assert visit_sums(visits())[:3] == (1, 1, Decimal(1000))


def test_somebody_on_file_is_no_outsider(outsider, person):
    someone = person()
    with pytest.raises(Invalid, match="已有档案"):
        outsider(number=someone.number)
    other = outsider()
    with pytest.raises(Invalid, match="已登记为未建档人员"):
        outsider(number=other.number)
    outsider(name="甲", number="")
    outsider(name="乙", number="")


def test_money_goes_to_one_person_and_only_one(outsider, person):
    assert "person" in Payment(**PAID).problems()
    assert "outsider" in Payment(person=person(), outsider=outsider(), **PAID).problems()
    kept = save(Payment(outsider=outsider(), **PAID))
    with pytest.raises(IntegrityError), journal.entry("绕过", USER):
        Payment.update(outsider=None).where(Payment.id == kept.id).execute()


def test_a_unit_is_visited_as_a_unit(person, archive):
    gifts = {"gifts": "牛羊肉", "gift_count": 25, "gift_value": Decimal(3700)}
    kept = save(Visit(unit="驻区某部一分队", day=PartDate(2020, 7, 28), **gifts))
    assert kept.whom == "驻区某部一分队"
    assert visits("某部").count() == 1
    assert visit_sums(visits())[:2] == (1, 1)
    with pytest.raises(Invalid, match="不能同时填写"):
        save(Visit(unit="某部", person=person(), day=PartDate(2020)))
    for number in ("630103195006159971", "63010319500615997x", "６３０１０３１９５００６１５９９７１"):
        with pytest.raises(Invalid, match="有身份证号"):
            save(Visit(unit=number, day=PartDate(2020)))
    with pytest.raises(IntegrityError), journal.entry("绕过", USER):
        Visit.update(unit="").where(Visit.id == kept.id).execute()
