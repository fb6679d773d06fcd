"""The rights of invented people: lives in which dates, places and causes fit one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.core.dates import PartDate
from models.people.identity import (
    COMBATANTS,
    DEMOBILISED,
    DISABLED,
    MARTYRS_CHILDREN,
    RECEIVING,
    RURAL_VETERANS,
    SICK_VETERANS,
    SURVIVORS,
    TEST_VETERANS,
    service_years,
)
from models.practice.words import MAN, Chance, invented_name, invented_words, surname_of, years_after

INVENTED_SOLDIER = "残疾军人"
SEVERE_INVENTED = ("一级", "二级", "三级", "四级")
UP_TO_SIX = (*SEVERE_INVENTED, "五级", "六级")
OLD_AGE = date(2011, 8, 1)  # the aids for old soldiers and martyrs' old children begin (民发〔2011〕110号)
BEGINNINGS = ("left", "disabled_on", "fallen_on")  # no entitlement is older than these
REGISTERED = date(2008, 1, 1)  # older approvals are not invented

LifeFacts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody of whom no more is known yet than the name, and what was dealt to him or her."""

    name: str
    sex: str
    ethnic: str
    kind: str
    year: int  # up to which the life is told
    lot: Mapping[str, str]


def decks(kind: str) -> dict[str, dict[str, int]]:
    """What is dealt among the people of a kind, in the proportions of a real office."""
    battles = {name: share for name, (share, *_) in invented_words()["battles"].items()}
    return {
        DISABLED: {"grade": invented_words()["grades"], "category": invented_words()["disabled"]},
        SURVIVORS: {"relation": invented_words()["relations"], "category": invented_words()["survivors"]},
        COMBATANTS: {"battle": battles},
        TEST_VETERANS: {"test": invented_words()["tests"]},
    }.get(kind, {})


def life(chance: Chance, who: Newcomer) -> tuple[date, LifeFacts]:
    """The birth date and the identity of somebody; days are ``date``, its ``states`` are listed too."""
    born, facts = LIVES[who.kind](chance, who)
    facts = {"kind": who.kind, "category": CATEGORIES.get(who.kind, who.kind), "state": RECEIVING, **facts}
    first = max(day for day in (REGISTERED, *(facts.get(key) for key in BEGINNINGS)) if day)
    if who.kind in (RURAL_VETERANS, MARTYRS_CHILDREN):
        first = max(OLD_AGE, years_after(born, 60))
    facts["approved"] = chance.day(first, date(who.year - 1, 12, 31))
    facts["certificate"] = certificate(chance, who.kind, facts["category"])
    facts["states"] = [{"state": RECEIVING, "since": facts["approved"]}]
    return born, facts


def certificate(chance: Chance, kind: str, category: str = "") -> str:
    """A number in the form that an office's own rosters have."""
    row = next(row for row in invented_words()["kinds"] if row["kind"] == kind)
    prefix = invented_words()["certificates"].get(category, row["certificate"])
    return chance.fresh(lambda: f"{prefix}{chance.digits(row['digits'])}")


def wounded(chance: Chance, service: LifeFacts, nature: str, grade: str) -> LifeFacts:
    """A combatant's or tester's further identity: the wound brought home from there."""
    facts = {key: service[key] for key in ("joined", "left", "unit", "unit_name", "post", "discharge_no")}
    facts |= {
        "kind": DISABLED,
        "category": INVENTED_SOLDIER,
        "state": RECEIVING,
        "standing": "在乡",
        "period": "建国后",
    }
    facts |= wound(chance, service["joined"], service["left"], nature, grade)
    facts["approved"] = chance.day(max(REGISTERED, service["left"]), service["approved"])
    facts["certificate"] = certificate(chance, DISABLED)
    facts["states"] = [{"state": RECEIVING, "since": facts["approved"]}]
    return facts


def wound(chance: Chance, first: date, last: date, nature: str, grade: str) -> LifeFacts:
    """Where, when and how somebody was disabled (致残情况), of that grade and nature."""
    band = "重" if grade in SEVERE_INVENTED else "中" if grade in ("五级", "六级", "七级") else "轻"
    return {
        "grade": grade,
        "nature": nature,
        "disabled_on": chance.day(first, last),
        "disabled_unit": _unit_name(chance),
        "disabled_place": chance.word("wound_places"),
        "disability": chance.word("sick")
        if nature == "因病"
        else chance.choice(invented_words()["wounds"][band]),
        "disabled_cause": chance.choice(invented_words()["causes"][nature]),
    }


