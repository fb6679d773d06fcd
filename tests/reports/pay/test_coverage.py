"""Which months lack standards, as it is told."""

from __future__ import annotations

from models.pay.dues import coverage
from models.pay.standards import months
from reports.pay.coverage import gap_answer, gaps_told


def test_months_in_a_row_are_one_line_with_what_is_missing_and_what_is_derived(archive):
    found = coverage.coverage_gaps(months.month(2010, 10), months.month(2010, 12))
    lines = [line for line in gaps_told(found) if "伤残" in line or "三属" in line or "复员" in line]
    assert lines == [
        "2010年10月至12月　伤残人员：未确认26条，其中推算23条",
        "2010年10月至12月　三属：缺少4条（因公牺牲军人遗属 农村、因公牺牲军人遗属 城镇、病故军人遗属 农村、病故军人遗属 城镇）；未确认2条",
        "2010年10月至12月　在乡复员军人：缺少1条",
    ]


def test_a_program_is_told_month_and_kind_with_each_row(archive):
    month = months.month(2019, 9)
    found = [gap_answer(each) for each in coverage.coverage_gaps(month, month)]
    disabled = next(each for each in found if each["kind"] == "伤残人员")
    assert (disabled["month"], disabled["missing"]) == ("2019-09", [])
    assert {
        "whom": "伤残人员 二级 因战", "layer": "国家", "amount": "79770.00", "unit": "年", "document": None, "derived": True,
    } in disabled["unconfirmed"]  # fmt: skip
