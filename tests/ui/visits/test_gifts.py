"""Gifts in the window: kinds above, movements below."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.visits.gifts import STOCK_IN, Gift, Stock
from tests.conftest import USER
from tests.models.visit_plans.conftest import gift, save
from tests.ui.visit_plans.conftest import dialogs
from ui.visits.gifts import GiftsPage

__all__ = ["dialogs", "gift", "save"]


@pytest.fixture
def page(session, qtbot):
    made = GiftsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_kind_is_registered_and_comes_in(page, dialogs):
    def kind(dialog):
        for field, words in (("name", "大米"), ("measure", "袋"), ("price", "58.5")):
            dialog.form.editors[field].setText(words)
        dialog.save()

    dialogs.fill = kind
    page.gifts.add()

    def came(dialog):
        dialog.form.editors["count"].setText("20")
        dialog.save()

    dialogs.fill = came
    page.gifts.table.selectRow(0)
    page.gifts.ask_move(STOCK_IN)
    assert page.gifts.held[Gift.get().id].left == 20
    assert page.gifts.sentence.text() == "共1种慰问品，库存折价1,170.00元"
    assert page.moves.rows.rowCount() == 1
    assert dialogs[-1] == "登记慰问品入库"


def test_more_out_than_in_is_told_at_the_field(page, gift, dialogs, session):
    gift("大米", there=3)
    session.wrote()
    told = []

    def fill(dialog):
        dialog.form.editors["count"].setText("4")
        dialog.save()
        told.append(dialog.form.messages["count"].text())
        dialog.form.take_back()

    dialogs.fill = fill
    page.gifts.table.selectRow(0)
    page.gifts.ask_move("出库")
    assert told == ["“大米”只剩3袋，不够出库4袋，请先登记入库"]


def test_what_a_visit_gave_is_changed_at_the_visit(page, gift, person, boxes, session):
    from models.visits import gifts
    from models.visits.visit import Visit

    gift("大米", there=3)
    visit = Visit(person=person(name="甲"), day=PartDate(2020, 7, 28), gifts="大米×1")
    with journal.entry("登记", USER):
        visit.save()
        gifts.settle_stock(visit, USER)
    session.wrote()
    assert page.moves.rows.text(0, 5) == "走访甲"
    page.moves.table.selectRow(0)
    page.moves.change()
    page.moves.delete()
    assert len(boxes) == 2
    assert Stock.select().count() == 2


def test_the_store_takes_no_notice_of_old_visits_until_their_gifts_are_changed(
    gift, person, session, qtbot, dialogs, boxes
):
    from models.visits.visit import Visit
    from ui.visits.visits import VisitsPage

    gift("大米", there=3)
    someone = person()
    with journal.entry("导入", USER):
        Visit(person=someone, day=PartDate(2019, 7, 28), gifts="大米×9").save()
    page = VisitsPage(session)
    qtbot.addWidget(page)
    page.table.selectRow(0)
    dialogs.fill = lambda dialog: (dialog.form.editors["notes"].set_value("补记"), dialog.save())
    page.change()
    assert Visit.get().notes == "补记"
    assert Stock.select().count() == 1

    def fill(dialog):
        dialog.form.editors["gifts"].setText("大米×4")
        dialog.save()
        dialog.form.take_back()

    dialogs.fill = fill
    page.change()
    assert boxes == ["“大米”只剩3袋，不够出库4袋，请先登记入库"]
    assert Visit.get().gifts == "大米×9"


def test_a_visit_that_gives_more_than_there_is_can_be_corrected_and_saved(
    gift, person, session, qtbot, dialogs, boxes
):
    from models.visits.visit import Visit
    from ui.visits.visits import VisitsTab

    gift("大米", there=3)
    tab = VisitsTab(session, person(name="甲"))
    qtbot.addWidget(tab)

    def fill(dialog):
        for given, saved in (("大米×5", False), ("大米×4", False), ("大米×2", True)):
            dialog.form.editors["gifts"].set_value(given)
            dialog.save()
            assert dialog.isVisible() is not saved
            assert dialog.form.editors["gifts"].value() == given

    dialogs.fill = fill
    tab.add()
    assert ["只剩3" in said for said in boxes] == [True, True]
    (visit,) = Visit.select()
    assert (visit.gifts, [each.count for each in visit.moves]) == ("大米×2", [2])
