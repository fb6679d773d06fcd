"""档案盒: which volumes lie in a box, and where it stands."""

from __future__ import annotations

import pytest

from models.core.record import Invalid
from models.ledger.box_places import BoxPlace, box_of, box_places


@pytest.fixture
def box(save):
    def make(first, last, **facts):
        return save(BoxPlace(**{"cabinet": "2", "shelf": "3", "box": "15"} | facts, first=first, last=last))

    return make


def test_a_volume_lies_in_the_box_whose_numbers_hold_its_own(box):
    later, sooner = box(26, 50), box(1, 25)
    assert [box_of(number) for number in (1, 25, 26, 50, 51, None)] == [
        sooner,
        sooner,
        later,
        later,
        None,
        None,
    ]
    assert list(box_places()) == [sooner, later]


def test_a_volume_cannot_lie_in_two_boxes(box, save):
    kept = box(1, 25)
    with pytest.raises(Invalid, match="案卷号1至25已经在2号柜3层15盒"):
        box(25, 30)
    kept.last = 30
    save(kept)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"box": ""}, "box"),
        ({"first": 0}, "first"),
        ({"last": None}, "last"),
        ({"first": 9, "last": 8}, "last"),
    ],
)
def test_what_cannot_be_is_refused(box, facts, field):
    with pytest.raises(Invalid) as refused:
        box(**{"first": 1, "last": 9} | facts)
    assert set(refused.value.problems) == {field}


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "2号柜3层15盒"),
        ({"shelf": ""}, "2号柜15盒"),
        ({"cabinet": "东墙铁柜", "shelf": "第2层", "box": "甲盒"}, "东墙铁柜第2层甲盒"),
    ],
)
def test_its_place_reads_as_one_says_it(facts, told):
    assert BoxPlace(**{"cabinet": "2", "shelf": "3", "box": "15"} | facts).place == told
