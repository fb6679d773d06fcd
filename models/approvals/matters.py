"""The matters 审批事项 and their chains of levels, as data; each row of ``resources/approvals`` names its source.

A limit that no text at hand confirms is a default: it is copied into each case, where the officer may change it.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import resources
from models.core.record import Refusal
from models.core.states import State
from models.law import clauses
from models.people import identity_fields

WHOLE_FORM = "本表"
DECIDED = (
    "approved",
    "paid_to",
)  # what a form says that no application does: the decision's day, the months paid


class FormOfMatter(State):
    """Which printed form a matter has, as ``matters.csv`` says it."""

    IDENTITY = "身份"
    MOVED_IN = "迁入"
    MOVED_OUT = "转出"
    EXCHANGED = "换证"
    AID = "救助"


class Level(NamedTuple):
    """One level of a chain: who signs, the right to write it down, the limit in working days, the usual words."""

    name: str
    right: str
    limit: int | None
    words: str
    source: str
    confirmed: bool


@dataclass(frozen=True)
class Matter:
    """What is asked for: the kind of identity it is about, its printed form, how long it hangs out, its levels.

    ``facts``: the fields of the identity that its case holds until it is decided; ``needs`` those without which it cannot be.
    """

    name: str
    kind: str  # of the identity; empty when the matter is about a payment
    form: FormOfMatter
    facts: tuple[str, ...]
    needs: tuple[str, ...]
    notice: int  # days of 公示; 0 when none is asked for
    working: bool  # whether these are working days
    levels: tuple[Level, ...]
    source: str
    confirmed: bool


@cache
def matters() -> Mapping[str, Matter]:
    """All matters by name, in the order in which a form offers them."""
    chains: dict[str, list[Level]] = {}
    for row in _rows("levels"):
        limit = int(row["limit"]) if row["limit"] else None
        level = Level(row["level"], row["right"], limit, row["words"], row["source"], row["confirmed"] == "1")
        chains.setdefault(row["matter"], []).append(level)
    return {
        row["matter"]: Matter(
            row["matter"], row["kind"], FormOfMatter(row["form"]), _facts(row["kind"], row["facts"]), tuple(row["needs"].split()),
            int(row["notice"]), row["notice_in"] == "工作日", tuple(chains[row["matter"]]), row["source"], row["confirmed"] == "1",
        )
        for row in _rows("matters")
    }  # fmt: skip


def matter(name: str) -> Matter:
    """The matter of that name. Raises ``Refusal`` for a name that is none."""
    if name not in matters():
        raise Refusal(f"没有“{name}”这个审批事项，可选：{'、'.join(matters())}")
    return matters()[name]


def clauses_for(name: str, day: str, *whom: str) -> tuple[str, ...]:
    """The clauses on which a decision about that matter may stand, as they were in force on a day (ISO text).

    ``whom``: the kind and the category that the matter is about; without them, whatever they may be.
    """
    return clauses.citations(name, day, *whom)


def _facts(kind: str, said: str) -> tuple[str, ...]:
    """The fields that ``facts`` names; ``本表`` stands for all that the official form of the kind asks of an identity."""
    form = [
        name for section in identity_fields.sections(kind) for name in section.fields if name not in DECIDED
    ]
    return tuple(name for word in said.split() for name in (form if word == WHOLE_FORM else [word]))


def _rows(name: str) -> list[dict[str, str]]:
    with resources.path(f"approvals/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
