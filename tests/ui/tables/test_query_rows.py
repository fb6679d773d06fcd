"""The rows of a query: held page by page, sorted by the database."""

from __future__ import annotations

from PySide6.QtCore import Qt

from models.core.record import db
from models.people.person import Person
from tests.ui.tables.conftest import columns, everybody
from ui.jobs import jobs
from ui.tables.query_rows import RecordRole
from ui.tables.tables import QueryModel


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
    assert (
        len(statements(lambda: rows.show(everybody()))) == 2
    )  # the first only asks how many rows there may be
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
    table.rows.show(everybody())
    table.rows.MANY = 100
    table.selectRow(7)
    with qtbot.waitSignal(table.rows.shown):
        table.rows.sort(0, Qt.SortOrder.DescendingOrder)
        assert table.rows.index(0, 0).data() == "0000"  # the old rows stay until then
    assert table.rows.index(0, 0).data() == "0299"
    assert table.record().name == "0007"


def test_many_rows_are_looked_through_in_the_background_from_the_first(qtbot, table, people):
    people(300)
    table.rows.MANY = 100
    with qtbot.waitSignal(table.rows.shown):
        table.rows.show(everybody().where(Person.name < "0007"))
        assert table.rows.searching()
    assert table.rows.rowCount() == 7


def test_what_an_index_finds_is_shown_at_once_however_large_the_table(people):
    people(300)
    rows = QueryModel(columns(), few=True)
    rows.MANY = 100
    rows.show(everybody().where(Person.name < "0007"))
    assert rows.rowCount() == 7


def test_the_last_of_several_wishes_is_shown(qtbot, rows, people):
    people(300)
    rows.show(everybody())
    rows.MANY = 100
    with qtbot.waitSignal(rows.shown):
        for last in ("0200", "0150", "0120"):
            rows.show(everybody().where(Person.name < last))
    assert rows.rowCount() == 120


def test_rows_found_after_the_table_is_gone_or_the_archive_is_left_are_let_go(qtbot, people):
    people(300)
    gone, left = QueryModel(columns()), QueryModel(columns())
    for rows in (gone, left):
        rows.show(everybody())
        rows.MANY = 100
    gone.show(everybody().where(Person.name < "0200"))
    gone.deleteLater()
    left.show(everybody().where(Person.name < "0200"))
    jobs.stop_all()
    qtbot.wait(20)
    assert left.rowCount() == 300
