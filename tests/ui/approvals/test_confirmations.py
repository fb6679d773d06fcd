"""年度确认 and 身后止付 in the window: nobody is stopped without being named and a yes being said."""

from __future__ import annotations

import pytest

from models.approvals.confirmations import Confirmation
from models.core.dates import PartDate
from models.people.identity import Identity
from ui.approvals.confirmations import ConfirmationsPage


@pytest.fixture
def page(session, qtbot, identity, person):
    identity(person(name="甲某", street="总寨镇", community="清河村"))
    made = ConfirmationsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_year_from_the_list_to_the_stop_and_back(page, answers, boxes):
    answers["year"] = "2020"
    page.begin()
    assert page.sentence.text() == "2020年度应确认1人：已确认0，已通知0，未确认1，逾期停发0"
    page.table.selectRow(0)
    answers.update(day=PartDate(2020, 6, 1), how="电话")
    page.notify()
    assert page.rows.text(0, 0) == "逾期未停发"
    boxes.answer = "不停发"
    page.stop()
    assert "停发1人的待遇：甲某" in boxes[-1]
    assert Identity.get().state == "享受待遇"
    boxes.answer = "停发"
    page.stop()
    assert Identity.get().state == "停发"
    page.table.selectRow(0)
    answers.update(day=PartDate(2020, 11, 3), way="见面", handler="王芳")
    page.confirm()
    assert Identity.get().state == "享受待遇"
    assert Confirmation.get().state == "恢复"
    page.confirm()
    assert "都已经确认过" in boxes[-1]


def test_a_day_that_cannot_be_is_told_in_the_question(page, answers):
    answers["year"] = "2020"
    page.begin()
    page.table.selectRow(0)
    answers.update(day=PartDate(2190, 1, 1), way="见面", handler="王芳")
    page.confirm()
    assert "晚于今天" in answers.said
    assert Confirmation.get().state == "未确认"
