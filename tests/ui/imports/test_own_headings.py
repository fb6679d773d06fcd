"""What the archive remembers of headings is listed and taken back one by one."""

from __future__ import annotations

import json

import pytest

from models.core import journal
from models.imports import own_headings
from models.imports.evidence.taught import OF_ROSTER, TableForm
from models.office.settings import OWN_HEADINGS, Setting
from ui.imports.own_headings import OwnHeadingsDialog

FORM = TableForm.of(OF_ROSTER, ["姓名", "身份证号", "手头电话"])


@pytest.fixture
def remembered(session):
    old = Setting(name=OWN_HEADINGS, value=json.dumps({"住处": "person.residence"}, ensure_ascii=False))
    with journal.entry("导入", session.user):
        own_headings.remember(
            {FORM: {2: "person.phone"}, TableForm("补助发放登记", ("姓名", "钱")): {1: "amount"}}
        )
        old.save()


@pytest.fixture
def dialog(qtbot, session):
    made = OwnHeadingsDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def words(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_what_is_remembered_is_said_in_the_officers_words(remembered, dialog):
    roster, register, old = words(dialog)
    assert roster.startswith("花名册：“手头电话”→联系电话")
    assert register.startswith("补助发放登记：“钱”→金额")
    assert old.startswith("所有的表：“住处”→")


def test_one_is_taken_back_and_the_others_stay(remembered, dialog):
    dialog.list.setCurrentRow(0)
    dialog.forget_button.click()
    assert len(words(dialog)) == 2
    assert FORM not in own_headings.known().forms
    dialog.list.setCurrentRow(1)
    dialog.forget_button.click()
    assert own_headings.known().words == {}


def test_an_archive_that_remembers_nothing_says_so(dialog):
    assert not dialog.list.isVisible()
    assert dialog.empty.isVisible()
    assert not dialog.forget_button.isEnabled()


def test_what_a_form_taught_is_listed_as_a_form(qtbot, session):
    from models.imports.evidence.taught import TableForm
    from models.superior_forms.form_fields import OF_SUPERIOR

    form = TableForm.of(OF_SUPERIOR, ["姓名", "卡内编号", "帮扶措施"])
    with session.entry("记住上级表格的填法"):
        own_headings.remember({form: {1: "person.veteran_card", 2: ""}})
    made = OwnHeadingsDialog(session)
    qtbot.addWidget(made)
    assert made.list.item(0).text().startswith("上级的表（填表）：“卡内编号”→优待证号；“帮扶措施”→留空")
