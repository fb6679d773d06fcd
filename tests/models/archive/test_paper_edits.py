"""A scanned paper turned, put straight and cut."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from models.archive.paper_edits import Edit, apply_edit, edited, slant
from models.core.record import Refusal


def written(size=(900, 1200)):
    """A page with lines of writing, as far as a machine sees them."""
    page = Image.new("L", size, 255)
    pen = ImageDraw.Draw(page)
    for y in range(150, size[1] - 150, 40):
        for x in range(120, size[0] - 120 - y % 70, 30):
            pen.rectangle((x, y, x + 20, y + 18), fill=0)
    return page


def saved(picture, kind):
    made = io.BytesIO()
    picture.save(made, kind)
    return made.getvalue()


def test_a_quarter_turn_is_clockwise():
    picture = Image.new("L", (4, 2), 255)
    picture.putpixel((0, 0), 0)
    turned = apply_edit(picture, Edit(quarters=1))
    assert turned.size == (2, 4)
    assert turned.getpixel((1, 0)) == 0


@pytest.mark.parametrize("degrees", [-7.0, -2.5, 0.0, 0.8, 4.0])
def test_a_page_that_lies_aslant_is_put_straight(degrees):
    aslant = written().rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    assert abs(slant(aslant) - degrees) <= 0.15


def test_an_empty_page_is_not_turned():
    assert slant(Image.new("L", (900, 1200), 255)) == 0.0


def test_a_part_is_cut_out():
    content = saved(written(), "PNG")
    made = edited("image/png", content, Edit(part=(0.5, 0.25, 1.0, 0.75)))
    assert Image.open(io.BytesIO(made)).size == (450, 600)


@pytest.mark.parametrize(("media", "kind"), [("image/jpeg", "JPEG"), ("image/png", "PNG")])
def test_a_picture_stays_of_its_kind(media, kind):
    made = edited(media, saved(written(), kind), Edit(1, 1.5))
    assert Image.open(io.BytesIO(made)).format == kind


def test_a_pdf_is_turned_without_being_drawn_anew():
    made = PdfReader(io.BytesIO(edited("application/pdf", saved(written(), "PDF"), Edit(quarters=1))))
    assert [page.rotation for page in made.pages] == [90]


def test_one_page_of_a_pdf_is_turned_alone():
    made = io.BytesIO()
    written().save(made, "PDF", save_all=True, append_images=[written(), written()])
    edit = Edit(pages=((1, 1), (2, 4)))
    turned = PdfReader(io.BytesIO(edited("application/pdf", made.getvalue(), edit)))
    assert [page.rotation for page in turned.pages] == [0, 90, 0]
    assert not edit.nothing
    assert Edit(pages=((2, 4),)).nothing


def test_a_pdf_is_neither_cut_nor_put_straight_and_that_is_said():
    with pytest.raises(Refusal, match="只能转向"):
        edited("application/pdf", saved(written(), "PDF"), Edit(degrees=2))


def test_a_broken_paper_is_refused():
    with pytest.raises(Refusal, match="损坏"):
        edited("image/png", b"\x89PNG", Edit(1))
