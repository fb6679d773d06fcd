"""First page of an import: which files are taken."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests import factories


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
