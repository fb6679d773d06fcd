"""The reading of codes: askew, dirty, faint, stamped over; and strangers' codes are no pages of ours."""

from __future__ import annotations

import random

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from models.archive.code_signs import CodeStanding
from reports.paper.page_mark import PageMark, modules
from reports.signed_papers.code_reading import codes_on, without_colour

MARK = PageMark("6301030100012", "DJ", 2, 12, "7A3F9C")
PIXELS = 4  # of a module


@pytest.fixture
def page(archive):
    """A white page with the code of a mark."""
    code = modules(MARK.code)
    made = Image.new("RGB", (500, 400), "white")
    for place, shade in enumerate(code.shades):
        if shade == 0:
            y, x = divmod(place, code.side)
            made.paste("black", (300 + x * PIXELS, 40 + y * PIXELS, 304 + x * PIXELS, 44 + y * PIXELS))
    return made


def read(picture):
    return [code.read for code in codes_on(picture)]


@pytest.mark.parametrize("angle", [0, 7, 45, 90, 133, 180, 271])
def test_a_page_reads_at_any_angle(page, angle):
    turned = page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    assert read(turned) == [(MARK, CodeStanding.OWN)]


def test_a_red_seal_and_a_blue_signature_over_a_code_do_not_count_as_black(page):
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    draw.ellipse((280, 30, 420, 170), fill=None, outline=(210, 30, 40), width=18)
    draw.line(((290, 50), (430, 150)), fill=(40, 60, 200), width=12)
    page = ImageChops.multiply(page, ink)
    assert without_colour(page).getpixel((281, 100)) > 150
    assert read(page) == [(MARK, CodeStanding.OWN)]


def test_a_faint_and_a_dirty_page_read(page):
    faint = page.point(lambda grey: 170 + grey // 3)
    dirty = Image.blend(page, Image.effect_noise(page.size, 90).convert("RGB"), 0.35)
    for picture in (faint, dirty, page.filter(ImageFilter.GaussianBlur(1.4))):
        assert read(picture) == [(MARK, CodeStanding.OWN)]


def test_the_place_of_a_code_is_told_in_pixels_of_the_page(page):
    (code,) = codes_on(page)
    assert code.corners[0] == pytest.approx((300, 40), abs=4)
    assert code.corners[2] == pytest.approx((300 + 29 * PIXELS, 40 + 29 * PIXELS), abs=4)


def test_the_place_is_right_where_only_a_finer_look_finds_the_code(page, monkeypatch):
    read_once = zxingcpp.read_barcodes
    seen = []

    def blind_at_first(picture, **how):
        seen.append(picture.size)
        return read_once(picture, **how) if len(seen) > 13 else []  # those that are turned

    monkeypatch.setattr(zxingcpp, "read_barcodes", blind_at_first)
    (code,) = codes_on(page)
    assert code.corners[0] == pytest.approx((300, 40), abs=5)


def test_a_code_of_somebody_else_is_no_page_of_ours(archive):
    stranger = zxingcpp.create_barcode("https://example.org/630103", zxingcpp.BarcodeFormat.QRCode)
    side = memoryview(stranger.to_image(scale=4)).shape
    picture = Image.frombytes("L", (side[1], side[0]), bytes(memoryview(stranger.to_image(scale=4))))
    assert codes_on(picture) == []


def test_a_blank_page_has_no_code(archive):
    chance = random.Random(1)
    assert codes_on(Image.new("L", (300, 400), chance.randint(200, 255))) == []
