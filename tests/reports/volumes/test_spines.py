"""Boxes, their spines and their labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.lib.units import mm

from models.core.jobs import finish
from models.core.record import Refusal
from models.office.settings import Office
from reports.paper.layout import Gaps
from reports.paper.sheet import HEIGHT
from reports.volumes import spines
from reports.volumes.spines import BREADTHS, EASE, boxes, thickness
from tests.reports.volumes.volumes import volume

OFFICE = Office(name="某局", fonds_number="Z109", catalogue_number="12")


def test_a_box_is_as_broad_as_its_volumes_need():
    assert [box.breadth for box in boxes([volume(1, pages=50)])] == [20]
    assert [box.breadth for box in boxes([volume(1, pages=250)])] == [30]
    assert [box.breadth for box in boxes([volume(1, pages=350)])] == [40]
    assert [box.breadth for box in boxes([volume(1, pages=450)])] == [50]


@given(st.lists(st.integers(1, 150), min_size=1, max_size=60), st.sampled_from(BREADTHS))
def test_every_volume_lies_in_one_box_in_order_and_no_box_is_overfull(pages, broadest):
    some = [volume(number, pages=count) for number, count in enumerate(pages, start=1)]
    made = boxes(some, broadest)
    assert [each for box in made for each in box.volumes] == some
    assert [box.number for box in made] == list(range(1, len(made) + 1))
    assert all(box.breadth in BREADTHS and box.breadth <= broadest for box in made)
    for box in made:
        assert len(box.volumes) == 1 or thickness(box.volumes) <= box.breadth - EASE + 1e-9


def test_another_breadth_is_refused():
    with pytest.raises(Refusal, match="20、30、40、50"):
        boxes([volume()], 35)


def test_spine_and_label_say_which_volumes_are_in_the_box(tmp_path):
    some = [volume(number, pages=100) for number in range(1, 9)]
    finish(spines.write_spines(boxes(some, 30), OFFICE, tmp_path / "盒签.pdf"))
    pages = PdfReader(tmp_path / "盒签.pdf").pages
    said = "".join(page.extract_text() for page in pages)
    assert said.count("0001-0002") == 2  # of spine and label
    assert "Z109-12-0001" in said
    assert "2卷200页" in said
    assert len(pages) == 1


@pytest.mark.parametrize("broadest", BREADTHS)
def test_spines_and_labels_have_room_on_their_sheet(broadest):
    some = boxes([volume(number, pages=150) for number in range(1, 40)], broadest)
    for sheet in spines._sheets(some):
        across = sum(box.breadth * mm + spines.LABEL_GAP for box in sheet) - spines.LABEL_GAP
        assert across <= 210 * mm - 2 * spines.LABEL_MARGIN + 1
        spine = max(sum(s.height for s in spines._spine(box, OFFICE, Gaps())) for box in sheet)
        card = max(sum(s.height for s in spines._card(box, OFFICE, Gaps())) for box in sheet)
        rows = -(-len(sheet) // 2)
        assert spines.LABEL_MARGIN + spine + rows * (card + spines.LABEL_GAP) < HEIGHT - 8 * mm


def test_no_volumes_no_labels(tmp_path):
    with pytest.raises(Refusal, match="没有选中案卷"):
        finish(spines.write_spines([], OFFICE, tmp_path / "盒签.pdf"))
