"""A past archive: beside today's, under its key, gone when today is looked at again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest

from models import proof, store
from models.archive.opened import PAST_COPY, opened_archive
from models.core import journal, triggers
from models.core.dates import PartDate, this_day
from models.core.past_day import PastDay
from models.core.record import Refusal, db
from models.past import past_archive
from models.people import findings, search
from models.people.person import Person
from tests.conftest import USER

YESTERDAY = date.today() - timedelta(days=1)


def long_ago(*numbers):
    """Let these entries have been written yesterday."""
    wanted = dict(db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    triggers.put_right({})
    for number in numbers:
        db.execute_sql("UPDATE entry SET at = ? WHERE number = ?", (f"{YESTERDAY}T09:00:00+08:00", number))
    triggers.put_right(wanted)


def test_what_stood_in_the_archive_is_found_and_listed_as_it_was(archive, person):
    someone = person(name="张三", phone="不像电话")
    long_ago(1)
    with journal.entry("更正", USER):
        someone.name, someone.phone = "李四", "13900001234"
        someone.save()
    person(name="王五")
    with past_archive.looking_back(PastDay(as_known=YESTERDAY)):
        assert [each.name for each in search.find_people()] == ["张三"]
        assert search.page("zs").total == 1
        assert [each.field for each in findings.all_findings()] == ["phone"]
        assert journal.last_number() == 1
    assert [each.name for each in search.find_people()] == ["李四", "王五"]


def test_both_questions_together(archive, identity):
    identity(approved=PartDate(2015))
    long_ago(1, 2)
    identity(approved=PartDate(2015))
    with past_archive.looking_back(PastDay(as_of=date(2014, 12, 31), as_known=YESTERDAY)):
        assert Person.select().count() == 0
    with past_archive.looking_back(PastDay(as_of=date(2016, 1, 1), as_known=YESTERDAY)):
        assert (Person.select().count(), this_day()) == (1, date(2016, 1, 1))


def test_the_copy_is_unreadable_and_goes(archive, person):
    person(name="不能读出来的名字")
    with past_archive.looking_back(PastDay(as_known=this_day())):
        copy = (archive / PAST_COPY).read_bytes()
        assert "不能读出来的名字".encode() not in copy
        assert b"CREATE TABLE" not in copy
    assert not (archive / PAST_COPY).exists()


def test_closing_the_archive_leads_back_first(new_archive, tmp_path):
    folder = shutil.copytree(new_archive, tmp_path / "档案库")
    store.open_practice(folder, USER)
    list(job := past_archive.copy_for(PastDay(as_known=this_day())))
    job.close()
    past_archive.open_past(past_of(opened_archive()))
    store.close()
    assert not (folder / PAST_COPY).exists()
    assert this_day() == date.today()
    with store.practice_session(folder, USER):
        assert proof.check_archive() == []


def past_of(archive):
    return replace(archive, past=PastDay(as_known=this_day()))


def test_a_copy_that_a_crash_left_is_swept(new_archive, tmp_path):
    folder = shutil.copytree(new_archive, tmp_path / "档案库")
    (folder / PAST_COPY).write_bytes(b"left")
    with store.practice_session(folder, USER):
        assert not (folder / PAST_COPY).exists()


def test_a_copy_that_is_given_up_leaves_nothing(archive):
    job = past_archive.copy_for(PastDay(as_known=this_day()))
    next(job)
    job.close()
    assert not (archive / PAST_COPY).exists()
    assert opened_archive().past is None


@pytest.mark.parametrize(
    ("as_of", "as_known", "words"),
    [
        ("2021-08", None, "日期“2021-08”写法不对"),
        ("昨天", None, "日期“昨天”写法不对"),
        (None, "2199-01-01", "2199-01-01还没有到"),
    ],
)
def test_what_is_no_day_of_the_past_is_refused_in_words(as_of, as_known, words):
    with pytest.raises(Refusal, match=words):
        past_archive.read_past_day(as_of, as_known)


def test_of_a_pc_whose_clock_once_fell_back_nothing_is_hidden(archive, person):
    person(), person(), person()
    triggers.put_right({})
    for number, at in enumerate(("2020-05-01T09:00", "1970-01-01T00:10", "2020-06-01T09:00"), start=1):
        db.execute_sql("UPDATE entry SET at = ? WHERE number = ?", (at, number))
    with past_archive.looking_back(PastDay(as_known=date(2020, 5, 2))):
        assert Person.select().count() == 2
    with past_archive.looking_back(PastDay(as_known=date(1999, 1, 1))):
        assert Person.select().count() == 0
