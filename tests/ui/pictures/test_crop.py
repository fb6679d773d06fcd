"""Cutting a picture to 2寸."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.pictures.conftest import image
from ui.pictures.crop import CropDialog, CropView


@pytest.fixture
def view(qtbot):
    made = CropView(image(1000, 800))
    qtbot.addWidget(made)
    made.show()
    return made


def shape(frame):
    return round(frame.width / frame.height, 2)


def test_the_frame_keeps_its_shape_and_stays_in_the_picture(view):
    assert shape(view.frame()) == 0.71
    view.resize_to(200)
    assert (view.frame().width, shape(view.frame())) == (200, 0.71)
    view.move_by(-5000, -5000)
    assert view.frame()[:2] == (0, 0)
    view.move_by(5000, 5000)
    frame = view.frame()
    assert (frame.left + frame.width, frame.top + frame.height) == (1000, 800)
    view.resize_to(5000, centred=True)
    assert view.frame().height <= 800


def test_the_frame_is_never_too_small_to_print(view):
    view.resize_to(10)
    assert view.frame().width >= 140


def test_the_frame_is_dragged_and_moved_by_the_arrow_keys(qtbot, view):
    view.resize_to(200)
    before = view.frame()
    place = view._shown_rect().center().toPoint()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(view, place + QPoint(26, 13))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place + QPoint(26, 13))
    moved = view.frame()
    assert moved.left > before.left
    assert moved.top > before.top
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.frame().left < moved.left


def test_the_corner_resizes(qtbot, view):
    view.resize_to(200)
    corner = view._shown_rect().bottomRight().toPoint()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(view, corner + QPoint(20, 20))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=corner)
    assert view.frame().width > 200
    assert shape(view.frame()) == 0.71


def test_a_picture_on_its_side_is_turned(qtbot):
    dialog = CropDialog(image(1000, 800))
    qtbot.addWidget(dialog)
    dialog.turn(90)
    assert (dialog.view.picture.width(), dialog.view.picture.height()) == (800, 1000)
    assert dialog.content().startswith(b"\x89PNG")
