from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from models.core import journal
from models.core.record import db, insert_all
from models.people.person import Person
from tests import factories
from ui.jobs import jobs
from ui.tables.query_rows import RecordRole
from ui.tables.tables import RIGHT, Column, QueryModel, RecordTable
from ui.widgets import theme

BORN = date(1930, 1, 1)  # of the first; each is a day younger than the one before
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def columns():
    return [
        Column("name", "姓名", lambda p: p.name, Person.name),
        Column("number", "公民身份号码", lambda p: p.number, Person.number, 170),
        Column(
            "income", "年收入", lambda p: p.income or "", Person.income, align=RIGHT, value=lambda p: p.income
        ),
        Column("notes", "备注", lambda p: p.notes),
        Column("phone", "联系电话", lambda p: p.phone, Person.phone, hidden=True),
    ]


@pytest.fixture
def people(archive):
    """Put many people into the archive: names 0000, 0001, …, and an income of as many yuan."""

    def make(count):
        with journal.entry("登记", "王芳"):
            insert_all(
                Person,
                [
                    Person(
                        name=f"{n:04d}",
                        number=factories.citizen_number(BORN + timedelta(days=n)),
                        income=Decimal(n) + Decimal("0.5"),
                    )
                    for n in range(count)
                ],
            )

    return make


@pytest.fixture
def rows(qtbot):
    found = QueryModel(columns())
    QAbstractItemModelTester(found, FATAL, found)
    return found


@pytest.fixture
def table(qtbot, rows):
    found = RecordTable(rows, "people", "没有符合条件的人")
    qtbot.addWidget(found)
    found.resize(900, 400)
    with qtbot.waitExposed(found):
        found.show()
    return found


def everybody():
    return Person.select().order_by(Person.name)


def select(table, top, left, bottom, right):
    chosen = QItemSelection(table.rows.index(top, left), table.rows.index(bottom, right))
    table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def statements(work):
    """The SQL that something takes."""
    said = []
    real = db.execute_sql
    db.execute_sql = lambda sql, *rest: said.append(sql) or real(sql, *rest)
    try:
        work()
    finally:
        del db.execute_sql
    return said


def test_a_table_knows_every_row_but_holds_only_the_pages_looked_at(people):
    people(700)
    rows = QueryModel(columns())
    assert len(statements(lambda: rows.show(everybody()))) == 1
    assert rows.rowCount() == 700
    assert len(statements(lambda: rows.index(650, 0).data())) == 1
    assert rows.index(650, 0).data() == "0650"
    assert not statements(lambda: rows.index(699, 2).data())
    assert rows.index(3, 0).data(RecordRole) == Person.get(name="0003")


def test_pages_looked_at_long_ago_are_let_go(rows, people):
    people(700)
    rows.PAGE, rows.HELD = 10, 3
    rows.show(everybody())
    for row in range(0, 700, 10):
        assert rows.index(row, 0).data() == f"{row:04d}"
    assert len(rows._pages) == 3


def test_the_database_sorts(rows, people):
    people(300)
    rows.show(everybody())
    rows.sort(2, Qt.SortOrder.DescendingOrder)
    assert rows.row_of(Person.get(name="0000").id) == 299
    rows.show(everybody().where(Person.name < "0010"))  # another filter keeps the chosen order
    assert rows.index(0, 0).data() == "0009"
    rows.sort(3)  # a column that cannot be sorted gives back the query's own order
    assert rows.index(0, 0).data() == "0000"


def test_a_joined_query_is_shown_with_each_record_once(rows, person, identity):
    someone = person(name="李四")
    identity(someone)
    identity(someone, kind="伤残人员")
    from models.people.identity import Identity

    rows.show(Person.select().join(Identity).order_by(Person.name))
    assert rows.keys() == [someone.id]
    assert rows.index(0, 0).data() == "李四"


def test_a_record_that_somebody_deleted_is_an_empty_row(people, session):
    people(3)
    rows = QueryModel(columns())
    rows.show(everybody())
    with session.entry("删除"):
        Person.get(name="0001").delete_instance()
    assert rows.index(1, 0).data() == ""
    assert rows.record(1) is None
    rows.refresh()
    assert rows.rowCount() == 2
    assert rows.row_of(12345) == -1


