"""Wishes are followed in the window until they are done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.visits import wishes
from models.visits.visit import Visit
from tests.conftest import USER
from tests.ui.visit_plans.conftest import dialogs
from ui.visits.wishes import WishDialog, WishesPage

__all__ = ["dialogs"]


@pytest.fixture
def wish(person):
    def make(ago, **facts):
        day = PartDate.of(date.today() - timedelta(ago))
        visit = Visit(person=person(**facts), day=day, wishes="反映药费高")
        with journal.entry("登记走访", USER):
            visit.save()
        return visit

    return make


@pytest.fixture
def page(session, qtbot):
    made = WishesPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_oldest_wish_stands_first_and_the_ages_are_said(wish, session, qtbot):
    wish(5, name="甲")
    wish(120, name="乙")
    shown = WishesPage(session)
    qtbot.addWidget(shown)
    assert [shown.rows.record(row).whom for row in range(2)] == ["乙", "甲"]
    assert shown.rows.text(0, 0) == "120"
    assert shown.sentence.text() == "待办诉求2件：超过1个月1件，超过3个月1件，超过办理时限0件"


def test_a_wish_is_followed_to_its_end(wish, page, dialogs, session, qtbot):
    visit = wish(40, name="甲")
    page.refresh()
    asked = WishDialog(session, visit)
    qtbot.addWidget(asked)

    def first(dialog):
        dialog.form.editors["unit"].setText("区医保局")
        dialog.form.editors["words"].setText("正在核实")
        dialog.save()

    def last(dialog):
        assert dialog.form.editors["closes"].value() is True
        dialog.save()
        assert "写明办理情况" in dialog.form.messages["words"].text()
        dialog.form.editors["words"].setText("已报销1200元")
        dialog.save()

    dialogs.fill = first
    asked.steps.add()
    assert page.rows.text(0, 6) == "区医保局；正在核实"
    dialogs.fill = last
    asked.steps.close_wish()
    assert page.rows.rowCount() == 0
    assert (Visit.get().done, Visit.get().handling) == (True, "已报销1200元")
    page.line.tick("包括已办结")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    assert page.rows.text(0, 5) == "已办结"


def test_taking_back_the_last_step_opens_the_wish_again(wish, page, session, qtbot, boxes):
    visit = wish(40)
    with journal.entry("办结", USER):
        wishes.take_wish_step(
            wishes.WishStep(visit=visit, day=PartDate.of(date.today()), words="已办", closes=True)
        )
    asked = WishDialog(session, visit)
    qtbot.addWidget(asked)
    boxes.answer = "删除"
    asked.steps.table.selectRow(0)
    asked.steps.delete()
    assert Visit.get().done is False


def test_nothing_is_deleted_by_a_key_here(wish, page, qtbot):
    from PySide6.QtCore import Qt

    wish(5)
    page.refresh()
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert Visit.select().count() == 1
    assert [button.text() for button in page.buttons] == ["打开档案", "办理情况"]


def test_the_wish_is_followed_from_the_persons_own_tab(wish, session, qtbot, dialogs, boxes):
    from ui.visits.visits import VisitsTab

    visit = wish(40, name="甲")
    tab = VisitsTab(session, visit.person)
    qtbot.addWidget(tab)
    assert tab.sentence.text().endswith("待办诉求1件")
    tab.table.selectRow(0)
    tab.follow_wish()
    assert dialogs == ["诉求办理　甲"]
    with journal.entry("改", USER):
        visit.wishes = ""
        visit.save()
    tab.refresh()
    tab.table.selectRow(0)
    tab.follow_wish()
    assert "没有登记" in boxes[0]
