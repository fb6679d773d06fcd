"""What a scanned paper must be is told by its content."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image

from models.core.record import Refusal
from models.incoming.paper_check import look_at
from tests.models.archive.papers import pdf, picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_truncated_picture_is_refused(kind):
    whole = picture(kind)
    for cut in (1, 2, 3, 10, 100, len(whole) // 2, len(whole) - 12, len(whole) - 20):
        with pytest.raises(Refusal, match="不完整或已损坏"):
            look_at(whole[:-cut])


@pytest.mark.parametrize("more", [{}, {"progressive": True}, {"quality": 30, "subsampling": 2}])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_jpeg_cut_short_that_ends_rightly_is_refused(mode, more):
    whole = BytesIO()
    Image.frombytes(mode, (300, 200), random.Random(1).randbytes(60_000 * len(mode))).save(
        whole, "JPEG", **more
    )
    content = whole.getvalue()
    assert look_at(content) == ("image/jpeg", 1)
    last = content.rindex(b"\xff\xda") + 20
    for part in (0.1, 0.5, 0.9):
        with pytest.raises(Refusal, match="不完整"):
            look_at(content[: last + int((len(content) - last) * part)] + b"\xff\xd9")


def test_a_jpeg_that_is_drawn_over_without_end_is_refused():
    whole = BytesIO()
    Image.new("L", (64, 64)).save(whole, "JPEG", progressive=True)
    content = whole.getvalue()
    scan = content[content.rindex(b"\xff\xda") : -2]
    with pytest.raises(Refusal, match="不完整"):
        look_at(content[:-2] + scan * 100 + b"\xff\xd9")


def test_a_png_with_a_changed_byte_is_refused():
    whole = picture("PNG", (40, 40))
    for at in random.Random(3).sample(range(8, len(whole)), 150):
        with pytest.raises(Refusal):
            look_at(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])


def test_a_truncated_pdf_is_refused():
    whole = pdf(5)
    for cut in (6, 20, 200, len(whole) // 2, len(whole) - 10):
        with pytest.raises(Refusal, match="不完整或已损坏"):
            look_at(whole[:-cut])


def test_a_pdf_of_rubbish_is_refused():
    for rubbish in (b"%PDF-1.7\n%%EOF", b"%PDF-1.7" + random.Random(5).randbytes(5000) + b"%%EOF"):
        with pytest.raises(Refusal, match="PDF 不完整"):
            look_at(rubbish)


def test_a_pdf_with_a_password_is_refused_but_one_that_opens_freely_is_taken():
    with pytest.raises(Refusal, match="打开密码"):
        look_at(pdf(1, "秘密 secret"))
    assert look_at(pdf(2, "", "only for changing it")) == ("application/pdf", 2)


def test_a_pdf_without_pages_is_refused():
    with pytest.raises(Refusal, match="一页也没有"):
        look_at(pdf(0))


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded():
    """A PNG of some kilobytes can ask for gigabytes of pixels."""
    out = BytesIO()
    Image.new("1", (10_000, 5_001)).save(out, "PNG")
    with pytest.raises(Refusal, match="5000万"):
        look_at(out.getvalue())
    bomb = bytearray(picture("PNG"))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(Refusal):
        look_at(bytes(bomb))
