"""The tables that an office hands in: who is counted in which cell."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.people.state_changes import change_state
from models.year.statistics import people
from tests.conftest import USER
from tests.models.year.statistics.states import changed, state


def told(sheet, row, column, group=""):
    rows = [each.label for each in sheet.rows]
    columns = [(each.group, each.label) for each in sheet.columns]
    return sheet.cells[rows.index(row)][columns.index((group, column))].value


def test_people_are_counted_by_street_and_kind(person, identity):
    identity(person(street="总寨镇"), kind="伤残人员", category="残疾军人", grade="六级", nature="因战")
    identity(person(street="总寨镇"), kind="三属", category="烈士遗属")
    identity(person(street="南滩街道"), kind="参试退役人员", test="原8023部队退役人员")
    sheet = people.people_sheet(2020)
    assert told(sheet, "总寨镇", "残疾军人", "伤残人员") == 1
    assert told(sheet, "合计", "烈士遗属", "享受定期抚恤金人员") == 1
    assert told(sheet, "合计", "合计(不含两参)") == 2
    assert told(sheet, "南滩街道", "原8023部队退役人员", "两参人员") == 1
    assert told(sheet, "合计", "合计") == 3


def test_somebody_of_two_kinds_is_one_person_and_two_identities(person, identity):
    someone = person(street="总寨镇")
    identity(someone, kind="伤残人员", category="残疾军人", grade="六级", nature="因战")
    identity(someone, kind="参战退役人员", category="参战退役人员")
    sheet = people.people_sheet(2020)
    assert told(sheet, "合计", "合计") == 2
    assert "2个身份，1人" in sheet.notes[0]


def test_what_the_form_has_no_column_for_is_not_lost(person, identity):
    identity(person(), kind="在乡退伍红军老战士", category="红军失散人员")
    identity(person(), kind="伤残人员", category="", grade="八级", nature="因公")
    sheet = people.people_sheet(2020)
    assert told(sheet, "合计", "其他优抚对象") == 1
    assert told(sheet, "合计", "未分类", "伤残人员") == 1
    assert told(sheet, "未登记街道(镇)", "合计") == 2


def test_only_those_paid_on_the_last_day_of_the_year_are_counted(identity):
    paid, stopped = identity(), identity()
    for each, since in ((paid, PartDate(2021, 3)), (stopped, PartDate(2020, 9))):
        state(each, "享受待遇", PartDate(2010, 1))
        with journal.entry("停发", USER):
            change_state(changed(each, "停发", since))
    assert told(people.people_sheet(2020), "合计", "合计") == 1
    assert told(people.people_sheet(2019), "合计", "合计") == 2
    assert told(people.people_sheet(2021), "合计", "合计") == 0


def test_the_disabled_by_grade_nature_and_standing(identity):
    for standing in ("在乡", "在乡", "在职", ""):
        identity(kind="伤残人员", category="残疾军人", grade="七级", nature="因战", standing=standing)
    sheet = people.disabled(2020)
    assert [told(sheet, "七级", each, "因战") for each in ("在乡", "在职", "未登记", "小计")] == [2, 1, 1, 4]
    assert told(sheet, "一级", "小计", "因公") == 0
    assert len(sheet.rows) == 11


def test_years_of_service_are_added_up(identity):
    for years in (3, 3, 26, None):
        identity(kind="农村籍退役士兵", service_years=years)
    sheet = people.old_soldiers(2020)
    assert [told(sheet, "合计", each) for each in ("3年", "大于25年", "未登记", "合计人数", "合计年限")] == [
        2, 1, 1, 4, 32,
    ]  # fmt: skip


def test_survivors_in_town_and_country(person, identity):
    identity(person(household="农村"), kind="三属", category="烈士遗属")
    identity(person(household="城镇"), kind="三属", category="烈士遗属")
    identity(person(household="城镇"), kind="三属", category="")
    sheet = people.survivors(2020)
    assert [told(sheet, "合计", each, "烈士遗属") for each in ("城镇", "农村", "小计")] == [1, 1, 2]
    assert told(sheet, "合计", "未登记类别") == 1
