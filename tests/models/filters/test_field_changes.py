"""One field of many people: shown before it is written, one entry, one undoing."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.jobs import finish
from models.core.journal import Entry
from models.core.record import Refusal
from models.filters.field_changes import FieldWish, changeable, plan_changes, write_changes
from models.own_fields.own_values import said_of
from models.people.person import Person
from models.undo import undo

USER = "王芳"


@pytest.fixture
def people(person):
    return [
        person(name=name, street=street).id
        for name, street in (("甲", "总寨乡"), ("乙", "总寨乡"), ("丙", "南滩街道"))
    ]


def streets():
    return [each.street for each in Person.select().order_by(Person.id)]


def test_words_are_replaced_where_they_stand_and_one_undoing_takes_all_back(people):
    wish = FieldWish("street", find="乡", by="镇")
    shown = finish(plan_changes(people, wish))
    assert [(each.name, each.before, each.after) for each in shown] == [
        ("甲", "总寨乡", "总寨镇"),
        ("乙", "总寨乡", "总寨镇"),
    ]
    entries = Entry.select().count()
    assert finish(write_changes(shown, wish, USER)) == 2
    assert streets() == ["总寨镇", "总寨镇", "南滩街道"]
    last = Entry.select().order_by(Entry.number.desc()).get()
    assert (Entry.select().count() - entries, last.title) == (1, "批量修改所属街道(镇)：2人")
    undo.undo(last.number, USER)
    assert streets() == ["总寨乡", "总寨乡", "南滩街道"]


def test_one_value_for_all_leaves_out_who_has_it(people):
    shown = finish(plan_changes(people, FieldWish("street", "南滩街道")))
    assert [each.name for each in shown] == ["甲", "乙"]


def test_what_no_table_knows_is_told_and_not_written(people):
    wish = FieldWish("ethnic", "火星族")
    shown = finish(plan_changes(people[:1], wish))
    assert shown[0].problem == "代码表里没有“火星族”"
    assert finish(write_changes(shown, wish, USER)) == 0


def test_what_was_changed_meanwhile_is_not_overwritten(people):
    wish = FieldWish("street", "南滩街道")
    shown = finish(plan_changes(people, wish))
    someone = Person.get_by_id(people[1])
    someone.street = "礼让街街道"
    with journal.entry("改", USER):
        someone.save()
    with pytest.raises(Refusal, match="乙的档案刚刚有了改动"):
        finish(write_changes(shown, wish, USER))
    assert streets() == ["总寨乡", "礼让街街道", "南滩街道"]


def test_who_somebody_is_is_not_changed_for_many():
    assert not {"number", "name", "died", "file_no", "number_found"} & set(changeable())
    assert {"street", "notes", "phone", "low_income", "income"} < set(changeable())


def test_a_field_of_the_offices_own_is_changed_for_many_and_taken_back_at_once(people, define):
    field = define("联络等次", "选项", choices="优、良")
    wish = FieldWish(field.key, "良")
    finish(write_changes(finish(plan_changes(people, wish)), wish, USER))
    assert [said[field.key] for said in said_of(people).values()] == ["良"] * 3
    worse = FieldWish(field.key, find="良", by="差")
    assert {each.problem for each in finish(plan_changes(people, worse))} == {"写着“差”，不是可选的词"}
    undo.undo(Entry.select().order_by(Entry.number.desc()).get().number, USER)
    assert said_of(people) == {}
