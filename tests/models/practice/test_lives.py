"""Lives in which dates, places and causes fit one another."""

from datetime import date

import pytest

from models.core.dates import PartDate, age_on
from models.people.identity import (
    COMBATANTS,
    DEMOBILISED,
    DISABLED,
    MARTYRS_CHILDREN,
    RECEIVING,
    RURAL_VETERANS,
    SURVIVORS,
)
from models.practice import InventedPerson, invented_people
from models.practice.lives import BEGINNINGS, LIVES, REGISTERED, Newcomer, decks, life, wounded
from models.practice.words import MAN, Chance, years_after


def test_a_wound_falls_into_the_years_of_service(people: list[InventedPerson]) -> None:
    wounds = [
        facts for who in people for facts in who.identities if "disabled_on" in facts and "left" in facts
    ]
    assert wounds
    for facts in wounds:
        joined, hurt, left = (PartDate.parse(str(facts[key])) for key in ("joined", "disabled_on", "left"))
        assert not hurt.before(joined)
        assert not left.before(hurt)


def test_nine_are_disabled_of_grade_one_to_six(people: list[InventedPerson]) -> None:
    grades = [str(who.identities[0]["grade"]) for who in people if who.identities[0]["kind"] == DISABLED]
    assert sum(grade in ("一级", "二级", "三级", "四级", "五级", "六级") for grade in grades) == 9


@pytest.mark.parametrize("year", [2013, 2020, 2026])
def test_old_soldiers_and_martyrs_old_children_are_sixty(year: int) -> None:
    for who in invented_people(200, year):
        if who.identities[0]["kind"] in (RURAL_VETERANS, MARTYRS_CHILDREN) and not who.doubt:
            assert age_on(PartDate.parse(str(who.facts["born"])), date(year, 12, 31)) >= 60
        assert max(str(state["since"]) for state in who.identities[0]["states"]) <= f"{year}-12-31"  # type: ignore[attr-defined]


def told(kind, seed, year=2020):
    """A life of that kind, of somebody to whom chance dealt the rest."""
    chance = Chance(seed)
    lot = {"house": "马", "relation": "配偶", "grade": "", "category": "", "battle": "", "test": ""}
    lot |= {name: chance.choice(list(shares)) for name, shares in decks(kind).items()}
    return life(chance, Newcomer("马甲", MAN, "回族", kind, year, lot))


@pytest.mark.parametrize("kind", LIVES)
def test_in_every_life_one_thing_comes_after_another(kind):
    for seed in range(40):
        born, facts = told(kind, seed)
        days = [born, *(facts[key] for key in ("joined", "left") if key in facts), facts["approved"]]
        assert days == sorted(days), (kind, seed, days)
        assert facts["approved"] >= max(REGISTERED, *(facts[key] for key in BEGINNINGS if key in facts))
        assert facts["approved"] <= date(2019, 12, 31)
        assert facts["states"] == [{"state": RECEIVING, "since": facts["approved"]}]


@pytest.mark.parametrize("kind", [each for each in LIVES if each not in (SURVIVORS, MARTYRS_CHILDREN)])
def test_a_soldier_joins_at_eighteen_to_twenty_two(kind):
    for seed in range(40):
        born, facts = told(kind, seed)
        assert 18 <= facts["joined"].year - born.year <= 22


def test_the_last_who_joined_of_their_own_will_did_so_in_october_1954():
    for seed in range(60):
        _, facts = told(DEMOBILISED, seed)
        assert facts["joined"] <= date(1954, 10, 31)
        since = facts["joined"]
        before = "抗日战争" if since < date(1945, 9, 3) else "解放战争"
        assert facts["period"] == ("建国后" if since >= date(1949, 10, 1) else before)


def test_the_dead_soldier_was_grown_up_and_a_child_was_born_before_his_death():
    for seed in range(40):
        for relation in ("子女", "配偶", "父母"):
            chance = Chance(seed)
            lot = {"house": "马", "relation": relation, "category": "烈士遗属"}
            born, facts = life(chance, Newcomer("马甲", MAN, "回族", SURVIVORS, 2020, lot))
            assert facts["fallen_on"] >= years_after(facts["fallen_born"], 24)
            assert facts["fallen_approved"] >= facts["fallen_on"]
            if relation == "子女":
                assert born < facts["fallen_on"]


def test_a_policeman_has_no_discharge_and_no_unit_of_the_army():
    lot = {"grade": "八级", "category": "伤残人民警察"}
    _, facts = life(Chance(1), Newcomer("马甲", MAN, "回族", DISABLED, 2020, lot))
    assert not {"left", "unit", "unit_name", "discharge_no", "post"} & facts.keys()
    assert (facts["disabled_unit"], facts["standing"]) == ("某派出所", "在职")


def test_a_wound_brought_home_is_approved_before_the_other_right():
    chance = Chance(3)
    _, service = told(COMBATANTS, 3)
    facts = wounded(chance, service, "因战", "七级")
    assert service["joined"] <= facts["disabled_on"] <= service["left"]
    assert facts["approved"] <= service["approved"]
    assert (facts["kind"], facts["nature"], facts["grade"]) == (DISABLED, "因战", "七级")
