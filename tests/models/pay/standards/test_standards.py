"""Standards: what ships, what may be entered, what is confirmed."""

from __future__ import annotations

import csv
import re
from decimal import Decimal

import pytest

import resources
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.pay.standards import shipped, standards
from models.pay.standards.standards import Standard

USER = "王芳"
FACTS = {
    "layer": "地方", "kind": "三属", "category": "烈士遗属", "unit": "月", "amount": Decimal(100),
    "begins": PartDate(2021, 1), "confirmed": True,
}  # fmt: skip


@pytest.fixture
def standard(archive):
    def make(**facts):
        made = Standard(**{**FACTS, **facts})
        with journal.entry("登记标准", USER):
            made.save()
        return made

    return make


def one(**facts):
    (found,) = Standard.select().where(*(getattr(Standard, n) == v for n, v in facts.items()))
    return found


def shipped_rows():
    """What all steps of the file's form together brought."""
    files = sorted(resources.path("schema").glob("*-standards.csv"))
    return [row for file in files for row in csv.DictReader(file.read_text("utf-8").splitlines())]


def test_every_shipped_row_is_in_the_table_of_a_new_archive(archive):
    assert Standard.select().count() == len(shipped_rows()) > 200
    assert journal.Entry.select().count() == 0


def test_every_shipped_row_keeps_the_rules_and_names_its_source(archive):
    for each in Standard.select():
        assert dict(each.rules()) == {}
        assert dict(each.conflicts()) == {}, each.describe()
        assert each.source
        assert each.layer == "国家"


def test_sources_are_words_that_an_officer_can_read():
    told = [row["source"] for row in (*shipped_rows(), *shipped.standard_rows("rises"))]
    assert not [words for words in told if re.search(r"\bS\d\d", words)]


@pytest.mark.parametrize(
    ("begins", "grade", "nature", "amount"),
    [
        (PartDate(2017, 10), "十级", "因公", 6930), (PartDate(2018, 8), "一级", "因战", 80140),
        (PartDate(2019, 8), "一级", "因病", 82570), (PartDate(2021, 8), "一级", "因战", 106670),
        (PartDate(2021, 8), "五级", "因病", 44030), (PartDate(2022, 8), "十级", "因公", 10850),
    ],
)  # fmt: skip
def test_printed_amounts_are_confirmed(archive, begins, grade, nature, amount):
    found = one(kind="伤残人员", begins=begins, grade=grade, nature=nature)
    assert (found.amount, found.confirmed, found.unit) == (Decimal(amount), True, "年")


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("伤残人员", PartDate(2020, 8)), ("参战退役人员", PartDate(2021, 8)), ("烈士子女", PartDate(2024, 8))],
)
def test_what_was_derived_or_remembered_is_not_confirmed(archive, kind, begins):
    found = list(Standard.select().where(Standard.kind == kind, Standard.begins == begins))
    assert found
    assert not any(each.confirmed for each in found)
    assert all(each.notes for each in found)


