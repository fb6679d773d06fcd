"""身份: each kind its own fields; the state is changed with date and reason; the history stands below."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from models.core import codes, journal
from models.core.dates import PartDate
from models.people.identity import (
    DISABLED,
    GONE,
    RECEIVING,
    RURAL_VETERANS,
    SURVIVORS,
    Identity,
    IdentityState,
)
from models.people.person import Person
from tests.conftest import USER
from ui.person.identities_tab import IdentitiesPage
from ui.person_forms.identity_form import IdentityForm
from ui.person_forms.state_dialog import StateDialog


@pytest.fixture
def page(qtbot, session, identity):
    def make(someone):
        made = IdentitiesPage(session, someone)
        qtbot.addWidget(made)
        made.resize(1000, 700)
        made.show()
        session.changed.connect(lambda: made.renew(Person.get_by_id(someone.id)))
        return made

    return make


@pytest.mark.parametrize("kind", codes.table("kind").names())
def test_every_kind_has_a_form_with_the_certificate_first_and_notes_last(qtbot, identity, kind):
    form = IdentityForm(identity(kind=kind))
    qtbot.addWidget(form)
    assert "certificate" in form.editors
    assert list(form.editors)[-1] == "notes"
    assert "state" not in form.editors


def test_a_kind_offers_its_own_categories(qtbot, identity):
    form = IdentityForm(identity(kind=SURVIVORS))
    qtbot.addWidget(form)
    box = form.editors["category"]
    assert [box.itemText(n) for n in range(1, box.count())] == list(codes.categories_of(SURVIVORS))


def test_a_field_of_another_kind_that_says_something_is_shown(qtbot, identity):
    form = IdentityForm(identity(kind=SURVIVORS, joined=PartDate(1968)))
    qtbot.addWidget(form)
    assert "joined" in form.editors


def test_the_identities_are_listed_with_their_states(page, identity):
    first = identity(kind=SURVIVORS, category="烈士遗属", state="停发")
    identity(first.person, kind=RURAL_VETERANS, state=RECEIVING)
    made = page(first.person)
    assert [made.list.item(row).text() for row in range(2)] == [
        "三属\n烈士遗属\n停发",
        "农村籍退役士兵\n享受待遇",
    ]
    assert made.chosen().identity.id == first.id
    assert len(made.pages) == 1  # the second is made when it is looked at


def test_somebody_without_an_identity_is_told_how_to_add_one(qtbot, page, person):
    made = page(person())
    assert made.chosen() is None
    assert "添加身份" in made.none.text()
    with qtbot.waitSignal(made.add_wanted):
        made.add_button.click()


def state_dialog(monkeypatch, fill):
    def run(dialog):
        dialog.show()
        fill(dialog)
        dialog.save()
        dialog.hide()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(StateDialog, "exec", run)


def test_a_state_is_changed_with_date_month_and_reason(page, identity, monkeypatch):
    made = page(identity(kind=RURAL_VETERANS, state=RECEIVING).person)

    def fill(dialog):
        editors = dialog.form.editors
        assert not editors["died_on"].isVisible()
        editors["state"].set_value("停发")
        editors["since"].setText("2020年9月1日")
        editors["paid_to"].setText("202008")
        editors["reason"].set_value("未按时确认")

    state_dialog(monkeypatch, fill)
    made.chosen().change_button.click()
    assert (Identity.get().state, Identity.get().paid_to) == ("停发", PartDate(2020, 8))
    assert (
        journal.Entry.select().order_by(journal.Entry.number.desc()).get().title
        == "变更张三的农村籍退役士兵状态"
    )
    assert "状态：停发，2020年9月1日起" in made.chosen().state.text()
    history = made.chosen().history.rows
    assert [history.text(0, column) for column in (0, 1, 2, 5)] == [
        "2020-09-01",
        "停发",
        "2020-08",
        "未按时确认",
    ]


def test_a_stop_without_a_reason_is_not_kept(page, identity, monkeypatch):
    made = page(identity(state=RECEIVING).person)
    told = []

    def fill(dialog):
        dialog.form.editors["state"].set_value("停发")
        dialog.save()
        told.append(dialog.form.messages["reason"].text())

    state_dialog(monkeypatch, fill)
    made.chosen().change_state()
    assert told == ["请写明停发的原因"]
    assert not IdentityState.select().count()


def test_a_death_asks_its_day_and_ends_the_other_identities(page, identity, monkeypatch):
    first = identity(kind=DISABLED, grade="五级", nature="因战", state=RECEIVING)
    identity(first.person, kind=RURAL_VETERANS, state="受理")
    made = page(first.person)

    def fill(dialog):
        dialog.form.editors["state"].set_value(GONE)
        assert dialog.form.editors["died_on"].isVisible()
        assert dialog.form.every.isChecked()
        assert "1个" in dialog.form.every.text()
        dialog.form.editors["died_on"].setText("2020.9.3")

    state_dialog(monkeypatch, fill)
    made.chosen().change_state()
    assert {i.state for i in Identity.select()} == {GONE}
    assert Person.get().died == PartDate(2020, 9, 3)


def test_an_identity_taken_back_by_an_undo_leaves_the_list(page, session, identity):
    first = identity(kind=DISABLED, grade="五级", nature="因战")
    identity(first.person, kind=RURAL_VETERANS)
    made = page(first.person)
    made.list.setCurrentRow(1)
    session.undo(journal.Entry.select().order_by(journal.Entry.number.desc()).get().number)
    assert made.list.count() == 1
    assert made.chosen().identity.id == first.id


def test_a_history_is_newest_first(page, identity):
    someone = identity(state=RECEIVING)
    with journal.entry("变更", USER):
        for year, state in ((2010, "受理"), (2013, RECEIVING)):
            IdentityState.create(identity=someone, person=someone.person, state=state, since=PartDate(year))
    rows = page(someone.person).chosen().history.rows
    assert [rows.text(row, 1) for row in range(2)] == [RECEIVING, "受理"]
