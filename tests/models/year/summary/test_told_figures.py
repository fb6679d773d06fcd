"""Figures in the forms of a text: exact, in 万元, with 余, beside last year's; and the rates as a sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.rates import Rate
from models.payments.medical_case import SERIOUS_ILLNESS, MedicalCase
from models.payments.payment import Payment
from models.year import figures
from models.year.summary.prose import fill_prose
from models.year.summary.template import read_template
from models.year.summary.told_figures import Told, everything_told
from models.year.summary.told_rates import FULL_RATES_KEY, RATES_KEY, in_chinese, merged
from tests.conftest import USER


def told(key, value, before=0, until=12):
    definition = figures.DEFINITIONS[key]
    make = lambda year, number: figures.Figure(definition, year, number, definition.display, until)  # noqa: E731
    return Told(make(2020, value), lambda: make(2019, before))


@pytest.mark.parametrize(
    ("key", "value", "form", "words"),
    [
        ("visits.gifts_yuan", Decimal(73_600), "", "7万余元"),
        ("visits.gifts_yuan", Decimal(70_000), "", "7万元"),
        ("visits.gifts_yuan", Decimal(73_600), "准确", "73600元"),
        ("visits.gifts_yuan", Decimal(73_600), "万元", "7.36万元"),
        ("medical.militia_yuan", Decimal(58_230), "", "5.8万余元"),
        ("medical.serious_paid_yuan", Decimal(105_840), "", "10.584万元"),
        ("medical.serious_paid_yuan", Decimal(105_840), "万余", "10万余元"),
        ("publicity.banners", 156, "", "150余条"),
        ("publicity.banners", 156, "五十余", "150余条"),
        ("publicity.banners", 156, "百余", "100余条"),
        ("publicity.banners", 156, "数", "156"),
        ("visits.unit_rounds", 2, "汉字", "两次"),
        ("visits.units", 11, "汉字", "十一支"),
        ("visits.units", 11, "大写", None),
    ],
)
def test_forms(key, value, form, words):
    assert told(key, value).said(form) == words


def test_a_comparison_says_more_less_or_the_same():
    assert told("visits.units", 11, 9).said("比上年") == "比上年增加2支"
    assert told("visits.units", 9, 11).said("比上年") == "比上年减少2支"
    assert told("visits.units", 9, 9).said("比上年") == "与上年持平"
    assert told("visits.units", 9, 8, until=6).said("比上年") == "比上年同期增加1支"
    assert told("visits.units", 9).said("比上年") is None
    assert told("visits.units", 9, 8).said("上年") == "8支"
    assert told("visits.gifts_yuan", Decimal(73_600), Decimal(60_000)).said("比上年") == "比上年增加1万余元"


@pytest.mark.parametrize(
    ("all_of_them", "done", "words"),
    [
        (13, 10, "下达任务13项，其中10项已完成。"),
        (13, 13, "下达任务13项，均已完成。"),
        (1, 1, "下达任务1项，已完成。"),
        (13, 0, "下达任务13项。"),
    ],
)
def test_a_part_of_a_whole_is_told_as_one_tells_it(all_of_them, done, words):
    whole, part = told("tasks.all", all_of_them), told("tasks.done", done)
    known = {"tasks.all": whole, "tasks.done": Told(part.figure, part.ask_before, whole.figure)}
    text = "题\n下达任务{tasks.all}[，{tasks.done|其中}已完成]。\n下达任务{tasks.all}[，其中已完成的{tasks.done}]。"
    first, second = fill_prose(read_template(text), known, {}).paragraphs
    assert "".join(span.text for span in first) == words
    assert ("其中" in "".join(span.text for span in second)) == (0 < done < all_of_them)


def test_people_on_file_belong_to_no_year():
    assert told("files.persons", 681, 681).said("比上年") is None


def test_people_behind_money_are_counted_and_one_is_no_figure(person):
    one, other = person(), person()
    with journal.entry("登记", USER):
        for someone in (one, other):
            case = MedicalCase(person=someone, kind=SERIOUS_ILLNESS, day=PartDate(2020, 5, 1))
            case.save()
            pay(someone, case)
            if someone is one:
                pay(someone, case)
                first = everything_told(2020)["medical.serious_paid_yuan"].said("人数")
    assert first == "一名"
    assert everything_told(2020)["medical.serious_paid_yuan"].said("人数") == "2名"
    assert everything_told(2020)["publicity.banners"].said("人数") is None


def pay(someone, case):
    Payment(
        person=someone, case=case, month=PartDate(2020, 5), programme="医疗救助", item="救助", amount=Decimal(100)
    ).save()  # fmt: skip


@pytest.fixture
def rates(archive):
    def make(*rows):
        with journal.entry("登记指标", USER):
            for position, (name, done, due) in enumerate(rows):
                Rate(year=2020, position=position, name=name, done=done, due=due).save()
        return everything_told(2020)

    return make


def test_the_rates_as_a_sentence(rates):
    found = rates(
        ("甲率", 5, 5), ("乙率(城市)", 3, 3), ("乙率(农村)", 2, 2), ("丙率", 197, 200), ("丁率", 0, 0)
    )
    assert found[RATES_KEY].said("") == "甲率、城市和农村乙率均达到100%，丙率达到98.5%"
    assert found[FULL_RATES_KEY].said("") == "2个"
    assert found[FULL_RATES_KEY].said("汉字") == "两个"


def test_without_rates_there_is_nothing_to_tell(archive):
    found = everything_told(2020)
    assert found[RATES_KEY].is_nothing
    assert found[FULL_RATES_KEY].is_nothing


def test_names_of_rates_are_merged_where_only_the_place_differs():
    assert merged(["甲（城市）", "乙", "甲（农村）"]) == ["城市和农村甲", "乙"]


def test_the_ways_of_a_figure_are_those_of_the_form_that_the_text_wants(rates):
    known = rates(("甲率", 1, 1), ("乙率", 9, 10))
    assert {"100%", "90%"} == known[RATES_KEY].wordings("")
    assert {"1个", "一个"} == set(known[FULL_RATES_KEY].wordings("汉字"))
    assert {"11支", "十一支"} <= told("visits.units", 11, 9).wordings("")
    assert "9支" not in told("visits.units", 11, 9).wordings("")
    assert {"9支", "九支"} <= told("visits.units", 11, 9).wordings("上年")
    assert {"2支", "两支"} <= told("visits.units", 11, 9).wordings("比上年")
    assert told("publicity.banners", 156).wordings("人数") == ()
    assert in_chinese(Decimal(2), "个") is None
    assert in_chinese(200, "个") is None


def test_rates_kept_apart_for_town_and_country_are_one_claim_unless_the_office_wants_them_counted_apart(
    rates,
):
    found = rates(("甲率", 5, 5), ("乙率(城市)", 3, 3), ("乙率(农村)", 2, 2))[FULL_RATES_KEY]
    assert (found.said("汉字"), found.said("分列")) == ("两个", "三个")


def test_with_a_rate_that_is_short_nothing_is_counted_apart_and_half_a_rate_is_none(rates):
    found = rates(("甲率", 5, 5), ("乙率(城市)", 3, 3), ("乙率(农村)", 1, 2))[FULL_RATES_KEY]
    assert (found.said("汉字"), found.said("分列")) == ("一个", None)
