"""Scans as pictures that any PDF/A may hold."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image
from pypdf.generic import ArrayObject, NameObject, NumberObject

from models.core.record import Refusal
from reports.pdf.taken_pages import TakenPage
from reports.transfer.scan_pictures import scan_pictures
from tests.reports.transfer.papers import CHANGES, changed, page, saved, scanner_pdf, stamped


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


def test_a_page_of_a_scanner_s_pdf_stays_as_it_was_scanned():
    grey = Image.new("L", (877, 620), 128)
    content = scanner_pdf(page(), grey)
    first, second = scan_pictures("application/pdf", content)
    with pypdfium2.PdfDocument(content) as document:
        inside = [bytes(next(each.get_objects()).get_data()) for each in document]
    assert ([first.jpeg, second.jpeg], first.across, second.across) == (inside, False, True)


@pytest.mark.parametrize("change", CHANGES)
def test_a_page_that_is_more_or_less_than_its_picture_goes_in_as_it_is(change):
    (made,) = scan_pictures("application/pdf", changed(scanner_pdf(page()), change))
    assert isinstance(made, TakenPage)
    assert abs(made.height / 72 - 877 / 75) < 0.1


def test_a_page_that_may_not_stay_is_drawn_as_it_is_seen_and_says_why():
    def turn(each):
        (image,) = each["/Resources"]["/XObject"].values()
        image.get_object()[NameObject("/Decode")] = ArrayObject(map(NumberObject, (1, 0)))
        stamped(each)

    content = changed(scanner_pdf(page("L")), turn)
    (made,) = drawn("application/pdf", content)
    (found,) = scan_pictures("application/pdf", content)
    assert made.getpixel((5, 5)) < 10
    assert abs(made.height / 300 - 877 / 75) < 0.1, "300 dots to the inch"
    assert found.why == "页上另有批注、印章或表单"


def test_pages_that_are_drawn_are_grey_where_they_are():
    content = changed(scanner_pdf(page(), Image.new("RGB", (620, 877), "red")), stamped)
    assert [each.mode for each in drawn("application/pdf", content)] == ["L", "RGB"]


def test_what_cannot_be_drawn_says_so():
    with pytest.raises(Refusal, match="损坏"):
        drawn("application/pdf", b"%PDF-1.4 nothing")
    with pytest.raises(Refusal, match="损坏"):
        drawn("image/png", b"\x89PNG nothing")
