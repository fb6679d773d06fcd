"""Of a past day nothing is written: every button that a page leaves on is pressed, and none asks for an entry or a form to fill in."""

from __future__ import annotations

import os
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QPushButton

from models.core import journal, past_day
from models.core.past_day import PastDay
from tests.ui.every_window import every_window, made
from ui.forms.record_form import RecordForm
from ui.jobs.jobs import Progress
from ui.pages.page import Page
from ui.printing.print_button import PrintButton
from ui.widgets.only_reading import WRITES

PROOFS = bool(os.environ.get("YOUFU_PROOFS"))
USUAL = {"RunsPage", "PeoplePage", "VisitsPage", "ApprovalsPage"}  # with YOUFU_PROOFS=1 every page
DAY = PastDay(as_of=date(2021, 8, 31))


@pytest.fixture
def past(office, monkeypatch):
    """The office as on a day; what a button asks for is not done, but kept."""
    asked = []
    monkeypatch.setattr(office, "past", DAY)
    monkeypatch.setattr(QDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    monkeypatch.setattr(QDialog, "open", lambda dialog: asked.append(dialog))
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    monkeypatch.setattr(Progress, "start", lambda progress: None)
    monkeypatch.setattr(journal, "entry", lambda title, *_, **__: asked.append(title) or pytest.fail(title))
    for ask in ("getSaveFileName", "getOpenFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    past_day.show_day(DAY)
    yield asked
    past_day.show_day(None)


def test_no_button_of_a_past_day_writes(office, past, boxes, qtbot):
    pressed, wrong, off = 0, {}, set()
    pages = [each for each in every_window() if issubclass(each, Page)]
    for kind in pages if PROOFS else [each for each in pages if each.__name__ in USUAL]:
        page = made(kind, office)
        page.resize(1200, 700)
        page.show()
        for button in page.findChildren(QPushButton):
            if button.isEnabled() and button.isVisible() and not isinstance(button, PrintButton):
                past.clear()
                button.click()
                pressed += 1
                if any(_writes(each) for each in past):
                    wrong[kind.__name__, button.text()] = past[:]
        off |= {
            each.text() for each in page.findChildren(QPushButton) if each.toolTip().startswith("正在看截至")
        }
        page.close()
    assert wrong == {}
    assert pressed > (100 if PROOFS else 10)
    assert {"编制批次", "批量修改…", "复核", "登记走访慰问(&N)"} <= off


def _writes(asked):
    """Whether it is an entry of the journal, or a form with a way to save it."""
    if isinstance(asked, str):
        return True
    saves = [
        each for each in asked.findChildren(QPushButton) if WRITES.match(each.text()) and each.isEnabled()
    ]
    return bool(saves or asked.findChildren(RecordForm))
