"""预算 in the window: what is planned, paid and left."""

from __future__ import annotations

from decimal import Decimal

from models.aid.budgets import Budget
from models.aid.oneoffs import OneOff
from ui.aid.budgets import BudgetsPage
from ui.widgets import theme


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


def test_what_is_spent_to_the_last_fen_is_not_overspent(session, person, save, shown):
    save(
        Budget(year=2020, fund="区级财政", programme="临时救助", planned=Decimal(1000)),
        OneOff(
            person=person(), item="临时救助", year=2020, fund="区级财政", state="拟发", amount=Decimal(1000)
        ),
    )
    page = shown(BudgetsPage(session))
    left = page.table.item(0, 5)
    assert left.text() == "0.00"
    assert left.foreground().color() != theme.colour("problem")
    assert "超出预算" not in page.sentence.text()


def test_what_nobody_planned_is_planned_for_its_programme_and_cannot_be_deleted(
    session, person, save, shown, filled
):
    save(
        OneOff(person=person(), item="临时救助", year=2020, fund="省级财政", state="拟发", amount=Decimal(9))
    )
    page = shown(BudgetsPage(session))
    page.years.setCurrentText("2020年")
    page.table.selectRow(0)
    assert page.buttons["修改"].isEnabled()
    assert not page.buttons["删除"].isEnabled()
    filled(lambda dialog: dialog.form.editors["planned"].set_value(Decimal(100)))
    page.change()
    kept = Budget.get()
    assert (kept.year, kept.programme, kept.fund, kept.planned) == (2020, "临时救助", "省级财政", 100)


def test_a_budget_is_deleted_only_after_a_yes(session, save, shown, boxes):
    save(Budget(year=2020, fund="区级财政", programme="临时救助", planned=Decimal(1000)))
    page = shown(BudgetsPage(session))
    page.table.selectRow(0)
    page.delete()
    assert boxes == ["要删除2020年区级财政的临时救助预算吗？"]
    assert Budget.select().count() == 1
    boxes.answer = "删除"
    page.delete()
    assert Budget.select().count() == 0
