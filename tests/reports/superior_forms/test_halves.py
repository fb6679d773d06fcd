from __future__ import annotations

import docx
import pytest
from openpyxl import load_workbook

from models.core.jobs import finish
from models.people.person import Person
from reports.superior_forms.filling import fill_form
from reports.superior_forms.form_files import read_form
from tests.factories import workbook
from tests.reports.superior_forms.papers import word_list

HALF = ["序号", "姓名", "身份证号", "补助说明"]
BLANK = [""] * 4


@pytest.fixture
def people(person):
    """Five people by name."""
    return [person(name=f"马{number}") for number in "一二三四五"]


@pytest.fixture
def filled(people, tmp_path):
    """The rows of a form of these rows, filled for five people, and what was left."""

    def fill(*rows):
        out = tmp_path / "已填.xlsx"
        file = workbook(tmp_path / "市局.xlsx", {"表": list(rows)})
        left = finish(fill_form(read_form(file), list(Person.select()), out)).left
        return [list(row) for row in load_workbook(out).worksheets[0].iter_rows(values_only=True)], left

    return fill


def names(rows, *columns):
    return [[row[column] for column in columns] for row in rows]


def test_both_halves_of_a_form_are_filled_the_left_first(filled):
    rows, left = filled(HALF + HALF, BLANK + BLANK, BLANK + BLANK, BLANK + BLANK, ["合计"])
    assert names(rows[1:5], 0, 1, 4, 5) == [
        [1, "马一", 4, "马四"],
        [2, "马二", 5, "马五"],
        [3, "马三", None, None],
        ["合计", None, None, None],
    ]
    assert [(each.number, each.heading) for each in left] == [("", "补助说明")]


def test_halves_without_room_get_rows(filled):
    rows, _ = filled([*HALF, "", *HALF], [*BLANK, "", *BLANK], ["合计"])
    assert names(rows[1:], 0, 1, 5, 6) == [
        [1, "马一", 4, "马四"],
        [2, "马二", 5, "马五"],
        [3, "马三", None, None],
        ["合计", None, None, None],
    ]


def test_the_forms_own_numbers_say_who_comes_next(filled):
    rows, _ = filled(HALF + HALF, [1, "", "", "", 2, "", "", ""], [3, "", "", "", 4, "", "", ""])
    assert names(rows[1:], 0, 1, 4, 5) == [
        [1, "马一", 2, "马二"],
        [3, "马三", 4, "马四"],
        [5, "马五", None, None],
    ]


def test_people_listed_in_either_half_stay_where_they_stand(filled, people):
    one, two = people[0], people[4]
    rows, _ = filled(
        HALF + HALF,
        [1, "马一", one.number, "", 3, "马五", two.number, ""],
        [2, "", "", "", 4, "", "", ""],
    )
    assert names(rows[1:], 1, 5) == [["马一", "马五"], ["马二", "马三"], ["马四", None]]


def test_a_helpers_half_is_not_filled(people, tmp_path):
    rows = [["本人", "", "监护人", ""], ["姓名", "身份证号"] * 2, [""] * 4]
    form = read_form(workbook(tmp_path / "市局.xlsx", {"表": rows})).form
    assert [each.answered for each in form.asked()] == [True, True, False, False]


def test_both_halves_of_a_documents_table_are_filled(people, tmp_path):
    file, out = word_list(tmp_path / "市局.docx", ["姓名", "身份证号"] * 2, 2), tmp_path / "已填.docx"
    finish(fill_form(read_form(file), people, out))
    (table,) = docx.Document(str(out)).tables
    assert [[row.cells[0].text, row.cells[2].text] for row in table.rows][1:] == [
        ["马一", "马四"],
        ["马二", "马五"],
        ["马三", ""],
    ]
