"""Which standards apply to somebody in a month, and what they come to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.pay.dues import dues, rates
from models.pay.grants import rules
from models.pay.grants.rules import Ways
from models.pay.standards import months, standards
from models.pay.standards.standards import Standard
from tests.models.pay.conftest import USER

SURVIVOR = {"kind": "三属", "category": "烈士遗属", "grade": "", "nature": ""}
RURAL = {"kind": "农村籍退役士兵", "category": "", "grade": "", "nature": ""}
SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}


def test_years_served_that_nobody_wrote_down_are_a_refusal(granted, due):
    found = due(granted(**RURAL), "2019-09")
    assert found.refused
    assert "折算年限" in found.why()


def test_a_yearly_standard_per_year_served_is_the_years_together(granted, due, standard):
    standard("648", "2022-08", kind="农村籍退役士兵", unit="每服役年每年", ends="2023-07")
    served = granted(**RURAL, service_years=7)
    paid = [due(served, month).yuan for month in ("2022-08", "2022-09", "2023-01")]
    assert paid == [Decimal(378)] * 3


def test_a_row_that_is_not_confirmed_is_named_and_not_used(granted, due):
    found = due(granted(), "2020-09")
    assert found.refused
    assert found.why().startswith(
        "2020年9月的国家标准未确认：伤残人员 一级 因战，2020年8月至2021年7月，登记为96970元/年"
    )
    standards.confirm_standards(
        Standard.select().where(Standard.begins == PartDate(2020, 8), Standard.nature == "因战"), USER
    )
    assert due(granted(), "2020-09").yuan == Decimal("8080.83")


def test_a_row_that_is_not_there_is_named(granted, due, only_printed):
    found = due(granted(grade="二级"), "2018-10")
    assert found.refused
    assert found.why() == "缺少2018年10月的国家标准：伤残人员 残疾军人 二级 因战"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"grade": ""}, "没有登记伤残等级"),
        ({"nature": ""}, "没有登记伤残性质"),
        ({**SURVIVOR, "category": ""}, "没有登记优抚对象类别"),
    ],
)
def test_what_the_file_does_not_say_is_named(granted, due, facts, words):
    found = due(granted(**facts), "2018-09")
    assert found.refused
    assert words in found.why()


def test_town_and_country_had_standards_of_their_own(granted, due, person):
    paid = [due(granted(someone=person(household=h), **SURVIVOR), "2015-01") for h in ("城镇", "农村", "")]
    assert [each.yuan for each in paid] == [Decimal("1385.83"), Decimal(930), Decimal(0)]
    assert "没有登记户籍类别" in paid[2].why()


def test_layers_add_up(granted, due, standard):
    standard("100", layer="省", unit="月")
    standard("1000", layer="地方", category="残疾军人")
    found = due(granted(), "2021-09")
    assert found.yuan == Decimal("8889.17") + 100 + Decimal("83.33")
    assert found.amounts == (888917, 10000, 8333)
    assert found.rate.words() == "106670元/年＋省100元/月＋地方1000元/年"


def test_the_standard_that_says_more_goes_first(granted, due, standard):
    standard("100", layer="省", unit="月")
    standard("150", layer="省", unit="月", grade="一级")
    assert due(granted(), "2021-09").amounts[1] == 15000
    standard("160", layer="省", unit="月", nature="因战")
    found = due(granted(), "2021-09")
    assert found.refused
    assert "两条标准同样适用" in found.why()


def test_a_supplement_that_the_office_says_there_is_must_be_there(granted, due):
    survivor = granted(**SURVIVOR)
    assert due(survivor, "2018-09").yuan == Decimal(2120)
    rules.keep_ways(Ways(supplements="三属：省"), USER)
    assert due(survivor, "2018-09").why() == "缺少2018年9月的省标准：三属 烈士遗属"


def test_a_supplement_entered_and_not_confirmed_is_not_left_out_silently(granted, due, standard):
    standard("100", layer="省", unit="月", confirmed=False)
    assert "省标准未确认" in due(granted(), "2021-09").why()


def test_the_province_alone_sets_the_base_of_the_demobilised(granted, due, standard):
    old = granted(kind="在乡复员军人", category="", grade="", nature="", period="解放战争")
    assert due(old, "2021-09").why() == "缺少2021年9月的省标准：在乡复员军人 解放战争"
    standard("13240", layer="省", kind="在乡复员军人", period="解放战争")
    assert due(old, "2021-09").yuan == Decimal("1103.33")


def test_january_is_the_first_twelfth_and_says_no_more(granted):
    granted()
    (found,) = dues.dues(months.month(2022, 1))
    assert "，1月份按全年1/12四舍五入到分；" in found.why()


def test_so_many_months_at_one_rate(granted, standard):
    standard("1000.10", layer="地方")
    standard("1.25", layer="省", unit="月")
    made = granted()
    (found,) = dues.dues(months.month(2021, 9))
    facts = found.spell.facts
    assert rates.several_months(found.rate, facts, 12) == 10667000 + 100010 + 1500
    assert rates.several_months(found.rate, facts, 1) == 888917 + 8334 + 125
    assert found.rate.base.layer == "国家"
    assert made.id == found.claim.identity


def test_years_served_count_in_several_months_too(granted, standard):
    standard("648", "2022-08", kind="农村籍退役士兵", unit="每服役年每年", ends="2023-07")
    granted(**RURAL, service_years=7)
    (found,) = dues.dues(months.month(2022, 9))
    assert rates.several_months(found.rate, found.spell.facts, 6) == 648_00 * 7 // 2
    (before,) = dues.dues(months.month(2019, 9))
    assert rates.several_months(before.rate, before.spell.facts, 6) == 40_00 * 7 * 6
    assert before.rate.reckoned.endswith("×7年")
    assert "×7年，9月份按全年9/12减8/12四舍五入到分" in found.rate.reckoned


def test_a_monthly_amount_says_so(granted):
    granted(**SICK)
    (found,) = dues.dues(months.month(2019, 9))
    assert found.rate.reckoned.endswith("）按月发")


@pytest.mark.parametrize(
    ("month", "yuan"), [("2019-12", 600), ("2020-01", 0), ("2020-03", 0), ("2020-04", 600)]
)
def test_a_standard_counts_from_its_first_month_to_its_last(granted, due, standard, month, yuan):
    facts = {"kind": "在乡复员军人", "category": "", "grade": "", "nature": ""}
    standard("600", "2019-01", layer="省", kind=facts["kind"], unit="月", ends="2019-12")
    standard("600", "2020-04", layer="省", kind=facts["kind"], unit="月", ends="2020-04")
    assert due(granted(**facts), month).yuan == yuan
    assert due(granted(**facts), "2020-05").refused


def test_a_standard_for_others_is_not_a_standard_for_him(granted, due, standard):
    facts = {"kind": "在乡复员军人", "category": "", "grade": "", "nature": ""}
    standard("600", layer="省", kind=facts["kind"], unit="月", period="抗日战争")
    assert due(granted(**facts), "2020-05").why() == "没有登记所属时期，找不到适用的标准"
    standard("500", layer="省", kind=facts["kind"], unit="月")
    assert due(granted(**facts), "2020-05").yuan == 500
    assert due(granted(**facts, period="抗日战争"), "2020-05").yuan == 600
    assert due(granted(**facts, period="解放战争"), "2020-05").yuan == 500


def test_a_confirmed_standard_goes_before_a_closer_one_that_is_not(granted, due, standard):
    standard("100", layer="地方", unit="月")
    standard("150", layer="地方", unit="月", grade="一级", confirmed=False)
    assert due(granted(), "2021-09").amounts[2] == 10000


def test_a_draft_of_a_national_standard_beside_the_province_s_base_is_left_alone(granted, due, standard):
    facts = {"kind": "在乡复员军人", "category": "", "grade": "", "nature": ""}
    standard("600", layer="省", kind=facts["kind"], unit="月")
    standard("100", layer="国家", kind=facts["kind"], unit="月", confirmed=False)
    assert due(granted(**facts), "2020-05").amounts == (0, 60000, 0)
