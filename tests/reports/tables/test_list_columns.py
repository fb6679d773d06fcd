from __future__ import annotations

import ast
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from models.people.person import FamilyMember, Person
from reports.tables.list_columns import ListColumn, Listing, blank, fitted
from reports.tables.register import END, START, write_workbook
from tests.listings import ROOT, keep_the_rules, listings

LISTS = listings("reports")
FAMILY = Listing(
    FamilyMember,
    (
        ListColumn("name", 80, 40, START),
        ListColumn("number", 160, 60, masked=True),
        ListColumn("whose", 80, 30, heading="本人", field="person.name", order=Person.name),
        ListColumn("street", 80, 30, field="person.street"),
        ListColumn("born", 0, 25, heading="生日", printed="出生日期"),
        ListColumn("letters", 60, 20, END, "字数", words=lambda member: len(member.name), summed=True),
        ListColumn("notes", 100, hidden=True),
        blank("signed", "签字", 20),
    ),
    first=("whose", "letters"), number=10, money="letters", counted="人",
)  # fmt: skip


def member(**facts):
    whole = {"name": "李秀英", "number": "630103196001010023", "person": Person(name="张三", street="总寨镇")}
    return FamilyMember(**(whole | facts))


@pytest.mark.parametrize("listing", LISTS.values(), ids=LISTS)
def test_lists_keeps_the_rules_of_columns(listing):
    keep_the_rules(listing)


@pytest.mark.parametrize("listing", [each for each in LISTS.values() if each.number], ids=lambda _: "")
def test_a_millimetre_of_a_printed_column_is_about_a_millimetre_of_paper(listing):
    """Columns share the 277 mm between the margins by their breadths."""
    assert 265 <= sum(heading.width for heading in listing.headings()) <= 320
    assert all(heading.width >= 9 for heading in listing.headings())


def test_the_columns_of_a_list_are_said_nowhere_else():
    """Paper's headings and the window's columns are made of the list's, in one place each."""
    made = {"reports": "Heading", "ui": "Column"}
    found = {
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for layer, name in made.items()
        for file in (ROOT / layer).rglob("*.py")
        if file.parent != ROOT / layer / "tables"
        for node in ast.walk(ast.parse(Path(file).read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    }
    assert {each for each in found if not each.startswith("reports/paper/")} == set()


def test_a_column_is_called_as_its_field_unless_it_says_otherwise():
    said = {each.key: FAMILY.heading(each) for each in FAMILY.columns}
    assert (said["name"], said["number"], said["whose"], said["letters"]) == (
        "姓名",
        "身份证号",
        "本人",
        "字数",
    )
    assert said["street"] == "街道(镇)"  # the field of the person that the member belongs to
    assert (said["born"], FAMILY.paper_heading(FAMILY.column("born"))) == ("生日", "出生日期")


def test_a_column_without_words_or_field_must_say_what_it_is_called():
    with pytest.raises(KeyError):
        FAMILY.heading(ListColumn("nothing", 80))


def test_the_window_shows_some_columns_first_and_a_new_one_falls_into_its_place():
    assert [each.key for each in FAMILY.shown()] == ["whose", "letters", "name", "number", "street", "notes"]


def test_the_database_sorts_by_the_field_by_another_order_or_not_at_all():
    orders = {each.key: FAMILY.order(each) for each in FAMILY.columns}
    assert (orders["name"], orders["whose"], orders["street"]) == (
        FamilyMember.name,
        Person.name,
        Person.street,
    )
    assert orders["letters"] is None
    still = Listing(FamilyMember, FAMILY.columns, sorts=False)
    assert still.order(still.column("name")) is None


def test_paper_says_what_the_list_says_numbered_and_with_numbers_hidden():
    made = FAMILY.register("家庭成员登记表", [member(), member(name="王二")], ("单位：人",), practice=True)
    assert [heading.words for heading in made.headings] == [
        "序号", "姓名", "身份证号", "本人", "街道(镇)", "出生日期", "字数", "签字",
    ]  # fmt: skip
    assert made.rows[0] == ("1", "李秀英", "630103********0023", "张三", "总寨镇", "", "3", "")
    assert [row[0] for row in made.rows] == ["1", "2"]
    assert (made.money, made.counted, made.above, made.practice) == (6, "人", ("单位：人",), True)
    assert [heading.align for heading in made.headings][1:2] == [START]


def test_another_paper_has_its_own_order_and_breadths_and_columns_of_its_own():
    other = FAMILY.other_paper(
        12, {"letters": 30, "relation": 40, "name": 50}, ListColumn("relation"), money="letters"
    )
    made = other.register("另一张表", [member(relation="妻子")])
    assert [(heading.words, heading.width) for heading in made.headings] == [
        ("序号", 12), ("字数", 30), ("关系", 40), ("姓名", 50),
    ]  # fmt: skip
    assert made.rows == (("1", "3", "妻子", "李秀英"),)
    assert made.money == 1


def test_a_paper_of_other_years_may_call_its_columns_otherwise():
    named = FAMILY.named({"letters": "2020年字数"})
    assert [heading.words for heading in named.headings()][-2:] == ["2020年字数", "签字"]
    assert named.heading(named.column("letters")) == "字数"


def test_a_row_that_holds_more_than_the_record_gives_the_record():
    held = Listing(FamilyMember, (ListColumn("name", 80, 40),), record=lambda row: row[0], number=10)
    assert held.rows([(member(), "more")]) == (("1", "李秀英"),)


def test_numbers_keep_their_breadth_where_words_can_give_way():
    assert fitted([40, 40, 40], [40, 0, 0], 80) == [40, 20, 20]
    assert fitted([40, 40], [40, 40], 60) == [30, 30]  # no room for all: each gives way
    assert fitted([10, 30], [0, 0], 80) == [20, 60]


def test_what_is_a_number_by_its_value_is_one_in_the_workbook_wherever_it_stands(archive, tmp_path):
    listing = Listing(
        None,
        (
            ListColumn("what", paper=40, heading="事项"),
            ListColumn("count", paper=20, heading="人数"),
            ListColumn("amount", paper=30, heading="金额(元)"),
            ListColumn("number", paper=30, heading="证号"),
        ),
        number=10,
    )  # fmt: skip
    rows = [SimpleNamespace(what="春节", count=12, amount=Decimal("1200.50"), number="0012")]
    write_workbook(listing.register("某登记表", rows), tmp_path / "某.xlsx")
    cells = load_workbook(tmp_path / "某.xlsx").active[4]
    assert [cell.value for cell in cells] == [1, "春节", 12, 1200.5, "0012"]
    assert [cell.number_format for cell in cells] == ["0", "@", "0", "#,##0.00", "@"]
