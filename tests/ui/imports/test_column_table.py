"""Columns that are questions: nothing goes on before the officer has said what they are."""

from __future__ import annotations

import pytest

from models.people.identity import BankAccount
from models.people.person import Person
from tests import factories
from tests.ui.imports.conftest import cells, choose, read, take_in
from ui.imports.column_table import NOT_CHOSEN
from ui.imports.wizard import DONE_STEP, ImportWizard

ACCOUNT_AT = 0  # a question stands first


def swapped(file):
    """A roster whose 电话 are account numbers."""
    people = [["赵大山", factories.citizen_number(), factories.card_number(n)] for n in (1, 2, 3)]
    return factories.workbook(file, {"参战": [["姓名", "身份证号", "电话"], *people]})


@pytest.fixture
def asked(qtbot, wizard, tmp_path):
    read(qtbot, wizard, swapped(tmp_path / "一.xlsx"))
    return wizard


def test_a_question_shows_three_samples_and_holds_the_import(asked):
    table = asked.understood.columns
    assert table.cellWidget(ACCOUNT_AT, 2).currentText() == NOT_CHOSEN
    assert len(cells(table, 3)[ACCOUNT_AT].split("、")) == 3
    assert table.currentRow() == ACCOUNT_AT
    assert not asked.forward.isEnabled()
    assert asked.forward.text() == "还有1栏要您指明"
    assert "有1栏要您指明" in asked.understood.sheets.item(0, 4).text()


def test_the_likely_fields_stand_first(asked):
    box = asked.understood.columns.cellWidget(ACCOUNT_AT, 2)
    assert [box.itemText(at) for at in (1, 2)] == ["银行账号（可能）", "联系电话（可能）"]


def test_the_answer_is_taken_in_and_remembered(qtbot, asked, session, tmp_path):
    choose(asked.understood.columns.cellWidget(ACCOUNT_AT, 2), "银行账号（可能）")
    qtbot.waitUntil(asked.forward.isEnabled)
    asked.forward.click()
    asked.forward.click()
    qtbot.waitUntil(lambda: asked.pages.currentIndex() == DONE_STEP)
    assert BankAccount.select().count() == 3
    assert {person.phone for person in Person.select()} == {""}
    again = ImportWizard(session)
    qtbot.addWidget(again)
    take_in(qtbot, again, swapped(tmp_path / "二.xlsx"))
    assert BankAccount.select().count() == 6


def test_opening_the_list_and_leaving_it_answers_nothing(asked):
    box = asked.understood.columns.cellWidget(ACCOUNT_AT, 2)
    choose(box, NOT_CHOSEN)
    assert asked.understood.taught == {}
