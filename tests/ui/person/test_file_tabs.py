"""The tabs of a person's file."""

from __future__ import annotations

from PySide6.QtCore import Qt

from models.core import journal
from models.people.identity import BankAccount, Identity
from tests.conftest import USER
from tests.ui.person.conftest import keys, last_entry
from ui.person.file_tabs import (
    APPROVALS_TAB,
    BASIC_TAB,
    DEVICES_TAB,
    HISTORY_TAB,
    IDENTITIES_TAB,
    MATERIALS_TAB,
    MEDICAL_TAB,
    PAYMENTS_TAB,
    PRINTED_TAB,
    SERVICES_TAB,
    TAB_TITLES,
    VISITS_TAB,
)


def test_a_tab_is_made_when_it_is_first_looked_at(file):
    window = file()
    assert set(window.tabs.pages) == {BASIC_TAB}
    for tab in (
        IDENTITIES_TAB,
        MATERIALS_TAB,
        PAYMENTS_TAB,
        MEDICAL_TAB,
        DEVICES_TAB,
        VISITS_TAB,
        SERVICES_TAB,
        APPROVALS_TAB,
        HISTORY_TAB,
        PRINTED_TAB,
    ):
        window.go_to(tab)
    assert set(window.tabs.pages) == set(range(len(TAB_TITLES)))
    assert [window.tabs.tabText(tab) for tab in range(len(TAB_TITLES))] == list(TAB_TITLES)


def test_what_is_typed_for_one_identity_waits_while_another_is_looked_at(file, identity):
    first = identity(certificate="甲")
    identity(first.person, kind="农村籍退役士兵", certificate="乙")
    window = file(first.person)
    window.go_to(IDENTITIES_TAB)
    window.edit()
    page = window.tabs.pages[IDENTITIES_TAB]
    for row, words in enumerate(("甲一", "乙一")):
        page.list.setCurrentRow(row)
        page.chosen().form.editors["certificate"].set_value(words)
    assert window.save()
    assert [i.certificate for i in Identity.select().order_by(Identity.id)] == ["甲一", "乙一"]
    assert last_entry().title == "修改张三的身份"


def test_a_finding_about_an_identity_leads_to_that_identity(file, identity, monkeypatch):
    first = identity()
    second = identity(first.person, kind="伤残人员", nature="因战")
    window = file(first.person)
    window.correct(second.uid, "grade")
    page = window.tabs.pages[IDENTITIES_TAB]
    assert page.chosen().identity.id == second.id
    assert page.chosen().form.editors["grade"].hasFocus()


def test_ctrl_and_a_number_shows_a_tab(qtbot, file):
    window = file()
    keys(qtbot, window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentIndex() == MATERIALS_TAB


def test_a_finding_about_an_account_leads_to_its_identity(file, identity):
    first = identity()
    second = identity(first.person, kind="农村籍退役士兵")
    with journal.entry("登记", USER):
        account = BankAccount.create(person=first.person, identity=second, account="abc")
    window = file(first.person)
    window.correct(account.uid, "account")
    assert window.tabs.pages[IDENTITIES_TAB].chosen().identity.id == second.id
