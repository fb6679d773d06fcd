"""The office's own headings: bound to the form of a table, kept with the import, taken back singly or with it."""

from __future__ import annotations

import json

import pytest

from models.core import journal
from models.core.jobs import finish
from models.core.journal import Entry
from models.imports import imports, own_headings
from models.imports.evidence.taught import OF_ROSTER, TableForm
from models.imports.sheet_answers import SheetAnswers
from models.imports.sheets.dictionary import NOTHING
from models.office.settings import OWN_HEADINGS, Setting
from models.people.person import Person
from models.undo.undo import undo
from tests import factories

USER = "王芳"
HEADING = ["姓名", "身份证号", "手头电话"]
FORM = TableForm.of(OF_ROSTER, HEADING)


def roster(file, phone="13900001111", heading=HEADING, name="张三"):
    row = [name, factories.citizen_number(), phone, *[""] * (len(heading) - 3)]
    return factories.workbook(file, {"三属": [heading, row]})


def taken_in(file, columns=None):
    plan = finish(imports.read_workbooks([file], SheetAnswers(columns=columns or {})))
    return finish(imports.apply(plan, USER))


def told_by_an_older_version(words):
    setting = Setting(name=OWN_HEADINGS, value=json.dumps(words, ensure_ascii=False))
    with journal.entry("记住表头的读法", USER):
        setting.save()


def test_a_correction_holds_for_this_import_and_is_kept_only_with_it(archive, tmp_path):
    answers = SheetAnswers(columns={FORM: {2: "person.phone"}})
    plan = finish(imports.read_workbooks([roster(tmp_path / "一.xlsx")], answers))
    assert plan.people[0].phone == "13900001111"
    assert not own_headings.known().forms
    again = finish(imports.read_workbooks([roster(tmp_path / "二.xlsx")]))
    assert again.people[0].phone == ""  # nobody imported what was corrected


def test_what_was_said_is_one_entry_with_the_import_and_holds_for_tables_of_that_form(archive, tmp_path):
    taken_in(roster(tmp_path / "一.xlsx"), {FORM: {2: "person.phone"}})
    assert Entry.select().count() == 1
    taken_in(roster(tmp_path / "二.xlsx", "13900002222", name="李四"))
    assert Person.get(name="李四").phone == "13900002222"


def test_undoing_the_import_takes_back_what_was_said_in_it(archive, tmp_path):
    entry = taken_in(roster(tmp_path / "一.xlsx"), {FORM: {2: "person.phone"}})
    assert own_headings.known().forms == {FORM: {2: "person.phone"}}
    undo(entry, USER)
    assert not own_headings.known().forms


def test_what_was_said_of_one_table_says_nothing_of_another(archive, tmp_path):
    taken_in(roster(tmp_path / "一.xlsx"), {FORM: {0: NOTHING, 2: "person.name"}})
    other = roster(tmp_path / "二.xlsx", "13900002222", [*HEADING, "备注"], "李四")
    taken_in(other)
    assert Person.get(name="李四").phone == ""


def test_a_helpers_name_made_a_remark_leaves_an_ordinary_roster_readable(archive, tmp_path):
    """Case: in a list with the group of a helper his 姓名 was made a remark; then every other roster had no name."""
    number = factories.citizen_number()
    rows = [
        ["优抚对象", "", "帮扶责任人", ""],
        ["姓名", "身份证号", "姓名", "联系电话"],
        ["赵一山", number, "李干部", "13911112222"],
    ]
    file = factories.workbook(tmp_path / "帮扶.xlsx", {"参战": rows})
    plan = finish(imports.read_workbooks([file]))
    columns = plan.sheets[0].roster.columns
    form = TableForm.of(OF_ROSTER, [column.written for column in columns])
    position = next(i for i, column in enumerate(columns) if "帮扶" in column.heading)
    taken_in(file, {form: {position: ""}})
    taken_in(factories.roster(tmp_path / "花名册.xlsx", factories.combatant("钱二水")))
    assert {person.name for person in Person.select()} == {"赵一山", "钱二水"}


def test_a_form_is_taken_back_singly(archive, tmp_path):
    taken_in(roster(tmp_path / "一.xlsx"), {FORM: {2: "person.phone"}})
    own_headings.forget_form(FORM, USER)
    own_headings.forget_form(FORM, USER)  # a second time there is nothing to take back
    assert not own_headings.known().forms
    assert Entry.select().count() == 2


def test_a_column_may_be_left_out_for_good(archive, tmp_path):
    taken_in(roster(tmp_path / "一.xlsx"), {FORM: {2: NOTHING}})
    taken_in(roster(tmp_path / "二.xlsx", name="李四"))
    person = Person.get(name="李四")
    assert (person.phone, person.remarks.count()) == ("", 0)


def test_what_an_older_version_was_told_of_a_single_heading_still_holds(archive, take_in, tmp_path):
    told_by_an_older_version({"手头电话": "person.phone"})
    take_in(roster(tmp_path / "一.xlsx"))
    assert Person.get().phone == "13900001111"


@pytest.mark.parametrize("said", ["", NOTHING, "person.residence"])
def test_what_an_older_version_was_told_never_makes_a_roster_unreadable(archive, take_in, tmp_path, said):
    told_by_an_older_version({"姓名": said, "身份证号": said})
    take_in(roster(tmp_path / "一.xlsx"))
    assert Person.get().name == "张三"


def test_a_single_heading_of_an_older_version_is_taken_back_singly(archive, take_in, tmp_path):
    told_by_an_older_version({"手头电话": "person.phone", "住处": "person.residence"})
    own_headings.forget_word("手头电话", USER)
    own_headings.forget_word("没有说过", USER)
    assert own_headings.known().words == {"住处": "person.residence"}
    take_in(roster(tmp_path / "一.xlsx"))
    assert Person.get().phone == ""
