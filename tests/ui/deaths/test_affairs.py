"""身后事 in the window: what is open of each death, its heirs, and the application that follows."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit

from models.approvals.approval import Approval
from models.core import journal
from models.core.dates import PartDate
from models.deaths.affairs import DeathAffair
from models.deaths.heirs import Heir
from models.pay.dues import held_grants
from models.pay.grants.grants import Grant
from models.people.person import Person
from tests import factories
from tests.models.pay.conftest import granted, tell
from ui.deaths.affairs import AffairsPage
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages

__all__ = ["granted"]


@pytest.fixture
def dead(person, granted):
    """Somebody of the first grade, by war, who died last month."""
    grant = granted(someone=person(name="故某"))
    day = date.today().isoformat()
    tell(grant, "去世", day, died_on=day)
    with journal.entry("登记去世", "王芳"):
        someone = Person.get_by_id(grant.person_id)
        someone.died = PartDate.of(date.today())
        someone.save()
    return someone


@pytest.fixture
def page(session, qtbot, dead):
    made = AffairsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def fill(monkeypatch):
    """Fill in a dialog and save it."""
    values = {}

    def run(dialog):
        for name, value in values.items():
            dialog.form.editors[name].set_value(value)
        dialog.save()
        return dialog.result()

    monkeypatch.setattr(RecordDialog, "exec", run)
    return values


def test_what_is_open_is_said_and_goes_away_as_it_is_done(page, dead, fill):
    assert page.rows.rowCount() == 1
    assert "没有登记死亡原因" in page.facts.text()
    fill.update(cause="因病", application=True, certificate=True, kinship=True, cards=True)
    page.change()
    assert DeathAffair.get().cause == Grant.get().cause == "因病"
    page.refresh()
    assert "没有登记死亡原因" not in page.facts.text()
    assert "还没有登记领取的遗属" in page.facts.text()
    fill.clear()
    fill.update(
        name="李四",
        relation="配偶",
        number=factories.citizen_number(sex="女"),
        account=factories.card_number(5),
    )
    page.heirs.add()
    assert Heir.get().person == dead
    page.refresh()
    assert "还没有登记领取的遗属" not in page.facts.text()
    assert page.heirs.rows.rowCount() == 1


def test_the_application_begins_with_one_click(page, fill, monkeypatch):
    fill.update(cause="因病")
    page.change()
    fill.clear()
    fill.update(name="李四", relation="配偶", number=factories.citizen_number(sex="女"))
    page.heirs.add()
    page.refresh()
    page.heirs.table.selectRow(0)
    monkeypatch.setattr(messages, "ask", lambda *_: True)
    page.heirs.start()
    assert (Approval.get().category, Approval.get().whom) == ("病故军人遗属", "李四")


def test_where_nobody_died_nothing_can_be_pressed(session, qtbot, person):
    made = AffairsPage(session)
    qtbot.addWidget(made)
    assert made.rows.rowCount() == 0
    assert made.facts.text() == "请在上面选一位。"
    assert not made.affair_button.isEnabled()


def test_a_death_long_past_is_found_by_its_name(page, dead, person):
    old = person(name="早逝")
    with journal.entry("登记去世", "王芳"):
        old.died = PartDate(2009, 5, 1)
        old.save()
    page.refresh()
    assert [each.person.name for each in page.rows.facts()] == ["故某"]
    page.line.findChild(QLineEdit).setText("早逝")
    page.narrow()
    assert [each.person.name for each in page.rows.facts()] == ["早逝"]


def test_in_a_large_archive_deaths_are_reckoned_in_the_background(session, qtbot, dead, monkeypatch):
    monkeypatch.setattr(held_grants, "FEW_IDENTITIES", -1)
    made = AffairsPage(session)
    qtbot.addWidget(made)
    assert made.rows.facts() == []
    qtbot.waitUntil(lambda: [each.person.name for each in made.rows.facts()] == ["故某"])
