"""Grants of a month in the window."""

from __future__ import annotations

import pytest

from models.pay.standards import months
from ui.pay.dues.grants import GrantsPage

SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}


@pytest.fixture
def page(session, qtbot):
    made = GrantsPage(session)
    qtbot.addWidget(made)
    made.show()
    made.month.set_month(months.month(2019, 9))
    return made


def row(page, number=0):
    return {column.key: page.rows.text(number, place) for place, column in enumerate(page.rows.columns)}


def choose(page, number, qtbot):
    page.table.setCurrentIndex(page.rows.index(number, 0))
    qtbot.waitUntil(lambda: page.card.shown is page.table.record())
