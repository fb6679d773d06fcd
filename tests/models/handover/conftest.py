"""An office with something of everything open on 2020-09-10."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.box_places import BoxPlace
from models.ledger.loans import Loan
from models.ledger.promises import Promise
from models.visits.visit import Visit
from models.visits.wishes import WishStep, take_wish_step
from tests.conftest import USER
from tests.models.approvals.conftest import case
from tests.models.pay.conftest import granted
from tests.models.pay.runs.conftest import draw, payee

__all__ = ["case", "draw", "granted", "payee"]  # fixtures

TODAY = date(2020, 9, 10)


@pytest.fixture
def busy(case, draw, payee, person):
    """The people: one who is paid, one who waits for an approval, one with a wish, a promise and a file that was lent."""
    paid = payee("张三", 1).person
    draw("2019-09")
    case("残疾关系迁入", person(name="李四"))
    someone = person(name="王五", volume=7)
    with journal.entry("登记", USER):
        visit = Visit(person=someone, day=PartDate(2020, 8, 1), wishes="屋顶漏雨", form="入户")
        visit.save()
        take_wish_step(
            WishStep(visit=visit, day=PartDate(2020, 8, 2), words="已报住建局", due=PartDate(2020, 9, 1))
        )
        Promise(
            person=someone,
            day=PartDate(2020, 8, 1),
            words="送轮椅",
            promised_by="王芳",
            due=PartDate(2020, 9, 20),
        ).save()
        BoxPlace(cabinet="2", shelf="3", box="1", first=1, last=25).save()
        Loan(
            person=someone, day=PartDate(2020, 8, 1), borrower="赵建国", unit="纪委", due=PartDate(2020, 9, 1)
        ).save()
    return paid, someone
