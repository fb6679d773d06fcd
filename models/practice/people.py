"""Invented people: their numbers, accounts and papers, put together to whole files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from typing import Any

from models.core.citizen_number import check_digit
from models.people.identity import COMBATANTS, SICK_VETERANS, TEST_VETERANS, Identity, luhn
from models.people.materials import default_catalogue
from models.practice.circumstances import RURAL, circumstances, family_of, mobile
from models.practice.faults import PersonDraft, depart, spoil
from models.practice.lives import LifeFacts, Newcomer, certificate, decks, life, wounded
from models.practice.words import (
    MAN,
    WOMAN,
    Chance,
    apportioned,
    invented_name,
    invented_words,
    surname_of,
    years_after,
)

WORKERS_MEDICAL, RESIDENTS_MEDICAL = "城镇职工基本医疗保险", "城乡居民基本医疗保险"
HOME, ELSEWHERE = "630103", ("630102", "630104", "630105", "630106", "630121", "630123")
SEQUENCES = {MAN: (997, 997, 997, 995, 999, 993, 991), WOMAN: (996, 996, 996, 998, 994, 992)}
APPROVAL = 11  # the papers of the default catalogue up to this one are older than the approval
EVENT = "待遇变更、关系转移、停发、死亡材料"  # the one paper that only a change of state brings

# What is known of everybody; the rest is on the form of the better kept files only.
ROSTER = frozenset((
    "number", "number_found", "name", "sex", "born", "ethnic", "household", "household_address", "residence",
    "street", "community", "phone", "insurance", "died", "notes", "kind", "category", "state", "states", "paid_to",
    "certificate", "approved", "grade", "nature", "joined", "left", "relation", "fallen_name", "fallen_on",
    "period", "battle", "test", "service_from", "service_to", "service_years",
))  # fmt: skip
RARE = 36  # of so many Han names one has a rare character
HALF_KNOWN = (
    "joined",
    "disabled_on",
    "fallen_on",
    "fallen_born",
)  # old papers may have a year or a month only


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """A whole file: facts by the names of the records' columns, dates as ISO text, money as ``Decimal``.

    Each of ``identities`` also has ``states``: the columns of each state it was in, the newest last.
    ``doubt`` names what is deliberately wrong with the file; empty for almost everybody.
    """

    facts: dict[str, object]
    identities: tuple[dict[str, object], ...]
    accounts: tuple[dict[str, object], ...]
    family: tuple[dict[str, object], ...]
    materials: tuple[dict[str, object], ...]
    doubt: str = ""


def invented_people(count: int = 681, year: int = 2020, seed: int = 2020) -> list[InventedPerson]:
    """So many different people as an office has them at the end of a year (2013 or later; one that is over).

    Their kinds are in the proportions of a real office, kind by kind in the order of its rosters.
    The same arguments always give the same people.
    """
    chance = Chance(seed)
    people = [_person(chance, who) for who in _newcomers(chance, count, year)]
    able = [who for who in people if who.identities[0]["kind"] in (COMBATANTS, TEST_VETERANS, SICK_VETERANS)]
    for who in chance.sample(able, round(len(able) * 0.08)):
        _entitle_again(chance, who)
    spoil(chance, people)
    depart(chance, people, year)
    for who in people:
        _file_papers(chance, who, year)
        _forget(chance, who)
    return [_finished(who) for who in people]


def _newcomers(chance: Chance, count: int, year: int) -> Iterator[Newcomer]:
    """Kind by kind, everybody with a name, now and then one that few fonts can write."""
    rows = {row["kind"]: row for row in invented_words()["kinds"]}
    many = apportioned({kind: row["people"] for kind, row in rows.items()}, count)
    groups = iter(chance.dealt(invented_words()["ethnic"], count))
    rare = cycle(invented_words()["rare"])
    han = 0
    for kind, row in rows.items():
        for lot in _lots(chance, row, many[kind]):
            ethnic = next(groups)
            name = invented_name(chance, ethnic, lot["sex"])
            han += ethnic == "汉族"
            if ethnic == "汉族" and han % RARE == 5:
                name = name[:-1] + next(rare)
            lot["house"] = _house(chance, name, ethnic, lot)
            yield Newcomer(name, lot["sex"], ethnic, kind, year, lot)


def _house(chance: Chance, name: str, ethnic: str, lot: dict[str, str]) -> str:
    """The surname of the children: of their father; empty where people bear none."""
    if lot["sex"] == MAN or lot.get("relation") == "子女":
        return surname_of(name, ethnic)
    surnames = invented_words()["surnames"].get(ethnic)
    return str(chance.choice(surnames)) if surnames else ""


def _lots(chance: Chance, row: LifeFacts, count: int) -> list[dict[str, str]]:
    """What is dealt to each of the people of a kind."""
    people = row["people"]
    shares = decks(row["kind"]) | {
        "sex": {WOMAN: row["women"], MAN: people - row["women"]},
        "household": {RURAL: row["rural"], "城镇": people - row["rural"]},
        "insurance": {RESIDENTS_MEDICAL: row["residents"], WORKERS_MEDICAL: people - row["residents"]},
    }
    dealt = {column: chance.dealt(share, count) for column, share in shares.items()}
    lots = [{column: deck[place] for column, deck in dealt.items()} for place in range(count)]
    adults = [lot for lot in lots if lot.get("relation") != "子女" and lot["insurance"] == RESIDENTS_MEDICAL]
    for lot in lots:
        if lot.get("relation") == "配偶":
            lot["sex"] = WOMAN
        if (
            lot.get("relation") == "子女" and lot["insurance"] == WORKERS_MEDICAL and adults
        ):  # no child is employed
            lot["insurance"], adults.pop()["insurance"] = RESIDENTS_MEDICAL, WORKERS_MEDICAL
    return lots


def _person(chance: Chance, who: Newcomer) -> PersonDraft:
    born, identity = life(chance, who)
    while f"{who.name}{born}" in chance.taken:  # two of one name and birthday would be taken for one person
        born, identity = life(chance, who)
    chance.taken.add(f"{who.name}{born}")
    facts = circumstances(chance, who, born)
    number = chance.fresh(lambda: _number(chance, born, who.sex))
    facts |= dict.fromkeys(("number", "number_found", "insurance_no", "pension_no"), number)
    facts["phone"] = chance.fresh(lambda: mobile(chance))
    facts["other_phone"] = f"0971-0{chance.digits(6)}" if chance.likely(0.3) else ""
    facts["former_names"] = invented_name(chance, who.ethnic, who.sex) if chance.likely(0.04) else ""
    facts["notes"] = chance.word("notes") if chance.likely(0.06) else ""
    return PersonDraft(
        facts, [identity], _accounts(chance, who, identity["approved"]), family_of(chance, who, facts), []
    )


def _number(chance: Chance, born: date, sex: str) -> str:
    area = HOME if chance.likely(0.97) else chance.choice(ELSEWHERE)
    body = f"{area}{born:%Y%m%d}{chance.choice(SEQUENCES[sex])}"
    return body + check_digit(body)


def _accounts(chance: Chance, who: Newcomer, since: date) -> list[LifeFacts]:
    """The account in use, after the one that it replaced, if any."""
    banks = [chance.dealt(invented_words()["banks"], 3)[0] for _ in range(2 if chance.likely(0.06) else 1)]
    accounts: list[LifeFacts] = [
        {"bank": bank, "holder": who.name, "account": chance.fresh(lambda: _account(chance)), "since": since}
        for bank in banks
    ]
    if len(accounts) == 2:
        accounts[0]["until"] = accounts[1]["since"] = chance.day(since, date(who.year - 1, 12, 31))
    return accounts


def _account(chance: Chance) -> str:
    body = "622848999" + chance.digits(9)
    return next(body + digit for digit in "0123456789" if luhn(body + digit))


def _entitle_again(chance: Chance, who: PersonDraft) -> None:
    """A second identity, where a first of that kind can have one."""
    first = who.identities[0]
    if first["kind"] in (COMBATANTS, TEST_VETERANS):
        nature = "因战" if first["kind"] == COMBATANTS else "因公"
        who.identities.append(wounded(chance, first, nature, chance.choice(("七级", "八级", "九级", "十级"))))
    elif first["kind"] == SICK_VETERANS and first["left"] > date(1980, 1, 1) > first["joined"]:
        state = "身份认定不享受待遇"
        second = first | {
            "kind": COMBATANTS,
            "category": COMBATANTS,
            "state": state,
            "battle": "中越边境自卫还击作战",
        }
        second |= {"certificate": certificate(chance, COMBATANTS), "proof": "个人档案"}
        second["states"] = [{"state": state, "since": first["approved"]}]
        first["fought"] = True
        who.identities.append(
            {key: fact for key, fact in second.items() if key not in ("illness", "fought", "tested")}
        )


def _file_papers(chance: Chance, who: PersonDraft, year: int) -> None:
    """The papers that the file should hold; of some files all, of others only a part."""
    columns = ("kind", "category", "state")
    identities = [Identity(**{column: facts[column] for column in columns}) for facts in who.identities]
    approved, *_, changed = [state["since"] for state in who.identities[0]["states"] * 2]
    left = changed > approved
    kept = chance.choice((1.0, 1.0, 0.9, 0.6))
    for line in default_catalogue():
        wanted = left if line.title == EVENT else line.required and line.fits(identities)
        if wanted and chance.likely(kept):
            day = chance.day(years_after(approved, -1), approved)
            if (line.number or 0) > APPROVAL:
                day = chance.day(approved, changed if left else date(year, 12, 20))
            paper: LifeFacts = {"number": len(who.materials) + 1, "title": line.title, "author": line.author}
            paper["day"] = changed if line.title == EVENT else day
            who.materials.append(paper | {"pages": chance.choice((1, 1, 2, 2, 3, 6))})


def _forget(chance: Chance, who: PersonDraft) -> None:
    """Leave out what badly kept files do not know, and here and there an answer of the others."""
    known = 0.95 if chance.likely(0.65) else 0.0
    for facts in (who.facts, *who.identities):
        for key in [key for key in facts if key not in ROSTER and not chance.likely(known)]:
            del facts[key]
        for key in HALF_KNOWN:
            if isinstance(day := facts.get(key), date) and day.year < 1980 and chance.likely(0.08):
                facts[key] = f"{day:%Y-%m}" if chance.likely(0.6) else f"{day:%Y}"


def _finished(who: PersonDraft) -> InventedPerson:
    return InventedPerson(
        facts=_plain([who.facts])[0],
        identities=_plain(who.identities),
        accounts=_plain(who.accounts),
        family=_plain(who.family),
        materials=_plain(who.materials),
        doubt=who.doubt,
    )


def _plain(several: Sequence[LifeFacts]) -> tuple[dict[str, object], ...]:
    """Without empty answers, and with days as ISO text."""
    return tuple(
        {key: _text(fact) for key, fact in facts.items() if fact not in ("", None)} for facts in several
    )


def _text(fact: Any) -> object:
    if isinstance(fact, date):
        return fact.isoformat()
    return _plain(fact) if isinstance(fact, list) else fact
