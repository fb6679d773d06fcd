"""Pages painted natively."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QTransform

from reports.pdf.page_content import OtherHand, PageContents
from tests.reports.kinds_of_paper import KINDS, SCANS
from ui.printing.page_painter import PagePainter


def test_the_faces_of_a_file_are_installed_for_the_time_of_printing_only(qtbot, archive, tmp_path):
    KINDS["公文"](tmp_path / "a.pdf")
    before = set(QFontDatabase.families())
    image = QImage(400, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pages = PagePainter(PageContents(tmp_path / "a.pdf"))
    pages.paint(0, painter, QTransform(0.6, 0, 0, -0.6, 0, 600))
    assert set(QFontDatabase.families()) > before
    painter.end()
    pages.faces.forget()
    assert set(QFontDatabase.families()) == before


def test_a_page_of_another_origin_is_not_painted_half(qtbot, archive, tmp_path):
    SCANS["扫描件"](tmp_path / "a.pdf")
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    with pytest.raises(OtherHand):
        PagePainter(PageContents(tmp_path / "a.pdf")).paint(0, painter, QTransform())
    painter.end()
