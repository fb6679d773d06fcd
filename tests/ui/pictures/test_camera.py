"""高拍仪: pictures come from any camera's folder, or from the camera of this PC, to the chosen paper."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from models.people.materials import Material
from ui.jobs import messages
from ui.materials.tab import MaterialsPage
from ui.pictures import camera, devices
from ui.pictures.camera import CameraDialog
from ui.widgets import window_memory


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "高拍仪照片"
    made.mkdir()
    return made


@pytest.fixture
def dialog(qtbot, monkeypatch, folder):
    """The dialog on a PC without a camera of its own."""
    monkeypatch.setattr(camera, "live_view", lambda: None)

    def make(watched=folder):
        shown = CameraDialog("身份证复印件", watched)
        qtbot.addWidget(shown)
        return shown

    return make


def picture(file, colour=0xFF336699):
    image = QImage(900, 1200, QImage.Format.Format_RGB32)
    image.fill(colour)
    assert image.save(str(file))
    return file


def test_only_what_comes_while_the_window_is_open_is_offered(dialog, folder):
    picture(folder / "昨天.jpg")
    shown = dialog()
    shown.look()
    new = picture(folder / "今天.jpg")
    (folder / "说明.txt").write_text("不是照片", "utf-8")
    shown.look()
    assert shown.files() == []  # it may still be growing
    shown.look()
    assert shown.files() == [new]
    assert shown.take_button.text() == "收入 1 张"
    shown.reject()


def test_what_is_not_ticked_is_left_out(dialog, folder):
    shown = dialog()
    shown.add(picture(folder / "1.jpg"))
    shown.add(picture(folder / "2.png"))
    shown.list.item(0).setCheckState(camera.Qt.CheckState.Unchecked)
    assert [file.name for file in shown.files()] == ["2.png"]
    shown.reject()


def test_without_camera_and_folder_the_window_says_what_to_do(dialog):
    shown = dialog(None)
    assert "读卡器和高拍仪" in shown.how.text()
    assert not shown.take_button.isEnabled()
    shown.reject()


def test_what_was_photographed_here_is_gone_when_given_up(dialog):
    shown = dialog(None)
    shown.keep(QImage(300, 400, QImage.Format.Format_RGB32))
    [file] = shown.files()
    assert file.is_file()
    shown.reject()
    assert not file.exists()


def test_a_picture_is_taken_into_the_chosen_paper(qtbot, session, folder, monkeypatch, dialog, identity):
    window_memory.remember(devices.FOLDER, str(folder))
    page = MaterialsPage(session, identity().person)
    qtbot.addWidget(page)

    def photographed(shown):
        shown.keep(QImage(picture(folder / "x.jpg").as_posix()))
        shown.accept()
        return 1

    monkeypatch.setattr(CameraDialog, "exec", photographed)
    title = page.list.paper().title
    page.photograph()
    qtbot.waitUntil(lambda: Material.select().where(Material.title == title).exists())
    qtbot.waitUntil(lambda: Material.get(Material.title == title).scans.count() == 1)


def test_without_a_chosen_paper_nothing_opens(qtbot, session, monkeypatch, identity):
    told = []
    monkeypatch.setattr(messages, "tell", lambda parent, words: told.append(words))
    page = MaterialsPage(session, identity().person)
    qtbot.addWidget(page)
    page.list.setCurrentIndex(page.rows.index(-1, -1))
    page.photograph()
    assert "先在左边选" in told[0]


@pytest.mark.complains  # the reader of JPEG does
def test_an_svg_that_is_called_a_photo_is_not_read_as_one(qapp, folder):
    disguised = folder / "a.jpg"
    disguised.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    assert not camera._thumb(disguised).availableSizes()
    assert camera._thumb(picture(folder / "b.jpg")).availableSizes()
