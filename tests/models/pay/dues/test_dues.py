"""What a grant is due in a month, and why it cannot be said where it cannot."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.dues import claims, dues, rules
from models.pay.dues.dues import Dues
from models.pay.dues.grants import Grant
from models.pay.dues.missing import Missing
from models.pay.dues.rules import Ways
from models.pay.standards import months, standards
from models.pay.standards.standards import Standard
from tests.models.pay.conftest import USER

SURVIVOR = {"kind": "三属", "category": "烈士遗属", "grade": "", "nature": ""}
RURAL = {"kind": "农村籍退役士兵", "category": "", "grade": "", "nature": ""}
SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}


@pytest.mark.parametrize(
    ("month", "amount"),
    [("2021-09", "8889.17"), ("2021-11", "8889.16"), ("2019-07", "6678.33"), ("2018-01", "6070.83")],
)
def test_a_month_is_its_part_of_the_yearly_standard(granted, due, month, amount):
    assert due(granted(), month).yuan == Decimal(amount)


def test_a_standards_year_from_august_to_july_is_exactly_the_standard(granted, due):
    survivor = granted(**SURVIVOR)
    paid = [due(survivor, f"2018-{m:02}").yuan for m in range(8, 13)]
    paid += [due(survivor, f"2019-{m:02}").yuan for m in range(1, 8)]
    assert sum(paid) == Decimal(25440)


def test_monthly_standards_are_paid_as_they_are(granted, due):
    assert due(granted(**SICK), "2019-09").yuan == Decimal(600)


def test_years_served_multiply(granted, due):
    served = granted(**RURAL, service_years=6)
    assert due(served, "2019-09").yuan == Decimal(240)


def test_each_begun_year_of_service_counts_as_one(granted, due):
    served = granted(**RURAL, service_from=PartDate(1956, 10, 1), service_to=PartDate(1961, 12, 1))
    assert due(served, "2019-09").yuan == Decimal(40 * 6)


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


def test_a_row_that_is_not_there_is_named(granted, due):
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


def test_rural_veterans_are_not_paid_beside_another_subsidy(granted, due, person):
    someone = person()
    rural = granted(someone=someone, **RURAL, service_years=5)
    assert due(rural, "2019-09").yuan == Decimal(200)
    granted("2019-09-01", someone, **SICK)
    assert due(rural, "2019-08").yuan == Decimal(200)
    found = due(rural, "2019-09")
    assert (found.refused, found.yuan) == (False, Decimal(0))
    assert found.why().startswith("已享受带病回乡退役军人，不重复享受（民发〔2011〕110号")


def test_rural_veterans_are_not_paid_beside_an_employees_pension(granted, due, person):
    rural = granted(someone=person(pension="城镇职工基本养老保险"), **RURAL, service_years=5)
    assert due(rural, "2019-09").yuan == 0
    rules.keep_ways(Ways(exclusions="-农村籍-养老待遇"), USER)
    assert due(rural, "2019-09").yuan == Decimal(200)


def test_the_higher_of_two_only_where_the_office_says_so(granted, due, person):
    someone = person()
    fought = granted(someone=someone, kind="参战退役人员", category="", grade="", nature="")
    sick = granted(someone=someone, **SICK)
    assert (due(fought, "2019-09").yuan, due(sick, "2019-09").yuan) == (Decimal(650), Decimal(600))
    rules.keep_ways(Ways(exclusions="+带病-参战"), USER)
    assert (due(fought, "2019-09").yuan, due(sick, "2019-09").yuan) == (Decimal(650), Decimal(0))
    assert due(sick, "2021-09").refused  # neither amount is known
    assert due(fought, "2021-09").refused


@pytest.mark.parametrize(
    ("facts", "died", "cause", "amount"),
    [
        ({}, "2021-09-05", "因病", "106670.00"), (SURVIVOR, "2019-03-05", "", "12720.00"),
        ({"kind": "参战退役人员", "category": "", "grade": "", "nature": ""}, "2019-03-05", "", None),
    ],
)  # fmt: skip
def test_extra_months_for_the_family(granted, person, facts, died, cause, amount):
    dead = granted(someone=person(died=PartDate.parse(died)), **facts)
    if cause:
        with journal.entry("登记死亡原因", USER):
            Grant(identity=dead, person=dead.person_id, cause=cause).save()
    (claim,) = claims.claims_of_person(dead.person)
    found = Dues().extra(claim)
    assert found == amount if amount is None else Decimal(found[1]).scaleb(-2) == Decimal(amount)


def test_the_six_months_of_combatants_begin_with_the_law_of_2024(granted, person, standard):
    standard("882", "2024-08", kind="参战退役人员", unit="月")
    extras = []
    for died in ("2024-09-30", "2024-10-01"):
        dead = granted(
            someone=person(died=PartDate.parse(died)), kind="参战退役人员", category="", grade="", nature=""
        )
        (claim,) = claims.claims_of_person(dead.person)
        extras.append(Dues().extra(claim))
    assert extras[0] is None
    assert extras[1][1] == 882_00 * 6
    assert "第六十二条" in extras[1][0].clause


def test_of_what_a_disabled_soldier_died_must_be_known(granted, person):
    dead = granted(someone=person(died=PartDate(2021, 9, 5)))
    (claim,) = claims.claims_of_person(dead.person)
    found = Dues().extra(claim)
    assert isinstance(found, Missing)
    assert "死亡原因" in found.words()


def test_who_is_not_entitled_is_not_in_the_list(granted, due):
    assert due(granted("2021-09-01"), "2021-09") is None


def test_every_due_says_why(granted):
    granted()
    (found,) = dues.dues(months.month(2021, 9))
    assert found.why() == (
        "国家标准 伤残人员 一级 因战 106670元/年（2021年8月至2022年7月，2021年提标通知及标准表（中国军网2021年6月28日等三处一致）），"
        "9月份按全年9/12减8/12四舍五入到分；2013年7月4日批准，自2013年8月起发"
        "（《伤残抚恤管理办法》第二十三条：从被批准残疾等级评定后的下一个月起）"
    )


def test_settings_that_cannot_be_are_refused(archive):
    for ways in (
        Ways(sixty="七十"),
        Ways(taken_over="去年"),
        Ways(exclusions="+没有的规则"),
        Ways(others_start="上月"),
    ):
        with pytest.raises(Refusal, match=r"规则|写法|选择"):
            rules.keep_ways(ways, USER)
    assert Ways.kept() == Ways()
    rules.keep_ways(Ways(sixty="满60周岁当月"), USER)
    assert Ways.kept().sixty == "满60周岁当月"


def test_january_is_the_first_twelfth_and_says_no_more(granted):
    granted()
    (found,) = dues.dues(months.month(2022, 1))
    assert "，1月份按全年1/12四舍五入到分；" in found.why()
