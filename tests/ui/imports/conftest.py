"""The import wizard, and how an officer goes through it."""

from __future__ import annotations

import pytest

from ui.imports.wizard import DONE_STEP, UNDERSTOOD_STEP, ImportWizard


@pytest.fixture
def wizard(qtbot, session):
    made = ImportWizard(session)
    qtbot.addWidget(made)
    made.show()
    return made


def read(qtbot, wizard, *files):
    wizard.files.add(files)
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == UNDERSTOOD_STEP)


def take_in(qtbot, wizard, *files):
    read(qtbot, wizard, *files)
    wizard.forward.click()
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE_STEP)


def cells(table, column):
    return [table.item(row, column).text() for row in range(table.rowCount())]


def box_of(columns, heading):
    """Where the column under a heading goes to, wherever it stands in the table."""
    return columns.cellWidget(cells(columns, 1).index(heading), 2)


def choose(box, words):
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())
