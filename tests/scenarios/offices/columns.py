"""Columns of a roster: which facts a writer chose to tell, in which order, below which groups, beside whose columns."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests import factories
from tests.scenarios.offices.hands import UNFORESEEN, Hand
from tests.scenarios.offices.office import SURNAMES, Somebody

GROUPS = {
    "name": "基本情况", "number": "基本情况", "sex": "基本情况", "ethnic": "基本情况", "born": "基本情况",
    "phone": "基本情况", "residence": "住址", "street": "住址", "community": "住址", "joined": "服役情况",
    "left": "服役情况", "bank": "银行信息", "account": "银行信息", "state": "待遇情况", "approved": "待遇情况",
    "grade": "待遇情况", "nature": "待遇情况", "kind": "待遇情况",
}  # fmt: skip
OPTIONAL = [name for name in GROUPS if name not in ("name", "number", "kind", "grade", "nature")]
OWN_GROUPS = ["基本情况", "本人信息", "优抚对象", "人员信息"]
STRANGERS = ["帮扶责任人", "网格员", "代发人", "监护人", "村干部", "包联领导", "紧急联系人", "收款人"]
BY_ROW = ["帮扶责任人", "网格员", "包户干部", "监护人", "村书记"]


@dataclass
class Column:
    """A column: the field of the person that it tells, or '' for what is a stranger's or nobody's."""

    name: str
    heading: str
    group: str = ""
    stranger: str = ""  # which fact of a stranger

    def stranger_s(self, chance: random.Random, row: int) -> Any:
        """A stranger's fact, of somebody who is none of the office's people."""
        if self.stranger == "serial":
            return row
        if self.stranger == "number":
            return factories.citizen_number(area="630104")
        if self.stranger == "phone":
            return f"199{chance.randrange(10**8):08d}"
        if self.stranger == "account":
            return factories.card_number(10**11 + chance.randrange(10**10))
        return chance.choice(SURNAMES) + chance.choice(["干部", "主任", "家属"])


def chosen(people: Sequence[Somebody], hand: Hand, with_kind: bool, shape: str) -> list[Column]:
    """The person's own columns, name and number among the first."""
    chance = hand.chance
    names = chance.sample(OPTIONAL, chance.randint(5, len(OPTIONAL)))
    if shape == "villages":
        names = [name for name in names if name != "community"]
    first = chance.sample(["name", "number"], 2) if chance.random() < 0.3 else ["name", "number"]
    if any(someone.kind == "伤残人员" for someone in people):
        names += ["grade", "nature"]
    names += ["kind"] * with_kind
    own = set(chance.sample(sorted(UNFORESEEN), chance.choice([0, 0, 1, 1, 2]))) & {*first, *names}
    if shape in ("forms", "turned", "halves"):
        own -= {"name", "number"}  # whose form it is must be said
    if len(people) < 6:
        own = set()  # of a few people the values say too little
    return [Column(name, hand.heading(name, name in own), GROUPS[name]) for name in first + names]


def grouped(columns: list[Column], hand: Hand) -> list[Column]:
    """The columns sorted below their groups, as a table with two rows of headings has them."""
    own = hand.habit("group", *OWN_GROUPS)
    found = list(dict.fromkeys(column.group for column in columns))
    ordered = [column for group in found for column in columns if column.group == group]
    for column in ordered:
        column.group = own if column.group == "基本情况" else column.group
    return ordered


def strangers(hand: Hand, by_group: bool) -> list[Column]:
    """Columns of a helper, a payee or a guardian, with a group of their own or following his name."""
    chance = hand.chance
    if not by_group:
        who = chance.choice(BY_ROW)
        return [
            Column("", who, "", "name"),
            *chance.sample([Column("", "联系电话", "", "phone"), Column("", "单位", "")], 2),
        ]
    who = chance.choice(STRANGERS)
    facts = {"name": "姓名", "number": "身份证号", "phone": "联系电话", "account": "银行账号"}
    kept = ["name", *chance.sample(["number", "phone", "account"], chance.randint(1, 2))]
    return [Column("", facts[each], who, each) for each in facts if each in kept]
