"""Somebody who was paid, and lists of the dead as a funeral home writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.deaths.looking import keep_matches, look
from models.deaths.matching import SAME_NUMBER
from models.deaths.sentinel import DeathMatch, stop_dead
from models.payments.payment import Payment
from tests import factories

USER = "王芳"
DIED = PartDate(2020, 4, 20)


@pytest.fixture
def paid(identity, person):
    """Somebody who was paid from January to August 2020: ``paid(name="张三")``."""

    def make(amount="650.00", **facts):
        made = identity(person(**facts))
        with journal.entry("发放", USER):
            for month in range(1, 9):
                Payment(
                    person=made.person, identity=made, programme="定期抚恤补助", item="两参人员生活补助费",
                    month=PartDate(2020, month), amount=Decimal(amount),
                ).save()  # fmt: skip
        return made.person

    return make


def funeral_home(file, *rows, heading=("序号", "死者姓名", "死者身份证号", "死亡日期", "火化日期", "家属姓名", "家属身份证号", "联系电话")):  # fmt: skip
    return factories.workbook(
        file, {"火化登记": [["某殡仪馆2020年火化人员登记表"], heading, *rows, ["制表人：某某"]]}
    )


def noted(*files):
    found = finish(look(files))
    with journal.entry("身后止付核查", USER):
        return keep_matches(found.matches).new


def stopped(match, died=DIED, user=USER):
    with journal.entry("停发", user):
        return stop_dead(match, died, user)


def a_match(someone, **facts):
    """A row about somebody, noted and not decided."""
    made = DeathMatch(person=someone, file="名单.xlsx", how=SAME_NUMBER, state="待核实", **facts)
    with journal.entry("列入", USER):
        made.save()
    return made


def died(someone, day):
    someone.died = day
    with journal.entry("去世", USER):
        someone.save()
