"""基本信息: the number explains itself, fills birth and sex, and knows who has it already."""

from __future__ import annotations

import re

import pytest

from models.core.dates import PartDate
from models.people.person import Person
from tests import factories
from ui.person_forms.person_form import SECTIONS, PersonForm


@pytest.fixture
def form(qtbot, archive):
    made = PersonForm()
    qtbot.addWidget(made)
    return made


def typed(form, number):
    """Typed as with the keys: ``setText`` alone says nothing of typing."""
    editor = form.editors["number"]
    editor.clear()
    editor.insert(number)
    editor.textEdited.emit(number)


def test_every_field_of_a_person_has_its_place_but_those_that_are_shown_elsewhere(form):
    elsewhere = {"id", "uid", "number_found", "photo", "file_no"}
    assert set(form.editors) == set(Person._meta.fields) - elsewhere
    names = [name for _, section in SECTIONS for name in section]
    assert len(names) == len(set(names))


def test_a_right_number_fills_birth_and_sex(form):
    form.edit(Person())
    typed(form, factories.citizen_number(PartDate(1953, 8, 1).earliest(), "女"))
    assert form.editors["born"].value() == PartDate(1953, 8, 1)
    assert form.editors["sex"].value() == "女"
    typed(form, factories.citizen_number(PartDate(1954, 9, 2).earliest(), "男"))
    assert (form.editors["born"].value(), form.editors["sex"].value()) == (PartDate(1954, 9, 2), "男")


def test_what_the_officer_wrote_is_never_overwritten(form):
    form.edit(Person(born=PartDate(1950), sex="男"))
    typed(form, factories.citizen_number(PartDate(1953, 8, 1).earliest(), "女"))
    assert (form.editors["born"].value(), form.editors["sex"].value()) == (PartDate(1950), "男")


def test_a_wrong_number_says_which_digit_and_fills_nothing(form):
    form.edit(Person(name="张三"))
    right = factories.citizen_number()
    wrong = right[:17] + ("0" if right[17] != "0" else "1")
    typed(form, wrong)
    assert form.editors["born"].value() is None
    assert "校验码不符，可能是：" in form.messages["number"].text()
    assert "位应为" in form.messages["number"].text()


def test_a_number_that_somebody_has_is_shown_at_once_with_the_way_to_that_file(qtbot, form, person):
    other = person(name="李四", file_no="6301030600007")
    form.edit(person())
    form.read_only(False)
    form.editors["name"].clear()  # which is wrong too
    typed(form, other.number)
    message = form.messages["number"]
    assert "李四（6301030600007）" in message.text()
    assert form.editors["number"].property("state") == "problem"
    link = re.search(r'href="(\d+)"', message.text())[1]
    with qtbot.waitSignal(form.open_other) as asked:
        message.linkActivated.emit(link)
    assert asked.args == [other.id]


def test_a_street_offers_its_communities(form, person):
    person(street="总寨镇", community="清河村")
    person(street="南滩街道", community="南山社区")
    form.edit(Person())
    form.read_only(False)
    form.editors["street"].set_value("总寨镇")
    box = form.editors["community"]
    assert [box.itemText(row) for row in range(box.count())] == ["", "清河村"]
    streets = form.editors["street"]
    assert {"总寨镇", "人民街街道"} <= {streets.itemText(row) for row in range(streets.count())}


def test_a_number_of_fifteen_places_becomes_one_of_eighteen(qtbot, form):
    form.edit(Person())
    number = factories.citizen_number()
    form.editors["number"].setText(number[:6] + number[8:17])
    form.editors["number"].editingFinished.emit()
    assert form.editors["number"].value() == number
