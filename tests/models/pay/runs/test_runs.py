"""Payment runs: drawn up once, differences explained, nothing paid twice and nothing left out."""

from __future__ import annotations

import pytest

from models.core.record import Refusal
from models.pay.runs.runs import PayRun
from tests.models.pay.runs.conftest import SICK, someone, told


def test_a_run_is_for_one_item_or_for_all(draw, person, granted):
    someone(person, granted, "甲")
    someone(person, granted, "乙", **SICK)
    assert [line[0] for line in told(draw("2019-09", item="伤残抚恤金"))] == ["甲"]
    assert [line[0] for line in told(draw("2019-09", item="带病回乡退役军人生活补助"))] == ["乙"]
    with pytest.raises(Refusal, match="不能再编制"):
        draw("2019-09")
    with pytest.raises(Refusal, match="没有“慰问金”"):
        draw("2019-10", item="慰问金")


def test_a_month_that_a_run_has_is_refused(draw, paid, person, granted):
    someone(person, granted, "甲")
    paid("2019-08", "2019-09")
    for first, last in (("2019-09", "2019-09"), ("2019-08", "2019-09"), ("2019-09", "2019-10")):
        with pytest.raises(Refusal, match=r"已经发放，同一月份不能再编制"):
            draw(first, last)
    assert PayRun.select().count() == 1


@pytest.mark.parametrize(
    ("first", "last"), [("2019-09", "2019-08"), ("2018-01", "2019-12"), ("2019", "2019")]
)
def test_absurd_spans_are_refused(draw, first, last):
    with pytest.raises(Refusal, match=r"截止月份早于|最多12个月|写明起止月份"):
        draw(first, last)
    assert PayRun.select().count() == 0
