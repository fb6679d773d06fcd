from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest

from models.people.person import FamilyMember
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import CENTRE, END
from tests.listings import keep_the_rules, listings
from ui.tables.list_columns import STANDS, table_columns
from ui.tables.query_rows import LEFT, RIGHT

LISTS = listings("ui")
FAMILY = Listing(
    FamilyMember,
    (
        ListColumn("name", 80, 40),
        ListColumn("born", 90, 30, window=END),
        ListColumn("sex", 44, window=CENTRE, hidden=True),
        ListColumn("money", 90, 20, END, "金额", words=lambda row: row.money, summed=True),
        ListColumn("signed", paper=30, heading="签字", words=lambda _: ""),
    ),
    first=("money",),
)


@pytest.mark.parametrize("listing", LISTS.values(), ids=LISTS)
def test_lists_keeps_the_rules_of_columns(listing):
    keep_the_rules(listing)


def columns(**more):
    return {each.key: each for each in table_columns(FAMILY, **more)}


def test_the_window_has_what_the_list_says_for_it_in_its_order():
    found = columns()
    assert list(found) == ["money", "name", "born", "sex"]
    assert [(each.title, each.width, each.hidden) for each in found.values()] == [
        ("金额", 90, False), ("姓名", 80, False), ("出生日期", 90, False), ("性别", 44, True),
    ]  # fmt: skip
    assert [each.align for each in found.values()] == [RIGHT, LEFT, RIGHT, STANDS[CENTRE]]
    assert found["born"].order is FamilyMember.born


def test_an_amount_is_written_as_money_and_added_up_as_a_number():
    money = columns()["money"]
    row = SimpleNamespace(money=Decimal("1610.3"))
    assert (money.text(row), money.value(row)) == ("1,610.30", Decimal("1610.3"))
    assert money.text(SimpleNamespace(money=None)) == ""
    assert columns()["name"].value is None


def test_what_only_the_window_knows_it_says_itself():
    assert columns(own={"born": lambda _: "今天"})["born"].text(FamilyMember()) == "今天"


def test_a_record_may_be_told_by_a_row_that_holds_more():
    money = columns(row=lambda record: SimpleNamespace(money=Decimal(5)))["money"]
    assert (money.text(FamilyMember()), money.value(FamilyMember())) == ("5.00", Decimal(5))


def test_words_are_coloured_in_all_columns_or_in_those_named():
    every = columns(ink=lambda _: "doubt")
    assert all(each.ink is not None for each in every.values())
    some = columns(ink=lambda _: "doubt", inked=("name",))
    assert [key for key, each in some.items() if each.ink is not None] == ["name"]
