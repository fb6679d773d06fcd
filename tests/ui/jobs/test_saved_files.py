"""A saved file is told with its sheets of paper, and opened from there."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtGui import QDesktopServices

from ui.jobs.saved_files import LEAVE_CLOSED, OPEN_FILE, OPEN_FOLDER, tell_saved


@pytest.fixture
def opened(monkeypatch):
    """What the PC was asked to open."""
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or True)
    return asked


def pdf(file, pages):
    sheets = [Image.new("L", (595, 842), 255) for _ in range(pages)]
    sheets[0].save(file, save_all=True, append_images=sheets[1:])
    return file


def test_a_pdf_says_how_many_sheets_it_takes_and_is_opened(qapp, boxes, opened, tmp_path):
    file = pdf(tmp_path / "名册.pdf", 3)
    for boxes.answer in (OPEN_FILE, OPEN_FOLDER, LEAVE_CLOSED):
        tell_saved(None, file)
    assert boxes[0] == f"已保存到 {file}\n共3页，单面打印要3张纸，双面2张"
    assert opened == [str(file), str(tmp_path)]


def test_of_a_workbook_nobody_knows_the_sheets_and_a_folder_is_opened_itself(qapp, boxes, opened, tmp_path):
    book = tmp_path / "名册.xlsx"
    book.write_bytes(b"")
    boxes.answer = OPEN_FOLDER
    for place in (book, tmp_path):
        tell_saved(None, place, "。请核对")
    assert boxes == [f"已保存到 {book}。请核对", f"已保存到 {tmp_path}。请核对"]
    assert opened == [str(tmp_path), str(tmp_path)]


def test_a_pc_that_cannot_open_it_says_where_it_is(qapp, boxes, monkeypatch, tmp_path):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    boxes.answer = OPEN_FILE
    tell_saved(None, tmp_path / "表.docx")
    assert boxes[1] == f"这台电脑没有能打开“表.docx”的程序，请到 {tmp_path} 里找"
