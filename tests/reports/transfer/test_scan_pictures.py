"""Scans as pictures that any PDF/A may hold."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject

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


def scanner_pdf(*pictures):
    first, *others = pictures
    return saved(first, "PDF", resolution=75, save_all=True, append_images=others)


def changed(content, change):
    """The same PDF after something was done to its pages."""
    made, kept = PdfWriter(clone_from=io.BytesIO(content)), io.BytesIO()
    for each in made.pages:
        change(each)
    made.write(kept)
    return kept.getvalue()


def test_a_page_of_a_scanner_s_pdf_stays_as_it_was_scanned():
    grey = Image.new("L", (877, 620), 128)
    content = scanner_pdf(page(), grey)
    first, second = scan_pictures("application/pdf", content)
    with pypdfium2.PdfDocument(content) as document:
        inside = [bytes(next(each.get_objects()).get_data()) for each in document]
    assert ([first.jpeg, second.jpeg], first.across, second.across) == (inside, False, True)


@pytest.mark.parametrize(
    "change",
    [
        lambda each: each.rotate(180),
        lambda each: each.merge_page(PdfReader(io.BytesIO(scanner_pdf(page(size=(90, 90))))).pages[0]),
        lambda each: each.add_transformation((0.5, 0, 0, 0.5, 0, 0)),
        lambda each: each.add_transformation((-1, 0, 0, -1, 595.2, 841.92)),
    ],
)
def test_a_page_that_is_more_or_less_than_its_picture_is_drawn(change):
    content = changed(scanner_pdf(page()), change)
    (made,) = drawn("application/pdf", content)
    assert made.mode == "L"
    assert abs(made.height / 300 - 877 / 75) < 0.1, "300 dots to the inch"


def test_a_page_whose_colours_the_pdf_turns_is_drawn_as_it_is_seen():
    def turn(each):
        (image,) = each["/Resources"]["/XObject"].values()
        image.get_object()[NameObject("/Decode")] = ArrayObject(map(NumberObject, (1, 0)))

    (made,) = drawn("application/pdf", changed(scanner_pdf(page("L")), turn))
    assert made.getpixel((5, 5)) < 10


def test_pages_that_are_drawn_are_grey_where_they_are():
    content = changed(scanner_pdf(page(), Image.new("RGB", (620, 877), "red")), lambda each: each.rotate(180))
    assert [each.mode for each in drawn("application/pdf", content)] == ["L", "RGB"]


def test_what_cannot_be_drawn_says_so():
    with pytest.raises(Refusal, match="损坏"):
        drawn("application/pdf", b"%PDF-1.4 nothing")
    with pytest.raises(Refusal, match="损坏"):
        drawn("image/png", b"\x89PNG nothing")
