"""The list of approvals in the window."""

from __future__ import annotations

from models.approvals.approval import Approval, steps_of
from ui.approvals.page import ApprovalsPage


def test_deleting_takes_the_levels_along_and_undo_brings_all_back(session, qtbot, case, boxes):
    case()
    page = ApprovalsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.table.selectRow(0)
    boxes.answer = "删除"
    page.delete()
    assert Approval.select().count() == 0
    session.undo(session.last_undoable().number)
    assert len(steps_of(Approval.get())) == 3
