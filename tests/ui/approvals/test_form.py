"""Taking an application in."""

from __future__ import annotations

import pytest

from models.approvals.approval import Approval, steps_of
from tests.ui.approvals.conftest import DAY
from ui.approvals.form import ApprovalForm
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


MATTER = "评定残疾等级"


@pytest.fixture
def form(session, shown):
    return shown(ApprovalForm(session))


def ask(form, someone, matter=MATTER):
    form.edit(Approval(state="办理中"))
    form.editors["person"].set_value(someone)
    form.editors["person"].changed.emit()
    form.editors["matter"].set_value(matter)


def test_the_only_identity_that_the_matter_is_about_is_chosen(form, identity):
    disabled = identity(kind="伤残人员", grade="五级", nature="因战")
    identity(disabled.person, kind="参战退役人员")
    ask(form, disabled.person)
    assert form.editors["identity"].value() == disabled


def test_of_several_that_it_may_be_about_none_is_chosen(form, identity):
    first = identity(kind="伤残人员", category="残疾军人", grade="五级", nature="因战")
    identity(first.person, kind="伤残人员", category="伤残人民警察", grade="六级", nature="因公")
    ask(form, first.person)
    assert form.editors["identity"].value() is None


def test_what_the_officer_chose_is_not_chosen_otherwise(form, identity):
    disabled = identity(kind="伤残人员", grade="五级", nature="因战")
    other = identity(disabled.person, kind="参战退役人员")
    ask(form, disabled.person, "临时救助")
    form.editors["identity"].set_value(other)
    form.editors["matter"].set_value(MATTER)
    assert form.editors["identity"].value() == other


def test_the_matter_of_an_application_that_was_taken_in_stays(form, case):
    form.edit(case())
    box = form.editors["matter"]
    box.set_value("临时救助")
    assert box.property("quiet") is True
    form.edit(Approval(state="办理中"))
    assert box.property("quiet") is False
