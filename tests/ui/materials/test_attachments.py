"""Photos and papers of a record in the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog

from models.core import journal
from models.core.dates import PartDate
from models.people import attachments
from models.visits.visit import Visit
from tests.conftest import USER
from tests.models.people.test_attachments import picture
from ui.materials.attachments import AttachmentsDialog
from ui.visits.visits import VisitsPage


@pytest.fixture
def visit(person):
    made = Visit(person=person(name="甲"), day=PartDate(2020, 7, 28))
    with journal.entry("登记", USER):
        made.save()
    return made


def test_photos_are_added_named_and_taken_away(visit, session, qtbot, tmp_path, monkeypatch, boxes):
    asked = AttachmentsDialog(session, visit, "走访记录")
    qtbot.addWidget(asked)
    asked.show()
    assert "还没有附件" in asked.view.words.text()
    file = picture(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(file)], ""))
    asked.add()
    qtbot.waitUntil(lambda: asked.list.count() == 1)
    assert asked.view.currentWidget() is asked.view.picture
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("入户照片", True))
    asked.rename()
    assert asked.list.item(0).text() == "入户照片"
    boxes.answer = "删除"
    asked.delete()
    assert attachments.attachments_of(visit).count() == 0
    assert not asked.buttons["delete"].isEnabled()


def test_what_is_no_photo_is_refused(visit, session, qtbot, tmp_path, boxes):
    (tmp_path / "说明.txt").write_text("不是照片", "utf-8")
    asked = AttachmentsDialog(session, visit, "走访记录")
    qtbot.addWidget(asked)
    asked.take_in([tmp_path / "说明.txt"])
    qtbot.waitUntil(lambda: bool(boxes))
    assert attachments.attachments_of(visit).count() == 0


def test_a_deleted_visit_takes_its_photos_along_and_brings_them_back(visit, session, qtbot, tmp_path, boxes):
    with journal.entry("附照片", USER):
        attachments.attach_file(visit, picture(tmp_path))
    page = VisitsPage(session)
    qtbot.addWidget(page)
    page.table.selectAll()
    boxes.answer = "删除"
    page.delete()
    assert Visit.select().count() == attachments.Attachment.select().count() == 0
    session.undo(session.last_undoable().number)
    assert attachments.attachments_of(Visit.get()).count() == 1
