"""Fifty forms filled: what stands in them is what the archive says, and nothing but the filled cells has changed."""

from __future__ import annotations

import docx
import pytest
from openpyxl import load_workbook

from models.core.jobs import finish
from models.superior_forms.answer_styles import AnswerStyle
from models.superior_forms.answers import AnswerFacts, answer_for
from models.superior_forms.form_people import form_people
from reports.superior_forms.filling import fill_form
from reports.superior_forms.form_files import read_form
from tests.scenarios.superior_forms.differences import looks, other_parts, without_rows
from tests.scenarios.superior_forms.forms import ALL_FORMS
from tests.scenarios.superior_forms.papers import FREE_ROWS, make_form

TABLES = [form for form in ALL_FORMS if form.layout not in ("word", "word page", "page", "in cell", "down")]
PAGES = [form for form in ALL_FORMS if form.layout in ("page", "in cell", "down")]
DOCUMENTS = [form for form in ALL_FORMS if form.layout.startswith("word")]


def by_title(form):
    return form.title


@pytest.mark.parametrize("form", TABLES, ids=by_title)
def test_a_table_differs_from_the_form_in_nothing_but_filled_cells(town, tmp_path, today, form):
    source, out = make_form(tmp_path, form), tmp_path / "已填.xlsx"
    read = read_form(source)
    filled = finish(fill_form(read, town, out, today=today))
    asking = filled.form.sheets[0]
    first = asking.heading_row + 1 + (form.layout in ("example", "numbered"))
    free = FREE_ROWS.get(form.layout, 8)
    added = max(0, filled.people - free)
    last = first + free - 1
    assert filled.people == (2 if asking.kind else 16)
    changed = other_parts(source, out)
    assert set(changed) <= {"xl/workbook.xml"}
    assert not changed or added or form.layout == "foot"
    before, after = looks(source, first, last), looks(out, first, last, added)
    for place, said in before.items():
        if isinstance(said, tuple) and place not in ("page",):
            assert without_rows(after[place][0]) == without_rows(said[0]), place
            assert after[place][1:] == said[1:], place
        else:
            assert after[place] == said


@pytest.mark.parametrize("form", TABLES, ids=by_title)
def test_a_table_says_of_everybody_what_the_archive_says(town, tmp_path, today, form):
    source, out = make_form(tmp_path, form), tmp_path / "已填.xlsx"
    filled = finish(fill_form(read_form(source), town, out, today=today))
    asking = filled.form.sheets[0]
    sheet = load_workbook(out).worksheets[0]
    known = {fact.field: fact.place[1] + 1 for fact in asking.asked if fact.sure}
    key = "number" if "person.number" in known else "name"
    column = known[f"person.{key}"]
    rows = {sheet.cell(row, column).value: row for row in range(asking.heading_row + 1, sheet.max_row + 1)}
    facts = AnswerFacts("", today, asking.kind)
    told = {(each.number, each.heading) for each in filled.left}
    for whom in form_people(town, asking.kind, asking.leaning):
        if not whom.of_kind(asking.kind):
            continue
        row = rows[getattr(whom.person, key)]
        for fact in asking.asked:
            if fact.answered and fact.field.startswith(("person.", "account.")):
                plain = answer_for(whom, fact.field, AnswerStyle(), facts).value
                shown = sheet.cell(row, fact.place[1] + 1).value
                assert (shown not in (None, "")) == (plain != "") or (
                    whom.person.number,
                    fact.heading,
                ) in told


@pytest.mark.parametrize("form", PAGES, ids=by_title)
def test_a_page_is_a_file_for_each_and_keeps_everything_else(town, tmp_path, today, form):
    source = make_form(tmp_path, form)
    read = read_form(source)
    filled = finish(fill_form(read, town[:8], tmp_path / "已填", today=today))
    assert len(filled.files) == filled.people == (1 if filled.form.sheets[0].kind else 8)
    for file in filled.files:
        assert other_parts(source, file) == []
        words = " ".join(
            str(cell.value)
            for row in load_workbook(file).worksheets[0].iter_rows()
            for cell in row
            if cell.value
        )
        assert file.stem.partition("_")[0] in words
        assert file.stem.partition("_")[2] in words
        assert all(heading in words for heading in form.headings)


@pytest.mark.parametrize("form", DOCUMENTS, ids=by_title)
def test_a_document_says_who_it_is_about(town, tmp_path, today, form):
    source = make_form(tmp_path, form)
    out = tmp_path / ("已填" if "page" in form.layout else "已填.docx")
    filled = finish(fill_form(read_form(source), town, out, today=today))
    for file in filled.files:
        made = docx.Document(str(file))
        words = "\n".join(cell.text for table in made.tables for row in table.rows for cell in row.cells)
        people = [each for each in town if each.number in words]
        assert len(people) == (1 if "page" in form.layout else filled.people)
        assert all(each.name in words for each in people)
        assert other_parts(source, file, "word/document.xml") == []
