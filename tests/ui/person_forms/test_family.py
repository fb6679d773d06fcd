"""Family and bank accounts: added, changed, deleted, each as an entry that can be turned back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from models.core import journal
from models.core.dates import PartDate
from models.people.identity import BankAccount
from models.people.person import FamilyMember
from tests import factories
from tests.conftest import USER
from ui.forms.record_dialog import RecordDialog
from ui.person_forms.bank_accounts import BankAccounts
from ui.person_forms.family import Family, FamilyMemberForm


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
def family(qtbot, session, person):
    someone = person()
    ledger = Family(session)
    return shown(ledger, qtbot, session, lambda: ledger.show_person(someone))


def last_title():
    return journal.Entry.select().order_by(journal.Entry.number.desc()).get().title


def test_a_member_of_the_family_is_added_changed_and_deleted(family, dialogs, boxes):
    dialogs.fill = lambda editors: (editors["name"].set_value("王五"), editors["relation"].set_value("子"))
    family.add()
    assert dialogs == ["登记张三的家庭成员"]
    assert last_title() == "登记张三的家庭成员"
    assert [family.rows.text(0, column) for column in (0, 1)] == ["子", "王五"]

    family.table.selectRow(0)
    dialogs.fill = lambda editors: editors["phone"].set_value("13900001234")
    family.change()
    assert FamilyMember.get().phone == "13900001234"

    family.table.selectRow(0)
    family.delete()
    assert boxes == ["删除家庭成员“王五”？删除后可以在“变更记录”里恢复。"]
    assert FamilyMember.select().count() == 1
    boxes.answer = "删除"
    family.delete()
    assert not FamilyMember.select().count()
    assert last_title() == "删除张三的家庭成员"


def test_changing_and_deleting_wait_for_a_row(family):
    assert [family.buttons.itemAt(n).widget().isEnabled() for n in range(3)] == [True, False, False]


def test_a_relatives_number_tells_birth_and_sex(qtbot, archive):
    form = FamilyMemberForm()
    qtbot.addWidget(form)
    form.edit(FamilyMember(name="王五"))
    number = factories.citizen_number(PartDate(1980, 1, 2).earliest(), "女")
    form.editors["number"].setText(number)
    form.editors["number"].textEdited.emit(number)
    assert (form.editors["born"].value(), form.editors["sex"].value()) == (PartDate(1980, 1, 2), "女")


@pytest.fixture
def accounts(qtbot, session, identity):
    mine = identity(kind="伤残人员", grade="五级", nature="因战")
    other = identity(mine.person, kind="农村籍退役士兵")
    with journal.entry("登记", USER):
        for whose, bank in ((mine, "青海银行"), (other, "中国银行"), (None, "中国农业银行")):
            BankAccount.create(
                person=mine.person, identity=whose, bank=bank, account=factories.card_number(1)
            )
    ledger = BankAccounts(session)
    return shown(ledger, qtbot, session, lambda: ledger.show_identity(mine))


def test_an_identity_shows_its_own_accounts_and_those_for_everything(accounts):
    told = {
        (accounts.rows.text(row, 0), accounts.rows.text(row, 5)) for row in range(accounts.rows.rowCount())
    }
    assert told == {("青海银行", "伤残人员"), ("中国农业银行", "各项待遇")}


def test_an_account_no_longer_used_keeps_its_end(accounts):
    accounts.table.selectRow(0)
    bank = accounts.table.record().bank
    accounts.end()
    assert BankAccount.get(BankAccount.bank == bank).until is not None
    assert accounts.rows.text(accounts.rows.rowCount() - 1, 0) == bank


def test_a_new_account_is_the_persons_own(accounts, dialogs):
    dialogs.fill = lambda editors: editors["account"].set_value(factories.card_number(9))
    accounts.add()
    newest = BankAccount.select().order_by(BankAccount.id.desc()).get()
    assert newest.holder == "张三"
    assert newest.since is not None
