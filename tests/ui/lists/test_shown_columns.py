"""The shown columns of a list, on paper and in a workbook."""

from __future__ import annotations

import pytest

from reports.tables.list_columns import PAGE_MM
from tests.ui.tables.conftest import columns
from ui.lists.shown_columns import as_shown, chosen_columns, shown_facts
from ui.tables.query_rows import QueryModel
from ui.visits.visits import VisitsPage


@pytest.fixture
def page(session, qtbot):
    made = VisitsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_list_is_printed_as_the_officer_arranged_it(page, visit, qtbot):
    visit()
    visit()
    page.refresh()
    heads = page.table.headings
    heads.moveSection(1, 0)
    heads.show_column("street", False)
    made = as_shown(page.table, "走访慰问一览表", False)()
    titles = [page.rows.columns[heads.logicalIndex(n)].title for n in range(heads.count())]
    hidden = {page.rows.columns[n].title for n in range(heads.count()) if heads.isSectionHidden(n)}
    assert [each.words for each in made.headings] == [
        "序号",
        *(each for each in titles if each not in hidden),
    ]
    assert made.headings[1].words == "姓名(单位)"
    assert [row[:2] for row in made.rows] == [("1", "张三"), ("2", "张三")]
    assert round(sum(each.width for each in made.headings)) == round(PAGE_MM)


def test_rows_stand_as_the_list_sorts_them_and_what_is_gone_is_left_out(person):
    kept = [person(name=name) for name in ("甲", "乙")]
    rows = QueryModel(columns()[:2])
    rows.show(type(kept[0]).select())
    found = rows.records_of([kept[1].id, 99, kept[0].id])
    made = shown_facts("名单", rows.columns, found, False)
    assert [row[1] for row in made.rows] == ["乙", "甲"]


def test_every_list_that_prints_offers_it(page):
    words = [action.text() for action in page.findChildren(type(page._pressed[-1]))[-1].choices.actions()]
    assert "列表现在的样子（栏目、次序同窗口）" in words
    assert "列表现在的样子（栏目、次序同窗口）（存为Excel）" in words


def test_a_list_of_reckoned_facts_is_printed_as_it_looks_too(qtbot, session):
    from ui.forecast.events import EventsSection

    page = EventsSection(session)
    qtbot.addWidget(page)
    words = [action.text() for action in page.prints.choices.actions()]
    assert "列表现在的样子（栏目、次序同窗口）" in words
    page.table.headings.show_column("street", False)
    made = shown_facts("表", chosen_columns(page.table), [], True)
    assert "街道" not in "".join(each.words for each in made.headings)
