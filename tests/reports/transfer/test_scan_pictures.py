"""Scans as pictures that any PDF/A may hold."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from models.core.record import Refusal
from reports.transfer.scan_pictures import scan_pictures
from tests.reports.transfer.papers import page, saved


def drawn(media, content):
    return [Image.open(io.BytesIO(each.jpeg)) for each in scan_pictures(media, content)]


def test_a_jpeg_stays_as_it_was_scanned_but_for_its_notes():
    notes = Image.Exif()
    notes[0x010E] = "拍摄地点"
    plain, noted = saved(page(), "JPEG"), saved(page(), "JPEG", exif=notes)
    (made,) = scan_pictures("image/jpeg", noted)
    assert made.jpeg == plain


def test_a_photo_held_across_is_turned_upright():
    notes = Image.Exif()
    notes[0x0112] = 6
    (made,) = scan_pictures("image/jpeg", saved(page(size=(800, 500)), "JPEG", exif=notes))
    assert not made.across


def test_what_is_transparent_is_white_on_paper():
    (made,) = drawn("image/png", saved(page("RGBA"), "PNG"))
    assert made.getpixel((5, 5)) == (255, 255, 255)


def test_sixteen_bits_of_grey_are_not_burnt_to_white():
    picture = Image.new("I;16", (40, 40), 0x8000)
    (made,) = drawn("image/png", saved(picture, "PNG"))
    assert abs(made.getpixel((20, 20)) - 128) < 3


def test_the_pages_of_a_pdf_are_drawn_one_by_one_grey_where_they_are():
    coloured = Image.new("RGB", (620, 877), "red")
    content = saved(page(), "PDF", resolution=75, save_all=True, append_images=[coloured])
    first, second = drawn("application/pdf", content)
    assert (first.mode, second.mode) == ("L", "RGB")
    assert abs(first.height / 300 - 877 / 75) < 0.1, "300 dots to the inch"


def test_what_cannot_be_drawn_says_so():
    with pytest.raises(Refusal, match="损坏"):
        drawn("application/pdf", b"%PDF-1.4 nothing")
    with pytest.raises(Refusal, match="损坏"):
        drawn("image/png", b"\x89PNG nothing")
