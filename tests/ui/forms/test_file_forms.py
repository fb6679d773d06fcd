"""Forms of a file keep what is typed when somebody else writes the same record."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.person import Person
from tests.conftest import USER
from ui.forms.file_forms import FileForm


@pytest.fixture
def form(qtbot, person):
    made = FileForm()
    qtbot.addWidget(made)
    made.for_fields(Person, ["name", "phone", "born"])
    made.edit(Person.get_by_id(person(phone="1", residence="总寨镇1号").id))
    return made


def changed_elsewhere(form, **facts):
    someone = Person.get_by_id(form.record.id)
    with journal.entry("别处修改", USER):
        for name, value in facts.items():
            setattr(someone, name, value)
        someone.save()
    return Person.get_by_id(someone.id)


def test_only_what_was_changed_is_written(form):
    form.editors["phone"].set_value("13900001234")
    changed_elsewhere(form, residence="总寨镇2号")
    with journal.entry("修改", USER):
        form.write()
    now = Person.get_by_id(form.record.id)
    assert (now.phone, now.residence) == ("13900001234", "总寨镇2号")


def test_without_a_change_nothing_is_written(form):
    entries = journal.Entry.select().count()
    with journal.entry("修改", USER):
        form.write()
    assert journal.Entry.select().count() == entries


def test_what_is_new_is_shown_and_what_is_typed_stays(form):
    form.editors["phone"].set_value("13900001234")
    new = changed_elsewhere(form, name="李四")
    assert form.renewed(new) == ["姓名"]
    assert form.editors["name"].value() == "李四"
    assert form.editors["phone"].value() == "13900001234"
    assert form.record.phone == "13900001234"
    assert set(form.changes()) == {"phone"}


def test_a_field_that_both_changed_says_what_the_other_wrote(form):
    form.editors["phone"].set_value("13900001234")
    form.renewed(changed_elsewhere(form, phone="2"))
    assert form.editors["phone"].value() == "13900001234"
    assert form.messages["phone"].text() == "刚才已被改为“2”"


def test_a_date_that_cannot_be_understood_is_not_lost_either(form):
    form.editors["born"].setText("五三年")
    form.renewed(changed_elsewhere(form, born=PartDate(1951)))
    assert form.editors["born"].text() == "五三年"
    assert form.dirty()


def test_when_nothing_is_new_nothing_happens(form):
    form.editors["phone"].set_value("5")
    assert form.renewed(Person.get_by_id(form.record.id)) == []
    assert form.editors["phone"].value() == "5"


def test_a_refusal_is_shown_at_its_field_and_the_rest_is_given_back(form):
    assert form.show_problems({"phone": "不行", "number": "没有这一栏"}) == {"number": "没有这一栏"}
    assert form.messages["phone"].text() == "不行"
