"""The notices of an approval in its dialog."""

from __future__ import annotations

import pytest

from models.approvals.notices import PublicNotice, new_notice
from tests.ui.approvals.conftest import DAY
from ui.approvals.dialog import ApprovalDialog
from ui.approvals.notices import Notices


def test_a_notice_is_registered_where_the_approval_is(session, qtbot, case, filled):
    made = case()
    shown = ApprovalDialog(session, made)
    qtbot.addWidget(shown)

    def fill(dialog):
        dialog.form.editors["begins"].set_value(DAY)

    filled(fill)
    shown.notices.add()
    assert PublicNotice.get().days == 7
    assert shown.notices.rows.rowCount() == 1


@pytest.mark.parametrize(("objected", "words"), [(True, "有"), (False, "无"), (None, "未登记")])
def test_whether_somebody_objected_is_said_as_it_was(session, shown, case, save, objected, words):
    made = case()
    notice = new_notice(made)
    notice.begins, notice.objected, notice.outcome = DAY, objected, "经核查属实"
    save(notice)
    rows = shown(Notices(session, made)).rows
    assert rows.text(0, 4) == words


def test_the_notices_of_another_approval_do_not_hang_here(session, shown, case, save):
    mine, other = case(), case()
    notice = new_notice(other)
    notice.begins = DAY
    save(notice)
    assert shown(Notices(session, mine)).rows.rowCount() == 0
    assert shown(Notices(session, other)).rows.rowCount() == 1