def test_sickness_has_no_standard_below_grade_six(archive):
    low = Standard.select().where(
        Standard.nature == "因病", Standard.grade.in_(("七级", "八级", "九级", "十级"))
    )
    assert low.count() == 0


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"amount": Decimal(-1)}, "amount"), ({"amount": Decimal(0)}, "amount"), ({"amount": None}, "amount"),
        ({"amount": Decimal(5_000_000)}, "amount"), ({"amount": Decimal("1.005")}, "amount"),
        ({"begins": None}, "begins"), ({"begins": PartDate(2021)}, "begins"), ({"ends": PartDate(2020, 12)}, "ends"),
        ({"unit": "周"}, "unit"), ({"layer": "村"}, "layer"), ({"kind": "村民"}, "kind"),
        ({"kind": "伤残人员", "category": "", "nature": "因病", "grade": "八级"}, "grade"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_standard_is_refused(standard, facts, field):
    with pytest.raises(Invalid) as refused:
        standard(**facts)
    assert set(refused.value.problems) == {field}


def test_two_confirmed_standards_for_the_same_people_may_not_overlap(standard):
    standard(ends=PartDate(2021, 7))
    standard(begins=PartDate(2021, 8), amount=Decimal(120))
    standard(begins=PartDate(2021, 8), confirmed=False, amount=Decimal(130))
    standard(category="病故军人遗属")
    with pytest.raises(Invalid, match="重叠"):
        standard(begins=PartDate(2021, 3), ends=PartDate(2021, 4))


def test_an_officer_confirms_a_shipped_row(archive):
    draft = one(kind="伤残人员", begins=PartDate(2020, 8), grade="一级", nature="因战")
    assert standards.confirm_standards([draft], USER, "青退役〔2020〕号（演练）", "省厅通知") == 1
    kept = Standard.get_by_id(draft.id)
    assert (kept.confirmed, kept.source) == (True, "省厅通知")
    assert standards.confirm_standards([kept], USER) == 0
    assert journal.Entry.select().count() == 1


def test_a_row_whose_first_month_is_not_known_cannot_be_confirmed(archive):
    with pytest.raises(Refusal, match="起始月份不明"):
        standards.confirm_standards(Standard.select().where(Standard.begins == PartDate(2005)), USER)
    assert Standard.select().where(Standard.begins == PartDate(2005), Standard.confirmed).count() == 0


def test_a_new_year_begins_as_a_copy_of_the_last_grid(archive):
    there = one(kind="伤残人员", begins=PartDate(2025, 8), grade="一级", nature="因战")
    with journal.entry("登记标准", USER):
        facts = ("layer", "kind", "grade", "nature", "unit", "amount")
        Standard(begins=PartDate(2026, 8), **{name: getattr(there, name) for name in facts}).save()
    made = standards.copy_year(PartDate(2026, 8), USER)
    disabled = [each for each in made if each.kind == "伤残人员"]
    assert len(disabled) == 26 - 1  # one of 2026 was there already
    assert not any(each.confirmed for each in made)
    assert all(each.first == made[0].first for each in made)
    with pytest.raises(Refusal, match="已经有了"):
        standards.copy_year(PartDate(2026, 8), USER)


def test_an_open_standard_ends_when_the_next_grid_begins(standard):
    old = standard()
    standards.copy_year(PartDate(2023, 8), USER)
    assert Standard.get_by_id(old.id).ends == PartDate(2023, 7)


def test_copying_where_nothing_is_in_force_is_refused(archive):
    with pytest.raises(Refusal, match="没有可以照抄"):
        standards.copy_year(PartDate(2004, 8), USER)


def test_the_standards_of_a_year_are_those_in_force_at_some_time_of_it(archive):
    found = standards.standards("伤残人员", 2021)
    assert {str(each.begins) for each in found} == {"2020-08", "2021-08"}
    assert [each.grade for each in found if str(each.begins) == "2021-08"][:4] == [
        "一级",
        "一级",
        "一级",
        "二级",
    ]
    assert standards.standard_years()[0] == 2025


def test_what_a_standard_says_of_itself(standard):
    made = Standard(**FACTS | {"grade": "六级", "ends": PartDate(2021, 12), "amount": Decimal("1066.50")})
    assert made.whom() == "三属 烈士遗属 六级"
    assert (made.rate(), made.when()) == ("1066.5元/月", "2021年1月至2021年12月")
    assert made.describe() == "地方标准 三属 烈士遗属 六级 1066.5元/月"
    made.unit, made.ends, made.amount = "每服役年每月", None, Decimal(40)
    assert (made.rate(), made.when()) == ("每服役年每月40元", "2021年1月起")
    made.begins, made.ends = None, PartDate(2021)
    assert (made.when(), made.first, made.last) == (
        "？至2021年",
        standards.months.NEVER,
        standards.months.month(2021, 12),
    )


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"amount": Decimal("0.01")}, []), ({"amount": Decimal("1.000")}, []), ({"amount": Decimal("1.001")}, ["amount"]),
        ({"amount": standards.ABSURD}, ["amount"]), ({"amount": standards.ABSURD - Decimal("0.01")}, []),
        ({"ends": PartDate(2021, 1)}, []), ({"begins": PartDate(2021), "confirmed": False}, []),
        ({"kind": "伤残人员", "category": "", "nature": "因病", "grade": "七级"}, ["grade"]),
        ({"kind": "伤残人员", "category": "", "nature": "因病", "grade": "六级"}, []),
        ({"kind": "伤残人员", "category": "", "nature": "因公", "grade": "八级"}, []),
    ],
)  # fmt: skip
def test_the_bounds_of_what_a_standard_may_be(facts, wrong):
    assert list(dict(Standard(**FACTS | facts).rules())) == wrong


