"""Which volumes left for good."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.transfers.volume_removal import VolumeRemoval, destroyed_volumes, removals, remove_volumes
from models.undo import undo

USER = "王芳"
DESTROYED = {"way": "销毁", "day": PartDate(2020, 3, 1), "approved_by": "张局长", "handled_by": "甲、乙"}


def remove(*people, **facts):
    with journal.entry("登记案卷移出销毁", USER) as entry:
        remove_volumes(VolumeRemoval(**(DESTROYED | facts)), people)
    return entry


def test_many_volumes_are_entered_at_once_and_taken_back_at_once(person):
    people = [person(name=name) for name in ("甲", "乙")]
    remove(*people, document="局档〔2020〕3号")
    assert destroyed_volumes() == {each.id for each in people}
    assert people[0].removals.get().words == "2020年3月1日销毁（批准人：张局长，局档〔2020〕3号）"
    undo.undo(journal.Entry.select().order_by(journal.Entry.number.desc()).get().number, USER)
    assert not destroyed_volumes()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"approved_by": ""}, "批准人"),
        ({"handled_by": ""}, "监销人"),
        ({"way": "移出"}, "哪个单位"),
        ({"way": ""}, "移出还是销毁"),
        ({"day": None}, "日期"),
        ({"day": PartDate.of(this_day() + timedelta(days=1))}, "还没有到"),
    ],
)
def test_what_nobody_approved_or_watched_is_refused(person, facts, words):
    with pytest.raises(Refusal, match=words):
        remove(person(), **facts)


def test_what_is_destroyed_is_not_removed_again(person):
    someone, other = person(name="甲"), person(name="乙")
    remove(someone)
    with pytest.raises(Refusal, match="甲的案卷已登记为2020年3月1日销毁"):
        remove(other, someone)
    assert [each.person.name for each in removals()] == ["甲"]


def test_removals_are_found_by_words_and_by_way(person):
    remove(person(name="马一"))
    remove(person(name="马二"), way="移出", receiver="区档案馆", day=PartDate(2021, 1, 1))
    assert [each.person.name for each in removals()] == ["马二", "马一"]
    assert [each.person.name for each in removals("马一")] == ["马一"]
    assert [each.person.name for each in removals(way="移出")] == ["马二"]
