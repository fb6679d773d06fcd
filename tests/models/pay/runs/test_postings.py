"""What each month has come to so far, by runs and by hand."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.pay.runs import runs
from models.payments.payment import Payment
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import SICK, someone, told


def test_payments_entered_by_hand_count(draw, person, granted):
    grant = someone(person, granted, "甲", **SICK)
    with journal.entry("登记发放", USER):
        Payment(
            person=grant.person, identity=grant, month=PartDate(2019, 9), item="带病回乡退役军人生活补助",
            amount=Decimal(550), programme="定期抚恤补助",
        ).save()  # fmt: skip
    run = draw("2019-09")
    assert told(run) == [("甲", "补发", "2019-09", Decimal(50))]
    assert runs.lines_of(run)[0].reason.startswith("应发600.00元，已发550.00元（含登记的发放记录）：国家标准")


def test_a_payment_by_hand_that_may_be_for_either_grant_stands_in_the_way(draw, person, granted):
    who = person(name="甲")
    granted(someone=who)
    granted(someone=who, **SICK)
    with journal.entry("登记发放", USER):
        Payment(
            person=who, month=PartDate(2019, 9), item="补助", amount=Decimal(550), programme="定期抚恤补助"
        ).save()
    assert [line[1] for line in told(draw("2019-09"))] == ["未算", "未算"]
