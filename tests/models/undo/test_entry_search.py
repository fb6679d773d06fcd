from __future__ import annotations

from models.core import journal
from models.undo import entry_search
from models.undo.undo import undo

USER = "王芳"


def titles(words):
    return [entry.title for entry in entry_search.find_entries(words)]


def test_entries_are_found_by_what_they_say_and_by_whom_they_are_about(person):
    zhang = person(name="张三")
    with journal.entry("修改张三的电话", "李红"):
        zhang.phone = "13900001111"
        zhang.save()
    person(name="李四")
    assert titles("") == ["登记", "修改张三的电话", "登记"]
    assert titles("李红") == ["修改张三的电话"]
    assert titles("张三") == ["修改张三的电话", "登记"]
    assert titles(zhang.number) == ["修改张三的电话", "登记"]
    assert titles("2") == titles("电话")
    assert titles("张三 李红 没有") == []


def test_an_entry_tells_how_much_it_changed(person, identity):
    identity(person())
    assert entry_search.extents([1, 2]) == {1: (1, 1, None), 2: (1, 1, None)}


def test_an_entry_that_was_turned_back_says_by_which_until_that_is_turned_back_too(person):
    person()
    undo(1, USER)
    assert entry_search.extents([1])[1].undone_by == 2
    undo(2, USER)
    assert [entry_search.extents([n])[n].undone_by for n in (1, 2)] == [None, 3]


def test_the_names_of_those_who_are_gone_are_left_out(person):
    zhang = person(name="张三")
    assert entry_search.names_of([zhang.uid, "gone"]) == {zhang.uid: "张三"}
