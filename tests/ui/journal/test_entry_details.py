"""What one entry changed, in words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt

from models.core.journal import Entry
from models.people.person import Person
from models.undo import entry_search
from ui.journal.entry_details import TOLD_AT_ONCE, DetailRows, EntryDetails


def said(rows):
    return [[rows.index(row, column).data() for column in range(4)] for row in range(rows.rowCount())]


def newest():
    return Entry.select().order_by(Entry.number.desc()).get()


def test_each_change_says_of_whom_which_field_before_and_after(shown, session, person):
    zhang, li = person(name="张三", phone="1"), person(name="李四", phone="3")
    with session.entry("修改两人"):
        for someone, phone in ((zhang, "2"), (li, "4")):
            someone.phone = phone
            someone.save()
    details = shown(EntryDetails())
    details.show_entry(newest())
    assert said(details.rows) == [["张三", "联系电话", "1", "2"], ["李四", "联系电话", "3", "4"]]
    heads = [details.rows.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert heads == ["人员", "改了什么", "原来", "现在"]
    details.show_entry(None)
    assert details.rows.rowCount() == 0


def test_who_is_no_longer_on_file_is_said_to_be_so(session, person):
    someone = person(name="张三", phone="1")
    with session.entry("修改"):
        someone.phone = "2"
        someone.save()
    changed = newest()
    with session.entry("删除"):
        Person.get().delete_instance()
    rows = DetailRows()
    rows.show_entry(changed)
    assert said(rows) == [["（已不在档案中）", "联系电话", "1", "2"]]


def test_of_a_large_entry_the_first_are_listed_and_that_is_said(session, person, monkeypatch):
    someone = person()
    with session.entry("修改三处"):
        for phone in ("1", "2", "3"):
            someone.phone = phone
            someone.save()
    rows = DetailRows()
    monkeypatch.setattr(entry_search, "FEW_CHANGES", 4)
    rows.show_entry(newest())
    assert len(said(rows)) == 3
    monkeypatch.setattr(entry_search, "FEW_CHANGES", 2)
    rows.show_entry(newest())
    assert said(rows)[-1] == ["……", "只列出前2处", "", ""]
    assert len(said(rows)) == 3


def test_what_is_further_down_is_told_when_somebody_scrolls_there(session, person):
    someone = person()
    with session.entry("修改许多处"):
        for phone in range(TOLD_AT_ONCE + 3):
            someone.phone = str(phone)
            someone.save()
    rows = DetailRows()
    rows.show_entry(newest())
    assert rows.rowCount() == TOLD_AT_ONCE
    assert rows.canFetchMore(QModelIndex())
    rows.fetchMore(QModelIndex())
    assert len(said(rows)) == TOLD_AT_ONCE + 3
    assert not rows.canFetchMore(QModelIndex())
