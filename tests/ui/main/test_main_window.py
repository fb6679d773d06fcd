from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.filters.filters import Filter
from models.people.person import Person
from ui.imports.wizard import ImportWizard
from ui.main.main_window import MainWindow
from ui.main.pages import DESK, JOURNAL, PAGES, PAYMENTS, PEOPLE, PRINT_LEDGER, REPORTING, VISITS
from ui.pages.sections import SectionsPage
from ui.pages.status_line import PRACTICE
from ui.person.file_tabs import TAB_TITLES
from ui.person_forms.new_person import NewPerson
from ui.printing.print_dialog import PrintDialog
from ui.tables.search_box import FINDS


@pytest.fixture
def window(qtbot, session):
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.desk.counting.busy)
    yield made
    made.close()


def press(window, key):
    window.tools.by_key[key].trigger()


def test_each_page_is_reached_from_the_left_edge_and_by_its_number(qtbot, window):
    for number in (PEOPLE, VISITS, PAYMENTS, JOURNAL, DESK):
        window.navigation.buttons.button(number).click()
        assert window.pages.currentIndex() == number
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentIndex() == PEOPLE


def test_a_practice_archive_says_so_on_the_screen(window):
    assert PRACTICE in [label.text() for label in window.findChildren(QLabel)]
    assert "演练" in window.windowTitle()


def test_the_status_line_counts_and_names_user_and_archive(window, person):
    person(), person()
    window.go_to(PEOPLE)
    assert window.status.count.text() == "共 2 人"
    assert "王芳" not in window.status.folder.text()
    assert window.session.user in window.status.user.text()


def test_a_list_wanted_on_the_desk_is_shown_among_the_people(window, identity):
    identity(kind="三属"), identity(kind="参战退役人员")
    window.desk.list_wanted.emit(Filter(kind="三属"))
    assert window.pages.currentIndex() == PEOPLE
    assert window.people.rows.rowCount() == 1


def test_the_desk_leads_to_where_something_is_done(window):
    for section, page in (("发放批次", PAYMENTS), ("诉求跟踪", VISITS), ("到期事项", REPORTING)):
        window.desk.section_wanted.emit(section)
        shown = window.page()
        assert (window.pages.currentIndex(), shown.strip.tabText(shown.strip.currentIndex())) == (
            page,
            section,
        )
    window.desk.section_wanted.emit("打印台账")
    assert window.pages.currentIndex() == PRINT_LEDGER


def test_the_last_action_is_undone_by_name_and_done_again(qtbot, window, session, boxes):
    with session.entry("登记张三"):
        Person(name="张三", number="630103195006150015").save()
    undo, redo = (window.tools.by_key[key] for key in ("Ctrl+Z", "Ctrl+Y"))
    assert undo.text().startswith("撤销：登记张三")
    assert undo.toolTip() == "撤销：登记张三（Ctrl+Z）"
    assert not redo.isEnabled()
    press(window, "Ctrl+Z")
    assert boxes == ["撤销“登记张三”？"]
    assert Person.select().count() == 1

    boxes.answer = "撤销"
    press(window, "Ctrl+Z")
    qtbot.waitUntil(redo.isEnabled)
    assert Person.select().count() == 0
    assert (undo.isEnabled(), redo.text().startswith("重做：登记张三")) == (False, True)
    press(window, "Ctrl+Y")
    qtbot.waitUntil(undo.isEnabled)
    assert Person.get().name == "张三"
    assert not redo.isEnabled()


def test_a_file_opens_once(qtbot, window, person):
    zhang = person(name="张三")
    window.open_person(zhang.id)
    first = window.files.windows[zhang.id]
    window.open_person(zhang.id)
    assert window.files.windows == {zhang.id: first}
    first.close()
    qtbot.waitUntil(lambda: window.files.windows == {})


def test_a_file_with_something_unsaved_keeps_the_window_open(window, person, boxes):
    zhang = person(name="张三", phone="13900001111")
    window.open_person(zhang.id)
    file = window.files.windows[zhang.id]
    file.edit()
    file.pages[0].form.editors["phone"].setText("13900002222")
    boxes.answer = "继续修改"
    assert not window.close()
    boxes.answer = "不保存"
    assert window.close()
    assert Person.get(name="张三").phone == "13900001111"


def test_new_import_and_print_are_one_key_away(qtbot, window, person):
    person()
    window.go_to(PEOPLE)
    for key, kind in (("Ctrl+N", NewPerson), ("Ctrl+I", ImportWizard), ("Ctrl+P", PrintDialog)):
        press(window, key)
        dialog = window.findChild(kind)
        assert dialog.isVisible()
        dialog.close()
        qtbot.wait(1)


def test_an_empty_list_is_not_printed(window, boxes):
    window.go_to(PEOPLE)
    press(window, "Ctrl+P")
    assert "没有可以打印的" in boxes[0]


def test_the_manual_opens_at_the_page_for_this_place(window):
    window.go_to(JOURNAL)
    press(window, "F1")
    assert window.help.isVisible()
    assert "操作日志" in window.help.contents.currentItem().text()


def test_f5_reads_the_present_page_anew(window, person):
    window.go_to(PEOPLE)
    person()
    press(window, "F5")
    assert window.people.rows.rowCount() == 1


def test_the_window_fits_on_a_small_screen_with_large_type(window):
    """1366 × 768 at 200 %, less the task bar and the title."""
    assert window.minimumSizeHint().width() <= 683
    assert window.minimumSizeHint().height() <= 340


def test_another_archive_is_wanted_only_when_everything_was_let_go_of(qtbot, window):
    with qtbot.waitSignal(window.change_wanted):
        window.more.change_wanted.emit()


def find(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    return window.focusWidget()


def test_ctrl_f_leads_to_a_search_box_from_every_page_and_section(qtbot, window):
    """To the page's own, or else to that of 优抚对象."""
    own = set()
    with qtbot.waitActive(window):
        window.activateWindow()
    for number, page in enumerate(PAGES):
        window.go_to(number)
        sections = window.page().SECTIONS if isinstance(window.page(), SectionsPage) else [("", None)]
        for words, _ in sections:
            window.go_to(number)
            if words:
                window.page().show_section(words)
            assert find(qtbot, window).objectName() == FINDS, (page.words, words)
            if window.pages.currentIndex() == number:
                own.add(words or page.words)
    assert {"工作台", "优抚对象", "操作日志", "走访记录", "待遇", "审批"} <= own


def test_whoever_is_looked_for_on_the_desk_is_listed(qtbot, window, person):
    person(name="张三"), person(name="李四")
    window.go_to(DESK)
    window.desk.search.setText("李四")
    qtbot.keyClick(window.desk.search, Qt.Key.Key_Return)
    assert window.pages.currentIndex() == PEOPLE
    qtbot.waitUntil(lambda: window.people.rows.rowCount() == 1)
    assert window.people.search.text() == "李四"
    window.desk.names_wanted.emit("张三\n王五")
    assert window.people.found.isVisible()
    assert "没有找到 1 条" in window.people.found.words.text()


def test_in_somebodys_file_ctrl_f_searches_the_tab_or_looks_for_somebody_else(qtbot, window, person):
    window.open_person(person().id)
    (file,) = window.files.windows.values()
    file.go_to(TAB_TITLES.index("变更记录"))
    file.search()
    assert file.focusWidget() is file.pages[TAB_TITLES.index("变更记录")].words
    file.go_to(0)
    file.search()
    assert window.pages.currentIndex() == PEOPLE
    assert window.focusWidget() is window.people.search
