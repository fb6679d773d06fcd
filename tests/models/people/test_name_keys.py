"""Names on file are found in whatever way they are written, and sort as they are read."""

from __future__ import annotations

from models.core import journal
from models.people.name_keys import NameKey, named_like, remake_all_name_keys, sorting_of
from models.people.person import Person


def test_a_name_is_found_in_whatever_way_it_is_written(person):
    someone = person(name="古丽·艾力")
    for written in ("古丽•艾力", "古丽艾力", "古丽 艾力"):
        assert list(Person.select().where(named_like([written]))) == [someone]
    assert not Person.select().where(named_like(["古丽", ""])).exists()


def test_keys_follow_every_change(person):
    someone = person(name="张三")
    with journal.entry("改名", "王芳"):
        someone.name = "安民"
        someone.save()
    assert NameKey.get().sound == "an min"


def test_people_sort_both_ways(person):
    for name in ("张三", "单雄信", "安民"):
        person(name=name)
    remake_all_name_keys()
    order = sorting_of()
    assert [each.name for each in Person.select().order_by(order.asc())] == ["安民", "单雄信", "张三"]
    assert [each.name for each in Person.select().order_by(order.desc())] == ["张三", "单雄信", "安民"]
