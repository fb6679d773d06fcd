"""A run in an office's own archive: 王芳 draws it up, 李建国 checks and approves it, each signed in with a password."""

from __future__ import annotations

import pytest

from models import store
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.office import accounts
from models.pay.runs import drawing_up
from models.pay.runs.runs import PayRun
from models.people.identity import Identity, IdentityState
from models.people.person import Person
from tests import factories
from tests.ui.archives import LIGHT, OTHER, OTHER_PASSWORD, PASSWORD, USER, closed, new_archive  # noqa: F401
from ui.jobs.session import Session
from ui.pay.runs.runs import RunsPage


@pytest.fixture
def folder(tmp_path):
    """An archive with one grant, two accounts, and a run that 王芳 has drawn up."""
    place = tmp_path / "档案库"
    code = new_archive(place)
    opened = store.open(place, USER, PASSWORD, LIGHT)
    accounts.add_account(opened.keys, OTHER, OTHER_PASSWORD, "审批", USER)
    accounts.confirm_account(
        opened.keys, OTHER, USER, code
    )  # there is no other administrator: by the envelope
    with journal.entry("登记", USER):
        person = Person(name="张三", number=factories.citizen_number(), born=PartDate(1950, 6, 15))
        person.save()
        identity = Identity(
            person=person, kind="带病回乡退役军人", state="享受待遇", approved=PartDate(2013, 7, 4)
        )
        identity.save()
        IdentityState(person=person, identity=identity, state="享受待遇", since=PartDate(2013, 7, 4)).save()
    finish(drawing_up.draw_up_run(PartDate(2019, 9), PartDate(2019, 9), USER))
    store.close()
    return place


@pytest.fixture
def signed_in(folder, qtbot):
    def make(user, password):
        store.open(folder, user, password, LIGHT)
        page = RunsPage(Session())
        qtbot.addWidget(page)
        page.show()
        return page

    return make


def test_the_drawer_may_not_check_and_another_may(signed_in, qtbot, boxes):
    page = signed_in(USER, PASSWORD)
    assert not page.steps.button.isEnabled()
    assert "您（王芳）是编制人" in page.steps.words.text()
    page.acts._check(page.run())  # whatever way it is asked for
    qtbot.waitUntil(lambda: bool(boxes))
    assert "复核应由另一个用户办理" in boxes[-1]
    page.hide()
    store.close()
    other = signed_in(OTHER, OTHER_PASSWORD)
    assert other.steps.button.isEnabled()
    other.acts.go_on(other.steps.next.state)
    qtbot.waitUntil(lambda: other.steps.next.state == "审批")
    boxes.answer = "审批"
    other.acts.go_on("审批")
    run = PayRun.get()
    assert (run.state, run.drawn_by, run.checked_by, run.approved_by) == ("审批", USER, OTHER, OTHER)
