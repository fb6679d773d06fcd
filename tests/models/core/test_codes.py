from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.aid import items
from models.aid.items import item_for
from models.core import codes
from models.core.codes import (
    Ambiguous,
    Code,
    CodeTable,
    bare_code,
    categories_of,
    forms_of,
    kind_of_category,
    paid_as,
    table,
    table_rows,
)
from resources import path

TABLES = sorted(file.stem for file in path("codes").glob("*.csv"))
KINDS = [
    "伤残人员",
    "三属",
    "在乡退伍红军老战士",
    "在乡复员军人",
    "带病回乡退役军人",
    "参战退役人员",
    "参试退役人员",
    "农村籍退役士兵",
    "烈士子女",
    "建国前老党员",
]
WANTED = """
kind category grade nature standing period relation battle test state support labour selfcare proof merit
sex marital education family_relation politics health employment household insurance bank ethnic rank
service place yesno
"""
STREETS = [
    "人民街街道",
    "南滩街道",
    "仓门街街道",
    "礼让街街道",
    "饮马街街道",
    "南川东路街道",
    "南川西路街道",
    "总寨镇",
]
FULL_WIDTH = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def materials() -> list[dict[str, str]]:
    with path("materials.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_office_has_all_its_tables():
    assert set(WANTED.split()) <= set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_entry_has_a_name_of_its_own_a_code_of_its_own_and_a_source(name):
    entries = table(name).codes
    names, codes = [entry.name for entry in entries], [entry.code for entry in entries if entry.code]
    assert names
    assert all(names)
    assert all(entry.source for entry in entries)
    assert len(set(names)) == len(names)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("name", TABLES)
def test_a_file_has_the_columns_of_a_code_table_and_no_stray_spaces(name):
    for row in table_rows(name):
        assert list(row)[:4] == ["code", "name", "other", "source"]
        assert all(cell == cell.strip() for cell in row.values())
        assert all(row["other"].split("|")) or not row["other"]


@pytest.mark.parametrize("name", TABLES)
def test_no_spelling_of_a_table_leads_to_two_names(name):
    meant: dict[str, set[str]] = {}
    for entry in table(name).codes:
        for spelling in (entry.name, *entry.others):
            assert table(name).read(spelling) == entry.name
            meant.setdefault(bare_code(spelling), set()).add(entry.name)
    assert [spelling for spelling, names in meant.items() if len(names) > 1] == []


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"politics", "bank"}))
def test_a_code_is_read_with_and_without_its_leading_zero(name):
    for entry in table(name).codes:
        assert {table(name).read(form) for form in forms_of(entry.code)} <= {entry.name}


@pytest.mark.parametrize("name", TABLES)
def test_full_width_spaces_and_brackets_make_no_difference(name):
    for entry in table(name).codes:
        for spelling in (entry.name, *entry.others):
            spaced = "\u3000" + re.sub("(?<=\\D)(?=\\D)", " ", spelling).translate(FULL_WIDTH) + "\n"
            assert table(name).read(spaced) == entry.name


@given(st.text(max_size=12))
def test_a_word_is_read_the_same_every_time(word):
    fresh = table("state").read(word)
    assert table("state").read(word) == fresh
    assert fresh is None or fresh in table("state").names()


def test_two_names_may_not_claim_one_spelling():
    with pytest.raises(Ambiguous):
        CodeTable([Code("1", "在乡", ("乡",), "S42"), Code("2", "在职", (" 乡",), "S42")])


@pytest.mark.parametrize("word", ["", " ", "不是代码", "０"])
def test_an_unknown_word_has_no_name(word):
    assert table("ethnic").read(word) is None


def test_many_unknown_words_are_still_unknown_and_known_ones_still_known():
    banks = table("bank")
    assert not any(banks.read(f"某银行第{number}支行") for number in range(12_000))
    assert banks.read(" 农 行 ") == "中国农业银行"


def test_there_are_ten_identity_kinds_each_with_two_places():
    assert sorted(table("kind").names()) == sorted(KINDS)
    assert all(len(entry.code) == 2 for entry in table("kind").codes)


