"""Whom questions can be about, as a query: nobody who is asked about is missed."""

from __future__ import annotations

import random

import pytest

from models.core import journal
from models.core.codes import table
from models.core.dates import PartDate
from models.pay.dues import open_questions
from models.pay.eligibility.eligibility_candidates import CANDIDATES, candidates
from models.pay.eligibility.eligibility_conditions import BESIDE, BESIDE_ANY, CONDITIONS, Known
from models.pay.grants import claims
from models.pay.standards import months
from models.people.identity import Identity
from models.people.person import Person

USER = "王芳"
MONTH = months.month(2025, 3)
NOBODY = Known({}, {}, {}, None)
FACTS = {
    "marital": ("再婚", "已婚", ""), "employment": ("在职(机关事业)", "务农", "在职(企业)", ""), "household": ("城镇", "农村"),
    "pension": ("机关事业单位养老保险", "机关养老保险", "新农保", ""), "employer": ("某厂", ""), "employer_nature": ("行政单位", "机关", "国企", ""),
    "at_school": (True, False, None), "disabled": (True, None), "abroad_since": (PartDate(2024, 1), None),
    "sentenced_from": (PartDate(2025, 1), None), "born": (PartDate(2003, 5, 10), PartDate(1960, 5, 10)),
}  # fmt: skip
OWN = {
    "relation": ("子女", "配偶", ""), "standing": ("在职", ""), "review_on": (PartDate(2024, 12), None),
}  # fmt: skip


def test_every_condition_says_whom_it_can_be_about():
    assert set(CANDIDATES) == {*CONDITIONS, BESIDE, BESIDE_ANY}


@pytest.mark.parametrize("seed", range(3))
def test_nobody_who_is_asked_about_is_left_out_of_the_list(seed, person, granted, archive):
    draw, kinds = random.Random(seed), table("kind").names()
    for number in range(25):
        someone = person(name=f"甲{number}")
        with journal.entry("情况", USER):
            Person.update({name: draw.choice(said) for name, said in FACTS.items()}).where(
                Person.id == someone.id
            ).execute()
        for kind in draw.sample(kinds, draw.choice((1, 1, 2))):
            made = granted(someone=someone, kind=kind, category="", grade="", nature="")
            with journal.entry("情况", USER):
                Identity.update({name: draw.choice(said) for name, said in OWN.items()}).where(
                    Identity.id == made.id
                ).execute()
    everybody = open_questions.open_questions(MONTH, claims.read_claims())
    assert everybody
    assert open_questions.open_questions(MONTH) == everybody
    chosen = claims.claims(candidates(NOBODY))
    assert {each.claim.person for each in everybody} <= {claim.person for claim in chosen}
