"""What the tests of aid begin with: amounts that the office has set, somebody's medical case, a payment drawn up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.amounts import set_rule
from models.aid.oneoff_steps import approve_oneoffs, pay_oneoffs
from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.dates import PartDate
from models.payments.medical_case import MedicalCase
from models.people.outsiders import Outsider
from tests.conftest import USER

DAY = PartDate(2020, 8, 3)


@pytest.fixture
def rule(archive):
    """Set amounts (yuan) and ratios (percent): ``rule(**{"family.town": 14272})``."""

    def make(year=2018, **values):
        with journal.entry("补助标准", USER):
            for key, value in values.items():
                set_rule(key, year, Decimal(str(value)), "某文件")

    return make


@pytest.fixture
def soldier(archive):
    def make(name="兵甲"):
        with journal.entry("登记", USER):
            made = Outsider(name=name, category="义务兵家庭")
            made.save()
        return made

    return make


@pytest.fixture
def one(archive):
    """A one-off payment drawn up: ``one(person, "临时救助", amount=500)``."""

    def make(whom, item, **facts):
        whose = {"outsider" if isinstance(whom, Outsider) else "person": whom}
        made = OneOff(**whose, item=item, **{"year": 2020, "state": "拟发", "amount": Decimal(100), **facts})
        with journal.entry("拟发", USER):
            made.save()
        return made

    return make


@pytest.fixture
def ill(person):
    def make(someone=None, **facts):
        facts = {"kind": "大病救助", "cost": Decimal(100_000), "insured": Decimal(60_000), **facts}
        made = MedicalCase(person=someone or person(), **facts)
        with journal.entry("登记", USER):
            made.save()
        return made

    return make


def approved(*some, day=DAY, user=USER):
    with journal.entry("批准", user):
        return approve_oneoffs(list(some), day, user)


def paid(*some, day=DAY):
    with journal.entry("发放", USER):
        return pay_oneoffs(list(some), day)
