"""Bank accounts of an identity."""

from __future__ import annotations

import pytest

from models.core import journal
from models.people.identity import BankAccount
from tests import factories
from tests.conftest import USER
from tests.ui.person_forms.conftest import shown
from ui.person_forms.bank_accounts import BankAccounts


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
