from __future__ import annotations

import pytest

from models import opener
from models.archive.opened import opened_archive
from models.core.record import Refusal
from ui.jobs import messages
from ui.main import app
from ui.widgets import window_memory


@pytest.fixture
def program(qtbot, qapp):
    made = app.Program(qapp)
    qtbot.addWidget(made.start)
    yield made
    made.end()
    made.start.close()


@pytest.fixture
def practice(practice_folder):
    return practice_folder


def test_a_practice_archive_that_is_named_opens_at_once(qtbot, program, practice):
    program.begin(practice)
    assert program.window.isVisible()
    assert not program.start.isVisible()
    qtbot.waitUntil(lambda: not program.window.desk.counting.busy)


def test_a_double_click_on_the_archives_file_opens_it(qtbot, program, practice):
    opener.lay(practice)
    program.begin(practice / opener.OPENER_NAME)
    assert program.window.isVisible()
    assert window_memory.recent_archives() == [practice]
    qtbot.waitUntil(lambda: not program.window.desk.counting.busy)


def test_a_double_click_on_a_backup_offers_to_restore_it(program, practice, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(messages, "ask", lambda parent, words, *answers: asked.append(words))
    program.begin(tmp_path / "备份.youfu")  # beside the practice archive, which must not open
    assert program.window is None
    assert "备份.youfu" in asked[0]


def test_without_an_archive_the_start_window_is_shown(program):
    program.begin()
    assert program.start.isVisible()
    assert program.window is None


def test_leaving_an_archive_closes_it_and_shows_the_start_window(qtbot, program, practice):
    program.begin(practice)
    window = program.window
    window.more.change_wanted.emit()
    assert program.start.isVisible()
    assert program.window is None
    assert not window.isVisible()
    with pytest.raises(Refusal):
        opened_archive()
    program.begin(practice)  # and it can be opened again
    assert program.window.isVisible()


def test_closing_the_window_is_said_to_whoever_runs_the_program(qtbot, program, practice):
    program.begin(practice)
    with qtbot.waitSignal(program.left):
        program.window.close()


def test_long_work_is_ended_before_the_archive_is_closed(qtbot, program, practice):
    program.begin(practice)
    program.window.desk.refresh()
    program.end()
    with pytest.raises(Refusal):
        opened_archive()


def test_the_tour_is_offered_in_the_practice_archive_and_the_offices_own_stays_as_it_was(
    qtbot, program, practice, tmp_path
):
    """Asked for in another archive: that one is closed, the practice archive of this PC opened, or made first."""
    program.start.practice.folder, program.start.practice._people = tmp_path / "五步", 6
    program.begin(practice)
    program.window.tour.leave()
    program.window.tour_wanted.emit()
    qtbot.waitUntil(lambda: program.window is not None and program.window.isVisible(), timeout=20_000)
    assert opened_archive().folder == tmp_path / "五步"
    assert program.window.tour.isVisible()
    assert "第一次用" in program.window.tour.how.text()
    assert not (practice / "入门").exists()
    qtbot.waitUntil(lambda: not program.window.desk.counting.busy, timeout=10_000)
