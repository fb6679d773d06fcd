"""Font files of their own, made of the faces in a PDF."""

from __future__ import annotations

import io
import struct

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from reports.paper import fonts
from reports.pdf.font_files import MAGIC, installable
from reports.pdf.page_content import OtherHand


def test_a_face_gets_a_name_that_nothing_else_has_and_sums_that_agree():
    one, other = (
        installable(fonts.face(fonts.SERIF).file.makeSubset(list(map(ord, words))))
        for words in ("马建国", "李四")
    )
    assert one[0] != other[0]
    family, file = one
    assert sum(struct.unpack(f">{len(file) // 4}I", file)) & 0xFFFFFFFF == MAGIC
    read = TTFontFile(io.BytesIO(file))
    assert read.familyName == family.encode()
    assert read.charToGlyph[0xE000] == 1


def test_what_is_no_face_is_told():
    with pytest.raises(OtherHand):
        installable(b"no face at all")
