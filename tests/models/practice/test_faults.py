"""People die and move away, and some papers contradict each other."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from models.core.citizen_number import CitizenNumber, is_right
from models.core.dates import PartDate
from models.core.record import Day, Record
from models.people.identity import (
    DISABLED,
    RECEIVING,
    RURAL_VETERANS,
    BankAccount,
    Identity,
)
from models.people.person import Person
from models.practice import InventedPerson
from models.practice.faults import INVENTED_FAULTS, PersonDraft, depart, spoil
from models.practice.words import Chance
from tests.factories import citizen_number


def record(model: type[Record], facts: dict[str, object], **others: object) -> Any:
    """An unsaved record of these facts, read as the practice archive reads them."""
    fields = model._meta.fields
    read = {
        key: PartDate.parse(str(fact)) if isinstance(fields[key], Day) else fact
        for key, fact in facts.items()
        if key != "states"
    }
    return model(**read, **others)


def doubts(who: InventedPerson) -> Iterator[str]:
    person = record(Person, who.facts)
    records = [person, *(record(Identity, facts, person=person) for facts in who.identities)]
    records += [record(BankAccount, facts, person=person) for facts in who.accounts]
    for each in records:
        assert each.problems() == {} if each is not person else not list(each.rules())
        yield from (doubt.message for doubt in each.doubts())


def test_an_old_paper_has_fifteen_places(people: list[InventedPerson]) -> None:
    old = [who for who in people if len(str(who.facts["number_found"])) == 15]
    assert old
    for who in old:
        assert CitizenNumber.read(str(who.facts["number_found"])).number == who.facts["number"]


def test_only_the_deliberate_faults_are_doubtful(people: list[InventedPerson]) -> None:
    found = {who.facts["number"]: list(doubts(who)) for who in people}
    deliberate = {who.facts["number"] for who in people if who.doubt and not who.doubt.startswith("原件")}
    assert {number for number, messages in found.items() if messages} == deliberate
    assert len(deliberate) == 6


def test_some_have_died_moved_or_lost_their_entitlement(people: list[InventedPerson]) -> None:
    states = Counter(who.identities[0]["state"] for who in people)
    assert (states["去世"], states["停发"], states["迁移"], states["中止"]) == (8, 4, 3, 1)
    for who in people:
        for identity in who.identities:
            history: Any = identity["states"]
            assert history[-1]["state"] == identity["state"]
        assert (identity["state"] == "去世") == ("died" in who.facts)


@pytest.fixture
def drafts():
    """A hundred people without fault, half of them 农村籍退役士兵."""

    def draft(number):
        kind = RURAL_VETERANS if number % 2 else DISABLED
        states = [{"state": RECEIVING, "since": date(2012, 1, 1)}]
        identity = {
            "kind": kind,
            "state": RECEIVING,
            "approved": date(2012, 1, 1),
            "service_years": 3,
            "states": states,
        }
        right = citizen_number()
        facts = {"number": right, "number_found": right, "insurance_no": right, "born": date(1950, 6, 15)}
        return PersonDraft(facts, [identity], [{"holder": "张三"}], [{"name": "李四"}], [])

    return [draft(number) for number in range(100)]


def test_each_fault_falls_on_somebody_else_and_says_what_it_is(drafts):
    spoil(Chance(1), drafts)
    said = Counter(each.doubt for each in drafts if each.doubt)
    assert set(said.values()) == {1}
    assert len(said) == len(list(INVENTED_FAULTS))
    for each in drafts:
        if each.doubt == "身份证号校验码不符":
            assert not is_right(each.facts["number"])
            assert each.facts["insurance_no"] == each.facts["number_found"] == each.facts["number"]
        if each.doubt == "出生日期与身份证号不一致":
            assert abs(each.facts["born"].year - 1950) in (1, 2)
        if each.doubt == "开户名称不是本人":
            assert each.accounts[-1]["holder"] == "李四"
        if each.doubt == "因病七级":
            (identity,) = each.identities
            assert (identity["kind"], identity["states"][-1]["state"]) == (DISABLED, identity["state"])


def test_among_two_or_three_people_nobody_is_at_fault(drafts):
    spoil(Chance(1), drafts[:2])
    assert [each.doubt for each in drafts[:2]] == ["", ""]


def test_who_departs_does_so_in_the_year_with_all_rights_and_is_paid_to_that_month(drafts):
    drafts[0].doubt = "身份证号校验码不符"
    drafts[0].facts["born"] = date(1949, 6, 15)
    depart(Chance(1), drafts, 2020)
    gone = [each for each in drafts if each.identities[0]["state"] != RECEIVING]
    assert drafts[0] not in gone
    assert Counter(each.identities[0]["state"] for each in gone) == {"去世": 1, "停发": 1}
    for each in gone:
        entry = each.identities[0]["states"][-1]
        assert entry["since"].year == 2020
        assert each.identities[0]["paid_to"] == entry["paid_to"] == f"{entry['since']:%Y-%m}"
        assert (each.facts.get("died") == entry["since"]) is (entry["state"] == "去世")
