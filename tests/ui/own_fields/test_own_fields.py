"""The window of the office's own fields: defined, changed, put in order, retired, deleted where nobody has said anything."""

from __future__ import annotations

import pytest

from models.core import journal
from models.own_fields.own_fields import own_fields
from models.own_fields.own_values import keep_own
from tests.conftest import USER
from ui.own_fields.window import OwnFieldsWindow


@pytest.fixture
def window(session, shown):
    return shown(OwnFieldsWindow(session))


@pytest.fixture
def page(window):
    return window.page


def names():
    return [each.name for each in own_fields()]


def test_a_field_is_defined_and_one_that_exists_is_refused_in_the_form(page, filled):
    problems = []

    def fill(dialog):
        form = dialog.form
        assert form.choices.isEnabled() is False
        form.editors["name"].set_value("联系电话")
        problems.append(form.check().get("name"))
        form.editors["name"].set_value("联络等次")
        form.type.set_value("选项")
        form.choices.set_value("优、良、差")

    filled(fill)
    page.add()
    assert problems == ["程序已有“联系电话”这一栏，直接用它登记，或换一个名称"]
    assert [(each.name, each.type, each.offered) for each in own_fields()] == [
        ("联络等次", "选项", ["优", "良", "差"])
    ]


def test_fields_are_moved_retired_and_restored_each_with_its_own_entry(page, define, session):
    for name in ("兵种", "联络员"):
        define(name, "文字")
    session.wrote()
    page.table.selectRow(1)
    page._move(-1)
    assert names() == ["联络员", "兵种"]
    page.table.selectRow(0)
    page.retire()
    assert names() == ["兵种"]
    page.retire()
    assert names() == ["联络员", "兵种"]
    assert (
        journal.Entry.get(journal.Entry.number == journal.last_number()).title == "恢复使用自设栏目：联络员"
    )


def test_a_field_that_says_something_is_not_deleted(page, define, person, session, boxes):
    field, who = define("兵种", "文字"), person()
    with journal.entry("修改", USER):
        keep_own(who.id, {field.key: "高炮"})
    session.wrote()
    page.table.selectRow(0)
    boxes.answer = "删除"
    page.delete()
    assert names() == ["兵种"]
    assert "已有1人登记了“兵种”，不能删除" in boxes[-1]
