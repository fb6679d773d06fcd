"""A table of many people."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester

from models.core import journal
from models.core.record import insert_all
from models.people.person import Person
from tests import factories
from ui.tables.tables import RIGHT, Column, QueryModel, RecordTable

BORN = date(1930, 1, 1)  # of the first; each is a day younger than the one before
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def columns():
    return [
        Column("name", "姓名", lambda p: p.name, Person.name),
        Column("number", "公民身份号码", lambda p: p.number, Person.number, 170),
        Column(
            "income", "年收入", lambda p: p.income or "", Person.income, align=RIGHT, value=lambda p: p.income
        ),
        Column("notes", "备注", lambda p: p.notes),
        Column("phone", "联系电话", lambda p: p.phone, Person.phone, hidden=True),
    ]


@pytest.fixture
def people(archive):
    """Put many people into the archive: names 0000, 0001, …, and an income of as many yuan."""

    def make(count):
        with journal.entry("登记", "王芳"):
            insert_all(
                Person,
                [
                    Person(
                        name=f"{n:04d}",
                        number=factories.citizen_number(BORN + timedelta(days=n)),
                        income=Decimal(n) + Decimal("0.5"),
                    )
                    for n in range(count)
                ],
            )

    return make


@pytest.fixture
def rows(qtbot):
    found = QueryModel(columns())
    QAbstractItemModelTester(found, FATAL, found)
    return found


@pytest.fixture
def table(qtbot, rows):
    found = RecordTable(rows, "people", "没有符合条件的人")
    qtbot.addWidget(found)
    found.resize(900, 400)
    with qtbot.waitExposed(found):
        found.show()
    return found


def everybody():
    return Person.select().order_by(Person.name)


def select(table, top, left, bottom, right):
    chosen = QItemSelection(table.rows.index(top, left), table.rows.index(bottom, right))
    table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
