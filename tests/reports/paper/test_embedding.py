"""Fonts inside a PDF: only what is used, and every character can be searched for."""

from __future__ import annotations

from tests.reports.person.files import usual
from tests.reports.person.printing import printed, words


def test_rare_characters_are_printed_and_can_be_searched_for(tmp_path):
    name = "𬱖𠅤𬭎㛃䶮·"
    pdf, written = printed(tmp_path, usual(name=name))
    assert written.missing == ()
    assert name in words(pdf.pages[0])


def test_fonts_are_embedded(tmp_path):
    pdf, _ = printed(tmp_path, usual())
    fonts = pdf.pages[0]["/Resources"]["/Font"]
    assert len(fonts) == 3
    for font in fonts.values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor
