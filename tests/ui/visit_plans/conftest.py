"""A campaign in the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from tests.models.visit_plans.conftest import campaign, gift, plan, save, scope, team
from ui.forms.record_dialog import RecordDialog
from ui.visit_plans.page import PlansPage

STREETS = ("礼让街街道", "饮马街街道", "总寨镇")


__all__ = ["campaign", "gift", "plan", "save", "scope", "team"]


@pytest.fixture
def dialogs(monkeypatch):
    """Fill in each dialog that is opened, instead of waiting for the officer."""

    class Dialogs(list):
        fill = staticmethod(lambda dialog: None)

    shown = Dialogs()

    def run(dialog):
        shown.append(dialog.windowTitle())
        dialog.show()
        shown.fill(dialog)
        return QDialog.DialogCode.Accepted

    for kind in (RecordDialog, QDialog):
        monkeypatch.setattr(kind, "exec", run)
    return shown


@pytest.fixture
def page(session, qtbot):
    made = PlansPage(session)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


@pytest.fixture
def people(person, identity):
    made = []
    for name, street in (
        ("甲一", STREETS[0]),
        ("乙二", STREETS[1]),
        ("丙三", STREETS[1]),
        ("丁四", STREETS[2]),
    ):
        made.append(person(name=name, street=street, residence=f"{street}1号"))
        identity(made[-1])
    return made


def names(page):
    rows = page.list.rows
    return [rows.record(row).name for row in range(rows.rowCount())]


@pytest.fixture
def ready(page, campaign, people, scope, plan, team, save, gift):
    """Four people planned, one team."""
    gift("大米", there=1)
    scope(money=500, gifts="大米×1")
    plan()
    team("第一组", areas="；".join(STREETS))
    page.session.wrote()
    return page
