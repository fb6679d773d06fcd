"""Turning to a past day and back: another window, read only, and today's as it was left."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from models import store
from models.archive.opened import PAST_COPY, opened_archive
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import Step
from models.core.past_day import PastDay
from models.past import past_archive
from models.people.identity import Identity
from models.people.person import Person
from tests import factories
from ui.jobs import jobs
from ui.main import app
from ui.main.main_window import WRITING_KEYS
from ui.main.pages import JOURNAL, PAGES, PEOPLE
from ui.pages.past_band import PastBand
from ui.people.page import NOBODY_THEN

DAY = PastDay(as_of=date(2021, 8, 31))


@pytest.fixture
def folder(new_archive, tmp_path):
    made = shutil.copytree(new_archive, tmp_path / "演练库")
    with store.practice_session(made), journal.entry("登记", "演练"):
        for name, approved in (("张三", PartDate(2015, 3)), ("李四", PartDate(2021, 10))):
            someone = Person(
                name=name, sex="男", number=factories.citizen_number(), born=PartDate(1950, 6, 15)
            )
            someone.save()
            Identity(person=someone, kind="参战退役人员", state="享受待遇", approved=approved).save()
    return made


@pytest.fixture
def program(qtbot, qapp, folder):
    made = app.Program(qapp)
    qtbot.addWidget(made.start)
    made.begin(folder)
    settle(qtbot, made)
    yield made
    made.end()
    made.start.close()


def settle(qtbot, program):
    qtbot.waitUntil(lambda: not program.window.desk.counting.busy and not jobs._running, timeout=20_000)


def turn(qtbot, program, day=DAY):
    program.look_back(day)
    qtbot.waitUntil(lambda: program.today is not None, timeout=20_000)
    settle(qtbot, program)


def test_the_window_shows_the_day_in_every_page_and_leads_back(qtbot, program, folder):
    first = program.window
    first.go_to(PEOPLE)
    assert first.status.count.text() == "共 2 人"
    turn(qtbot, program)
    window = program.window
    assert not first.isVisible()
    assert "截至2021-08-31" in window.windowTitle()
    for number in range(len(PAGES)):
        window.go_to(number)
        settle(qtbot, program)
    window.go_to(PEOPLE)
    assert window.status.count.text() == "共 1 人"
    window.findChild(PastBand).back_button.click()
    assert program.window is first
    assert first.isVisible()
    assert first.status.count.text() == "共 2 人"
    assert opened_archive() is first.session.archive
    assert not (folder / PAST_COPY).exists()
    settle(qtbot, program)


def test_of_a_past_day_nothing_is_written(qtbot, program):
    turn(qtbot, program)
    assert not any(program.window.tools.by_key[key].isEnabled() for key in WRITING_KEYS)
    offered = {
        each.text() for each in program.window.more.choices.actions() if each.isEnabled() and each.text()
    }
    assert not offered & {"备份…", "扫描归档…", "归档移交…", "用户和密码…", "看某一天的档案…"}
    program.window.open_person(Person.get().id)
    (file,) = program.window.files.windows.values()
    file.edit()
    assert not file.editing
    assert not file.buttons.edit_button.isEnabled()
    program.window.go_to(JOURNAL)
    settle(qtbot, program)
    journal_page = program.window.page()
    assert journal_page.table.record().can_be_undone()
    assert not journal_page.undo_button.isEnabled()


def test_of_a_day_before_everybody_nobody_is_told_to_enter_people(qtbot, program):
    turn(qtbot, program, PastDay(as_known=date(1999, 12, 31)))
    program.window.go_to(PEOPLE)
    settle(qtbot, program)
    assert program.window.people.table._empty == NOBODY_THEN


def test_closing_the_past_window_leads_back_to_today(qtbot, program):
    first = program.window
    turn(qtbot, program)
    program.window.close()
    assert program.window is first
    settle(qtbot, program)


def test_leaving_the_archive_from_a_past_day_leaves_nothing(qtbot, program, folder):
    turn(qtbot, program)
    program.end()
    assert not (folder / PAST_COPY).exists()
    assert program.window is program.today is None


def test_what_is_cancelled_leaves_todays_open(qtbot, program, folder, monkeypatch):
    def endless():
        while True:
            yield Step(0, 0)

    monkeypatch.setattr(past_archive, "make_past", endless)
    today = opened_archive()
    program.look_back(DAY)
    qtbot.waitUntil(lambda: opened_archive().past is not None, timeout=20_000)
    for progress in program.window.findChildren(jobs.Progress):
        progress.cancel()
    qtbot.waitUntil(lambda: opened_archive() is today, timeout=20_000)
    assert program.window.isVisible()
    assert not (folder / PAST_COPY).exists()
