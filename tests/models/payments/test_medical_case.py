"""A case of medical aid and the payments that helped with it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.payments.medical_case import MedicalCase, case_sums
from models.payments.payment import Payment

USER = "王芳"


def save(record):
    with journal.entry("登记", USER):
        record.save()
    return record


def test_a_case_is_helped_with_by_several_payments(person):
    someone = person()
    facts = {"kind": "大病救助", "cause": "手术", "day": PartDate(2020, 4, 2)}
    case = save(MedicalCase(person=someone, cost=Decimal(126100), **facts))
    for fund in ("基本医保", "优抚对象医疗补助"):
        paid = {"programme": "医疗救助", "item": "大病救助", "month": PartDate(2020, 4), "fund": fund}
        save(Payment(person=someone, case=case, amount=Decimal("52920.05"), **paid))
    assert case.paid == Decimal("105840.10")
    save(MedicalCase(person=someone, **facts))
    assert case_sums(MedicalCase.select()) == (2, Decimal(126100), Decimal("105840.10"))
    assert case_sums(MedicalCase.select().where(MedicalCase.cost.is_null(True))) == (1, 0, 0)
    with pytest.raises(Invalid, match="不是领取人的"):
        save(Payment(person=person(), case=case, amount=Decimal(1), **paid))


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"kind": ""}, "kind"), ({"cost": Decimal(0)}, "cost"), ({"insured": Decimal(-1)}, "insured"),
     ({"cost": Decimal(5), "insured": Decimal(6)}, "insured"), ({"person": None}, "person")],
)  # fmt: skip
def test_a_case_that_cannot_be_is_refused(person, facts, field):
    assert set(MedicalCase(**{"person": person(), "kind": "大病救助", **facts}).problems()) == {field}
