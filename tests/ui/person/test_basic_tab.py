"""The tab 基本信息."""

from __future__ import annotations

from models.core import journal
from models.people.person import FamilyMember
from tests.conftest import USER
from tests.ui.person.conftest import form
from ui.person.file_tabs import (
    BASIC_TAB,
)


def test_another_file_is_asked_for_when_the_number_is_somebody_elses(qtbot, file, person):
    other = person(name="李四")
    window = file(person())
    window.edit()
    form(window).editors["number"].set_value(other.number)
    with qtbot.waitSignal(window.open_other) as asked:
        form(window).messages["number"].linkActivated.emit(str(other.id))
    assert asked.args == [other.id]


def test_the_family_is_listed_and_remarks_of_old_rosters_too(file, person):
    someone = person()
    with journal.entry("登记", USER):
        FamilyMember.create(person=someone, name="王五", relation="子")
        someone.remarks.model.create(person=someone, label="党小组", words="第三组<b>")
    window = file(someone)
    page = window.tabs.pages[BASIC_TAB]
    assert page.family.rows.rowCount() == 1
    assert "第三组&lt;b&gt;" in page.remarks.text()
