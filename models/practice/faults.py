"""Faults as an office's files really have them: people die and move away, and some papers contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from models.core.citizen_number import CHECKS
from models.people.identity import DISABLED, RURAL_VETERANS
from models.practice.lives import LifeFacts
from models.practice.words import Chance, invented_words, years_after

SHARES = {"去世": 8, "停发": 4, "迁移": 3, "中止": 1}  # of 681 people in a year
PEOPLE_OF_FAULTS = 681


@dataclass(slots=True)
class PersonDraft:
    """An invented person still being written; days are ``date``."""

    facts: LifeFacts
    identities: list[LifeFacts]
    accounts: list[LifeFacts]
    family: list[LifeFacts]
    materials: list[LifeFacts]
    doubt: str = ""


def spoil(chance: Chance, people: list[PersonDraft]) -> None:
    """Give a few people a deliberate fault each, and say so in their ``doubt``."""
    for fault, kind, share in INVENTED_FAULTS:
        able = [each for each in people if not each.doubt and kind in ("", each.identities[0]["kind"])]
        many = max(1, round(share * len(people) / PEOPLE_OF_FAULTS))
        for unlucky in chance.sample(able, many if len(able) > 2 else 0):  # two or three people stay clean
            unlucky.doubt = fault(chance, unlucky)


def depart(chance: Chance, people: list[PersonDraft], year: int) -> None:
    """Let a few of the people without fault die, move away or lose their entitlement in the year."""
    well = [each for each in people if not each.doubt]
    for state, share in SHARES.items():
        for _ in range(round(share * len(people) / PEOPLE_OF_FAULTS)):
            _leave(chance, well.pop(chance.randrange(len(well))), state, year)


def _leave(chance: Chance, who: PersonDraft, state: str, year: int) -> None:
    day = chance.day(date(year, 1, 5), date(year, 11, 28))
    entry: LifeFacts = {"state": state, "since": day, "paid_to": f"{day:%Y-%m}"}
    entry["reason"] = chance.choice(invented_words()["stops"][state])
    if state == "去世":
        entry["died_on"] = who.facts["died"] = day
    if state == "迁移":
        entry["place"] = chance.word("away")
    for identity in who.identities:
        identity |= {"state": state, "paid_to": entry["paid_to"]}
        identity["states"] = [*identity["states"], entry]


def _wrong_check_digit(chance: Chance, who: PersonDraft) -> str:
    number = who.facts["number"]
    wrong = chance.choice([digit for digit in CHECKS if digit != number[17]])
    _renumber(who, number[:17] + wrong)
    return "身份证号校验码不符"


def _other_birth_date(chance: Chance, who: PersonDraft) -> str:
    """Born a year later than the number says, as old soldiers' papers often have it."""
    who.facts["born"] = years_after(who.facts["born"], chance.choice((-2, -1, 1)))
    return "出生日期与身份证号不一致"


def _too_many_years(chance: Chance, who: PersonDraft) -> str:
    who.identities[0]["service_years"] += chance.choice((1, 2))
    return "服义务兵折算年限与起止时间不符"


def _sickness_of_a_low_grade(chance: Chance, who: PersonDraft) -> str:
    """Known as disabled by sickness of grade seven, which entitles to nothing (军人抚恤优待条例)."""
    state = "身份认定不享受待遇"
    approved = who.identities[0]["approved"]
    who.identities[0] |= {
        "grade": "七级", "nature": "因病", "category": "残疾军人", "state": state,
        "disability": "慢性支气管炎，肺功能轻度受限", "disabled_cause": chance.choice(invented_words()["causes"]["因病"]),
        "states": [{"state": state, "since": approved}],
    }  # fmt: skip
    return "因病七级"


def _account_of_another(chance: Chance, who: PersonDraft) -> str:
    who.accounts[-1]["holder"] = chance.choice(who.family)["name"] if who.family else "某某"
    return "开户名称不是本人"


def _old_number(chance: Chance, who: PersonDraft) -> str:
    """No fault: the papers still have the fifteen places of before 1999."""
    number = who.facts["number"]
    who.facts["number_found"] = number[:6] + number[8:17]
    return "原件为15位身份证号"


def _renumber(who: PersonDraft, number: str) -> None:
    for key in ("number", "number_found", "insurance_no", "pension_no"):
        if key in who.facts:
            who.facts[key] = number


INVENTED_FAULTS: Iterable[tuple[Callable[[Chance, PersonDraft], str], str, int]] = (
    (_wrong_check_digit, "", 1),
    (_other_birth_date, "", 2),
    (_too_many_years, RURAL_VETERANS, 1),
    (_sickness_of_a_low_grade, DISABLED, 1),
    (_account_of_another, "", 1),
    (_old_number, RURAL_VETERANS, 3),
)