def test_every_category_belongs_to_a_kind_and_every_kind_has_a_category():
    assert {kind_of_category(name) for name in table("category").names()} == set(KINDS)
    assert all(categories_of(kind) for kind in KINDS)


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("残疾军人", "伤残人员"),
        ("伤残民兵民工", "伤残人员"),
        ("16", "伤残人员"),
        ("烈属", "三属"),
        ("病故军人家属", "三属"),
        ("红军失散人员", "在乡退伍红军老战士"),
        ("带病回乡退伍军人", "带病回乡退役军人"),
        ("原8023部队退役人员", "参试退役人员"),
        ("铀矿开采军队退役人员", "参试退役人员"),
        ("60周岁以上农村籍退役士兵", "农村籍退役士兵"),
        ("b1", "烈士子女"),
        ("部分60周岁以上错杀被平反人员子女", "烈士子女"),
        ("无军籍退休职工", None),
        ("", None),
    ],
)
def test_the_category_tells_the_kind(category, kind):
    assert kind_of_category(category) == kind


def test_old_category_names_become_today_s():
    assert table("category").read("烈士家属") == "烈士遗属"
    assert table("category").read("带病回乡退伍军人") == "带病回乡退役军人"


def test_militia_are_kept_under_the_name_their_paper_bears():
    category = table("category")
    assert category.read("伤残民兵民工") == category.read("14") == "伤残民兵民工"
    assert category.read("伤残预备役人员、民兵民工") == "伤残预备役人员和民兵民工"
    assert kind_of_category("伤残民兵民工") == kind_of_category("伤残预备役人员和民兵民工") == "伤残人员"


def test_grades_run_from_one_to_ten():
    grades = table("grade")
    assert "".join(grades.names()) == "".join(f"{digit}级" for digit in "一二三四五六七八九十")
    assert [grades.code(name) for name in grades.names()] == [f"{number:02}" for number in range(1, 11)]
    assert [grades.read(word) for word in ("4", "04", "４级", "肆级", "Ⅳ级", "iv级", "四")] == ["四级"] * 7
    assert grades.read("十一级") is None


def test_there_are_fifty_six_ethnic_groups_and_old_spellings_are_understood():
    ethnic = table("ethnic")
    assert len(ethnic.names()) == 56
    assert all(name.endswith("族") for name in ethnic.names())
    assert [ethnic.code(name) for name in ethnic.names()] == [f"{number:02}" for number in range(1, 57)]
    assert [ethnic.read(word) for word in ("毛难", "崩龙族", "撤拉", "僳僳", "藏", "1")] == [
        "毛南族",
        "德昂族",
        "撒拉族",
        "傈僳族",
        "藏族",
        "汉族",
    ]


def test_the_fifteen_battles_are_known_with_and_without_quotation_marks():
    battle = table("battle")
    assert [battle.code(name) for name in battle.names()] == [f"{number:02}" for number in range(1, 17)]
    assert battle.read("八六海战") == battle.read('"八六"海战') == "“八六”海战"
    assert battle.read("川、甘、青滇藏地区平叛作战") == battle.read("02") == "川、甘、青、藏、滇地区平叛作战"
    assert battle.names()[-1] == "其他"


@pytest.mark.parametrize("cell", ["1、2", "1,2", "1，2", "1 2", "1 、2"])
def test_two_codes_in_one_cell_are_not_run_together(cell):
    assert table("battle").read(cell) is None


def test_the_father_and_the_widow_stand_in_the_roster_s_words():
    relation = table("relation")
    assert relation.read("父亲") == relation.read("父母（抚养人）") == "父母(抚养人)"
    assert relation.read("妻子") == "配偶"
    assert relation.read("女儿") == "子女"
    assert table("martyr_relation").read("1") == "父子"


def test_party_membership_is_read_by_name_because_codes_differ_between_systems():
    politics = table("politics")
    assert politics.read("中国共产党党员") == politics.read("01") == "中共党员"
    assert politics.read("03") is None
    assert politics.read("12") is None
    assert politics.code("群众") == "13"


