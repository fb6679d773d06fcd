"""What is wanting leads to the standard that is wanting, and to no other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.dues.entitlements import GrantFacts
from models.pay.dues.held_grants import wanted_standard
from models.pay.dues.missing import (
    Incomparable,
    NoStandard,
    TwoStandards,
    Unconfirmed,
    UnknownCriteria,
    Unregistered,
)
from models.pay.standards import months
from models.pay.standards.standards import Standard

SICK = GrantFacts("带病回乡退役军人", "带病回乡退役军人", "", "", "", "农村", None)
MONTH = months.month(2020, 9)


@pytest.fixture
def draft(archive):
    """A local standard that nobody has confirmed, beside national ones of the same months."""
    made = Standard(
        layer="地方",
        kind=SICK.kind,
        unit="月",
        amount=Decimal(50),
        begins=PartDate(2020, 1),
        source="区里的通知",
        confirmed=False,
    )
    with journal.entry("登记标准", "王芳"):
        made.save()
    return made


def test_a_missing_standard_is_proposed_with_what_is_known_of_it(archive):
    wanted = wanted_standard(NoStandard("省", SICK, MONTH))
    assert (wanted.id, wanted.kind, wanted.layer, wanted.unit) == (None, SICK.kind, "省", "月")
    assert wanted.begins == PartDate(2020, 9)
    assert not wanted.confirmed


def test_the_very_standard_that_the_sentence_names_is_opened(draft):
    assert wanted_standard(Unconfirmed(draft, MONTH)) == draft


def test_a_comparison_waits_for_the_standard_of_the_other_subsidy(archive):
    missing = NoStandard("国家", SICK, MONTH)
    compared = Incomparable("带病回乡退役军人", missing)
    assert compared.words() == f"应与带病回乡退役军人比较就高，但后者算不出：{missing.words()}"
    assert wanted_standard(compared).kind == SICK.kind


def test_what_is_no_want_of_a_standard_asks_for_none(draft):
    for missing in (
        None, UnknownCriteria(("grade",)), Unregistered("没有登记死亡原因"), TwoStandards(draft, draft, MONTH),
        Incomparable("残疾军人", Unregistered("没有登记起止时间")),
    ):  # fmt: skip
        assert wanted_standard(missing) is None
