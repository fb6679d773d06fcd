"""A sheet of which nothing was understood is mapped by hand: which row is the heading, and which column is what."""

from __future__ import annotations

from models.people.person import Person
from tests import factories
from tests.ui.imports.conftest import box_of, cells, choose, read
from ui.imports.sheet_picture import WITHOUT_HEADING
from ui.imports.wizard import DONE_STEP

NAMES = ["扎西", "卓玛", "才让"]  # no usual surnames


def strange(file, heading=("甲", "乙", "丙")):
    """A list of which neither headings nor names tell anything."""
    people = [[name, factories.citizen_number(), "塔尔沟"] for name in NAMES]
    return factories.workbook(
        file, {"Sheet1": [["2020年底数"], list(heading), *people] if heading else people}
    )


def rows_of(picture):
    return [picture.rows.item(row, 0).text() for row in range(picture.rows.rowCount())]


def by_hand(qtbot, wizard, heading, first):
    page = wizard.understood
    choose(page.sheets.cellWidget(0, 3), "参战退役人员")
    choose(page.picture.heading, heading)
    qtbot.waitUntil(lambda: first in cells(page.columns, 1))
    for heading, name in zip(in_place(page.columns), ("name", "number", "community"), strict=True):
        box = box_of(page.columns, heading)
        choose(box, Person.labels()[name])
        qtbot.waitUntil(lambda box=box, heading=heading: box_of(page.columns, heading) is not box)


def in_place(columns):
    """The headings in the order of the sheet, whatever stands first in the table."""
    return [heading for _, heading in sorted(zip(cells(columns, 0), cells(columns, 1), strict=True))]


def finish(qtbot, wizard):
    wizard.forward.click()
    wizard.forward.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == DONE_STEP)
    return {person.name for person in Person.select()}


def test_the_first_rows_are_shown_as_they_stand(qtbot, wizard, tmp_path):
    read(qtbot, wizard, strange(tmp_path / "一.xlsx"))
    assert rows_of(wizard.understood.picture)[:3] == ["2020年底数", "甲", "扎西"]
    assert "没有读入" in wizard.understood.sheets.item(0, 4).text()


def test_a_heading_that_says_nothing_is_mapped_by_hand(qtbot, wizard, tmp_path):
    read(qtbot, wizard, strange(tmp_path / "一.xlsx"))
    by_hand(qtbot, wizard, "第2行", "甲")
    assert in_place(wizard.understood.columns) == ["甲", "乙", "丙"]
    assert finish(qtbot, wizard) == set(NAMES)


def test_a_sheet_without_a_heading_is_mapped_by_hand(qtbot, wizard, tmp_path):
    read(qtbot, wizard, strange(tmp_path / "一.xlsx", None))
    by_hand(qtbot, wizard, WITHOUT_HEADING, "A列（无表头）")
    assert finish(qtbot, wizard) == set(NAMES)


def test_the_same_form_is_read_by_itself_the_next_time(qtbot, wizard, session, tmp_path):
    read(qtbot, wizard, strange(tmp_path / "一.xlsx"))
    by_hand(qtbot, wizard, "第2行", "甲")
    finish(qtbot, wizard)
    from ui.imports.wizard import ImportWizard

    again = ImportWizard(session)
    qtbot.addWidget(again)
    again.show()
    second = factories.workbook(
        tmp_path / "二.xlsx", {"参战": [["甲", "乙", "丙"], ["德吉", factories.citizen_number(), "塔尔沟"]]}
    )
    read(qtbot, again, second)
    assert finish(qtbot, again) == {*NAMES, "德吉"}
