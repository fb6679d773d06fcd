"""Scans put together for the printer: A4, in order, with a bookmark for each paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from models.core.record import Refusal
from reports.person.scanned_papers import ScannedPaper, write_scanned_papers


def picture(width, height, form="PNG", mode="RGB"):
    made = BytesIO()
    Image.new(mode, (width, height), 128 if mode == "L" else "white").save(made, form)
    return made.getvalue()


def pdf(pages):
    made = BytesIO()
    first = Image.new("L", (200, 300))
    first.save(made, "PDF", save_all=True, append_images=[first] * (pages - 1))
    return made.getvalue()


def test_papers_follow_each_other_with_their_titles(tmp_path):
    papers = [
        ScannedPaper("户口簿", "application/pdf", pdf(2)),
        ScannedPaper("申请书", "image/png", picture(600, 800)),
        ScannedPaper("申请书", "image/jpeg", picture(800, 600, "JPEG", "L")),
    ]
    assert write_scanned_papers(papers, tmp_path / "a.pdf") == 4
    reader = PdfReader(tmp_path / "a.pdf")
    assert [(mark.title, reader.get_destination_page_number(mark)) for mark in reader.outline] == [
        ("户口簿", 0),
        ("申请书", 2),
    ]


def test_a_picture_lies_on_a4_as_it_is_turned(tmp_path):
    write_scanned_papers(
        [
            ScannedPaper("甲", "image/png", picture(600, 800)),
            ScannedPaper("甲", "image/png", picture(800, 600)),
        ],
        tmp_path / "a.pdf",
    )
    boxes = [page.mediabox for page in PdfReader(tmp_path / "a.pdf").pages]
    assert [(round(box.width), round(box.height)) for box in boxes] == [(595, 842), (842, 595)]


def test_a_broken_pdf_is_refused_in_plain_words(tmp_path):
    with pytest.raises(Refusal, match="重新扫描"):
        write_scanned_papers([ScannedPaper("甲", "application/pdf", b"%PDF-1.4 nothing")], tmp_path / "a.pdf")
