"""The program's log holds nobody's data, and does not grow without end."""

from __future__ import annotations

import logging

import pytest

from models.archive import program_folders
from models.faults import program_log
from models.people.person import Person


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setattr(program_folders, "log", lambda: tmp_path / "youfu.log")
    return tmp_path / "youfu.log"


def test_no_data_of_anybody_comes_into_the_log(log, person):
    someone = person(name="欧阳建国", phone="13800001111")
    try:
        Person.insert(uid=someone.uid, name=someone.name, number=someone.number).execute()
    except Exception as error:
        program_log.note_fault(error)
    try:
        raise ValueError(f"bad row {someone.name} {someone.number} {someone.phone}")
    except ValueError as error:
        program_log.note_fault(error)
    told = log.read_text("utf-8")
    assert "IntegrityError" in told
    assert "ValueError" in told
    assert [each for each in (someone.name, someone.number, someone.phone, someone.uid) if each in told] == []


def test_what_is_warned_of_is_plain_too(log):
    handler = program_log._opened()
    handler.handle(
        logging.LogRecord("ui", logging.WARNING, "", 0, "a draft of %s: %s", ("张三", "620102"), None)
    )
    handler.close()
    assert log.read_text("utf-8").rstrip().endswith("ui a draft of …: …")


def test_the_log_takes_turns_in_a_few_files(log, monkeypatch):
    monkeypatch.setattr(program_log, "LARGEST_LOG", 400)
    for number in range(60):
        program_log.note_fault(RuntimeError(f"fault {number}"))
    files = program_log.log_files()
    assert len(files) == 1 + program_log.OLDER_LOGS
    assert all(each.stat().st_size <= 400 for each in files)
    assert "fault 59" in files[0].read_text("utf-8")
