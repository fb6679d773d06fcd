"""An official document on paper: GB/T 9704-2012."""

from __future__ import annotations

import shutil

import pytest
from pypdf import PdfReader

import resources
from models.core.record import Refusal
from reports.official import paper
from reports.official.setting import LINES_OF_PAGE
from reports.paper import fonts
from reports.paper.fonts import FANGSONG, FILES, SERIF
from reports.paper.layout import Gaps
from tests.reports.official.documents import SENTENCE, document


def shared(*paragraphs, **options):
    return paper.pages(paper.lines(document(*paragraphs, **options), Gaps()))


def words(line):
    return "".join(mark.text for mark in line.marks)


def test_a_page_has_22_lines():
    pages = shared(*[SENTENCE * 40])
    assert [len(page) for page in pages[:-1]] == [LINES_OF_PAGE] * (len(pages) - 1)
    assert len(pages) > 2


@pytest.mark.parametrize("many", range(14, 26))
def test_the_signature_never_stands_on_a_page_without_text(many):
    *_, last = shared(*["双拥工作。"] * many)
    assert words(last[-1]) == "2020年12月31日"
    assert any("双拥工作。" in words(line) for line in last)


@pytest.mark.parametrize("many", range(10, 24))
def test_a_heading_is_never_the_last_line_of_a_page(many):
    for page in shared(*["双拥工作。"] * many, "一、走访慰问", SENTENCE * 3):
        assert "一、走访慰问" not in words(page[-1])


def test_the_date_ends_four_characters_from_the_right_and_the_office_stands_over_its_middle():
    *_, office, day = paper.lines(document(), Gaps())
    end = day.marks[0].x + paper.text_width([paper.Piece(FANGSONG, day.marks[0].text)])
    assert paper.TEXT_BREADTH - end == pytest.approx(4 * 16, abs=1)
    assert office.marks[0].x < day.marks[0].x


def test_pages_are_numbered_through_text_and_annexes(tmp_path):
    out = tmp_path / "总结.pdf"
    written = paper.write_official_pdf(document(*[SENTENCE * 60], annexes=2), out)
    pages = PdfReader(out).pages
    assert len(pages) == written.pages
    said = [page.extract_text() for page in pages]
    assert all(f"— {number} —" in text for number, text in enumerate(said, start=1))
    assert "附件1" in said[-2]
    assert "11支" in said[-2]
    assert "附件2" in said[-1]
    assert "1.指标数据来源表" in "".join(said)


def test_the_same_facts_give_the_same_bytes(tmp_path):
    for name in ("a.pdf", "b.pdf"):
        paper.write_official_pdf(document(annexes=2), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_practice_archive_is_told_on_every_page(tmp_path):
    paper.write_official_pdf(document(annexes=2, practice=True), tmp_path / "a.pdf")
    assert all("虚构人员" in page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)


def test_what_no_font_has_is_named(tmp_path):
    written = paper.write_official_pdf(document("走访张\U0001f600。"), tmp_path / "a.pdf")
    assert [missing.character for missing in written.missing] == ["\U0001f600"]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refusal):
        paper.write_official_pdf(document(), tmp_path / "没有" / "a.pdf")


def test_the_pc_s_own_fangsong_is_used_where_there_is_one(tmp_path, monkeypatch):
    (tmp_path / "Fonts").mkdir()
    shutil.copy(resources.path("fonts") / FILES[SERIF], tmp_path / "Fonts" / "simfang.ttf")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    fonts.forget_pc_faces()
    try:
        assert fonts.face(FANGSONG).name == FANGSONG
        assert FANGSONG not in fonts.stand_ins()
        assert len(fonts.stand_ins()) == 3
        paper.write_official_pdf(document(), tmp_path / "a.pdf")
        assert "优抚工作总结" in PdfReader(tmp_path / "a.pdf").pages[0].extract_text()
    finally:
        monkeypatch.undo()
        fonts.forget_pc_faces()