def _disabled(chance: Chance, who: Newcomer) -> tuple[date, LifeFacts]:
    grade = who.lot["grade"]
    category = INVENTED_SOLDIER if grade in UP_TO_SIX else who.lot["category"]
    facts = _service(chance, chance.randint(1959, min(2009, who.year - 8)), chance.randint(2, 8))
    born = _born(chance, facts["joined"])
    nature = "因病" if grade in UP_TO_SIX and chance.likely(0.4) else chance.choice(("因战", "因公"))
    facts |= wound(chance, facts["joined"], facts["left"], nature, grade)
    if category != INVENTED_SOLDIER:  # policemen and militia have no discharge, and no unit of the army
        facts = {
            key: facts[key]
            for key in facts
            if key not in ("left", "unit", "unit_name", "discharge_no", "post")
        }
        facts["disabled_unit"] = "某派出所" if category == "伤残人民警察" else "某乡民兵连"
    at_work = category == "伤残人民警察" or chance.likely(0.1)
    return born, facts | {"category": category, "period": "建国后", "standing": "在职" if at_work else "在乡"}


def _survivor(chance: Chance, who: Newcomer) -> tuple[date, LifeFacts]:
    relation, category = who.lot["relation"], who.lot["category"]
    latest = date(who.year - 2, 6, 30)
    if relation == "子女":
        born = chance.day(date(who.year - 16, 1, 1), date(who.year - 5, 12, 31))
        fallen_born = chance.day(years_after(born, -34), years_after(born, -24))
        fallen_on = chance.day(years_after(born, 1), latest)
    else:
        born = chance.day(date(1931, 1, 1), date(1955, 12, 31))
        gap = (-5, 1) if relation == "配偶" else (20, 30)
        fallen_born = chance.day(years_after(born, gap[0]), years_after(born, gap[1]))
        fallen_on = chance.day(years_after(fallen_born, 24), min(latest, years_after(fallen_born, 34)))
    cause = chance.choice(invented_words()["fallen_causes"][category])
    facts = _fallen(chance, who, who.lot["house"], fallen_on, cause)
    facts |= {"fallen_born": fallen_born, "fallen_joined": years_after(fallen_born, chance.randint(18, 20))}
    facts["fallen_certificate"] = f"青{category[0]}字第{chance.digits(5)}号"
    facts["fallen_place"] = chance.word("wound_places")
    return born, facts | {"relation": relation, "category": category, "holder": chance.likely(0.6)}


def _fallen(chance: Chance, who: Newcomer, surname: str, fallen_on: date, cause: str) -> LifeFacts:
    """The dead soldier by whom somebody is entitled."""
    return {
        "fallen_name": invented_name(chance, who.ethnic, MAN, surname),
        "fallen_sex": MAN,
        "fallen_unit": _unit_name(chance),
        "fallen_post": chance.word("fallen_posts"),
        "fallen_on": fallen_on,
        "fallen_approved": chance.day(fallen_on, years_after(fallen_on, 1)),
        "fallen_cause": cause,
    }


def _demobilised(chance: Chance, who: Newcomer) -> tuple[date, LifeFacts]:
    facts = _service(chance, chance.randint(1945, 1954), chance.randint(3, 7))
    if facts["joined"] > date(1954, 10, 31):  # the last who joined of their own will
        facts["joined"] = date(1954, 3, chance.randint(1, 28))
    joined = facts["joined"]
    period = (
        "抗日战争" if joined < date(1945, 9, 3) else "解放战争" if joined < date(1949, 10, 1) else "建国后"
    )
    korea = joined < date(1953, 7, 27) and facts["left"] > date(1950, 10, 25) and chance.likely(0.5)
    return _born(chance, joined), facts | {"period": period, "korea": korea}


def _sick_veteran(chance: Chance, who: Newcomer) -> tuple[date, LifeFacts]:
    facts = _service(chance, chance.randint(1958, 1995), chance.randint(3, 6))
    facts |= {"illness": chance.word("illnesses"), "fought": False, "tested": False}
    return _born(chance, facts["joined"]), facts


