"""Figures of policy by date: asked for by matter, confirmed first, and unmistakable."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.pay.standards import policy_figures
from models.pay.standards.policy_figures import PolicyFigure

USER = "王芳"
INCOME = "上一年度全国城镇居民人均可支配收入"
FALLEN = "一次性抚恤金"


@pytest.fixture
def entered(archive):
    def make(**facts):
        facts = {"matter": "护理费", "what": "一级", "unit": "%", "source": "区里的通知", **facts}
        made = PolicyFigure(**facts)
        with journal.entry("登记政策数据", USER):
            made.save()
        return made

    return make


@pytest.fixture
def confirmed(archive):
    with journal.entry("确认", USER):
        PolicyFigure.update(confirmed=True).where(PolicyFigure.begins.is_null(False)).execute()


def test_nothing_that_is_shipped_counts_before_it_is_confirmed(archive):
    assert PolicyFigure.select().where(PolicyFigure.confirmed == True).count() == 0  # noqa: E712
    assert policy_figures.figure("护理费", "因病一级至四级", PartDate(2022, 3, 1)) is None
    (known,) = [
        each
        for each in policy_figures.figures_of("护理费", PartDate(2022, 3, 1))
        if each.what == "因病一级至四级"
    ]
    assert known.said() == "30%"
    for each in PolicyFigure.select():
        assert dict(each.rules()) == {}
        assert each.source or each.article


@pytest.mark.parametrize(
    ("matter", "what", "day", "unit", "number"),
    [
        ("护理费", "因战、因公一级和二级", PartDate(2022, 3), "", 50), ("护理费", "因精神障碍五级至六级", PartDate(2024, 9), "", None),
        ("护理费", "因精神障碍五级至六级", PartDate(2024, 10), "", 25), (INCOME, "", PartDate(2014, 5, 3), "", 26955),
        (INCOME, "", PartDate(2026, 1, 1), "", 56502), (FALLEN, "烈士", PartDate(2010, 1, 1), "", 80),
        (FALLEN, "烈士", PartDate(2022, 1, 1), "倍上一年度全国城镇居民人均可支配收入", 20),
        (FALLEN, "因公牺牲", PartDate(2024, 10, 1), "个月本人工资", 40), (FALLEN, "病故", PartDate(2022, 1, 1), "倍上一年度全国城镇居民人均可支配收入", 2),
        ("一次性抚恤金增发", "二等功", PartDate(2015, 1, 1), "", 15), ("没有的事项", "", PartDate(2015, 1, 1), "", None),
    ],
)  # fmt: skip
def test_a_figure_is_the_one_of_its_day(confirmed, matter, what, day, unit, number):
    found = policy_figures.amount_of(matter, what, day, unit)
    assert found == (None if number is None else Decimal(number))


def test_where_several_apply_none_is_guessed(confirmed):
    with pytest.raises(Refusal, match="有几项同样适用"):
        policy_figures.figure(FALLEN, "烈士", PartDate(2022, 1, 1))


def test_a_confirmed_figure_has_a_month_and_no_rival(entered):
    entered(value=Decimal("50"), begins=PartDate(2030, 1), confirmed=True)
    with pytest.raises(Invalid, match="执行时间重叠"):
        entered(value=Decimal("40"), begins=PartDate(2031, 1), confirmed=True)
    entered(value=Decimal("40"), begins=PartDate(2031, 1), unit="元", confirmed=True)
    with pytest.raises(Invalid, match="起始月份不明"):
        entered(value=Decimal("40"), confirmed=True)
    for facts, why in (
        ({"matter": "", "value": Decimal(1)}, "请填写事项"), ({}, "没有数值的请填写规定"), ({"value": Decimal(1), "unit": ""}, "请填写单位"),
        ({"value": Decimal(1), "begins": PartDate(2030, 2), "ends": PartDate(2030, 1)}, "早于"),
    ):  # fmt: skip
        with pytest.raises(Invalid, match=why):
            entered(**facts)


def test_a_figure_says_itself(archive):
    made = PolicyFigure(
        matter="护理费", what="一级", value=Decimal("12.50"), unit="%", begins=PartDate(2024, 10)
    )
    assert made.describe() == "护理费 一级 12.5%"
    assert made.when() == "2024年10月起"
    made.ends, made.value, made.ruling = PartDate(2024, 12), None, "按月测算"
    assert (made.said(), made.when()) == ("按月测算", "2024年10月至2024年12月")
    assert PolicyFigure(matter="护理费").when() == "起始月份不明"
