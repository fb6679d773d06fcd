"""A standard or a figure that is far more or less than what holds before it is asked about, with names and sums."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.pay.standards.policy_figures import PolicyFigure
from models.pay.standards.risen_standards import rise_doubts
from models.pay.standards.standards import Standard

USER = "王芳"


def standard(amount, year, grade="一级", confirmed=False):
    made = Standard(
        layer="国家", kind="伤残人员", grade=grade, nature="因战", unit="年", amount=Decimal(amount),
        begins=PartDate(year, 8), ends=PartDate(year + 1, 7), confirmed=confirmed, source="测试",
    )  # fmt: skip
    made.save()
    return made


def test_what_rises_by_more_than_the_bound_is_asked_and_what_rises_as_usual_is_not(archive):
    with journal.entry("标准", USER):
        Standard.delete().execute()
        for grade in ("一级", "二级", "三级"):
            standard(100_000, 2020, grade, confirmed=True)
        rows = [standard(170_000, 2021), standard(105_000, 2021, "二级"), standard(50_000, 2021, "三级")]
    assert rise_doubts(rows, 30) == [
        "1条涨30%以上：国家 伤残人员 一级 因战由100000元/年到170000元/年，涨70%",
        "1条降30%以上：国家 伤残人员 三级 因战由100000元/年到50000元/年，降50%",
    ]
    assert rise_doubts(rows, 71) == []


def test_of_several_years_confirmed_at_once_each_is_held_against_the_one_before(archive):
    with journal.entry("标准", USER):
        Standard.delete().execute()
        rows = [standard(100_000, 2020), standard(110_000, 2021), standard(200_000, 2022)]
    (told,) = rise_doubts(rows, 30)
    assert "由110000元/年到200000元/年，涨82%" in told


def test_what_rose_over_many_years_is_measured_by_the_year(archive):
    with journal.entry("标准", USER):
        Standard.delete().execute()
        standard(600, 2019, confirmed=True)
        late, far = standard(844, 2025), standard(5000, 2025, "二级")
        standard(600, 2019, "二级", confirmed=True)
    assert rise_doubts([late], 30) == []
    assert "6年涨733%" in rise_doubts([far], 30)[0]


def test_a_figure_of_policy_is_held_against_the_one_before(archive):
    facts = {"matter": "试", "what": "每人", "unit": "元", "source": "测试"}
    with journal.entry("数据", USER):
        old = PolicyFigure(
            **facts, value=Decimal(500), begins=PartDate(2019, 1), ends=PartDate(2019, 12), confirmed=True
        )
        new = PolicyFigure(**facts, value=Decimal(900), begins=PartDate(2020, 1))
        for each in (old, new):
            each.save()
    assert "涨80%" in rise_doubts([new], 30)[0]
