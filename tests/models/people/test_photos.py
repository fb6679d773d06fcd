from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from models.archive import scans
from models.core import journal
from models.core.record import Refusal
from models.people import photos
from models.people.person import Person
from tests.conftest import USER


def picture(size=(600, 800), form="JPEG", mode="RGB", colour="steelblue", **options):
    made = BytesIO()
    Image.new(mode, size, colour).save(made, form, **options)
    return made.getvalue()


def opened(content):
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "BMP"])
def test_a_photo_becomes_two_inches_at_300_dpi(form):
    cut = opened(photos.cut(picture(form=form)))
    assert cut.format == "JPEG"
    assert cut.size == (413, 579)
    assert cut.info["dpi"] == (300, 300)
    assert round(cut.width / 300 * 25.4) == 35
    assert round(cut.height / 300 * 25.4) == 49


def test_only_what_is_inside_the_frame_is_kept():
    whole = Image.new("RGB", (1000, 1000), "white")
    whole.paste("black", (300, 200, 650, 690))
    made = BytesIO()
    whole.save(made, "PNG")
    cut = opened(photos.cut(made.getvalue(), photos.Frame(300, 200, 350, 490)))
    assert cut.getextrema() == ((0, 0),) * 3


def test_a_phones_photo_lying_on_its_side_stands_upright():
    whole = Image.new("RGB", (800, 600), "white")
    turned = Image.Exif()
    turned[0x0112] = 6
    made = BytesIO()
    whole.save(made, "JPEG", exif=turned)
    assert photos.upright(made.getvalue()).size == (600, 800)


def test_what_can_be_seen_through_becomes_white():
    cut = opened(photos.cut(picture(form="PNG", mode="RGBA", colour=(0, 0, 0, 0))))
    assert cut.getpixel((200, 200)) == (255, 255, 255)


@given(st.integers(140, 4000), st.integers(196, 4000))
def test_the_largest_frame_lies_inside_and_has_the_shape_of_two_inches(width, height):
    left, top, wide, high = photos.largest_frame(width, height)
    assert left >= 0
    assert top >= 0
    assert left + wide <= width
    assert top + high <= height
    assert abs(wide / high - 35 / 49) < 0.02
    assert wide >= width - 2 or high >= height - 2


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"GIF89a", "JPEG、PNG、BMP"), (picture()[:3000], "损坏"), (picture((100, 120)), "太小")],
)
def test_what_is_no_good_photo_is_refused(content, words):
    with pytest.raises(Refusal, match=words):
        photos.cut(content)


def test_a_photo_is_kept_encrypted_and_its_change_stands_in_the_journal(person, archive):
    someone = person()
    photos.change(someone, picture(), USER)
    kept = Person.get_by_id(someone.id).photo
    assert opened(scans.read_scan(kept)).size == (413, 579)
    assert not any(b"JFIF" in file.read_bytes() for file in (archive / "scans").rglob("*") if file.is_file())
    assert journal.history_of(someone.uid)[-1][0].title == "更换张三的照片"

    photos.change(someone, None, USER)
    assert Person.get_by_id(someone.id).photo == ""
    assert journal.history_of(someone.uid)[-1][0].title == "取下张三的照片"
