"""Rules of law and of the office: from which month, and what beside what."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.record import Refusal
from models.office.settings import Setting
from models.pay.grants import rules
from models.pay.grants.rules import Ways, start_of
from models.pay.standards import months
from tests.models.pay.conftest import USER


@pytest.mark.parametrize(
    ("kind", "approved", "first"),
    [
        ("伤残人员", "2019-06-30", "2019-07"), ("伤残人员", "2024-09-30", "2024-10"),
        ("伤残人员", "2024-10-01", "2024-10"), ("伤残人员", "2024-12-31", "2024-12"),
        ("三属", "2019-06-30", "2019-06"), ("参战退役人员", "2019-12-31", "2019-12"),
    ],
)  # fmt: skip
def test_the_first_month_follows_the_law_of_the_day_of_approval(kind, approved, first):
    assert months.iso(start_of(kind, months.first_in(approved), Ways())[0]) == first


def test_an_office_may_switch_later_and_may_count_others_from_the_next_month():
    at = months.month(2024, 11)
    assert start_of("伤残人员", at, Ways(disabled_same_month_from="2025-01"))[0] == at + 1
    assert start_of("带病回乡退役军人", at, Ways(others_start="次月"))[0] == at + 1


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


@pytest.mark.parametrize(
    ("born", "ways", "first"),
    [
        ("1961-06-01", {}, "2021-07"), ("1961-06-30", {}, "2021-07"), ("1961-06", {}, "2021-07"),
        ("1961", {}, "2022-01"), ("1961-12-31", {}, "2022-01"), ("1961-01-01", {}, "2021-02"),
        ("1961-06-30", {"sixty": "满60周岁当月"}, "2021-06"), ("1961", {"sixty": "满60周岁当月"}, "2021-12"),
        ("1961-12-31", {"sixty": "满60周岁当年1月"}, "2021-01"), ("1962-01-01", {"sixty": "满60周岁当年1月"}, "2022-01"),
    ],
)  # fmt: skip
def test_sixty_is_reached_on_the_birthday_and_of_a_year_alone_in_december(born, ways, first):
    assert months.iso(rules.sixtieth(born, Ways(**ways))) == first


@pytest.mark.parametrize(
    ("kind", "category", "died", "months_paid"),
    [
        ("伤残人员", "残疾军人", "2010-01", 12), ("伤残人员", "伤残民兵民工", "2021-09", 12),
        ("三属", "烈士遗属", "2010-01", 6), ("参战退役人员", "", "2024-09", None), ("参战退役人员", "", "2024-10", 6),
        ("烈士子女", "", "2024-12", None), ("烈士子女", "", "2025-01", 6), ("农村籍退役士兵", "", "2025-01", None),
    ],
)  # fmt: skip
def test_the_family_is_still_paid_by_the_law_of_the_month_of_the_death(kind, category, died, months_paid):
    found = rules.extra_for(kind, category, months.read_month(died))
    assert (found.months if found else None) == months_paid


def test_the_rules_of_what_is_paid_beside_what_are_the_table_and_what_the_office_says_against_it():
    usual = ["农村籍-定期抚恤补助", "农村籍-养老待遇"]
    assert [each.code for each in Ways().excluded()] == usual
    assert [each.code for each in Ways(exclusions="+参战-参试 -农村籍-养老待遇").excluded()] == [
        "农村籍-定期抚恤补助", "参战-参试",
    ]  # fmt: skip
    first, pension = Ways().excluded()
    assert (first.kind, first.beside, first.higher_only) == ("农村籍退役士兵", ("*",), False)
    assert pension.beside == ("城镇职工基本养老保险", "机关事业单位养老保险")
    assert [each.higher_only for each in rules.exclusions()] == [
        False, False, True, True, True, False, False, True,
    ]  # fmt: skip


def test_each_kind_has_its_base_and_the_supplements_that_the_office_has():
    ways = Ways(supplements="三属：省、地方；烈士子女：省；伤残人员")
    assert ways.layers("三属") == ("国家", "省", "地方")
    assert ways.layers("烈士子女") == ("国家", "省")
    assert ways.layers("伤残人员") == ("国家",)
    assert ways.layers("在乡复员军人") == ("省",)


def test_every_setting_that_cannot_be_is_told_by_its_field():
    assert Ways(taken_over="2020-08", exclusions="+参战-参试 -伤残-带病").problems() == {}
    wrong = Ways("去年", "上月", "七十", "2020", "+没有 参战-参试")
    assert wrong.problems() == {
        "disabled_same_month_from": "月份“去年”写法不对，请写成 2021-09 这样",
        "taken_over": "月份“2020”写法不对，请写成 2021-09 这样",
        "others_start": "请选择当月或次月",
        "sixty": "请选择满60周岁从哪个月起发",
        "exclusions": "没有“+没有”这条不重复享受规则",
    }
    assert "参战-参试" in Ways(exclusions="参战-参试").problems()["exclusions"]


def test_only_what_the_office_decides_is_kept_and_a_decision_taken_back_is_kept_too(archive):
    rules.keep_ways(Ways(), USER)
    assert Setting.select().where(Setting.name.startswith("pay.")).count() == 0
    rules.keep_ways(Ways(others_start="次月", taken_over="2020-08"), USER)
    kept = {each.name: each.value for each in Setting.select() if each.name.startswith("pay.")}
    assert kept == {"pay.others_start": "次月", "pay.taken_over": "2020-08"}
    assert Ways.kept() == Ways(others_start="次月", taken_over="2020-08")
    rules.keep_ways(Ways(), USER)
    assert Ways.kept() == Ways()
    with journal.entry("设置", USER):
        Setting(name="pay.of_another_version", value="1").save()
    assert Ways.kept() == Ways()
