"""What a uid points to is told as an officer would."""

from __future__ import annotations

from models.core import journal
from models.visits.units import Unit
from reports.export.pointers import pointed_at
from tests.conftest import USER


def test_a_record_is_told_by_its_kind_and_its_present_name(person):
    someone = person(name="张三")
    with journal.entry("改名", USER):
        someone.name = "张山"
        someone.save()
    assert pointed_at(someone.uid) == "人员信息 张山"


def test_a_record_that_is_gone_is_told_by_its_kind_alone(archive):
    with journal.entry("登记", USER):
        unit = Unit.create(name="某部队")
    uid, noun = unit.uid, Unit.NOUN
    with journal.entry("删除", USER):
        unit.delete_instance()
    assert pointed_at(uid) == noun


def test_a_uid_that_nobody_heard_of_says_nothing(archive):
    assert pointed_at("0" * 32) == ""
