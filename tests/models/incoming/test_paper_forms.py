"""Pictures of other kinds become papers that the archive keeps."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image, ImageDraw

from models.archive import scans
from models.core.record import Refusal
from models.incoming import paper_forms
from models.incoming.paper_forms import archive_form

# A red square of 64 × 64 dots, made with libheif.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAVZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA"
    "AAAAACJpbG9jAAAAAERAAAEAAQAAAAABegABAAAAAAAAABgAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAA"
    "AA5waXRtAAAAAAABAAAA1mlwcnAAAAC3aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNw"
    "AAADAJAAAAMAAAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHB"
    "crAiQAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABAAAAAQAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAA"
    "AAABAAEEgQIDBAAAACBtZGF0AAAAFCgBrwQY/Hk46//5kI/PwFwqxHQ4"
)


def picture(kind, mode="RGB", size=(60, 40), **more):
    made = io.BytesIO()
    drawn = Image.new(mode, size, "white")
    ImageDraw.Draw(drawn).rectangle((5, 5, 20, 20), fill="black")
    drawn.save(made, kind, **more)
    return made.getvalue()


def opened(paper):
    return Image.open(io.BytesIO(paper))


@pytest.mark.parametrize(("kind", "kept"), [("TIFF", "PNG"), ("BMP", "PNG"), ("WEBP", "JPEG")])
def test_a_picture_of_another_kind_is_kept_as_one_that_everything_reads(archive, kind, kept):
    made = scans.keep_scan(picture(kind))
    assert (made.media, made.pages) == (f"image/{kept.lower()}", 1)
    assert opened(scans.read_scan(made.sha256)).size == (60, 40)


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_of_a_tiff_or_bmp_no_dot_is_lost(mode):
    for kind in ("TIFF", "BMP"):
        before = picture(kind, mode)
        assert opened(archive_form(before)).tobytes() == opened(before).tobytes()


def test_the_pages_of_a_tiff_are_the_pages_of_a_pdf(archive):
    pages = [Image.new(mode, (60, 40), "white") for mode in ("1", "L", "RGB")]
    made = io.BytesIO()
    pages[0].save(made, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    kept = scans.keep_scan(made.getvalue())
    assert (kept.media, kept.pages) == ("application/pdf", 3)


def test_a_photo_that_was_held_across_is_kept_upright():
    notes = Image.Exif()
    notes[0x0112] = 6
    assert opened(archive_form(picture("WEBP", exif=notes))).size == (40, 60)


def test_a_photo_of_a_phone_is_kept_as_a_jpeg():
    pytest.importorskip("pi_heif")
    made = opened(archive_form(HEIC))
    assert (made.format, made.size) == ("JPEG", (64, 64))
    red, green, _ = made.getpixel((32, 32))
    assert red > 150 > green


def test_where_nothing_reads_heic_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setattr(paper_forms.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(Refusal, match="兼容性最佳"):
        archive_form(HEIC)


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "WEBP"])
def test_a_broken_picture_is_refused(kind):
    with pytest.raises(Refusal, match="损坏"):
        archive_form(picture(kind)[:60])


@pytest.mark.parametrize("paper", [picture("JPEG"), picture("PNG"), b"%PDF-1.4", b"", b"BM is no picture"])
def test_what_the_archive_keeps_or_nobody_knows_stays_as_it_is(paper):
    assert archive_form(paper) == paper


def test_a_tiff_of_many_huge_empty_pages_is_refused(monkeypatch):
    monkeypatch.setattr(paper_forms, "MOST_TIFF_DOTS", 25_000)
    made, page = io.BytesIO(), Image.new("1", (100, 100))
    page.save(made, "TIFF", compression="group4", save_all=True, append_images=[page, page])
    with pytest.raises(Refusal, match="请分成几个文件"):
        archive_form(made.getvalue())
