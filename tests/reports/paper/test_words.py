"""Words on paper: what was written is what is found, in the order in which it is read."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from pypdf import PdfReader

from reports.paper.fonts import BOLD, SANS, SERIF
from reports.paper.forms import Field, Form, title
from reports.paper.layout import Gaps
from reports.paper.plain_pages import write_plain_pages
from reports.paper.sheet import Mark, Paper, Style
from tests.reports.pdf.pdfa_rules import meanings

TWINS = "方⽅ 高⾼ 神\ufa19 Å\u212b Ω\u2126 μµ"  # each beside one that looks the same


def extracted(file):
    """The text as PDFium finds it, which reads the file for the preview too."""
    pdf = pypdfium2.PdfDocument(file)
    return "".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.mark.parametrize("face", [SERIF, BOLD, SANS])
def test_characters_that_share_a_glyph_are_found_as_what_was_written(face):
    paper = Paper(io.BytesIO(), "字", "某局")
    paper.words([(0, 0, [Mark(50, 700, Style(face, 12, 16), TWINS)])])
    paper.turn()
    paper.close()
    assert "".join(extracted(paper.pdf.file.getvalue()).split()) == "".join(TWINS.split())


def test_each_character_has_a_code_of_its_own_and_means_itself():
    paper = Paper(io.BytesIO(), "字", "某局")
    paper.words([(0, 0, [Mark(50, 700, Style(SERIF, 12, 16), TWINS + "𬱖𠅤")])])
    paper.turn()
    paper.close()
    page = PdfReader(paper.pdf.file).pages[0]
    fonts = [meanings(font.get_object()) for font in page["/Resources"]["/Font"].values()]
    said = [text for font in fonts for text in font.values()]
    assert set(said) == set(TWINS + "𬱖𠅤")
    assert all(len(set(font.values())) == len(font) for font in fonts)


def test_a_character_that_only_its_plain_form_can_draw_is_drawn_so_and_is_not_lacking():
    gaps = Gaps()
    strips = Form((Field("姓名", "name"),)).strips({"name": "马\ufa19国"}, gaps)
    assert not gaps.found
    assert "\ufa19" in strips[0].marks[0].text


def test_a_form_is_read_label_by_value(tmp_path):
    form = Form(
        (Field("姓名", "name"), Field("性别", "sex"), Field("民族", "people")),
        (Field("住址", "address", 6),),
    )
    facts = {"name": "马建国", "sex": "男", "people": "回族", "address": "城中区南大街" * 12}
    write_plain_pages([[title("登记表"), *form.strips(facts, Gaps())]], tmp_path / "a.pdf", "表", "某局")
    said = "".join(PdfReader(tmp_path / "a.pdf").pages[0].extract_text().split())
    assert said == "登记表姓名马建国性别男民族回族住址" + facts["address"]
