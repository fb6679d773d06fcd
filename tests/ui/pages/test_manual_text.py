"""The manual's text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from ui.pages.help_window import HelpWindow
from ui.pages.manual_text import WIDEST


def test_pictures_are_no_wider_than_the_text(qtbot, tmp_path):
    picture = QImage(2732, 1456, QImage.Format.Format_RGB32)
    picture.fill(0)
    picture.save(str(tmp_path / "图.png"))
    manual = tmp_path / "手册.md"
    manual.write_text("# 手册\n\n![图](图.png)\n", encoding="utf-8")
    window = HelpWindow("", manual)
    qtbot.addWidget(window)
    shown = window.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("图.png"))
    assert shown.deviceIndependentSize().width() == pytest.approx(WIDEST)
