"""The columns of the roster that is signed."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

from models.pay.runs.bank_files import Payee
from reports.pay.roster_columns import ROSTER_LIST, SIDES, SUMMED_PARTS, WIDTHS, Paid


def paid(*amounts, months=1, due=650, arrears=0, deducted=0, category=("三属",)):
    lines = [SimpleNamespace(amount=Decimal(each), category=name) for each in amounts for name in category]
    payee = Payee("630103195308010011", "甲某", "6228", "农行", "甲某", "总寨镇", lines)
    return Paid(payee, "650元/月", months, Decimal(due), Decimal(arrears), Decimal(deducted))


def test_what_is_nothing_is_left_empty_and_what_is_paid_never():
    register = ROSTER_LIST.register("花名册", [paid(0, months=0, due=0)], (), False)
    row = dict(zip((each.words for each in register.headings), register.rows[0], strict=True))
    assert [row[key] for key in ("月数", "应发(元)", "补发(元)", "扣回(元)")] == [""] * 4
    assert row["实发(元)"] == "0.00"
    assert (row["签字"], row["手印"]) == ("", "")


def test_a_category_with_its_grade_stands_on_one_line_so_that_a_page_has_room_for_many():
    column = next(each for each in ROSTER_LIST.columns if each.key == "category")
    assert ROSTER_LIST.prints(column)(paid(1, category=("残疾军人 六级", "三属"))) == "残疾军人 六级、三属"


def test_each_sum_is_of_its_own_column():
    one = paid(700, due=650, arrears=70, deducted=20)
    assert {key: of(one) for key, of in SUMMED_PARTS.items()} == {
        "due": 650, "arrears": 70, "deducted": 20, "amount": 700,
    }  # fmt: skip


def test_the_workbook_has_a_side_and_a_width_for_each_column_and_its_number():
    assert len(SIDES) == len(WIDTHS) == len(ROSTER_LIST.columns) + 1
    by_key = dict(zip((each.key for each in ROSTER_LIST.columns), SIDES[1:], strict=True))
    assert (by_key["name"], by_key["standard"], by_key["amount"]) == ("center", "left", "right")
