"""Pages read back as they were drawn."""

from __future__ import annotations

import io

import pytest

from reports.paper.fonts import SERIF
from reports.paper.sheet import Mark, Paper, Print, Rule, Style
from reports.pdf.page_content import Operation, OtherHand, PageContents, operations
from tests.reports.kinds_of_paper import photo


def drawn(draw):
    paper = Paper(io.BytesIO(), "纸", "某局")
    draw(paper)
    paper.turn()
    paper.close()
    return PageContents(paper.pdf.file).page(0)


def test_a_page_is_read_back_operation_by_operation():
    def draw(paper):
        paper.place(Print(10, 10, (Rule(0, 1, 10, 1, 0.5),), ()), 3, 4)
        paper.words([(0, 0, [Mark(1, 2, Style(SERIF, 10, 12), "马建")])])

    found, things = drawn(draw)
    assert [each.operator for each in found] == ["q", "cm", "Do", "Q", "BT", "Tf", "Tc", "Tm", "Tj", "ET"]
    assert found[1].operands == (1, 0, 0, 1, 3, 4)
    assert found[8].operands == (b"\0\1\0\2",)
    assert [each.operator for each in things.form("X1")] == ["w", "m", "l", "S"]
    assert things.font("T1").widths[1:] == (1000, 1000)
    assert len(things.font("T1").glyphs) == 3


def test_a_picture_is_read_back_as_the_file_that_it_was():
    image = photo()
    _, things = drawn(lambda paper: paper.picture(image, 0, 0, 10, 10))
    assert things.form("X1") is None
    assert things.picture("X1") == image


@pytest.mark.parametrize(
    "content", [b"0 0 1 rg 1 0 0 0 k", b"/G1 gs", b"1 2 m 3 l", b"[1 2] 0 d", b"(words) Tj"]
)
def test_what_our_writer_does_not_write_is_another_hand(content):
    with pytest.raises(OtherHand):
        list(operations(content))


def test_marks_of_structure_draw_nothing():
    content = b"/Artifact BMC\n1 w EMC /TD <</MCID 3>> BDC\nEMC"
    assert list(operations(content)) == [Operation("w", (1,))]


def test_what_is_no_pdf_is_another_hand(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"no paper")
    with pytest.raises(OtherHand):
        PageContents(tmp_path / "a.pdf").page(0)
