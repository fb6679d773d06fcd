"""The ledger of medical aid, and the facts of a case for its form."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from reports.aid.medical import illness_facts, medical_register, share_of
from tests.reports.papers import printed, save, told


@pytest.fixture
def case(person):
    def make(cost=9000, insured=5000, paid=0, **facts):
        made = MedicalCase(
            person=person(name="甲某"), kind="大病救助", hospital="某医院", **{"invoice": "12345678"} | facts
        )
        made.cost, made.insured = (None if each is None else Decimal(each) for each in (cost, insured))
        save(made)
        if paid:
            save(Payment(person=made.person, case=made, programme="医疗救助", item="大病救助", month=PartDate(2020, 6), amount=Decimal(paid)))  # fmt: skip
        return MedicalCase.get_by_id(made.id)

    return make


@pytest.mark.parametrize(
    ("cost", "insured", "paid", "share"),
    [(9000, 5000, 1500, "72.2%"), (9000, None, 900, "10.0%"), (9000, 9000, 0, "100.0%"), (None, 100, 0, "")],
)  # fmt: skip
def test_the_share_is_what_insurance_and_office_bore_together(case, cost, insured, paid, share):
    assert share_of(case(cost, insured, paid)) == share


def test_the_ledger_sums_up_what_the_office_gave(case, tmp_path):
    register = medical_register([case(paid=1500), case(cost=None, insured=None, invoice="87654321")])
    row = told(register)
    assert (row["总费用(元)"], row["医保报销(元)"], row["补助金额(元)"], row["个人负担(元)"]) == (
        "9,000.00", "5,000.00", "1,500.00", "2,500.00",
    )  # fmt: skip
    assert told(register, 1)["个人负担(元)"] == ""  # what is not known is not nothing
    assert "1,500.00元大写：壹仟伍佰元整" in printed(register, tmp_path)


def test_the_form_is_told_the_illness_with_the_fen_and_nothing_where_no_cost_is_known(case):
    assert illness_facts(case(cost="9000.5", paid=500)) == {
        "hospital": "某医院", "invoice": "12345678", "own": "3500.50", "cost": "9000.50", "insured": "5000.00",
    }  # fmt: skip
    assert illness_facts(case(cost=None, insured=None, invoice="")) == {
        "hospital": "某医院", "invoice": "", "own": "", "cost": "", "insured": "",
    }  # fmt: skip
