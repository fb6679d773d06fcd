"""The photo: by file, by pasting, by dropping; cut to 2 寸, kept encrypted."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from models.archive import scans
from models.core import journal
from models.people.person import Person
from tests.ui.pictures.conftest import image
from ui.pictures.crop import CropDialog
from ui.pictures.photos import PhotoBox


@pytest.fixture
def box(qtbot, session, person):
    made = PhotoBox(session)
    qtbot.addWidget(made)
    made.show_person(person())
    made.show()
    return made


@pytest.fixture
def cropped(monkeypatch):
    """Take the frame as it is offered."""
    sizes = []

    def run(dialog):
        sizes.append((dialog.view.picture.width(), dialog.view.picture.height()))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(CropDialog, "exec", run)
    return sizes


def kept():
    return Image.open(BytesIO(scans.read_scan(Person.get().photo)))


def test_the_place_for_a_photo_is_shown_until_there_is_one(box):
    assert box.text() == "照片"
    assert [action.text() for action in box.menu().actions()][:1] == ["选择照片文件…"]


@pytest.mark.parametrize(("ending", "kind"), [("tif", "TIFF"), ("webp", "WEBP"), ("bmp", "BMP")])
def test_a_photo_may_be_of_every_kind_that_scans_may_be(box, cropped, tmp_path, monkeypatch, ending, kind):
    file = tmp_path / f"张三.{ending}"
    Image.new("RGB", (700, 900), "teal").save(file, kind)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    box.choose()
    assert kept().size == (413, 579)


def test_a_photo_of_several_pages_is_refused(box, cropped, tmp_path, monkeypatch, boxes):
    pages = [Image.new("RGB", (700, 900), colour) for colour in ("teal", "white")]
    pages[0].save(tmp_path / "张三.tif", "TIFF", save_all=True, append_images=pages[1:])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "张三.tif"), ""))
    box.choose()
    assert "一个文件一张" in boxes[-1]


def test_a_photo_comes_from_a_file(box, cropped, tmp_path, monkeypatch):
    image().save(str(tmp_path / "张三.jpg"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "张三.jpg"), ""))
    box.choose()
    assert kept().size == (413, 579)
    assert not box.pixmap().isNull()
    assert journal.Entry.select().order_by(journal.Entry.number.desc()).get().title == "更换张三的照片"


def test_a_photo_is_pasted(qtbot, box, cropped):
    QGuiApplication.clipboard().setImage(image())
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert kept().size == (413, 579)


def test_a_photo_is_dropped(box, cropped, tmp_path):
    image().save(str(tmp_path / "张三.png"))
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(tmp_path / "张三.png"))])
    no = Qt.KeyboardModifier.NoModifier
    box.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, given, Qt.MouseButton.LeftButton, no))
    assert kept().size == (413, 579)


def test_a_very_large_picture_is_shrunk_before_it_is_cropped(box, cropped):
    box.take(image(6000, 4000))
    assert cropped == [(3000, 2000)]


def test_what_is_no_picture_says_so(box, boxes, tmp_path, monkeypatch):
    (tmp_path / "x.jpg").write_bytes(b"GIF89a nothing")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x.jpg"), ""))
    box.choose()
    assert "JPEG、PNG、BMP" in boxes[0]
    assert Person.get().photo == ""


def test_a_photo_is_taken_off_after_a_question_and_saved_elsewhere(
    box, cropped, boxes, tmp_path, monkeypatch
):
    box.take(image())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.jpg"), ""))
    box.save_as()
    assert (tmp_path / "out.jpg").read_bytes().startswith(b"\xff\xd8")
    box.take_off()
    assert Person.get().photo
    boxes.answer = "取下"
    box.take_off()
    assert Person.get().photo == ""
    assert box.text() == "照片"


def test_a_lost_photo_says_so(box, cropped, archive):
    box.take(image())
    for file in (archive / "scans").rglob("*"):
        if file.is_file():
            file.unlink()
    box.show_person(Person.get())
    assert box.text() == "照片\n打不开"
    assert "备份" in box.toolTip()


def test_an_empty_clipboard_says_so(box, boxes):
    QGuiApplication.clipboard().clear()
    box.paste()
    assert boxes == ["剪贴板里没有图片。请先复制一张图片，或复制图片文件。"]
