"""预算 in the window: what is planned, paid and left."""

from __future__ import annotations

from decimal import Decimal

from models.aid.budgets import Budget
from models.aid.oneoffs import OneOff
from ui.aid.budgets import BudgetsPage


def test_the_budget_page_says_what_is_left(session, person, filled, save, shown):
    save(
        Budget(year=2020, fund="区级财政", programme="临时救助", planned=Decimal(1000)),
        OneOff(
            person=person(), item="临时救助", year=2020, fund="区级财政", state="拟发", amount=Decimal(1200)
        ),
    )
    page = shown(BudgetsPage(session))
    assert page.year() == 2020
    assert page.table.item(0, 5).text() == "-200.00"
    assert "1项超出预算" in page.sentence.text()
    page.table.selectRow(0)
    filled(lambda dialog: dialog.form.editors["planned"].set_value(Decimal(2000)))
    page.change()
    assert page.table.item(0, 5).text() == "800.00"
