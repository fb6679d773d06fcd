from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.filters.filters import Filter
from models.people.person import Person
from ui.imports.wizard import ImportWizard
from ui.main.main_window import MainWindow
from ui.main.pages import DESK, JOURNAL, PAYMENTS, PEOPLE, VISITS
from ui.pages.status_line import PRACTICE
from ui.person_forms.new_person import NewPerson
from ui.printing.print_dialog import PrintDialog


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
