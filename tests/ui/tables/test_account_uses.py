"""A list with accounts that was looked at, and cells copied with accounts, are uses; without accounts they are none."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from models.core import journal
from models.people.identity import BankAccount
from models.people.person import Person
from models.uses.uses import uses_asked
from tests.conftest import USER
from tests.ui.tables.conftest import select
from ui.disclosure.masked_cells import set_masked
from ui.tables.query_rows import Column, QueryModel
from ui.tables.tables import RecordTable
from ui.tables.word_table import Grid


@pytest.fixture
def accounts(qtbot, session, people):
    """A table of three people's accounts."""
    people(3)
    with journal.entry("登记", USER):
        for number, someone in enumerate(Person.select()):
            BankAccount(person=someone, bank="农行", account=f"622848000000000000{number}").save()
    rows = QueryModel(
        [
            Column("name", "姓名", lambda row: row.person.name),
            Column("account", "银行账号", lambda row: row.account),
        ]
    )
    table = RecordTable(rows, "accounts")
    qtbot.addWidget(table)
    table.setWindowTitle("在用账号")
    rows.show(BankAccount.select())
    return table


def told():
    return [(each.deed, each.title, each.people) for each in uses_asked()]


def test_a_list_with_accounts_is_read_once_it_was_shown(accounts):
    reading = accounts.account_uses
    reading.note()
    assert told() == []  # nobody sees it
    accounts.show()
    reading.note()
    reading.note()
    assert told() == [("查看账号", "在用账号，带银行账号", 3)]


def test_a_masked_screen_shows_none(accounts):
    set_masked(True)
    accounts.show()
    accounts.account_uses.note()
    accounts.selectAll()
    accounts.copy()
    set_masked(False)
    assert told() == []


def test_copied_accounts_are_told_by_their_number(accounts):
    select(accounts, 0, 0, 1, 1)
    accounts.copy()
    assert told() == [("复制账号", "2个银行账号", 2)]
    select(accounts, 0, 0, 2, 0)
    accounts.copy()  # the names alone
    assert len(told()) == 1


def test_counted_words_are_copied_through_the_same_door(qtbot, session):
    grid = Grid()
    qtbot.addWidget(grid)
    grid.show_words(("姓名", "账号"), [("张三", "6228480000000000001")])
    grid.selectAll()
    grid.copy()
    assert QGuiApplication.clipboard().text().startswith("姓名\t账号")
    assert told() == [("复制账号", "1个银行账号", 1)]
