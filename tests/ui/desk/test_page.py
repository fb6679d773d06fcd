from __future__ import annotations

import pytest

from models.filters.filters import Filter
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


def test_the_desk_counts_people_and_identities(qtbot, desk, person, identity):
    identity(person(name="张三"), kind="三属"), identity(kind="参战退役人员")
    counted(qtbot, desk)
    assert desk.people.number.text() == "2"
    assert desk.paid.number.text() == "2"
    assert desk.identities.number.text() == "2"
    assert [fact.label for fact in desk.kinds._facts] == ["三属", "参战退役人员"]


def test_a_bar_opens_the_list_that_it_counts(qtbot, desk, person, identity):
    identity(person(street="总寨镇"), kind="三属")
    counted(qtbot, desk)
    with qtbot.waitSignal(desk.list_wanted) as wanted:
        desk.kinds.clicked.emit("三属")
    assert wanted.args == [Filter(kind="三属")]
    with qtbot.waitSignal(desk.list_wanted) as wanted:
        desk.streets.clicked.emit("总寨镇")
    assert wanted.args == [Filter(street="总寨镇")]


def test_an_empty_archive_welcomes_and_offers_to_import(qtbot, desk):
    counted(qtbot, desk)
    assert desk.welcome.isVisible()
    assert not desk.charts.isVisible()


def test_what_is_written_while_nobody_looks_is_counted_when_the_desk_is_shown(qtbot, desk, session, person):
    counted(qtbot, desk)
    desk.hide()
    person()
    session.wrote()
    assert desk.people.number.text() == "0"
    desk.show()
    qtbot.waitUntil(lambda: desk.people.number.text() == "1")
