"""What is missing is said in a sentence that names it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.pay.dues import missing
from models.pay.grants.entitlements import GrantFacts
from models.pay.standards import months
from models.pay.standards.standards import Standard

MONTH = months.month(2020, 9)
SOLDIER = GrantFacts("伤残人员", "残疾军人", "六级", "因公", "", "农村", None)
FIGHTER = GrantFacts("参战退役人员", "", "", "", "", "", None)


@pytest.fixture
def draft():
    return Standard(
        layer="省", kind="伤残人员", grade="六级", unit="年", amount=Decimal(12000), begins=PartDate(2020, 8),
        source="省里的通知", confirmed=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "whom"), [(SOLDIER, "伤残人员 残疾军人 六级 因公 农村"), (FIGHTER, "参战退役人员")]
)
def test_a_standard_that_is_not_there_is_named_by_whom_it_is_for(facts, whom):
    assert missing.NoStandard("省", facts, MONTH).words() == f"缺少2020年9月的省标准：{whom}"


def test_a_standard_that_nobody_has_confirmed_is_named_with_what_it_says(draft):
    assert missing.Unconfirmed(draft, MONTH).words() == (
        "2020年9月的省标准未确认：伤残人员 六级，2020年8月起，登记为12000元/年（省里的通知）"
    )
    draft.notes = "待核实"
    assert missing.Unconfirmed(draft, MONTH).words().endswith("（待核实）")


def test_two_that_fit_alike_are_named_both(draft):
    other = Standard(layer="省", kind="伤残人员", nature="因公", unit="年", amount=Decimal(9000))
    assert missing.TwoStandards(draft, other, MONTH).words() == (
        f"2020年9月有两条标准同样适用：{draft.describe()}、{other.describe()}"
    )
    assert draft.describe() != other.describe()


def test_what_the_file_does_not_say_is_named_as_on_the_form():
    assert (
        missing.UnknownCriteria(("grade", "nature")).words() == "没有登记伤残等级、伤残性质，找不到适用的标准"
    )
    assert missing.Unregistered("没有登记死亡原因").words() == "没有登记死亡原因"


def test_money_paid_by_hand_for_nobody_knows_what_is_named_with_its_month():
    assert (
        missing.Unassigned(MONTH, Decimal("650.00")).words()
        == "2020年9月已登记发放650.00元，没有注明是哪项待遇"
    )
