"""The tab 基本信息."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.identity import Identity
from models.people.person import FamilyMember, Person
from tests.conftest import USER
from tests.ui.person.conftest import form
from ui.person.file_tabs import (
    BASIC_TAB,
)
from ui.person_forms.typed_death import AFFAIRS_LATER, AFFAIRS_NOW


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


@pytest.mark.parametrize(("answer", "goes_on"), [(AFFAIRS_NOW, True), (AFFAIRS_LATER, False)])
def test_a_day_of_death_that_is_typed_is_a_death(qtbot, file, boxes, answer, goes_on):
    window, wanted = file(state="享受待遇"), []
    window.section_wanted.connect(wanted.append)
    window.edit()
    form(window).editors["died"].set_value(PartDate(2020, 4, 20))
    boxes.answer = "继续修改"
    assert not window.save()
    assert Identity.get().state == "享受待遇"
    assert "2020年4月20日去世" in boxes[0]
    assert "从下一个月起停发" in boxes[0]
    boxes.answer = answer
    assert window.save()
    kept = Identity.get()
    assert (kept.state, kept.person.died) == ("去世", PartDate(2020, 4, 20))
    assert [str(each.since) for each in kept.history] == ["2020-04-20"]
    assert wanted == (["身后事"] if goes_on else [])
    assert window.header.badges.layout().itemAt(0).widget().text().endswith("去世")


def test_a_day_of_death_that_cannot_be_is_told_at_its_field_and_nothing_is_lost(file, boxes):
    window = file(state="享受待遇")
    window.edit()
    tomorrow = PartDate.of(date.today() + timedelta(days=1))
    form(window).editors["died"].set_value(tomorrow)
    form(window).editors["phone"].setText("13900001111")
    boxes.answer = AFFAIRS_LATER
    assert not window.save()
    assert "死亡日期晚于今天" in form(window).messages["died"].text()
    assert (Identity.get().state, Person.get().died, Person.get().phone) == ("享受待遇", None, "")
    form(window).editors["died"].set_value(PartDate(2020, 4, 20))
    assert window.save()
    assert (Person.get().died, Person.get().phone) == (PartDate(2020, 4, 20), "13900001111")
