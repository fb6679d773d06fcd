"""Scans on their way to the printer: in the order of the papers, and of the scans of each."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget

from models.core import journal
from models.core.record import Refusal
from models.people.materials import Material, attach_scan
from tests.conftest import USER
from ui.printing.preview import PreviewWindow
from ui.printing.scan_prints import preview_scans


@pytest.fixture
def paper(person, tmp_path):
    """A paper of one person with scans of these numbers of pages."""
    someone = person()

    def make(title, *scans):
        with journal.entry("收入", USER):
            material = Material(person=someone, title=title)
            material.save()
            for number, pages in enumerate(scans):
                page = Image.new("L", (300, 400), number)
                file = tmp_path / f"{title}{number}.pdf"
                page.save(file, save_all=True, append_images=[page] * (pages - 1))
                attach_scan(material, file)
        return material

    return make


def test_all_scans_of_the_papers_asked_for_are_shown_and_no_others(qtbot, shown, session, paper):
    window = shown(QWidget())
    first, _, third = paper("甲", 2, 1), paper("乙", 5), paper("丙", 1)
    preview_scans(window, "材料", [third, first])
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    (preview,) = PreviewWindow.shown
    assert preview.document.pageCount() == 4
    qtbot.waitUntil(lambda: preview.bookmarks.rowCount() == 2)
    assert [preview.names.index(row, 0).data()[0] for row in range(2)] == ["丙", "甲"]
    preview.close()


def test_where_nothing_was_scanned_that_is_said(shown, session, paper):
    with pytest.raises(Refusal, match="还没有扫描件可以打印"):
        preview_scans(shown(QWidget()), "材料", [paper("甲")])
