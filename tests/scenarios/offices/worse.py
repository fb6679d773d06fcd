"""Worse list: the same people a week later as a careless street sends them, who knows less than the archive does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests import factories
from tests.scenarios.offices.office import Facts, Somebody

WORTHLESS = ["0", "#N/A", "待核实", "无", ""]
ALIKE = {"国": "固", "建": "健", "华": "花", "明": "名", "强": "墙", "志": "治", "海": "梅", "生": "升"}


def worse(people: list[Somebody], chance: Random) -> list[Somebody]:
    """Everybody once more, each with one or two of the faults."""
    found = []
    for someone in people:
        facts = dict(someone.facts)
        for fault in chance.sample(FAULTS, chance.choice([0, 1, 1, 2])):
            fault(facts, chance)
        found.append(replace(someone, facts=facts))
    return found


def _says_nothing(facts: Facts, chance: Random) -> None:
    for name in chance.sample(["phone", "account", "street", "community", "residence", "bank"], 2):
        facts[name] = chance.choice(WORTHLESS)


def _alive_again(facts: Facts, chance: Random) -> None:
    if facts["state"] != "享受待遇":
        facts["state"] = "享受待遇"


def _stateless(facts: Facts, chance: Random) -> None:
    facts["state"] = chance.choice(WORTHLESS)


def _another_character(facts: Facts, chance: Random) -> None:
    name = str(facts["name"])
    facts["name"] = name[:-1] + ALIKE.get(name[-1], name[-1])


def _brother(facts: Facts, chance: Random) -> None:
    """A brother's name and account beside the number."""
    name = str(facts["name"])
    facts["name"] = name[:-1] + ("栋" if len(name) > 2 else "翠花")
    facts["account"] = factories.card_number(10**11 + chance.randrange(10**10))


FAULTS: list[Callable[[Facts, Random], None]] = [
    _says_nothing, _says_nothing, _alive_again, _stateless, _another_character, _brother,
]  # fmt: skip