def test_bank_codes_that_two_systems_use_differently_are_not_guessed():
    bank = table("bank")
    assert bank.read("103") == "中国农业银行"
    assert bank.read("309") is None
    assert bank.read("403") is None
    assert bank.read("邮储") == "中国邮政储蓄银行"


def test_old_insurances_keep_their_names_and_today_s_has_its_own():
    insurance = table("insurance")
    for word in ("居民医保", "城乡居民医保", "城乡居民医疗保险"):
        assert insurance.read(word) == "城乡居民基本医疗保险"
    assert insurance.read("职工医保") == insurance.read("2") == "城镇职工基本医疗保险"
    assert insurance.read("新农合") == "新型农村合作医疗"
    assert insurance.read("3") == "城镇居民基本医疗保险"


def test_the_district_has_seven_streets_and_a_town():
    place = table("place")
    assert place.read("南滩") == place.read("南滩办") == place.read("南滩街道办事处") == "南滩街道"
    assert place.read("630103002000") == "南滩街道"
    assert place.code("城中区") == "630103"
    assert [name for name in place.below("630103") if name != "南川工业园"] == STREETS


def test_ticks_and_crosses_are_answers():
    yesno = table("yesno")
    assert {yesno.read(word) for word in ("√", "有", "y", "1", "是")} == {"是"}
    assert {yesno.read(word) for word in ("×", "x", "无", "n", "0", "否")} == {"否"}


def test_ranks_and_services_of_old_and_new_systems_are_known():
    assert table("service").read("第二炮兵") == "火箭军"
    assert {"四级军士长", "一级上士", "上士", "列兵", "上尉"} <= set(table("rank").names())


def test_the_catalogue_of_a_file_is_numbered_from_one_without_gaps():
    assert [int(row["number"]) for row in materials()] == list(range(1, len(materials()) + 1))
    assert all(row["title"] and row["author"] and row["source"] for row in materials())


def test_materials_apply_to_known_kinds_and_say_whether_they_are_required():
    for row in materials():
        assert row["required"] in {"yes", "no"}
        assert row["applies"] in {"all", "veterans", "paid"} or set(row["applies"].split("|")) <= set(KINDS)


def test_materials_that_arise_with_an_event_are_not_required():
    required = {row["title"]: row["required"] for row in materials()}
    assert required["待遇变更、关系转移、停发、死亡材料"] == "no"
    assert required["医疗补助、临时救助材料"] == "no"
    assert required["本人申请书"] == "yes"


def test_the_readme_names_every_table():
    readme = Path(path("codes/README.md")).read_text(encoding="utf-8")
    assert [name for name in TABLES if f"`{name}`" not in readme] == []


def test_every_kind_of_identity_and_of_medical_aid_is_paid_as_something():
    """A kind without an item would have its standards and silently never be paid."""
    assert set(paid_as("kind")) == set(KINDS)
    assert set(paid_as("kind").values()) <= set(table("payment_item").names())
    assert set(paid_as("medical_kind").values()) <= set(items.items())
    assert item_for("医疗救助") == "大病救助"
    assert item_for("优待金") == "义务兵家庭优待金"
    assert item_for("残疾关系迁入") == ""


def test_a_kind_that_is_not_divided_is_its_own_category_and_is_paid_as_its_item(monkeypatch):
    """A new kind of identity is one line of ``kind.csv`` for the roster, the form and the run."""
    lines = codes._lines
    new = {"code": "11", "name": "试验人员", "other": "", "source": "S1", "item": "试验人员补助"}
    monkeypatch.setattr(codes, "_lines", lambda name: [*lines(name), new] if name == "kind" else lines(name))
    category, item = codes.table_rows("category")[-1], codes.table_rows("payment_item")[-1]
    assert (category["name"], category["kind"], category["code"]) == ("试验人员", "试验人员", "")
    assert item["name"] == "试验人员补助"
