"""Differences of nearly fifty kinds seeded into three books: every one is told, hardly anything else is, mended nothing is left, sums to the fen.

``YOUFU_PROOFS=1 python -m pytest -n0 tests/scenarios/three_books`` seeds 2,000 of them.
"""

from __future__ import annotations

import os
import random
from fractions import Fraction

from models.checkups.checkup import check_up
from models.core.jobs import finish
from tests.scenarios.three_books.defects import DEFECTS
from tests.scenarios.three_books.list_styles import STYLES, write_list
from tests.scenarios.three_books.town import found_town

PROOFS = bool(os.environ.get("YOUFU_PROOFS"))
SEEDED = 2000 if PROOFS else len(DEFECTS)


def check(folder, town):
    """The town's lists written in six styles, and what a checkup with them finds."""
    rows = [row for each in town for row in each.listed.get("rows", [each.listed])]
    share = -(-len(rows) // len(STYLES))
    files = [
        write_list(style, folder / style.name, rows[n * share : (n + 1) * share])
        for n, style in enumerate(STYLES)
    ]
    return finish(check_up(files))


def seed_all(town, lots):
    """So many defects of all kinds in turn, each of somebody of whom no other of its books' is."""
    free = {id(each): each for each in lots.sample(town, len(town))}
    seeded = []
    for number in range(SEEDED):
        defect = DEFECTS[number % len(DEFECTS)]
        each = next(one for one in free.values() if defect.fits(one))
        del free[id(each)]
        seeded.append(defect.seed(each))
    return seeded


def test_every_seeded_difference_is_told_and_mended_there_is_none(archive, tmp_path):
    lots = random.Random(18)
    town = found_town(tmp_path, SEEDED + SEEDED // 4, 18)
    assert check(tmp_path, town).differences == []
    seeded = seed_all(town, lots)
    found = check(tmp_path, town)
    told = {(each.subject.key, each.item.key): each for each in found.differences}
    strangers = sum(each.item.key == "list.no_person_here" for each in found.differences)
    missed = [
        (each.kind, each.uid)
        for each in seeded
        if "list.no_person_here" not in each.items
        and not any((each.uid, item) in told for item in each.items)
    ]
    assert missed == []
    assert strangers == sum("list.no_person_here" in each.items for each in seeded)
    false = len(found.differences) - len(seeded)
    assert false <= len(seeded) / 100, [
        (each.label, each.here, each.there, each.why) for each in found.differences
        if not any(each.subject.key == one.uid and each.item.key in one.items for one in seeded)
    ][:20]  # fmt: skip
    judged = [(one, told[(one.uid, item)]) for one in seeded for item in one.items if (one.uid, item) in told]
    wrongly = [(one.kind, each.wrong, each.why) for one, each in judged if each.wrong not in ("", one.wrong)]
    assert {kind for kind, *_ in wrongly} <= {"上级已按去世"}, wrongly[:10]
    gaps = [
        each.gap for each in found.differences if not each.item.key.startswith("bank.")
    ]  # of the list's money
    assert found.balance.gap == sum(gaps)
    assert found.balance.gap != 0
    worse = found.whole_score().score
    assert worse < 100
    for one in seeded[: len(seeded) // 2]:
        one.mend()
    better = check(tmp_path, town)
    assert worse < better.whole_score().score < 100
    for one in seeded[len(seeded) // 2 :]:
        one.mend()
    mended = check(tmp_path, town)
    assert (mended.differences, mended.balance.gap) == ([], 0)
    assert mended.whole_score().score == Fraction(100)
