"""Entitled people and runs."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import drawing_up
from models.pay.standards import standards
from models.pay.standards.standards import Standard
from models.people.identity import BankAccount, Identity, IdentityState
from tests import factories
from tests.models.pay.conftest import only_printed
from tests.reports.pay.handing import USER

__all__ = ["only_printed"]

KIND = "带病回乡退役军人"


@pytest.fixture
def entitled(person):
    def make(name, serial=0, street="总寨镇", kind=KIND, **facts):
        someone = person(name=name, street=street, died=facts.pop("died", None))
        grant = Identity(person=someone, kind=kind, state="享受待遇", approved=PartDate(2013, 7, 4), **facts)
        with journal.entry("登记", USER):
            grant.save()
            IdentityState(identity=grant, person=someone, state="享受待遇", since=grant.approved).save()
            account = factories.card_number(serial) if serial else ""
            BankAccount(person=someone, identity=grant, bank="青海银行", holder=name, account=account).save()
        return grant

    return make


@pytest.fixture
def run(archive):
    def draw(first, last=None):
        return finish(drawing_up.draw_up_run(PartDate.parse(first), PartDate.parse(last or first), USER))

    return draw


@pytest.fixture
def late_rise(entitled, run):
    """Two people paid by the old standard for August and September 2021; the new one is announced in October."""
    with journal.entry("旧标准暂用", USER):
        old = Standard(
            layer="国家",
            kind=KIND,
            unit="月",
            amount=Decimal(650),
            begins=PartDate(2020, 8),
            confirmed=True,
            source="测试",
        )
        old.save()
    people = [entitled(name, serial) for serial, name in enumerate(("甲某", "乙某"), start=1)]
    run("2021-07", "2021-09")
    with journal.entry("新标准", USER):
        old.ends = PartDate(2021, 7)
        old.save()
    standards.confirm_standards(
        [Standard.get(Standard.kind == KIND, Standard.begins == PartDate(2021, 8))], USER, "演练〔2021〕9号"
    )
    return run("2021-10"), people
