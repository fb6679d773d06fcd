from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from reports.person.sheets import USUAL_SECTIONS
from ui.printing import print_dialog
from ui.printing.preview import PreviewWindow
from ui.printing.print_dialog import PEOPLE_ROSTER, PERSON_FILES, PrintDialog
from ui.widgets import window_memory


@pytest.fixture
def three(person, identity):
    made = [person(name=name) for name in ("张三", "李四", "王五")]
    for each in made:
        identity(each)
    return [each.id for each in made]


@pytest.fixture
def ask(qtbot, session):
    def make(*arguments):
        dialog = PrintDialog(session, *arguments)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    yield make
    for window in list(PreviewWindow.shown):
        window.close()


def private_folders():
    return {path.name for path in Path(tempfile.gettempdir()).glob("youfu-*") if path.is_dir()}


def test_whoever_is_selected_is_printed_unless_one_says_otherwise(ask, three):
    dialog = ask(three[:1], "住总寨镇", three[:2])
    assert dialog.ids() == three[:1]
    assert "住总寨镇" in dialog.people["listed"].text()
    dialog.people["listed"].setChecked(True)
    assert dialog.ids() == three[:2]
    dialog.people["all"].setChecked(True)
    assert set(dialog.ids()) == set(three)


def test_a_person_alone_is_not_asked_about(ask, three):
    dialog = ask(three[:1], "张三")
    assert not dialog.people["all"].isVisible()
    assert not dialog.people["listed"].isVisible()


def test_of_many_people_the_first_is_shown_while_the_others_are_made(qtbot, ask, three, monkeypatch):
    monkeypatch.setattr(print_dialog, "PEOPLE_AT_ONCE", 1)
    dialog = ask(three, "", three)
    dialog.preview.click()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    (window,) = PreviewWindow.shown
    assert not dialog.isVisible()
    assert "3人" in window.windowTitle()
    qtbot.waitUntil(lambda: window.bookmarks.rowCount() == 3)
    qtbot.waitUntil(lambda: window.folder is not None)
    folder = window.folder.path
    window.close()
    assert not folder.exists()


def test_the_preview_shows_what_was_ordered_and_nothing_stays_when_it_closes(qtbot, ask, three):
    before = private_folders()
    dialog = ask(three, "", three)
    dialog.preview.click()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    window = next(iter(PreviewWindow.shown))
    assert window.document.pageCount() > 3
    assert private_folders() - before
    window.close()
    assert private_folders() == before
    assert not PreviewWindow.shown


def test_only_the_chosen_sections_are_printed(qtbot, ask, three):
    dialog = ask(three[:1], "张三")
    dialog.every_section.click()  # the ledger of readers, too
    dialog.every_section.click()
    assert not dialog.preview.isEnabled()
    dialog.sections["封面"].click()
    dialog.preview.click()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    assert next(iter(PreviewWindow.shown)).document.pageCount() == 1
    assert window_memory.recall("print/choice")["sections"] == ["封面"]


def test_the_last_choice_is_offered_again_but_never_masking(ask, three):
    first = ask(three, "", three)
    first.double_sided.click()
    first.masked.click()
    first._remember()
    again = ask(three, "", three)
    assert again.double_sided.isChecked()
    assert not again.masked.isChecked()
    assert again.order().sections == USUAL_SECTIONS


def test_of_one_person_the_file_is_printed_whatever_was_printed_last(ask, three):
    last = ask(three[:1], "", three)
    last.what[PEOPLE_ROSTER].setChecked(True)
    for tick in last.sections.values():
        tick.setChecked(False)
    last._remember()
    of_one = ask(three[:1], "张三")
    assert of_one.what[PERSON_FILES].isChecked()
    assert {name for name, tick in of_one.sections.items() if tick.isChecked()} == {*USUAL_SECTIONS}
    of_one._remember()
    again = ask(three[:1], "", three)
    assert again.what[PEOPLE_ROSTER].isChecked()  # of a list as it was


def test_a_pdf_is_saved_where_the_officer_says(qtbot, ask, three, tmp_path, monkeypatch, boxes):
    out = tmp_path / "一人一档.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    dialog = ask(three, "", three)
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(boxes))
    assert out.read_bytes().startswith(b"%PDF")
    assert "3人" in boxes[0]


def test_a_roster_goes_on_paper_and_into_a_workbook(qtbot, ask, three, tmp_path, monkeypatch, boxes):
    dialog = ask([], "住总寨镇", three)
    assert not dialog.save_workbook.isVisible()
    dialog.what["roster"].setChecked(True)
    assert not dialog.parts.isEnabled()
    out = tmp_path / "花名册.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    dialog.save_workbook.click()
    qtbot.waitUntil(lambda: bool(boxes))
    assert out.exists()

    again = ask([], "住总寨镇", three)
    again.preview.click()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    assert next(iter(PreviewWindow.shown)).document.pageCount() == 1


def test_a_folder_that_cannot_be_written_is_an_answer(qtbot, ask, three, tmp_path, monkeypatch, boxes):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "没有" / "档.pdf"), ""))
    dialog = ask(three, "", three)
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(boxes))
    assert "不能写入" in boxes[0]
    assert dialog.isVisible()


def test_volumes_are_listed_or_labelled_instead_of_printed(qtbot, ask, three):
    dialog = ask(three, "", three)
    dialog.what["volumes"].setChecked(True)
    dialog.volumes.paper.setCurrentText("案卷移交清单")
    assert not dialog.parts.isEnabled()
    assert dialog.save_workbook.isVisible()
    dialog.volumes.paper.setCurrentText("盒签")
    assert not dialog.save_workbook.isVisible()
    dialog.preview.click()
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    assert next(iter(PreviewWindow.shown)).document.pageCount() == 1


def test_how_the_files_are_printed_is_offered_again(ask, three):
    first = ask(three, "", three)
    first.options.months.click()
    first.options.stamp.setCurrentText("归档章")
    first._remember()
    order = ask(three, "", three).order()
    assert (order.months, order.empty_tables, order.stamp) == (True, False, "归档章")


def test_a_roster_has_the_columns_of_the_list_when_the_officer_says_so(ask, three):
    dialog = ask(three[:1], "", three, None, ("name", "file_no"))
    assert dialog.as_shown.isVisible()
    assert dialog.order().columns == ()
    dialog.what["roster"].setChecked(True)
    dialog.as_shown.setChecked(True)
    assert dialog.order().columns == ("name", "file_no")
    assert not ask(three[:1]).as_shown.isVisible()
