"""The budget sheet: what was planned, and what never was."""

from __future__ import annotations

from decimal import Decimal

from models.aid.budgets import Budget
from models.aid.oneoffs import OneOff
from reports.aid import budgets
from tests.reports.papers import printed, save


def test_the_budget_sheet_shows_what_was_never_planned(person, tmp_path):
    save(
        Budget(
            year=2020,
            fund="区级财政",
            programme="临时救助",
            planned=Decimal(5000),
            document="区财〔2020〕1号",
        )
    )
    save(
        OneOff(
            person=person(), item="临时救助", year=2020, state="拟发", amount=Decimal(500), fund="市级财政"
        )
    )
    said = printed(budgets.sheet(2020), tmp_path)
    for words in ("5,000.00", "未列预算", "区财〔2020〕1号", "执行率"):
        assert words in said
