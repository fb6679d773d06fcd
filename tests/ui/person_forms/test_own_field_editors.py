"""The office's own fields in the form 基本信息: an editor by type, the same checks, one saving."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.own_fields import own_values
from models.own_fields.own_values import keep_own, said_of
from tests.conftest import USER
from ui.person_forms.person_form import PersonForm


@pytest.fixture
def fields(define):
    return [
        define("兵种", "文字"), define("入会日期", "日期"), define("子女人数", "整数"), define("互助金", "金额"),
        define("是否志愿者", "是/否"), define("联络等次", "选项", choices="优、良"),
    ]  # fmt: skip


@pytest.fixture
def form(shown, person, fields):
    made = shown(PersonForm())
    made.edit(person())
    return made


def said(form):
    return list(said_of([form.record.id])[form.record.id].values())


def save(form):
    assert form.apply()
    with journal.entry("修改基本信息", USER):
        form.write()


def put(form, fields, *values):
    for field, value in zip(fields, values, strict=True):
        form.editors[field.key].set_value(value)


def test_each_type_has_its_editor_and_is_kept_in_the_entry_of_the_form(form, fields):
    put(form, fields, "高炮", PartDate(2001, 3), 2, Decimal("1234.5"), True, "良")
    form.editors["phone"].set_value("13900000000")
    before = journal.last_number()
    save(form)
    assert said(form) == ["高炮", "2001-03", "2", "1234.50", "是", "良"]
    assert journal.last_number() == before + 1
    form.edit(form.record)
    assert form.editors[fields[3].key].text() == "1,234.50"
    assert not form.dirty()


def test_what_cannot_be_read_is_refused_at_its_field(form, fields):
    form.editors[fields[1].key].setText("前年")
    assert not form.apply()
    assert "看不懂日期" in form.messages[fields[1].key].text()
    form.editors[fields[1].key].setText("2001.3")
    save(form)
    assert said(form) == ["2001-03"]


def test_what_fits_no_more_is_told_below_its_field_and_stays_until_it_is_written_over(form, fields):
    who, field = form.record, fields[0]
    with journal.entry("修改", USER):
        keep_own(who.id, {field.key: "三个"})
        field.type = "整数"
        own_values.define(field)
    again = PersonForm()
    again.edit(who)
    assert again.messages[field.key].text() == "写着“三个”，不是整数"
    again.editors["phone"].set_value("13900000000")
    save(again)
    assert said(again) == ["三个"]
    again.editors[field.key].set_value(3)
    assert again.messages[field.key].text() == ""
    save(again)
    assert said(again) == ["3"]
    again.deleteLater()


def test_what_was_written_meanwhile_is_taken_in_and_named(form, fields):
    with journal.entry("导入", USER):
        keep_own(form.record.id, {fields[0].key: "步兵"})
    assert form.renewed(form.record) == ["兵种"]
    assert form.editors[fields[0].key].text() == "步兵"


def test_without_own_fields_the_form_is_as_it_was(shown, person):
    made = shown(PersonForm())
    made.edit(person())
    assert not [name for name in made.editors if name.startswith("own_")]
