"""What is in the store of gifts, and what came and went."""

from __future__ import annotations

from decimal import Decimal

from models.core.dates import PartDate
from models.visits.gifts import STOCK_IN, STOCK_OUT, Gift, Stock
from models.visits.visit import Visit
from reports.visits import gifts
from tests.reports.papers import printed, save, told

DAY = PartDate(2020, 7, 1)


def stocked(**out):
    rice = Gift(name="大米", measure="袋", price=Decimal("60.5"))
    save(rice, Gift(name="奶粉", measure="罐"))
    save(Stock(gift=rice, way=STOCK_IN, count=10, price=Decimal(60), day=DAY, reason="采购"))
    save(Stock(gift=rice, way=STOCK_OUT, count=3, day=PartDate(2020, 7, 28), **out))


def test_what_came_less_what_went_is_left_and_worth_its_price(archive, tmp_path):
    stocked(reason="发放")
    register = gifts.store()
    rows = {row[1]: row[3:8] for row in register.rows}
    assert rows["大米"] == ("60.50", "10", "3", "7", "423.50")
    assert rows["奶粉"] == ("", "0", "0", "0", "")
    assert "423.50元大写：肆佰贰拾叁元伍角" in printed(register, tmp_path)


def test_a_movement_says_to_whom_a_visit_brought_it_and_what_was_paid(person):
    visit = Visit(person=person(name="甲某"), day=PartDate(2020, 7, 28))
    save(visit)
    stocked(visit=visit, reason="别的")
    newest, oldest = (told(gifts.moves(), row) for row in (0, 1))
    assert (newest["事由"], newest["数量"], newest["金额(元)"]) == ("走访甲某", "3", "")
    assert (oldest["事由"], oldest["数量"], oldest["金额(元)"]) == ("采购", "10", "600.00")
