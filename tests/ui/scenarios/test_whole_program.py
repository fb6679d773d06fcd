"""The program as a whole, as somebody uses it who has never seen it: start, sign in, import, find, correct, undo, print."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from models import store
from models.core.journal import Entry
from models.people.person import Person
from ui.imports.wizard import ImportWizard
from ui.main.app import Program
from ui.person.window import BASIC_TAB
from ui.printing.print_dialog import PrintDialog

ROSTER = Path(__file__).parents[2] / "data" / "2020-优抚对象花名册.xlsx"
PASSWORD = "城中区-2020-八一"


@pytest.fixture
def folder(tmp_path):
    store.create(tmp_path / "档案库", "王芳", PASSWORD)
    return tmp_path / "档案库"


@pytest.fixture
def program(qtbot):
    """The program between its start window and its end."""
    made = Program(QApplication.instance())
    yield made
    made.end()
    made.start.close()


def sign_in(qtbot, program, folder):
    program.begin(folder)
    qtbot.waitUntil(lambda: program.start._form is not None, timeout=10_000)
    form = program.start._form
    form.user.set_value("王芳")
    form.password.setText(PASSWORD)
    qtbot.mouseClick(form.enter_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)
    return program.window


def take_in(qtbot, window):
    wizard = ImportWizard(window.session, [ROSTER], window)
    wizard.show()
    for step in range(3):
        qtbot.waitUntil(lambda page=step: wizard.pages.currentIndex() == page, timeout=30_000)
        qtbot.waitUntil(wizard.forward.isEnabled, timeout=10_000)
        qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == 3, timeout=60_000)
    assert "新增681" in wizard.outcome.text()
    wizard.accept()


def test_start_import_find_correct_undo_print_quit_and_start_again(
    qtbot, program, folder, tmp_path, monkeypatch, boxes
):
    window = sign_in(qtbot, program, folder)
    take_in(qtbot, window)

    window.go_to(1)
    qtbot.keyClicks(window.people.search, "jwf")  # initials of 姜伟福
    qtbot.waitUntil(lambda: 0 < window.people.rows.rowCount() < 10, timeout=10_000)
    assert "姜伟福" in [
        window.people.rows.index(row, 0).data() for row in range(window.people.rows.rowCount())
    ]

    someone = Person.get(Person.name == "姜伟福")
    correct(qtbot, window, someone, "13899998888")
    assert Person.get_by_id(someone.id).phone == "13899998888"
    boxes.answer = "撤销"
    window.undo()
    qtbot.waitUntil(lambda: Person.get_by_id(someone.id).phone == "15942147196")
    assert boxes == ["撤销“修改姜伟福的基本信息”？"]

    printed = tmp_path / "姜伟福.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(printed), ""))
    PrintDialog(window.session, [someone.id], "", [someone.id], window).save_pdf()
    qtbot.waitUntil(printed.exists, timeout=30_000)
    qtbot.waitUntil(lambda: len(boxes) == 2, timeout=10_000)
    assert "姜伟福" in PdfReader(printed).pages[0].extract_text()

    program.change()
    assert program.window is None
    again = sign_in(qtbot, program, folder)
    assert Person.select().count() == 681
    assert [entry.title for entry in Entry.select().order_by(Entry.number)] == [
        "导入2020-优抚对象花名册.xlsx：新增681",
        "修改姜伟福的基本信息",
        "撤销第2条：修改姜伟福的基本信息",
    ]
    again.close()


def correct(qtbot, window, someone, phone):
    """Open the file, change the telephone number, save, close."""
    window.open_person(someone.id)
    (file,) = window.files.windows.values()
    file.edit()
    file.pages[BASIC_TAB].form.editors["phone"].set_value(phone)
    assert file.save()
    file.close()
