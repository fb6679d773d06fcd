from __future__ import annotations

import os
import threading
from contextlib import suppress

import pytest
from peewee import IntegrityError, sort_models
from PySide6.QtWidgets import QWidget

from models.archive import opened as archives
from models.core import journal
from models.core.jobs import Step
from models.core.record import KINDS_OF_RECORDS, Refusal
from models.office.lasting import LASTING
from models.people.person import Person
from models.records import RECORDS
from models.undo.undo import LaterWork
from tests import factories
from tests.conftest import USER
from tests.models.migrations import old_archives
from ui.jobs.jobs import Progress, whole
from ui.jobs.session import Session


def someone(name="李四"):
    return Person(name=name, number=factories.citizen_number())


def test_a_session_knows_the_archive_and_who_opened_it(session, archive):
    assert session.folder == archive
    assert session.user == "王芳"
    assert session.practice


def test_without_an_open_archive_there_is_no_session():
    assert archives.opened is None
    with pytest.raises(Refusal):
        Session()


def test_everybody_hears_of_a_write(qtbot, session):
    with qtbot.waitSignal(session.changed), session.entry("登记优抚对象"):
        someone().save()
    entry = session.last_undoable()
    assert (entry.title, entry.user) == ("登记优抚对象", "王芳")


def test_nobody_hears_of_a_write_that_failed(qtbot, session):
    with qtbot.assertNotEmitted(session.changed):
        try:
            with session.entry("登记优抚对象"):
                someone().save()
                raise Refusal("不行")
        except Refusal:
            pass
    assert Person.select().count() == 0


def test_a_write_is_heard_of_when_it_is_done(session):
    seen = []
    session.changed.connect(lambda: seen.append((journal.entry_being_written(), Person.select().count())))
    with session.entry("登记优抚对象"):
        someone().save()
    assert seen == [(None, 1)]


def test_a_job_that_wrote_is_heard_of_on_the_windows_thread(qtbot, session):
    window = QWidget()
    qtbot.addWidget(window)
    heard = []
    session.changed.connect(lambda: heard.append(threading.current_thread()))

    def job():
        with journal.entry("导入", "王芳"):
            someone().save()
            yield Step(1, 1)

    Progress(window, "导入", job()).start()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.main_thread()]


def test_a_job_that_only_read_is_no_news(qtbot, session):
    window = QWidget()
    qtbot.addWidget(window)
    done = []
    with qtbot.assertNotEmitted(session.changed):
        Progress(window, "看", whole(Person.select().count)).then(done.append).start()
        qtbot.waitUntil(lambda: done == [0])


def test_the_last_action_is_undone_then_the_one_before(session):
    for name in ("甲", "乙"):
        with session.entry(f"登记{name}"):
            someone(name).save()
    assert session.last_undoable().title == "登记乙"
    session.undo(session.last_undoable().number)
    assert session.last_undoable().title == "登记甲"
    undone = session.undo(session.last_undoable().number)
    assert session.last_undoable() is None
    session.undo(undone.number)  # from the journal's page: 甲 stands again
    assert session.last_undoable().title == "登记甲"
    assert [each.name for each in Person.select()] == ["甲"]


def test_what_was_done_before_signing_in_can_still_be_undone_and_what_a_colleague_did_is_not_offered(person):
    person()
    with journal.entry("登记李四", "李敏"):
        someone("李四").save()
    assert Session().last_undoable().title == "登记"


def test_what_was_undone_is_offered_to_be_done_again_until_something_else_is_done(session):
    for name in ("甲", "乙"):
        with session.entry(f"登记{name}"):
            someone(name).save()
    assert session.last_redoable() is None
    session.undo(session.last_undoable().number)
    session.undo(session.last_undoable().number)
    assert session.last_redoable().title == "撤销第1条：登记甲"
    session.undo(session.last_redoable().number)
    assert (session.last_undoable().title, session.last_redoable().title) == ("登记甲", "撤销第2条：登记乙")
    session.undo(session.last_redoable().number)
    assert (session.last_undoable().title, session.last_redoable()) == ("登记乙", None)
    session.undo(2)
    with session.entry("登记丙"):
        someone("丙").save()
    assert session.last_redoable() is None


def test_what_is_offered_to_be_undone_can_be_undone_and_what_is_not_lasts(archive):
    """One act for each kind of record that there is, undone from the newest on as the window offers them.

    Usually for every fourth, and for those that last; ``YOUFU_PROOFS=1`` for all.
    """
    step = 1 if os.environ.get("YOUFU_PROOFS") else 4
    done, session, undone, named = set(), Session(), set(), {}
    for place, table in enumerate(each._meta.table_name for each in sort_models(RECORDS)):
        with suppress(Refusal, IntegrityError), journal.entry(table, USER):  # a signature is no mere row
            if place % step == 0 or table in {*LASTING, "officer", "person"}:
                old_archives.insert(KINDS_OF_RECORDS[table], 1)
                done.add(table)
    while (offered := session.last_undoable()) is not None:
        try:
            session.undo(offered.number)
            undone.add(offered.title)
        except LaterWork as later:
            named[offered.title] = later.why_not
            session.pass_over(offered.number)
    assert len(undone) > 60 / step
    assert all("不能撤销：" in why for why in named.values())
    assert {"account_event", "transfer"} <= done - undone - named.keys() <= LASTING.keys()
