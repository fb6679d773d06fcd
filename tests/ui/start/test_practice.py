"""The practice archive."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from models import store
from models.archive import opened
from models.core.journal import Entry
from models.people.person import Person
from tests.ui.archives import closed  # noqa: F401
from ui.start.practice import PRACTICE_NAME, PracticeArchive


@pytest.fixture
def practice(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield PracticeArchive(tmp_path, 12, window)
    window.hide()


def test_it_is_made_with_invented_people(practice, qtbot, tmp_path):
    assert not practice.made()
    with qtbot.waitSignal(practice.ready, timeout=20_000) as ready:
        practice.make()
    (session,) = ready.args
    assert session.practice
    assert session.folder == tmp_path / PRACTICE_NAME
    assert Person.select().count() == 12
    assert practice.made()


def test_what_was_practised_is_there_the_next_time(practice, qtbot):
    with qtbot.waitSignal(practice.ready, timeout=20_000):
        practice.make()
    entries = Entry.select().count()
    store.close()
    with qtbot.waitSignal(practice.ready):
        practice.open(practice.folder)
    assert (Person.select().count(), Entry.select().count()) == (12, entries)


def test_one_that_a_crash_left_empty_is_filled(practice, qtbot):
    store.create_practice(practice.folder)
    with qtbot.waitSignal(practice.ready, timeout=20_000):
        practice.open(practice.folder)
    assert Person.select().count() == 12


def test_an_empty_one_elsewhere_stays_as_it_is(practice, qtbot, tmp_path):
    store.create_practice(tmp_path / "别处")
    with qtbot.waitSignal(practice.ready):
        practice.open(tmp_path / "别处")
    assert Person.select().count() == 0


def test_cancelled_it_leaves_nothing(practice, qtbot, monkeypatch):
    from models.core.jobs import Step
    from models.practice import filling

    def slow(_count, _user):
        while True:
            yield Step(0, 3, "正在编造人员")

    monkeypatch.setattr(filling, "fill_archive", slow)
    practice.make()
    qtbot.waitUntil(lambda: opened.opened is not None)
    from ui.jobs.jobs import Progress

    qtbot.waitUntil(lambda: bool(practice.window().findChildren(Progress)))
    with qtbot.waitSignal(practice.cancelled):
        practice.window().findChildren(Progress)[0].cancel()
    assert opened.opened is None
    assert not practice.made()


def test_one_in_use_is_refused(practice, qtbot, tmp_path):
    (tmp_path / PRACTICE_NAME).mkdir()
    (tmp_path / PRACTICE_NAME / "keys.json").write_text("{")
    (tmp_path / PRACTICE_NAME / "archive.db").touch()
    with qtbot.waitSignal(practice.refused) as said:
        practice.open(practice.folder)
    assert said.args[0] == practice.folder
    assert opened.opened is None
