"""First page of an import: which files are taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests import factories
from ui.imports.files_page import FilesPage


def test_workbooks_are_dropped_on_the_page_and_other_files_are_left_alone(wizard, tmp_path):
    roster = factories.roster(tmp_path / "花名册.xlsx", factories.combatant())
    mime = QMimeData()
    mime.setUrls(
        [
            QUrl.fromLocalFile(str(each))
            for each in (roster, tmp_path / "照片.jpg", tmp_path / "~$花名册.xlsx")
        ]
    )
    drop = QDropEvent(
        QPoint(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert not wizard.forward.isEnabled()
    wizard.files.dropEvent(drop)
    assert [file.name for file in wizard.files.files()] == ["花名册.xlsx"]
    assert wizard.forward.isEnabled()


def test_a_file_is_in_the_list_once_and_those_chosen_are_taken_out(shown):
    page = shown(FilesPage())
    assert page.hint.isVisible()
    page.add([Path(f"/{name}.xlsx") for name in "甲乙丙甲"])
    page.add([Path("/乙.xlsx"), Path("/丁.XLS")])
    assert [file.stem for file in page.files()] == ["甲", "乙", "丙", "丁"]
    for row in (0, 2):
        page.list.item(row).setSelected(True)
    page.remove_button.click()
    assert [file.stem for file in page.files()] == ["乙", "丁"]
    assert [page.list.item(row).text()[0] for row in range(2)] == ["乙", "丁"]
    assert not page.remove_button.isEnabled()
    page.list.selectAll()
    page.remove_button.click()
    assert page.hint.isVisible()
