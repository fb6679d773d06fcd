"""Health scores 体检得分 of a person, a community, a kind: 100 where no book contradicts another, and less for each difference.

A person with differences of the weights w has 100 × 100 ÷ (100 + Σw): whoever mends one has more, whatever else is left,
and nobody ever has less than nothing. A group has the mean of its people, those without any difference among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from typing import NamedTuple

from models.checkups.differences import Difference, Subject

FULL_SCORE = 100
NOWHERE = "没有写明"


class GroupScore(NamedTuple):
    """A group: what it is called, of how many people, in how many of whom nothing differs, how much differs, its score."""

    name: str
    people: int
    sound: int
    differences: int
    score: Fraction


def score_of_weights(weights: Iterable[int]) -> Fraction:
    """The score of somebody with differences of these weights."""
    return Fraction(FULL_SCORE * FULL_SCORE, FULL_SCORE + sum(weights))


def score_words(score: Fraction) -> str:
    """A score with one place, rounded down, so that only what is whole says 100."""
    exact = Decimal(score.numerator) / Decimal(score.denominator)
    return f"{exact.quantize(Decimal('0.1'), ROUND_DOWN)}"


def by_subject(differences: Iterable[Difference]) -> Mapping[str, list[Difference]]:
    """The differences of each subject by its key."""
    found: dict[str, list[Difference]] = defaultdict(list)
    for each in differences:
        found[each.subject.key].append(each)
    return found


def group_scores(
    subjects: Iterable[Subject],
    found: Mapping[str, list[Difference]],
    groups: Callable[[Subject], Iterable[str]],
) -> list[GroupScore]:
    """The scores of groups, the worst first; somebody may be of several."""
    members: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        for name in groups(subject):
            members[name].append(subject)
    scores = [_group(name, some, found) for name, some in members.items()]
    return sorted(scores, key=lambda each: (each.score, each.name))


def _group(name: str, some: list[Subject], found: Mapping[str, list[Difference]]) -> GroupScore:
    each = [found.get(subject.key, []) for subject in some]
    total = sum((score_of_weights(one.grave for one in own) for own in each), Fraction(0))
    return GroupScore(name, len(some), sum(not own for own in each), sum(map(len, each)), total / len(some))


def communities_of(subject: Subject) -> tuple[str, ...]:
    """The group of a subject by its place."""
    return (f"{subject.street}{subject.community}" or NOWHERE,)


def kinds_of(subject: Subject) -> tuple[str, ...]:
    """The groups of a subject by its kinds of identity."""
    return subject.kinds or (NOWHERE,)
