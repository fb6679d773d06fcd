"""The invented people of the practice archive: as many, as mixed and as untidy as an office's own."""

import re
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from models.core import codes
from models.core.citizen_number import CitizenNumber, is_right
from models.core.dates import PartDate
from models.core.record import Count, Day, Flag, Record, Text, Yuan
from models.core.states import State
from models.people.identity import (
    DISABLED,
    RURAL_VETERANS,
    BankAccount,
    Identity,
    IdentityState,
    luhn,
)
from models.people.materials import Material
from models.people.person import FamilyMember, Person
from models.practice import InventedPerson, invented_people

YEAR = 2020
RARE = "𬱖𠅤𬭎㛃䶮"


def test_the_office_of_2020_has_681_people_of_eight_kinds(people: list[InventedPerson]) -> None:
    kinds = Counter(who.identities[0]["kind"] for who in people)
    assert list(kinds.values()) == [118, 42, 23, 67, 148, 61, 166, 56]
    assert sum(kinds.values()) == 681


@pytest.mark.parametrize("count", [0, 1, 3, 7, 50, 1000])
def test_exactly_so_many_different_people_are_invented(count: int) -> None:
    people = invented_people(count, seed=5)
    assert len(people) == len({who.facts["number"] for who in people}) == count


def test_the_same_seed_gives_the_same_people() -> None:
    assert invented_people(60, seed=7) == invented_people(60, seed=7)
    assert invented_people(60, seed=7) != invented_people(60, seed=8)


def test_nobody_shares_a_number_a_phone_an_account_or_a_certificate(people: list[InventedPerson]) -> None:
    for values in (
        [who.facts["phone"] for who in people],
        [account["account"] for who in people for account in who.accounts],
        [identity["certificate"] for who in people for identity in who.identities],
        [(who.facts["name"], who.facts["born"]) for who in people],
    ):
        assert len(set(values)) == len(values)


def test_every_number_is_right_but_the_deliberately_wrong_one(people: list[InventedPerson]) -> None:
    wrong = [who for who in people if not is_right(str(who.facts["number"]))]
    assert [who.doubt for who in wrong] == ["身份证号校验码不符"]
    for who in people:
        number = str(who.facts["number"])
        assert re.fullmatch(r"6301\d\d\d{8}99\d[\dX]", number)
        assert CitizenNumber.read(number).sex == who.facts["sex"]
        if not who.doubt:
            assert str(CitizenNumber.read(number).born) == who.facts["born"]


def test_phones_and_accounts_cannot_be_anybodys(people: list[InventedPerson]) -> None:
    for who in people:
        assert re.fullmatch(r"154\d{8}", str(who.facts["phone"]))
        for account in who.accounts:
            assert re.fullmatch(r"622848999\d{10}", str(account["account"]))
            assert luhn(str(account["account"]))
        assert [account for account in who.accounts if "until" not in account] == [who.accounts[-1]]


def test_every_answer_has_the_name_and_the_type_of_a_column(people: list[InventedPerson]) -> None:
    for who in people:
        columns(Person, [who.facts])
        columns(Identity, [{k: v for k, v in facts.items() if k != "states"} for facts in who.identities])
        columns(IdentityState, [state for facts in who.identities for state in facts["states"]])  # type: ignore[attr-defined]
        columns(BankAccount, who.accounts)
        columns(FamilyMember, who.family)
        columns(Material, who.materials)


def columns(model: type[Record], several: Any) -> None:
    types = {Text: str, Day: str, Count: int, Flag: bool, Yuan: Decimal}
    for facts in several:
        for key, fact in facts.items():
            field = model._meta.fields[key]
            assert (str if isinstance(fact, State) else type(fact)) is types[type(field)], (model, key, fact)
            assert fact != ""
            if isinstance(field, Day):
                assert str(PartDate.parse(str(fact))) == fact
            if isinstance(field, Text) and field.codes:
                assert codes.table(field.codes).read(str(fact)) == fact, (key, fact)


def test_some_have_two_identities_and_are_counted_once(people: list[InventedPerson]) -> None:
    several = [who for who in people if len(who.identities) > 1]
    assert 10 <= len(several) <= 30
    assert any(who.identities[1]["kind"] == DISABLED for who in several)
    for who in several:
        assert len({identity["kind"] for identity in who.identities}) == len(who.identities)


def test_as_many_have_the_residents_insurance_as_in_2020(people: list[InventedPerson]) -> None:
    insured = Counter((who.facts["insurance"], who.identities[0]["kind"] == RURAL_VETERANS) for who in people)
    assert insured["城乡居民基本医疗保险", False] == 131
    assert insured["城乡居民基本医疗保险", True] == 166


def test_names_are_of_six_peoples_and_some_hard_to_write(people: list[InventedPerson]) -> None:
    names = "".join(str(who.facts["name"]) for who in people)
    assert {who.facts["ethnic"] for who in people} == {"汉族", "回族", "藏族", "土族", "撒拉族", "蒙古族"}
    assert set(RARE) <= set(names)
    assert "·" in names
    for surname in ("单", "曾", "仇", "尉迟"):
        assert surname in names


def test_papers_are_missing_in_some_files_and_numbered_without_gaps(people: list[InventedPerson]) -> None:
    assert {len(who.materials) for who in people} >= {8, 9, 10, 11, 12}
    for who in people:
        assert [paper["number"] for paper in who.materials] == list(range(1, len(who.materials) + 1))
