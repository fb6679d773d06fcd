from __future__ import annotations

import pytest
from openpyxl import load_workbook

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.people.person import FamilyMember, Person
from reports.superior_forms.filling import fill_form
from reports.superior_forms.form_files import read_form
from tests.conftest import USER
from tests.factories import workbook

HEADING = ["序号", "姓名", "身份证号", "联系电话"]


def fill(file, people, out, by_words=False):
    return finish(fill_form(read_form(file), people, out, by_words))


def column(file, number, sheet=0):
    return [row[number] for row in load_workbook(file).worksheets[sheet].iter_rows(values_only=True)]


def test_the_superiors_file_is_never_written_to(person, tmp_path):
    file = workbook(tmp_path / "市局.xlsx", {"表": [HEADING]})
    before = file.read_bytes()
    with pytest.raises(Refusal, match="原表"):
        fill(file, [person()], file)
    assert file.read_bytes() == before


def test_nobody_is_no_form(archive, tmp_path):
    with pytest.raises(Refusal, match="没有找到要填的人"):
        fill(workbook(tmp_path / "市局.xlsx", {"表": [HEADING]}), [], tmp_path / "已填.xlsx")


def test_a_sheet_for_each_kind_gets_the_people_of_that_kind(identity, person, tmp_path):
    identity(person(name="战一"), kind="参战退役人员")
    identity(person(name="残一"), kind="伤残人员", grade="七级", nature="因战")
    file = workbook(tmp_path / "市局.xlsx", {"伤残": [HEADING], "参战": [HEADING]})
    out = tmp_path / "已填.xlsx"
    filled = fill(file, list(Person.select()), out)
    assert (column(out, 1), column(out, 1, 1)) == (["姓名", "残一"], ["姓名", "战一"])
    assert filled.people == 2


def test_who_has_not_the_forms_right_is_told_when_chosen_by_name(identity, person, tmp_path):
    identity(person(name="战一"), kind="参战退役人员")
    other = person(name="无")
    file = workbook(tmp_path / "市局.xlsx", {"参战": [HEADING]})
    filled = fill(file, list(Person.select()), tmp_path / "已填.xlsx", by_words=True)
    assert (other.number, "没有“参战退役人员”身份") in [(each.number, each.reason) for each in filled.left]


def test_a_column_that_some_kinds_have_not_is_told_once_with_these_kinds(identity, person, tmp_path):
    for number in range(2):
        identity(person(name=f"战{number}"), kind="参战退役人员")
    identity(person(name="残一"), kind="伤残人员", grade="七级", nature="因战")
    file = workbook(tmp_path / "市局.xlsx", {"表": [[*HEADING[:3], "伤残等级"]]})
    left = fill(file, list(Person.select()), tmp_path / "已填.xlsx").left
    assert [(each.number, each.heading, each.reason) for each in left] == [
        ("", "伤残等级", "参战退役人员没有这一项，这一栏留空")
    ]


def test_people_on_the_form_already_are_completed_where_they_stand(person, tmp_path):
    one, two = person(name="马一", phone="13900000001"), person(name="马二", phone="13900000002")
    file = workbook(
        tmp_path / "市局.xlsx",
        {"表": [HEADING, [1, "马二", two.number, ""], [2, "马一", one.number, "0971-1234567"], ["合计"]]},
    )
    out = tmp_path / "已填.xlsx"
    fill(file, list(Person.select()), out)
    assert column(out, 3) == ["联系电话", "13900000002", "0971-1234567", None]


def test_somebody_on_the_form_who_is_not_on_file_is_told(person, tmp_path):
    person(name="马一")
    file = workbook(tmp_path / "市局.xlsx", {"表": [HEADING, [1, "外人", "630103195001011234", ""]]})
    filled = fill(file, list(Person.select()), tmp_path / "已填.xlsx")
    assert [(each.number, each.name) for each in filled.left] == [("630103195001011234", "外人")]


def test_an_example_row_stays_and_shows_how_days_are_written(person, tmp_path):
    person(name="马一")
    file = workbook(
        tmp_path / "市局.xlsx",
        {"表": [["序号", "姓名", "身份证号", "出生日期"], ["例", "张三", "", "1950.01.02"]]},
    )
    out = tmp_path / "已填.xlsx"
    fill(file, list(Person.select()), out)
    assert column(out, 1) == ["姓名", "张三", "马一"]
    assert column(out, 3) == ["出生日期", "1950.01.02", "1950.06.15"]


def test_a_form_cancelled_in_the_middle_leaves_nothing(person, tmp_path):
    people = [person(name=f"马{number}") for number in range(60)]
    out = tmp_path / "已填.xlsx"
    job = fill_form(read_form(workbook(tmp_path / "市局.xlsx", {"表": [HEADING]})), people, out)
    next(job)
    job.close()
    assert not list(tmp_path.glob("已填*"))


def test_a_form_of_a_kind_that_nobody_has_is_refused(person, tmp_path):
    someone = person(name="无")
    for name, rows in (
        ("参战名单", [HEADING]),
        ("参战登记表", [["姓名", "", "身份证号", ""], ["联系电话", ""]]),
    ):
        file = workbook(tmp_path / f"{name}.xlsx", {"参战": rows})
        with pytest.raises(Refusal, match="没有这种身份"):
            fill(file, [someone], tmp_path / "已填.xlsx")


def test_the_family_stands_in_its_rows_and_who_has_no_room_is_told(person, tmp_path):
    someone = person(name="马一")
    with journal.entry("登记", USER):
        for number, relation in enumerate(("妻子", "长子", "长女"), start=1):
            FamilyMember(
                person=someone, relation=relation, name=f"家{number}", born=PartDate(1970, number)
            ).save()
    rows = [
        ["姓名", "", "身份证号", ""],
        ["联系电话", "", "住址", ""],
        ["称谓", "姓名", "出生年月", "工作单位"],
        [""],
        [""],
        ["备注："],
    ]
    out = tmp_path / "已填.xlsx"
    filled = fill(workbook(tmp_path / "登记表.xlsx", {"表": rows}), [someone], out)
    assert [column(out, at)[3:5] for at in range(3)] == [
        ["妻子", "长子"],
        ["家1", "家2"],
        ["1970-01", "1970-02"],
    ]
    assert "家庭成员有3人，表上只有2行" in [each.reason for each in filled.left]


def test_serials_go_on_from_what_stands_above(person, tmp_path):
    for name in ("马一", "马二", "马三", "马四"):
        person(name=name)
    rows = [HEADING, [1], [2], [3], ["合计"]]
    file, hidden = workbook(tmp_path / "市局.xlsx", {"表": rows}), 3
    book = load_workbook(file)
    book.worksheets[0].row_dimensions[hidden].hidden = True
    book.save(file)
    out = tmp_path / "已填.xlsx"
    fill(file, list(Person.select()), out)
    assert column(out, 0) == ["序号", 1, 2, 3, 4, 5, "合计"]
    assert column(out, 1)[hidden - 1] is None


def test_people_put_in_below_others_are_numbered_on(person, tmp_path):
    someone = person(name="马一")
    listed = [[1, "外人", "630103195001011234", ""], [2, "外人", "630103195001011250", ""]]
    file = workbook(tmp_path / "市局.xlsx", {"表": [HEADING, *listed]})
    out = tmp_path / "已填.xlsx"
    fill(file, [someone], out, by_words=True)
    assert list(zip(column(out, 0), column(out, 1), strict=True))[-1] == (3, "马一")
