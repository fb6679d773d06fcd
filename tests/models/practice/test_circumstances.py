"""Where and how invented people live, and with whom: what is said of one fits the other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.practice.circumstances import circumstances, family_of, mobile
from models.practice.lives import Newcomer
from models.practice.words import MAN, WOMAN, Chance, invented_words, years_after

TIMES = range(60)
WORKERS, RESIDENTS = "城镇职工基本医疗保险", "城乡居民基本医疗保险"


def newcomer(sex=MAN, household="城镇", insurance=RESIDENTS, **lot):
    facts = {"house": "马", "household": household, "insurance": insurance, **lot}
    return Newcomer("马甲", sex, "回族", "三属", 2020, facts)


def lived(who, born, seed):
    return circumstances(Chance(seed), who, born)


def test_country_people_live_in_villages():
    for seed in TIMES:
        facts = lived(newcomer(household="农村"), date(1950, 6, 15), seed)
        assert facts["household_address"].startswith(f"西宁市城中区{facts['street']}{facts['community']}")
        _, *there = invented_words()["places"][facts["street"]]
        assert facts["community"] in there
        assert facts["community"].endswith("村") or not any(each.endswith("村") for each in there)


def test_some_live_elsewhere_than_registered():
    apart = [
        facts
        for seed in TIMES
        if (facts := lived(newcomer(), date(1950, 6, 15), seed))["residence"] != facts["household_address"]
    ]
    assert 0 < len(apart) < len(TIMES) / 2


@pytest.mark.parametrize(("years", "child"), [(17, True), (18, False)])
def test_a_child_goes_to_school_and_an_adult_does_not(years, child):
    for seed in TIMES:
        facts = lived(newcomer(), date(2020 - years, 6, 15), seed)
        assert (facts["marital"] == "未婚") is facts["at_school"] is child
        assert (facts["income"] == 0) is child
        assert not (facts["orphan"] and facts["alone"])


def test_a_widow_is_bereaved_whatever_her_age():
    for seed in TIMES:
        facts = lived(newcomer(WOMAN, relation="配偶"), date(1980, 6, 15), seed)
        assert facts["marital"] == "丧偶"
        assert facts["family_size"] in (1, 2)


@pytest.mark.parametrize(("years", "work"), [(59, "在职(企业)"), (60, "退休")])
def test_a_worker_is_retired_at_sixty(years, work):
    facts = lived(newcomer(insurance=WORKERS), date(2020 - years, 6, 15), 1)
    assert (facts["employment"], facts["pension"]) == (work, "城镇职工基本养老保险")
    assert ("employer" in facts) is (years < 60)


def test_the_floor_is_shared_by_all_who_live_there():
    for seed in TIMES:
        facts = lived(newcomer(), date(1950, 6, 15), seed)
        assert facts["area_each"] == f"{Decimal(facts['floor_area']) / facts['family_size']:.1f}"
        assert facts["rooms"] >= 1


def test_a_married_man_has_a_wife_and_children_born_when_he_was_grown_up():
    born = date(1950, 6, 15)
    for seed in TIMES:
        chance, who = Chance(seed), newcomer()
        wife, *children = family_of(
            chance, who, {"born": born, "marital": "已婚", "alone": False, "orphan": False}
        )
        assert (wife["relation"], wife["sex"]) == ("妻", WOMAN)
        assert 1 <= len(children) <= 3
        assert all(child["born"] >= years_after(born, 23) for child in children)
        assert all(child["name"].startswith("马") for child in children)
        relations = [child["relation"] for child in children]
        assert len(set(relations)) == len(relations)


def test_who_is_alone_has_no_children_and_an_orphan_no_mother():
    chance, born = Chance(1), date(1950, 6, 15)
    facts = {"born": born, "marital": "丧偶", "alone": True, "orphan": False}
    assert family_of(chance, newcomer(), facts) == []
    child = {"born": date(2010, 6, 15), "marital": "未婚", "alone": False}
    (mother,) = family_of(chance, newcomer(), {**child, "orphan": False})
    assert (mother["relation"], mother["sex"]) == ("母亲", WOMAN)
    assert mother["born"] < years_after(child["born"], -20)
    assert family_of(chance, newcomer(), {**child, "orphan": True}) == []


def test_no_network_gives_out_an_invented_number():
    assert {(len(number), number[:3]) for number in (mobile(Chance(seed)) for seed in TIMES)} == {(11, "154")}
