from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from models.core import journal
from models.filters.column_filters import ColumnFilter
from models.filters.filters import Filter
from models.people.person import Person
from tests.ui.people.conftest import names
from ui.jobs import messages


def test_rows_tell_of_the_people_and_of_their_identities(page, person, identity):
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    zhang = person(name="张三", street="总寨镇", file_no="1")
    identity(zhang, kind="伤残人员", category="残疾军人", grade="七级", nature="因公", certificate="青军123")
    identity(zhang, kind="参战退役人员")
    page.refresh()

    said = {column.title: page.rows.text(0, place) for place, column in enumerate(page.rows.columns)}
    assert said["姓名"] == "张三"
    assert said["身份"] == "残疾军人、参战退役人员"
    assert said["等级"] == "七级因公"
    assert said["状态"] == "享受待遇"
    assert said["证书编号"] == "青军123"
    assert said["年龄"].isdecimal()


def test_identities_are_read_page_by_page_and_never_row_by_row(qtbot, page, identity, monkeypatch):
    for _ in range(30):
        identity()
    page.refresh()
    qtbot.waitUntil(lambda: not page.panel.asking.busy and not page.preparing.busy)
    asked = []
    execute = journal.db.execute_sql
    monkeypatch.setattr(journal.db, "execute_sql", lambda *args: asked.append(args) or execute(*args))
    for row in range(30):
        for column in range(page.rows.columnCount()):
            if not page.table.isColumnHidden(column):
                page.rows.text(row, column)
    assert len(asked) <= 2


def test_typing_searches_after_a_pause(qtbot, page, person):
    person(name="单福生"), person(name="李四")
    page.refresh()
    qtbot.keyClicks(page.search, "sfs")
    assert len(names(page)) == 2  # not yet: perhaps more is coming
    qtbot.waitUntil(lambda: names(page) == ["单福生"])
    assert page.sentence.text() == "含“sfs”"

    page.search.clear()
    qtbot.waitUntil(lambda: len(names(page)) == 2)


def test_a_filter_is_said_as_a_sentence_and_counted(qtbot, page, identity, person):
    identity(person(name="张三", street="总寨镇"), kind="伤残人员", grade="一级", nature="因战")
    identity(person(name="李四", street="南滩街道"), kind="伤残人员", grade="七级", nature="因公")
    page.refresh()
    with qtbot.waitSignal(page.count_said) as said:
        page.panel.kind.setCurrentText("伤残人员")
        page.panel.grade.setCurrentText("一至四级")
    assert names(page) == ["张三"]
    assert page.sentence.text() == "伤残人员，一至四级"
    assert said.args[0].startswith("共 2 人")

    page.nothing.click()
    assert len(names(page)) == 2
    assert page.panel.kind.currentText() == "不限"
    assert not page.nothing.isVisible()


def test_one_pasted_line_is_searched_for(qtbot, page, person):
    person(name="张三"), person(name="李四")
    page.refresh()
    QGuiApplication.clipboard().setText("李四\n")
    page.search.take_in()
    qtbot.waitUntil(lambda: names(page) == ["李四"])


def test_enter_and_double_click_open_the_file(qtbot, page, person):
    zhang = person(name="张三")
    page.refresh()
    page.table.selectRow(0)
    with qtbot.waitSignal(page.person_wanted) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == [zhang.id]


def test_enter_in_the_search_box_goes_on_to_the_first_found(qtbot, page, person):
    person(name="张三"), person(name="李四")
    page.refresh()
    qtbot.keyClicks(page.search, "ls")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert names(page) == ["李四"]
    assert page.table.record().person.name == "李四"


def test_people_are_sorted_by_what_their_identities_say(page, identity, person):
    for name, kind in (("张三", "参战退役人员"), ("李四", "三属"), ("王五", "伤残人员")):
        identity(person(name=name), kind=kind)
    page.refresh()
    column = [each.key for each in page.rows.columns].index("kind")
    page.rows.sort(column, Qt.SortOrder.AscendingOrder)
    assert names(page) == ["王五", "李四", "张三"]  # as the table of kinds has them
    page.rows.sort(column, Qt.SortOrder.DescendingOrder)
    assert names(page) == ["张三", "李四", "王五"]
    assert page.wish().listed == [row.person.id for row in map(page.rows.record, range(3))]


def test_whoever_writes_the_list_shows_it(page, session):
    assert page.rows.rowCount() == 0
    with session.entry("登记"):
        Person(name="张三", number="630103195006150015").save()
    assert names(page) == ["张三"]


def test_an_empty_archive_says_how_to_begin(page, person):
    assert "Ctrl+I" in page.table._empty
    person()
    page.refresh()
    page.show_filter(Filter(words="没有的"))
    assert "没有符合条件" in page.table._empty


def test_the_panel_gives_way_in_a_narrow_window(qtbot, page):
    assert page.panel.isVisible()
    page.resize(640, 400)
    qtbot.waitUntil(lambda: not page.panel.isVisible())
    page.panel_button.click()
    assert page.panel.isVisible()


def test_the_menu_of_the_table_opens_and_prints(qtbot, page, person):
    zhang = person(name="张三")
    person(name="李四")
    page.refresh()
    page.table.selectRow(0)
    actions = {action.text().split("\t")[0]: action for action in page.table.actions()}
    with qtbot.waitSignal(page.person_wanted) as opened:
        actions["打开档案"].trigger()
    with qtbot.waitSignal(page.print_wanted) as wanted:
        actions["打印选中的…"].trigger()
    assert opened.args == wanted.args[0].chosen == [zhang.id]
    assert len(wanted.args[0].listed) == 2


def test_two_people_must_be_selected_to_be_merged(page, person, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "tell", lambda _, words: told.append(words))
    person(name="张三")
    page.refresh()
    page.table.selectRow(0)
    page.merge_chosen()
    assert "请先选中两个人" in told[0]


def test_every_column_sorts_both_ways(page, person):
    for name in ("张三", "安民"):
        person(name=name)
    page.refresh()
    for column in range(page.rows.columnCount()):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            page.rows.sort(column, order)
            assert page.rows.rowCount() == 2


def test_people_sort_by_pinyin(page, person):
    for name in ("张三", "单雄信", "安民", "白云"):
        person(name=name)
    page.refresh()
    column = [each.key for each in page.rows.columns].index("name")
    page.rows.sort(column, Qt.SortOrder.AscendingOrder)
    assert names(page) == ["安民", "白云", "单雄信", "张三"]


def test_a_list_wanted_elsewhere_is_not_narrowed_by_a_heading(page, person):
    person(name="甲", street="总寨镇"), person(name="乙", street="南滩街道")
    page.refresh()
    page.rows.filter_by("street", ColumnFilter(("总寨镇",)))
    assert (names(page), page.how_much()) == (["甲"], "共 2 人，列出 1 人")
    page.show_filter(Filter(street="南滩街道"))
    assert names(page) == ["乙"]
