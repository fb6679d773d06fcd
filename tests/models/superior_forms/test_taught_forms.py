from __future__ import annotations

from models.core.journal import Entry
from models.imports import own_headings
from models.imports.workbooks.sheet import Sheet
from models.superior_forms.taught_forms import remember_form
from models.superior_forms.understanding import understand
from tests.conftest import USER
from tests.factories import combatant, workbook

HEADING = ("序号", "姓名", "身份证号", "卡内编号", "帮扶措施")


def form_with(*heading):
    return understand(
        "市局.xlsx", [Sheet("表", False, [list(heading), [""] * len(heading)], 1, 0, (), frozenset(), 0)]
    )


def test_what_was_decided_of_a_form_holds_for_the_next_one_of_its_shape(archive):
    form = form_with(*HEADING)
    assert [fact.heading for fact in form.asked() if fact.open] == ["卡内编号", "帮扶措施"]
    remember_form(form, {form.sheets[0].form: {3: "person.veteran_card", 4: ""}}, USER)
    again = form_with(*HEADING)
    assert not [fact for fact in again.asked() if fact.open]
    assert [fact.field for fact in again.asked() if fact.answered][-1] == "person.veteran_card"
    other = form_with(*HEADING, "备注")
    assert [fact.heading for fact in other.asked() if fact.open] == ["卡内编号", "帮扶措施"]


def test_what_a_form_taught_holds_for_reading_such_a_list_too(archive, take_in, tmp_path):
    form = form_with(*HEADING[:4])
    remember_form(form, {form.sheets[0].form: {3: "person.veteran_card"}}, USER)
    number = combatant()[5]
    take_in(workbook(tmp_path / "参战.xlsx", {"参战": [HEADING[:4], [1, "李四", number, "青优000123"]]}))
    from models.people.person import Person

    assert Person.get(Person.number == number).veteran_card == "青优000123"


def test_what_an_import_taught_holds_for_forms(archive):
    form = form_with(*HEADING)
    with_roster = form.sheets[0].roster
    from models.core import journal

    with journal.entry("导入", USER):
        own_headings.remember({with_roster: {3: "person.insurance_no"}})
    again = form_with(*HEADING)
    assert next(fact for fact in again.asked() if fact.heading == "卡内编号").field == "person.insurance_no"


def test_what_was_decided_is_one_entry(archive):
    form = form_with(*HEADING)
    before = Entry.select().count()
    remember_form(form, {form.sheets[0].form: {3: "person.veteran_card"}}, USER)
    assert Entry.select().count() == before + 1
    assert not remember_form(form, {}, USER)
