"""A state that is changed, with its day and reason."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from models.core import journal
from models.core.dates import PartDate
from models.people.identity import (
    DISABLED,
    GONE,
    RECEIVING,
    RURAL_VETERANS,
    Identity,
    IdentityState,
)
from models.people.person import Person
from ui.person_forms.state_dialog import StateDialog


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
