from __future__ import annotations

from models.core.jobs import finish
from models.core.journal import Entry
from models.imports import imports, own_headings
from models.imports.rosters.headings import field_of
from models.imports.sheets import dictionary
from models.people.person import Person
from tests import factories

USER = "王芳"


def roster(file, phone):
    rows = [["姓名", "身份证号", "手头电话"], ["张三", factories.citizen_number(), phone]]
    return factories.workbook(file, {"三属": rows})


def test_a_correction_holds_for_this_import(archive, tmp_path):
    plan = finish(
        imports.read_workbooks(
            [roster(tmp_path / "一.xlsx", "13900001111")], None, {"手头电话": "person.phone"}
        )
    )
    assert plan.people[0].phone == "13900001111"
    again = finish(imports.read_workbooks([roster(tmp_path / "二.xlsx", "13900001111")]))
    assert again.people[0].phone == ""  # nobody asked to remember it


def test_what_is_remembered_holds_for_every_import(archive, take_in, tmp_path):
    own_headings.keep({" 手头 电话：": "person.phone"}, USER)
    take_in(roster(tmp_path / "一.xlsx", "13900001111"))
    assert Person.get().phone == "13900001111"


def test_what_is_known_already_is_not_written_again(archive):
    own_headings.keep({"手头电话": "person.phone"}, USER)
    own_headings.keep({"手头电话": "person.phone"}, USER)
    own_headings.keep({}, USER)
    assert Entry.select().count() == 1


def test_a_column_may_be_left_out_for_good(archive, take_in, tmp_path):
    own_headings.keep({"手头电话": dictionary.NOTHING}, USER)
    take_in(roster(tmp_path / "一.xlsx", "13900001111"))
    assert Person.get().phone == ""
    assert Person.get().remarks.count() == 0


def test_each_archive_has_its_own(archive):
    dictionary.learn({"手头电话": "person.phone"})
    assert field_of("手头电话") == "person.phone"
    dictionary.learn({})
    assert field_of("手头电话") == ""