@pytest.mark.parametrize(
    ("begins", "ends", "overlaps"),
    [("2021-01", "2021-02", False), ("2021-01", "2021-03", True), ("2021-05", "2021-06", True), ("2021-06", None, False), ("2020-01", None, True)],
)  # fmt: skip
def test_months_next_to_each_other_do_not_overlap(standard, begins, ends, overlaps):
    kept = standard(begins=PartDate(2021, 3), ends=PartDate(2021, 5))
    other = Standard(**FACTS | {"begins": PartDate.parse(begins), "ends": ends and PartDate.parse(ends)})
    assert bool(dict(other.conflicts())) is overlaps
    for apart in ({"layer": "省"}, {"category": "病故军人遗属"}, {"confirmed": False}):
        assert not dict(Standard(**FACTS | {"begins": other.begins, "ends": other.ends} | apart).conflicts())
    assert not dict(kept.conflicts())
    if overlaps:
        assert (
            dict(other.conflicts())["begins"] == f"与{kept.describe()}（2021年3月至2021年5月）的执行时间重叠"
        )


def test_what_cannot_be_confirmed_stops_the_others_too(standard):
    first, second = standard(confirmed=False), standard(confirmed=False, begins=PartDate(2021, 2))
    with pytest.raises(Refusal, match=r"地方标准 三属 烈士遗属 100元/月不能确认：.*重叠"):
        standards.confirm_standards([first, second], USER)
    assert not Standard.get_by_id(first.id).confirmed
    third = standard(confirmed=False, category="病故军人遗属", document="旧号", source="旧源")
    kept = standard(category="因公牺牲军人遗属")
    first = Standard.get_by_id(first.id)
    assert standards.confirm_standards([kept, first, third], USER, "", "") == 2
    told = Standard.get_by_id(third.id)
    assert (told.confirmed, told.document, told.source) == (True, "旧号", "旧源")


def test_a_copy_takes_what_is_confirmed_and_still_in_force_and_says_what_it_copied(standard):
    kept = standard(begins=PartDate(2031, 1), ends=PartDate(2032, 7), amount=Decimal(100))
    standard(begins=PartDate(2031, 1), ends=PartDate(2032, 7), amount=Decimal(90), confirmed=False)
    standard(begins=PartDate(2031, 1), ends=PartDate(2032, 6), category="病故军人遗属")
    standard(begins=PartDate(2031, 1), layer="省")
    standard(begins=PartDate(2032, 8), layer="省", category="病故军人遗属", confirmed=False)
    with pytest.raises(Refusal, match="从哪个月起执行"):
        standards.copy_year(PartDate(2032), USER)
    made = [each for each in standards.copy_year(PartDate(2032, 8), USER) if each.layer != "国家"]
    assert sorted((each.layer, each.category, each.amount, each.unit) for each in made) == [
        ("地方", "烈士遗属", Decimal(100), "月"), ("省", "烈士遗属", Decimal(100), "月"),
    ]  # fmt: skip
    copy = next(each for each in made if each.layer == "地方")
    assert (copy.notes, copy.confirmed) == ("照抄2031年1月至2032年7月的100元/月，待填新标准", False)
    assert Standard.get_by_id(kept.id).ends == PartDate(2032, 7)


def test_the_years_are_those_in_which_something_begins(standard):
    standard(begins=PartDate(2031, 1))
    assert standards.standard_years()[:2] == [2031, 2025]
