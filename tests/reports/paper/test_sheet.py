"""Sheets of paper in a PDF."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from reports.paper.fonts import SERIF
from reports.paper.qr_modules import QrModules
from reports.paper.sheet import LARGEST, Mark, Paper, Print, Rule, Said, Style

STYLE = Style(SERIF, 10, 14)


@pytest.fixture
def paper():
    return Paper(io.BytesIO(), "档案", "某局", (400, 300))


def closed(paper):
    paper.turn()
    paper.close()
    return PdfReader(paper.pdf.file).pages[0]


def drawn(paper):
    """The lines that draw pictures."""
    return [line for each in paper.operators for line in each.splitlines() if line.endswith("Do Q")]


def jpeg(width, height, **more):
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "JPEG", **more)
    return file.getvalue()


@pytest.mark.parametrize(
    ("size", "box", "place"),
    [
        (
            (200, 100),
            (10, 20, 100, 100),
            (100, 50, 10, 45),
        ),  # broader than the box: in the middle of its height
        ((100, 200), (10, 20, 100, 100), (50, 100, 35, 20)),  # higher: in the middle of its breadth
    ],
)
def test_a_picture_is_as_large_as_fits_into_its_box_and_keeps_its_shape(paper, size, box, place):
    paper.picture(jpeg(*size), *box)
    width, _, _, height, left, low = map(float, drawn(paper)[-1].split()[1:7])
    assert (width, height, left, low) == pytest.approx(place)


def test_a_picture_taken_sideways_is_set_upright_and_a_large_one_made_smaller(paper):
    turned = Image.Exif()
    turned[0x0112] = 6  # the camera was turned by a quarter
    paper.picture(jpeg(60, 40, exif=turned), 0, 0, 100, 100)
    paper.picture(jpeg(2000, 100), 0, 0, 100, 100)
    first, second = closed(paper).images
    assert first.image.size == (40, 60)
    assert second.image.size == (LARGEST[0], 45)


def test_a_scanned_paper_keeps_all_its_dots_and_a_grey_one_is_grey(paper):
    paper.picture(jpeg(2000, 100), 0, 0, 100, 100, sharp=True)
    grey = io.BytesIO()
    Image.new("L", (30, 20), 128).save(grey, "PNG")
    paper.picture(grey.getvalue(), 0, 0, 100, 100)
    first, second = closed(paper).images
    assert first.image.size == (2000, 100)
    assert second.image.mode == "L"


def test_the_same_picture_in_two_forms_is_kept_once(paper):
    image = jpeg(30, 30)
    paper.picture(image, 0, 0, 10, 10)
    paper.picture(image, 50, 50, 20, 20)
    paper.picture(jpeg(31, 30), 0, 0, 10, 10)
    assert [line.split()[-3] for line in drawn(paper)] == ["/X1", "/X1", "/X2"]


def test_what_is_no_picture_is_told(paper):
    with pytest.raises(OSError, match="cannot identify"):
        paper.picture(b"no picture", 0, 0, 10, 10)


def test_a_print_is_drawn_once_however_often_it_is_placed(paper):
    thing = Print(50, 20, (Rule(0, 0, 50, 0, 0.5),), (Mark(1, 2, STYLE, "姓名"),))
    for y in (10, 40, 70):
        paper.place(thing, 5, y)
    assert len(paper.drawn) == 1
    assert closed(paper).extract_text().count("姓名") == 3


def test_a_character_that_no_font_has_is_a_crossed_box_and_the_others_stay_at_their_places(paper):
    paper.words([(0, 0, (Mark(20, 50, STYLE, "马\U0001f600国"),))])
    (operators,) = paper.operators
    assert "0.6 w 30.80 49.60 8.40 8.40 re" in operators  # the second of characters 10 points broad
    assert "1 0 0 1 40.00 50.00 Tm" in operators
    assert "".join(closed(paper).extract_text().split()) == "马国"


def test_a_row_that_is_told_again_has_pieces_with_numbers_of_their_own(paper):
    value = (Mark(20, 50, STYLE, "男"),)
    for y in (100, 40):
        paper.tell(None, value, 5, y, Said(table="登记表", blanks=((60, 50),)))
    first, second = paper.operators
    assert [first.count(f"/TD <</MCID {n}>> BDC") for n in range(4)] == [1, 1, 0, 0]
    assert [second.count(f"/TD <</MCID {n}>> BDC") for n in range(4)] == [0, 0, 1, 1]
    assert paper.told.cache_info().hits == 1
    assert closed(paper).extract_text().count("男") == 2


def test_a_code_is_drawn_from_its_black_runs_alone(paper):
    paper.code(QrModules(3, b"\0\0\xff\xff\xff\xff\xff\0\0"), 10, 90, 2)
    assert paper.operators == ["q 2.0000 0 0 -2.0000 10.00 90.00 cm 0 0 2 1 re 1 2 2 1 re f Q"]


def test_a_sheet_has_the_size_that_was_asked_for_and_takes_nothing_along_from_the_one_before(paper):
    paper.frame(10, 10, 50, 20, 1.2)
    paper.turn("马建国")
    page = closed(paper)
    assert [float(edge) for edge in page.mediabox] == [0, 0, 400, 300]
    assert PdfReader(paper.pdf.file).pages[1].get_contents().get_data() == b""
