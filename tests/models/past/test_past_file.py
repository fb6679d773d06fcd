"""A past file: one person's, as it stood, while everybody else sees today's."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.past_day import PastDay
from models.core.record import Refusal, db
from models.past.past_file import file_on
from models.people.identity import Identity
from models.people.person import FamilyMember, Person
from reports.person import gathering
from tests.conftest import USER
from tests.models.past.test_past_archive import YESTERDAY, long_ago


def test_the_file_says_what_it_said_and_the_archive_what_it_says(identity, person):
    right = identity(approved=PartDate(2015))
    someone = right.person
    with journal.entry("家庭", USER):
        FamilyMember(person=someone, name="李秀兰", relation="配偶").save()
    person(name="另一个人")
    long_ago(1, 2, 3, 4)
    with journal.entry("更正", USER):
        FamilyMember.get().delete_instance()
        someone.name = "李四"
        someone.save()
    with file_on(someone, PastDay(as_known=YESTERDAY)) as was:
        told = gathering.file_of(was)
        assert (told.name, [each.name for each in told.family]) == ("张三", ["李秀兰"])
        assert (Person.select().count(), this_day()) == (1, YESTERDAY)
    told = gathering.file_of(Person.get_by_id(someone.id))
    assert (told.name, told.family) == ("李四", ())
    assert (Person.select().count(), this_day()) == (2, date.today())
    assert db.execute_sql("SELECT count(*) FROM sqlite_temp_master").fetchone() == (0,)


def test_what_was_true_of_one_file(identity):
    right = identity(approved=PartDate(2015))
    identity(right.person, kind="伤残人员", grade="十级", nature="因战", approved=PartDate(2021, 9))
    with file_on(right.person, PastDay(as_of=date(2021, 8, 31))):
        assert [each.kind for each in Identity.select()] == ["参战退役人员"]
    assert Identity.select().count() == 2


def test_before_the_file_was_made_there_is_none(person):
    someone = person()
    with pytest.raises(Refusal, match="还没有张三的档案"), file_on(someone, PastDay(as_known=YESTERDAY)):
        pass
    assert Person.select().count() == 1
