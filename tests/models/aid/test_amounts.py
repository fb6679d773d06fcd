"""The office's own amounts: none is invented, and each holds from its year on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.amounts import AidRule, amount_lines, known_amount, needed_amount, set_rule
from models.core import journal
from models.core.record import Invalid, Refusal
from tests.models.aid.conftest import USER


def test_no_amount_is_invented(archive):
    assert AidRule.select().count() == 0
    for key in amount_lines():
        assert known_amount(key, 2020) is None
    with pytest.raises(Refusal, match="“门诊医疗补助”的“农村籍退役士兵”2020年还没有设定"):
        needed_amount("clinic.rural", 2020)


def test_an_amount_holds_from_its_year_until_the_next(rule):
    rule(2018, **{"clinic.rural": 400})
    rule(2020, **{"clinic.rural": 450})
    assert [known_amount("clinic.rural", year) for year in (2017, 2018, 2019, 2021)] == [None, 400, 400, 450]
    rule(2020, **{"clinic.rural": 460})
    assert AidRule.select().count() == 2
    with pytest.raises(Invalid, match="依据哪个文件"), journal.entry("标准", USER):
        set_rule("clinic.rural", 2021, Decimal(500), "")


def test_a_ratio_is_typed_in_percent_and_known_as_a_fraction(rule):
    rule(2018, **{"second.share": "12.5"})
    assert AidRule.get().rate == 1250
    assert known_amount("second.share", 2018) == Decimal("0.125")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"key": "没有"}, "key"), ({"amount": None}, "amount"), ({"amount": Decimal("-0.01")}, "amount"),
        ({"year": 1949}, "year"), ({"year": 2200}, "year"), ({"document": " "}, "document"),
        ({"key": "second.share", "amount": None, "rate": 100_001}, "rate"), ({"key": "second.share", "rate": None}, "rate"),
    ],
)  # fmt: skip
def test_what_no_amount_can_be(facts, field):
    good = {"key": "clinic.rural", "year": 2020, "amount": Decimal(0), "document": "某文件"}
    assert AidRule(**good).problems() == {}
    assert AidRule(**good | {"key": "second.share", "rate": 100_000}).problems() == {}
    assert set(AidRule(**good | facts).problems()) == {field}