def test_many_rows_are_sorted_in_the_background(qtbot, table, people):
    people(300)
    table.rows.MANY = 100
    table.rows.show(everybody())
    table.selectRow(7)
    with qtbot.waitSignal(table.rows.shown):
        table.rows.sort(0, Qt.SortOrder.DescendingOrder)
        assert table.rows.index(0, 0).data() == "0000"  # the old rows stay until then
    assert table.rows.index(0, 0).data() == "0299"
    assert table.record().name == "0007"


def test_the_last_of_several_wishes_is_shown(qtbot, rows, people):
    people(300)
    rows.MANY = 100
    rows.show(everybody())
    with qtbot.waitSignal(rows.shown):
        for last in ("0200", "0150", "0120"):
            rows.show(everybody().where(Person.name < last))
    assert rows.rowCount() == 120


def test_a_selection_stays_with_its_records(qtbot, table, people, session):
    people(50)
    table.rows.show(everybody())
    select(table, 10, 0, 12, 2)
    chosen = table.selected_keys()
    with session.entry("登记"):
        Person(name="0000a", number=factories.citizen_number()).save()
    table.rows.refresh()
    assert table.selected_keys() == chosen
    assert table.selectedIndexes()[0].row() == 11


def test_a_person_who_was_looked_at_stays_where_he_was_on_the_screen(qtbot, table, people, session):
    people(500)
    table.rows.show(everybody())
    table.go_to(Person.get(name="0300").id)
    qtbot.waitUntil(lambda: table.verticalScrollBar().value() > 0)
    before = table.rowViewportPosition(table.currentIndex().row())
    with session.entry("登记"):
        Person(name="0000a", number=factories.citizen_number()).save()
    table.rows.refresh()
    qtbot.wait(1)
    assert table.record().name == "0300"
    assert table.rowViewportPosition(table.currentIndex().row()) == before


def test_going_to_somebody_who_is_still_looked_for_waits(qtbot, table, people):
    people(300)
    table.rows.MANY = 100
    table.rows.show(everybody().where(Person.name < "0200"))
    with qtbot.waitSignal(table.rows.shown):
        table.rows.show(everybody())
        assert not table.go_to(Person.get(name="0250").id)
    assert table.record().name == "0250"
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_selected_cells_are_copied_with_their_headings(table, people):
    people(5)
    table.rows.show(everybody())
    select(table, 1, 0, 2, 2)
    table.copy()
    number = Person.get(name="0001").number
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "姓名\t公民身份号码\t年收入"
    assert lines[1] == f"0001\t{number}\t1.50"
    assert len(lines) == 3


def test_numbers_reach_a_spreadsheet_as_text(table, people):
    people(2)
    table.rows.show(everybody())
    select(table, 0, 1, 1, 1)
    table.copy()
    html = QGuiApplication.clipboard().mimeData().html()
    assert f"""<td style="mso-number-format:'\\@'">{Person.get(name="0000").number}</td>""" in html


def test_a_single_cell_is_copied_without_a_heading(qtbot, table, people):
    people(2)
    table.rows.show(everybody())
    table.setCurrentIndex(table.rows.index(1, 1))
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == Person.get(name="0001").number


def test_columns_are_copied_as_they_stand_on_the_screen(table, people):
    people(2)
    table.rows.show(everybody())
    table.headings.moveSection(0, 1)
    table.selectAll()
    table.copy()
    assert QGuiApplication.clipboard().text().split("\n")[0] == "公民身份号码\t姓名\t年收入\t备注"


def test_too_many_rows_are_not_copied(monkeypatch, boxes, table, people):
    monkeypatch.setattr("ui.tables.tables.COPIED", 3)
    people(5)
    table.rows.show(everybody())
    table.selectAll()
    table.copy()
    assert boxes == ["一次最多复制3行，现在选中5行。请改用导出。"]


def test_the_selection_is_counted_and_summed_up(qtbot, table, people):
    people(1500)
    table.rows.show(everybody())
    with qtbot.waitSignal(table.selection_said) as said:
        select(table, 1000, 1, 1002, 2)
    assert said.args == ["选中3行 合计3,004.50"]
    with qtbot.waitSignal(table.selection_said) as said:
        select(table, 0, 0, 1, 1)
    assert said.args == ["选中2行"]
    with qtbot.waitSignal(table.selection_said) as said:
        table.clearSelection()
    assert said.args == [""]


