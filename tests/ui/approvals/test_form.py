"""Taking an application in."""

from __future__ import annotations

from models.approvals.approval import Approval, steps_of
from tests.ui.approvals.conftest import DAY
from ui.approvals.page import ApprovalsPage


def test_an_application_is_taken_in_with_its_number_and_levels(session, qtbot, person, filled):
    someone = person(name="甲某")
    page = ApprovalsPage(session)
    qtbot.addWidget(page)
    page.show()

    def fill(dialog):
        editors = dialog.form.editors
        editors["person"].set_value(someone)
        editors["matter"].set_value("临时救助")
        editors["accepted_on"].set_value(DAY)
        editors["applied_on"].set_value(DAY)

    filled(fill)
    page.add()
    made = Approval.get()
    assert (made.number, len(steps_of(made))) == ("2020-0001", 3)
    assert page.sentence.text() == "共1件，办理中1件，其中超过期限0件"
    assert page.rows.text(0, 6) == "村（社区）"
