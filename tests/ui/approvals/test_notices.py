"""The notices of an approval in its dialog."""

from __future__ import annotations

from models.approvals.notices import PublicNotice
from tests.ui.approvals.conftest import DAY
from ui.approvals.dialog import ApprovalDialog


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
