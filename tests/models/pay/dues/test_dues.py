"""What a grant is due in a month, and why it cannot be said where it cannot."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.dues import dues
from models.pay.dues.dues import Dues
from models.pay.dues.missing import Missing
from models.pay.grants import claims, rules
from models.pay.grants.grants import Grant
from models.pay.grants.rules import Ways
from models.pay.standards import months
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
        "（《伤残抚恤管理办法》（2007年）第二十二条：从被批准残疾等级评定后的第二个月起，批准当月为第一个月）"
    )


def test_of_two_equal_sums_the_one_that_the_rule_is_about_is_not_paid(granted, due, person):
    rules.keep_ways(Ways(exclusions="+参战-参试"), USER)
    for first, second in (("参战退役人员", "参试退役人员"), ("参试退役人员", "参战退役人员")):
        someone = person()
        made = {
            k: granted(someone=someone, kind=k, category="", grade="", nature="") for k in (first, second)
        }
        fought, tested = (due(made[kind], "2019-09") for kind in ("参战退役人员", "参试退役人员"))
        assert (fought.rate.amount, tested.rate.amount) == (65000, 65000)
        assert (fought.yuan, tested.yuan) == (Decimal(0), Decimal(650))
        assert fought.why() == "与参试退役人员就高享受，本项不发（各地规定不一，由单位设定）"
        assert (fought.amounts, fought.refused, tested.excluded) == ((0, 0, 0), False, None)


def test_the_lower_one_is_not_paid_whichever_the_rule_is_about(granted, due, person, standard):
    rules.keep_ways(Ways(exclusions="+带病-参战"), USER)
    standard("100", layer="地方", unit="月", kind="带病回乡退役军人")
    someone = person()
    fought = granted(someone=someone, kind="参战退役人员", category="", grade="", nature="")
    sick = granted(someone=someone, **SICK)
    assert (due(fought, "2019-09").yuan, due(sick, "2019-09").yuan) == (Decimal(0), Decimal(700))


def test_a_sum_that_is_known_is_not_paid_while_the_other_is_not(granted, due, person, standard):
    rules.keep_ways(Ways(exclusions="+带病-参战"), USER)
    standard("700", "2008-01", ends="2009-09", unit="月", kind="带病回乡退役军人")
    someone = person()
    early = {"someone": someone, "approved": "2005-01-01"}
    fought = granted(**early, kind="参战退役人员", category="", grade="", nature="")
    sick = granted(**early, **SICK)
    for made, other in ((fought, None), (sick, "参战退役人员")):
        found = due(made, "2008-02")
        assert (found.refused, found.yuan) == (True, Decimal(0))
        assert (
            found.why() == "缺少2008年2月的国家标准：参战退役人员"
            if other is None
            else (f"应与{other}比较就高，但后者算不出：缺少2008年2月的国家标准：参战退役人员")
        )


def test_a_pension_keeps_nobody_else_from_his_subsidy(granted, due, person):
    for pension, kind, yuan in (("城乡居民基本养老保险", RURAL, 200), ("城镇职工基本养老保险", SICK, 600)):
        made = granted(someone=person(pension=pension), **kind, service_years=5)
        assert due(made, "2019-09").yuan == yuan


def test_why_without_why_it_begins(granted):
    granted()
    (found,) = dues.dues(months.month(2021, 9))
    assert found.why(begun=False).endswith("四舍五入到分")
    assert "批准" not in found.why(begun=False)


def test_another_cause_of_death_gives_the_family_nothing_and_an_unsure_month_is_told(granted, person):
    dead = granted(someone=person(died=PartDate(2021, 9, 5)))
    with journal.entry("登记死亡原因", USER):
        Grant(identity=dead, person=dead.person_id, cause="因战").save()
    unsure = granted(None, someone=person(died=PartDate(2021, 9, 5)), **SURVIVOR)
    later = granted("2022-01-01", someone=person(died=PartDate(2021, 9, 5)), **SURVIVOR)
    alive = granted(**SURVIVOR)
    (one,), (two,), (three,), (four,) = (
        claims.claims_of_person(i.person) for i in (dead, unsure, later, alive)
    )
    assert Dues().extra(one) is None
    assert Dues().extra(two).words() == "没有登记批准日期，不知从哪个月起享受"
    assert Dues().extra(three) is None
    assert Dues().extra(four) is None


def test_the_extra_months_wait_for_a_standard_that_is_missing(granted, person, only_printed):
    dead = granted(someone=person(died=PartDate(2030, 9, 5)), **SURVIVOR)
    (claim,) = claims.claims_of_person(dead.person)
    assert Dues().extra(claim).words() == "缺少2030年9月的国家标准：三属 烈士遗属"


def test_months_that_nobody_can_tell_are_due_nothing_and_say_why(granted, due):
    found = due(granted(None), "2021-09")
    assert (found.refused, found.amounts, found.fen) == (True, (0, 0, 0), 0)
    assert found.why() == "没有登记批准日期，不知从哪个月起享受"


def test_one_reckoner_keeps_people_apart(granted, person):
    first, second = granted(), granted("2021-09-01")
    groups = list(claims.by_person(claims.claims()))
    reckoner = Dues()
    at = [[due.claim.identity for due in reckoner.at(group, months.month(2021, 9))] for group in groups * 2]
    assert at == [[first.id], [], [first.id], []]
    assert reckoner.of(groups[1][0]).at(months.month(2021, 10)) is not None
    assert second.id == groups[1][0].identity


def dead(granted, person, died, cause="因病", **facts):
    """The claim of somebody who died, with the cause of death."""
    made = granted(someone=person(died=PartDate.parse(died)), **facts)
    with journal.entry("登记死亡原因", USER):
        Grant(identity=made, person=made.person_id, cause=cause).save()
    (claim,) = claims.claims_of_person(made.person)
    return claim


def test_twelve_months_cite_the_text_of_the_day_of_the_death(granted, person):
    rule, fen = Dues().extra(dead(granted, person, "2021-09-03"))
    assert fen == 106670_00
    assert rule.clause.startswith("《军人抚恤优待条例》（2011年修订，2019年修正）第二十八条第二款：")


def test_disabled_militia_are_treated_like_disabled_soldiers(granted, person, standard):
    standard("18610", kind="伤残人员", grade="八级", nature="因公", begins="2030-01")
    facts = {"category": "伤残民兵民工", "grade": "八级", "nature": "因公"}
    rule, fen = Dues().extra(dead(granted, person, "2030-09-10", **facts))
    assert (rule.months, fen) == (12, 18610_00)
    assert "第六十一条第三款、第三十二条第二款：参照残疾军人" in rule.clause


@pytest.mark.parametrize("category", ["伤残人民警察", "伤残国家机关工作人员", "因战因公伤残人员", ""])
def test_where_no_text_says_that_others_are_treated_alike_the_office_is_asked(granted, person, category):
    claim = dead(granted, person, "2021-09-10", category=category)
    asked = Dues(Ways()).extra(claim)
    assert isinstance(asked, Missing)
    assert asked.words().startswith(
        f"{category or '没有登记类别的伤残人员'}因病死亡，没有读到写明其遗属继续发放12个月"
    )
    assert Dues(Ways(alike="不发")).extra(claim) is None
    rule, fen = Dues(Ways(alike="继续发放")).extra(claim)
    assert (rule.clause, fen) == ("本单位核定参照残疾军人", 106670_00)


def test_every_due_names_the_clause_as_it_stood_in_its_month(granted, due):
    made = granted()
    assert due(made, "2021-09").clause == "《军人抚恤优待条例》（2011年修订，2019年修正）第二十六条"
    assert due(made, "2024-10").clause == "《军人抚恤优待条例》（2024年修订）第三十条"
    unknown = granted(None, **SURVIVOR)
    assert due(unknown, "2021-09").clause == "《烈士褒扬条例》（2019年修订）第十六条"


def test_what_is_not_paid_names_the_clause_that_keeps_it(granted, due, person):
    someone = person()
    rural = granted(someone=someone, **RURAL, service_years=5)
    granted("2019-09-01", someone, **SICK)
    assert due(rural, "2019-09").clause == "民发〔2011〕110号"


def test_who_may_be_graded_or_has_the_subsidy_of_the_sick_has_not_that_of_the_tested(granted, due, person):
    rules.keep_ways(Ways(exclusions="+参试-带病 +参试-伤残"), USER)
    someone = person()
    tested = granted(someone=someone, kind="参试退役人员", category="", grade="", nature="")
    sick = granted(someone=someone, **SICK)
    assert (due(tested, "2019-09").yuan, due(sick, "2019-09").yuan) == (Decimal(0), Decimal(600))
    assert due(tested, "2019-09").why() == "已享受带病回乡退役军人，不重复享受（没有读到当时的规定）"
    assert due(tested, "2022-09").clause == "各省提高抚恤补助标准的通知"


def test_survivors_of_who_died_of_illness_are_paid_from_the_month_of_approval(granted, due):
    survivor = granted("2021-12-20", **{**SURVIVOR, "category": "病故军人遗属"})
    assert due(survivor, "2021-11") is None
    assert due(survivor, "2021-12").yuan == Decimal("2280.00")
