"""The lines of the desk that open lists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.desk.desk_buttons import DeskLine, Figure
from ui.desk.page import DeskPage


@pytest.fixture
def desk(qtbot, session):
    made = DeskPage(session)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    return made


def counted(qtbot, desk):
    desk.show()
    qtbot.waitUntil(lambda: desk._counted is not None and not desk.counting.busy)


def lines(desk):
    return {line.title.text(): line for line in desk.findChildren(DeskLine)}


def test_each_thing_to_do_opens_the_list_that_it_counts(qtbot, desk, identity):
    identity(kind="伤残人员")  # no grade: a finding
    counted(qtbot, desk)
    with qtbot.waitSignal(desk.list_wanted) as wanted:
        lines(desk)["有未处理的疑点"].click()
    assert wanted.args[0].query().count() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_figure_opens_its_list_by_the_keyboard_too(shown, qtbot, key):
    figure = shown(Figure("优抚对象"))
    figure.tell("681", "人")
    assert figure.accessibleName() == "优抚对象681人"
    with qtbot.waitSignal(figure.clicked):
        qtbot.keyClick(figure, key)