def test_enter_and_double_click_open_the_record(qtbot, table, people):
    people(3)
    table.rows.show(everybody())
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args[0].name == "0001"
    with qtbot.waitSignal(table.opened) as opened:
        table.doubleClicked.emit(table.rows.index(2, 0))
    assert opened.args[0].name == "0002"


def test_columns_are_remembered_as_they_were_left(qtbot, table, rows):
    table.headings.moveSection(0, 2)
    table.headings.resizeSection(1, 222)
    table.headings.show_column("notes", False)
    table.headings.show_column("phone")
    table.hide()

    again = RecordTable(QueryModel(columns(), rows), "people")
    qtbot.addWidget(again)
    heads = again.headings
    assert [heads.logicalIndex(place) for place in range(5)] == [1, 2, 0, 3, 4]
    assert heads.sectionSize(1) == 222
    assert heads.isSectionHidden(3)
    assert not heads.isSectionHidden(4)


def test_columns_can_be_put_back_as_the_program_has_them(table):
    usual = [table.headings.sectionSize(section) for section in range(3)]
    table.headings.moveSection(0, 2)
    table.headings.resizeSection(1, 222)
    table.headings.show_column("phone")
    table.headings.keep()
    menu = table.headings.menu()
    menu.actions()[-1].trigger()
    assert [table.headings.logicalIndex(place) for place in range(5)] == [0, 1, 2, 3, 4]
    assert [table.headings.sectionSize(section) for section in range(3)] == usual
    assert table.headings.isSectionHidden(4)


def test_the_heading_menu_hides_columns_but_never_the_last(table):
    menu = table.headings.menu()
    for action in menu.actions()[:5]:
        action.setChecked(False)
    assert table.headings.hiddenSectionCount() == 4


def test_a_column_that_a_later_version_adds_is_shown(qtbot, table):
    table.headings.keep()
    grown = [*columns(), Column("street", "所属街道", lambda p: p.street)]
    again = RecordTable(QueryModel(grown), "people")
    qtbot.addWidget(again)
    assert not again.headings.isSectionHidden(5)


def test_spoilt_memory_is_no_reason_to_fail(qtbot):
    from ui.widgets import window_memory

    window_memory.remember("columns/people", {"name": 3})
    again = RecordTable(QueryModel(columns()), "people")
    qtbot.addWidget(again)
    assert again.headings.sectionSize(0) > 50


def test_an_empty_table_says_why(qtbot, table, archive):
    table.rows.show(everybody())
    empty = table.grab().toImage()
    table.set_empty_text("")
    assert table.grab().toImage() != empty


def test_a_click_on_a_heading_sorts(qtbot, table, people):
    people(10)
    table.rows.show(everybody())
    heads = table.headings
    place = heads.viewport().rect().center()
    place.setX(heads.sectionViewportPosition(0) + 20)
    for order in ("0000", "0009", "0000"):
        qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert table.rows.index(0, 0).data() == order


def test_rows_and_columns_grow_with_the_type(qtbot, qapp, table, people):
    people(3)
    table.rows.show(everybody())
    width, height = table.columnWidth(1), table.rowHeight(0)
    theme.set_size(qapp, 16)
    try:
        assert table.columnWidth(1) == round(width * 1.6)
        assert table.rowHeight(0) > height
        table.headings.resizeSection(1, 320)
        table.headings.keep()
    finally:
        theme.set_size(qapp, theme.USUAL_SIZE)
    assert table.columnWidth(1) == 200
    assert table.rowHeight(0) == height


def test_rows_found_after_the_table_is_gone_or_the_archive_is_left_are_let_go(qtbot, people):
    people(300)
    gone, left = QueryModel(columns()), QueryModel(columns())
    for rows in (gone, left):
        rows.MANY = 100
        rows.show(everybody())
    gone.show(everybody().where(Person.name < "0200"))
    gone.deleteLater()
    left.show(everybody().where(Person.name < "0200"))
    jobs.stop_all()
    qtbot.wait(20)
    assert left.rowCount() == 300
