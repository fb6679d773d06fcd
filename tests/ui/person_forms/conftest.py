"""Tables of a person's file, and the dialogs that fill them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from models.people.person import Person
from ui.forms.record_dialog import RecordDialog
from ui.person.identities_tab import IdentitiesPage
from ui.person_forms.new_person import NewPerson


@pytest.fixture
def dialogs(monkeypatch):
    """Fill in each dialog that is opened and save it."""

    class Dialogs(list):
        fill = staticmethod(lambda editors: None)

    shown = Dialogs()

    def run(dialog):
        shown.append(dialog.windowTitle())
        dialog.show()
        shown.fill(dialog.form.editors)
        dialog.save()
        dialog.hide()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RecordDialog, "exec", run)
    return shown


def shown(ledger, qtbot, session, show):
    qtbot.addWidget(ledger)
    show()
    session.changed.connect(show)
    ledger.show()
    return ledger


@pytest.fixture
def window(qtbot, session):
    def make(person=None):
        made = NewPerson(session, person=person)
        qtbot.addWidget(made, before_close_func=lambda made: made.number.editor.clear())
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return make


@pytest.fixture
def page(qtbot, session, identity):
    """The tab of somebody's identities, which shows what was written."""

    def make(someone):
        made = IdentitiesPage(session, someone)
        qtbot.addWidget(made)
        made.resize(1000, 700)
        made.show()
        session.changed.connect(lambda: made.renew(Person.get_by_id(someone.id)))
        return made

    return make