def _combatant(chance: Chance, who: Newcomer) -> tuple[date, LifeFacts]:
    battle = who.lot["battle"]
    _, first, last = invented_words()["battles"][battle]
    fought = chance.randint(first, last)
    before = chance.randint(1, 3)
    facts = _service(chance, fought - before, before + chance.randint(1, 3))
    return _born(chance, facts["joined"]), facts | {
        "battle": battle,
        "proof": chance.choice(("个人档案", "退伍证件")),
    }


def _tester(chance: Chance, who: Newcomer) -> tuple[date, LifeFacts]:
    facts = _service(chance, chance.randint(1961, 1992), chance.randint(3, 6))
    checked = chance.likely(0.8)
    facts |= {
        "test": who.lot["test"],
        "proof": chance.choice(("个人档案", "个人档案", "退伍证件", "已认定人员书面证明")),
    }
    facts |= {"category": who.lot["test"], "checkup": "已检查" if checked else "未检查"}
    facts["disabled_children"] = int(chance.likely(0.03))
    if checked:
        facts["checked_on"] = chance.day(date(who.year, 3, 1), date(who.year, 10, 31))
        facts["checked_before"] = years_after(facts["checked_on"], -chance.randint(1, 2))
    return _born(chance, facts["joined"]), facts


def _rural_veteran(chance: Chance, who: Newcomer) -> tuple[date, LifeFacts]:
    born = chance.day(date(max(1937, who.year - 82), 1, 1), date(who.year - 61, 12, 31))
    facts = _service(chance, born.year + chance.randint(18, 20), chance.randint(2, 6))
    facts |= {"service_from": facts["joined"], "service_to": facts["left"]}
    counted = service_years(PartDate.of(facts["joined"]), PartDate.of(facts["left"]))
    facts |= {"service_years": counted, "proof": chance.choice(("个人档案", "退伍证件", "退伍证件"))}
    return born, facts | {"under18": chance.choice((0, 0, 0, 1, 2)), "over60": chance.choice((1, 1, 2))}


def _martyrs_child(chance: Chance, who: Newcomer) -> tuple[date, LifeFacts]:
    born = chance.day(date(max(1936, who.year - 84), 1, 1), date(who.year - 61, 12, 31))
    fallen_on = chance.day(years_after(born, 1), years_after(born, 15))
    facts = _fallen(chance, who, surname_of(who.name, who.ethnic), fallen_on, "在战斗中牺牲")
    facts |= {"category": "部分60周岁以上烈士子女", "relation": "子女", "holder": chance.likely(0.4)}
    return born, facts | {"pensioned_before": chance.likely(0.7)}


def _service(chance: Chance, year: int, years: int) -> LifeFacts:
    """Some years in the army, from that year on."""
    return {
        "joined": date(year, chance.choice((2, 3, 11, 12)), chance.randint(1, 28)),
        "left": date(year + years, chance.choice((3, 11, 12)), chance.randint(1, 28)),
        "unit": f"99{chance.digits(3)}部队",
        "unit_name": _unit_name(chance),
        "post": chance.word("posts"),
        "discharge_no": f"退字第{chance.digits(6)}号",
    }


def _unit_name(chance: Chance) -> str:
    return f"某部{chance.choice('一二三四')}营{chance.choice('一二三四五六七八九')}连"


def _born(chance: Chance, joined: date) -> date:
    """The birth date of somebody who joins at eighteen to twenty-two."""
    return chance.day(years_after(joined, -22), years_after(joined, -18))


LIVES: dict[str, Callable[[Chance, Newcomer], tuple[date, LifeFacts]]] = {
    DISABLED: _disabled,
    SURVIVORS: _survivor,
    DEMOBILISED: _demobilised,
    SICK_VETERANS: _sick_veteran,
    COMBATANTS: _combatant,
    TEST_VETERANS: _tester,
    RURAL_VETERANS: _rural_veteran,
    MARTYRS_CHILDREN: _martyrs_child,
}
CATEGORIES = {RURAL_VETERANS: "年满60周岁农村籍退役士兵"}
