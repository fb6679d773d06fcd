"""What stands against somebody's pay in the oracle's world, and what the office answered: by days, apart from the program.

A doubt is known from some run on and opens on a day; an answer is given before some run; when the fact behind it changes, the
answer holds no longer.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

OPEN, PAYS, STOPS, HIGHER = "待核定", "发", "停发", "就高"
BESIDE = "并享"
NEVER = 99
JOB, LATER_JOB = "在职(机关事业)", "离休"


@dataclass
class Doubt:
    what: str  # 就业 再婚 满十八 在学 并享
    opens: date  # the first day of the first month in which it is asked
    known: int  # before which run the office learns the fact
    answer: str = ""  # 继续享受 停发 就高享受
    answered: int = NEVER
    begins: date | None = None
    ends: date | None = None
    changes: int = NEVER  # before which run the fact is another one
    registered: date | None = None  # 在学: the day on which the office registered the proof of school
    keeps_first: bool = True  # 就高: the grant held first is paid, not the one that is asked about

    def verdict(self, first: date, now: int) -> str:
        """What it does to the pay of a month, for an office that has done all before run ``now``."""
        if self.known > now or first < self.opens:
            return PAYS
        if self.answered > now or self.changes <= now:
            return OPEN
        if self.answer == "停发":
            return STOPS if self.begins is None or first >= self.begins else PAYS
        within = (self.begins is None or first >= self.begins) and (self.ends is None or first <= self.ends)
        if not within:
            return OPEN
        return HIGHER if self.answer == "就高享受" else PAYS


def month_start(chance: random.Random) -> date:
    return date(2024, chance.randint(1, 12), 1)


def drawn(chance: random.Random, kind: str, known: int, runs: int) -> list[Doubt]:
    """The doubts of one grant: most have none."""
    if chance.random() < 0.6:
        return []
    what = {"带病回乡退役军人": "就业", "三属": chance.choice(("再婚", "满十八", "在学"))}.get(kind, "")
    if not what:
        return []
    if what == "在学":
        return [answered(chance, at_school(chance, known), runs)]
    opens = date(2024, chance.randint(2, 12), 1) if what == "满十八" else date(2000, 1, 1)
    learnt = known if what == "满十八" else max(known, chance.randint(0, runs - 1))
    return [answered(chance, Doubt(what, opens, learnt), runs)]


def at_school(chance: random.Random, known: int) -> Doubt:
    """A grown child whose proof of school was registered on some day: each proof is good until the next September."""
    day = date(2023, 2, 1) + timedelta(days=chance.randint(0, 570))
    return Doubt("在学", date(day.year + (day.month > 8), 9, 1), known, registered=day)


def answered(chance: random.Random, doubt: Doubt, runs: int) -> Doubt:
    """The same with what the office answered to it, if it did."""
    if chance.random() < 0.3 or doubt.known >= runs:
        return doubt
    made = replace(doubt, answer=chance.choice(("继续享受", "继续享受", "停发")))
    made.answered = chance.randint(doubt.known, runs)
    if made.answer == "停发":
        made.begins = month_start(chance)
    elif chance.random() < 0.5:
        made.begins, made.ends = chance.choice((None, date(2024, 3, 1))), date(2024, chance.randint(6, 12), 1)
    if doubt.what == "就业" and chance.random() < 0.3:
        made.changes = min(NEVER, made.answered + chance.randint(1, 4))
    return made


def overlap(chance: random.Random, known: int, runs: int) -> Doubt:
    """What is asked of two grants of one person, and which of both the office lets be paid."""
    made = answered(chance, Doubt(BESIDE, date(2000, 1, 1), known), runs)
    if made.answer == "继续享受" and chance.random() < 0.7:
        made.answer, made.keeps_first = "就高享受", chance.random() < 0.5
    return made
