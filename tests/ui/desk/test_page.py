from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.approvals.approval import Approval, accept
from models.core.dates import PartDate
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


def test_what_waits_for_an_officers_answer_opens_its_section(qtbot, desk, person, identity):
    someone = person()
    for kind in ("参战退役人员", "带病回乡退役军人"):
        identity(someone, kind=kind, approved=PartDate(2015, 3, 4), state="享受待遇")
    counted(qtbot, desk)
    qtbot.waitUntil(lambda: desk._asked is not None)
    line = desk._asked
    assert (line.title, line.count) == ("资格待核定", 1)
    with qtbot.waitSignal(desk.section_wanted) as wanted:
        desk._open(line)
    assert wanted.args == ["资格核验"]


def test_what_waits_for_whoever_is_signed_in_stands_before_what_the_office_has_to_do(
    qtbot, desk, person, session
):
    someone = person()
    with session.entry("受理"):
        accept(Approval(person=someone, matter="临时救助", accepted_on=PartDate(2020, 9, 10)))
    counted(qtbot, desk)
    line = desk.mine.itemAt(0).widget()
    assert (line.title.text(), line.accessibleName()) == ("审批事项等您签署", "审批事项等您签署1件")
    with qtbot.waitSignal(desk.section_wanted) as wanted:
        line.click()
    assert wanted.args == ["审批"]


def test_words_typed_on_the_desk_list_those_whom_they_find(qtbot, desk, person):
    person(name="张三")
    counted(qtbot, desk)
    desk.search.setText("张三")
    with qtbot.waitSignal(desk.list_wanted) as wanted:
        qtbot.keyClick(desk.search, Qt.Key.Key_Return)
    assert wanted.args == [Filter(words="张三")]
    assert desk.search.text() == ""
    qtbot.keyClick(desk.search, Qt.Key.Key_Return)  # nothing is looked for


def test_a_list_pasted_on_the_desk_is_looked_for(qtbot, desk, qapp):
    qapp.clipboard().setText("张三\n李四")
    with qtbot.waitSignal(desk.names_wanted) as wanted:
        desk.search.take_in()
    assert wanted.args == ["张三\n李四"]
