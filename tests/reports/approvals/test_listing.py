"""The ledger of approvals."""

from __future__ import annotations

from decimal import Decimal

from reports.approvals.listing import approvals_register
from tests.reports.papers import told


def test_a_row_tells_who_signed_in_the_order_of_the_levels(case, person):
    someone = person(name="马建国", street="总寨镇")
    made = case("临时救助", someone, 2, asked=Decimal(3000))
    row = told(approvals_register([made]))
    assert row["各级签署"] == "村（社区）同意2020-09-10；街道（镇）同意2020-09-10"
    assert (row["申请人"], row["身份证号"], row["街道(镇)"]) == ("马建国", someone.number, "总寨镇")


def test_who_has_not_signed_is_not_told_and_a_refusal_is(case, person):
    waiting, refused = case("临时救助", person()), case("临时救助", person(), 1, "不同意")
    register = approvals_register([waiting, refused])
    assert told(register)["各级签署"] == ""
    assert told(register, 1)["各级签署"] == "村（社区）不同意2020-09-10"


def test_the_sum_at_the_foot_is_what_was_granted(case, person):
    made = case("临时救助", person(), asked=Decimal(3000))
    made.granted = Decimal("2000.50")
    register = approvals_register([made])
    assert register.headings[register.money].words == "批准金额(元)"
    assert register.rows[0][register.money] == "2,000.50"
