from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.core.record import Record
from models.people.identity import Identity
from models.people.person import FamilyMember, Person
from models.records import RECORDS
from tests.ui.forms.conftest import press
from ui.forms.editors import CodeBox, CountEdit, DateEdit, FlagBox, LineEdit, NumberEdit, TextEdit, YuanEdit
from ui.forms.record_form import RecordForm, editor_for, scrolled_form


def test_each_field_gets_the_editor_that_suits_it():
    kinds = {
        "name": LineEdit, "number": NumberEdit, "sex": CodeBox, "born": DateEdit, "rooms": CountEdit,
        "owns_house": FlagBox, "income": YuanEdit, "notes": TextEdit,
    }  # fmt: skip
    for name, kind in kinds.items():
        assert type(editor_for(Person._meta.fields[name])) is kind


@pytest.mark.parametrize("model", [each for each in RECORDS if issubclass(each, Record)])
def test_every_labelled_field_of_every_record_has_an_editor(qtbot, model):
    for name in model.labels():
        qtbot.addWidget(editor_for(model._meta.fields[name]))


def test_a_form_shows_a_record_and_what_is_typed_goes_into_it(form, person):
    someone = person(name="李四", phone="13900001234", rooms=3)
    form.edit(someone)
    assert form.editors["name"].value() == "李四"
    assert form.editors["rooms"].value() == 3
    assert form.labels["phone"].text() == "联系电话"
    assert not form.dirty()
    form.editors["phone"].setText("13900005678")
    assert someone.phone == "13900005678"
    assert form.dirty()
    assert form.changes() == {"phone": "13900005678"}


def test_what_was_typed_can_be_taken_back(form, person):
    someone = person(name="李四", residence=" 清河村 ")
    form.edit(someone)
    assert not form.dirty()  # spaces that the archive holds are no change of ours
    form.editors["name"].setText("王五")
    form.editors["born"].setText("八几年")
    form.take_back()
    assert someone.name == "李四"
    assert someone.residence == " 清河村 "
    assert form.editors["born"].text() == str(someone.born)
    assert not form.dirty()


def test_what_forbids_saving_stands_in_red_below_its_field(qtbot, form, person):
    form.edit(person())
    with qtbot.waitSignal(form.validity_changed) as told:
        form.editors["name"].clear()
    assert told.args == [False]
    assert form.messages["name"].text() == "请填写姓名"
    assert form.messages["name"].property("look") == "problem"
    assert form.editors["name"].property("state") == "problem"
    assert not form.apply()
    form.editors["name"].setText("王五")
    assert form.messages["name"].isHidden()
    assert form.editors["name"].property("state") == ""
    assert form.apply()


def test_what_is_doubtful_stands_in_amber_and_forbids_nothing(form, person):
    form.edit(person(phone="12"))
    assert form.messages["phone"].property("look") == "doubt"
    assert "不像电话号码" in form.messages["phone"].text()
    assert form.apply()


def test_a_new_record_is_not_complained_of_before_it_is_typed(qtbot, form, archive):
    form.edit(Person())
    assert form.messages["name"].isHidden()
    form.go_to("name")
    press(qtbot, form.editors["name"])
    qtbot.waitUntil(lambda: form.messages["name"].text() == "请填写姓名")
    assert form.messages["number"].isHidden()
    assert not form.apply()
    assert form.messages["number"].text() == "身份证号应为15位或18位"


def test_saving_a_form_with_a_problem_leads_to_it(qtbot, form, archive):
    form.edit(Person(name="李四"))
    with qtbot.waitSignal(form.entered) as entered:
        assert not form.apply()
    assert entered.args == [form.editors["number"]]


def test_a_date_that_cannot_be_understood_forbids_saving(form, person):
    form.edit(person())
    form.editors["born"].setText("八几年")
    assert form.dirty()
    assert not form.apply()
    assert "看不懂日期" in form.messages["born"].text()


def test_somebody_who_has_a_file_already_is_named_at_once(qtbot, form, person):
    other = person(name="赵六", file_no="6301030600001")
    form.edit(Person(name="李四"))
    form.go_to("number")
    qtbot.keyClicks(form.editors["number"], other.number)
    press(qtbot, form.editors["number"])
    qtbot.waitUntil(lambda: form.messages["number"].text() == "该身份证号已有档案：赵六（6301030600001）")


def test_a_number_being_typed_is_no_problem_yet(qtbot, form, person):
    form.edit(person())
    form.go_to("number")
    form.editors["number"].clear()
    qtbot.keyClicks(form.editors["number"], "6301")
    assert form.messages["number"].text() == "已输入4位，还差14位"
    assert form.messages["number"].property("look") == "hint"


def test_a_problem_of_a_field_that_is_not_here_stands_above_all(qtbot, person):
    form = RecordForm()
    qtbot.addWidget(form)
    form.for_fields(FamilyMember, ["relation"])
    form.edit(FamilyMember(person=person()))
    assert form.general.isHidden()
    assert not form.apply()
    assert form.general.text() == "请填写家庭成员的姓名"


def test_a_form_to_read_has_no_stars_and_takes_no_keys(qtbot, form, person):
    form.edit(person(name="A"))
    assert "*" in form.labels["name"].text()
    form.read_only(True)
    assert form.labels["name"].text() == "姓名"
    qtbot.keyClicks(form.editors["name"], "b")
    assert form.record.name == "A"
    assert form.editors["name"].property("quiet") is True
    form.read_only(False)
    qtbot.keyClicks(form.editors["name"], "b")
    assert form.record.name in {"Ab", "bA"}


def test_enter_brings_the_next_field_into_view(qtbot, person):
    form = RecordForm()
    form.COLUMNS = 1
    form.for_fields(Identity, [name for name in Identity.labels() if name != "person"])
    area = scrolled_form(form)
    qtbot.addWidget(area)
    area.resize(600, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    form.edit(Identity(person=person(), kind="伤残人员", state="享受待遇"))
    form.go_to("kind")
    for _ in range(30):
        press(qtbot, form.focusWidget())
    shown = form.focusWidget()
    assert area.viewport().rect().contains(shown.mapTo(area.viewport(), shown.rect().center()))


def test_a_part_of_a_date_is_kept_as_it_is(form, person):
    someone = person(born=PartDate(1950))
    form.edit(someone)
    assert form.editors["born"].text() == "1950"
    assert form.apply()
    assert not form.dirty()
