"""Choosing one of a person's illnesses inside a form."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.payments.medical_case import MedicalCase
from ui.aid.cases import CaseBox, described_case


@pytest.fixture
def ill(person, save):
    """Somebody with two illnesses, the older first."""
    someone = person(name="甲某")
    cases = [
        MedicalCase(person=someone, kind=kind, day=PartDate(2020, month, 6), hospital="某医院")
        for kind, month in (("大病救助", 5), ("门诊救助", 7))
    ]
    save(*cases)
    return someone, cases


def offered(box):
    return [box.itemText(row) for row in range(box.count())]


def test_the_newest_illness_is_offered_first_and_none_need_be_chosen(qtbot, ill):
    box = CaseBox()
    qtbot.addWidget(box)
    box.offer(ill[0])
    assert offered(box) == ["", "门诊救助　2020-07-06　某医院", "大病救助　2020-05-06　某医院"]
    assert box.value() is None
    box.setCurrentIndex(2)
    assert box.value() == ill[1][0]


def test_the_chosen_one_stays_until_it_is_somebody_elses(qtbot, ill, person):
    someone, (older, _) = ill
    box = CaseBox()
    qtbot.addWidget(box)
    box.offer(someone)
    box.set_value(older)
    heard = []
    box.changed.connect(lambda: heard.append(1))
    box.offer(someone)
    assert box.value() == older
    box.offer(person(name="乙某"))
    assert box.value() is None
    assert offered(box) == [""]
    box.offer(None)
    assert offered(box) == [""]
    assert heard == []  # what is offered is nobody's choice


def test_two_illnesses_are_told_apart_by_day_hospital_invoice_and_cost():
    case = MedicalCase(kind="大病救助", invoice="A1", cost=Decimal(12000))
    assert described_case(case) == "大病救助　A1　12,000.00元"
