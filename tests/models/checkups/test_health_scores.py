"""The score rises whenever a defect is mended, and only then: of the person, the community, the kind, of everybody."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from models.checkups.check_items import CheckedBook, check_items
from models.checkups.differences import Difference, Subject
from models.checkups.health_scores import (
    by_subject,
    communities_of,
    group_scores,
    score_of_weights,
    score_words,
)

ITEMS = list(check_items().values())
PEOPLE = [Subject(f"人{n}", n, f"人{n}", "", f"街{n % 2}", "村", ("伤残人员",)) for n in range(5)]
FOUND = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ITEMS)), min_size=1, max_size=12)


def scores(differences):
    return {each.name: each.score for each in group_scores(PEOPLE, by_subject(differences), communities_of)}


@given(FOUND, st.data())
def test_mending_one_defect_raises_its_own_community_and_no_other_changes(found, data):
    differences = [
        Difference(who, item, CheckedBook.SUPERIOR, "甲", "乙", weight=item.weight or 3)
        for who, item in found
    ]
    mended = data.draw(st.integers(0, len(differences) - 1))
    before = scores(differences)
    after = scores(differences[:mended] + differences[mended + 1 :])
    own = differences[mended].subject.street + "村"
    assert after[own] > before[own]
    assert {name: score for name, score in after.items() if name != own} == {
        name: score for name, score in before.items() if name != own
    }


def test_only_what_is_whole_says_100():
    assert score_words(score_of_weights([])) == "100.0"
    assert score_words(Fraction(99999, 1000)) == "99.9"
    assert score_words(score_of_weights([10])) == "90.9"


def test_every_item_is_told_under_a_name_of_its_own():
    assert len({each.words for each in ITEMS}) == len(ITEMS)
