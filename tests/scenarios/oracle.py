"""What somebody is due in a month, reckoned in another way than the program does: day by day, with fractions.

An event counts for a month when it was before the month's first day. It knows nothing of spells, of months as numbers, or of fen.
In the middle of each life the law changes: the regulation on pensions on 2024-10-01, that on martyrs on 2025-01-01.
"""

from __future__ import annotations

import calendar
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from tests.scenarios import doubts
from tests.scenarios.doubts import BESIDE, HIGHER, OPEN, STOPS, Doubt

GRADES = ("五级", "六级", "七级")
ASKED = "问"
KEEPS_FIRST, KEEPS_SECOND = "留先", "留后"
PENSIONS_CHANGE, MARTYRS_CHANGE = date(2024, 10, 1), date(2025, 1, 1)
# By which words each is paid, and from which day, as the texts themselves say: the newest last.
CLAUSES = {
    ("伤残人员", "残疾军人"): (
        (date.min, "《军人抚恤优待条例》（2011年修订，2019年修正）第二十六条"),
        (PENSIONS_CHANGE, "《军人抚恤优待条例》（2024年修订）第三十条"),
    ),
    ("三属", "烈士遗属"): (
        (date.min, "《烈士褒扬条例》（2019年修订）第十六条"),
        (MARTYRS_CHANGE, "《烈士褒扬条例》（2024年修订）第十七条"),
    ),
    ("三属", "病故军人遗属"): (
        (date.min, "《军人抚恤优待条例》（2011年修订，2019年修正）第十六条"),
        (PENSIONS_CHANGE, "《军人抚恤优待条例》（2024年修订）第十九条"),
    ),
    ("带病回乡退役军人", ""): (
        (date.min, "《军人抚恤优待条例》（2011年修订，2019年修正）第五十三条"),
        (PENSIONS_CHANGE, "《军人抚恤优待条例》（2024年修订）第六十二条第一款"),
    ),
    ("农村籍退役士兵", ""): (
        (date.min, "民发〔2011〕110号"),
        (PENSIONS_CHANGE, "《军人抚恤优待条例》（2024年修订）第六十二条第一款"),
    ),
    ("烈士子女", ""): (
        (date.min, "民政部、财政部《关于给部分烈士子女发放定期生活补助的通知》"),
        (PENSIONS_CHANGE, "《军人抚恤优待条例》（2024年修订）第六十二条第一款"),
        (MARTYRS_CHANGE, "《烈士褒扬条例》（2024年修订）第二十一条"),
    ),
}
REMARRIED = {
    "烈士遗属": (
        (date.min, "《烈士褒扬条例》（2019年修订）第十七条"),
        (MARTYRS_CHANGE, "《烈士褒扬条例》（2024年修订）第二十条"),
    ),
    "病故军人遗属": (
        (date.min, "当时的条文没有统一规定，由单位核定"),
        (PENSIONS_CHANGE, "《军人抚恤优待条例》（2024年修订）第二十条"),
    ),
}
FROM, TO = date(2023, 1, 1), date(2025, 6, 30)


@dataclass
class Row:
    """A standard as the world has it: from which day to which, and after which run the office knows it."""

    kind: str
    grade: str
    unit: str
    amount: Decimal
    begins: date
    ends: date
    known: int = 0


@dataclass
class Event:
    """What happened to somebody on a day, and after which run the office learns it."""

    what: str  # 停发 享受待遇 迁移 去世 调级
    day: date
    known: int
    grade: str = ""
    paid_to: date | None = None
    cause: str = ""  # of a death


@dataclass(eq=False)
class Life:
    kind: str
    grade: str
    years: int
    approved: date
    known: int  # after which run the office enters the person
    events: list[Event] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    first: Life | None = None  # the grant that the same person has beside this one
    second: Life | None = None
    category: str = ""
    born: date | None = None  # of whom it matters


def due(life: Life, rows: list[Row], year: int, month: int, now: int) -> Decimal | None:
    """What the office, knowing what it knows before run ``now``, owes for a month; None when no standard says."""
    first = date(year, month, 1)
    if not entitled(life, first, now) or stopped(life, first, now) or lower(life, first, now):
        return Decimal(0)
    if waits(life, first, now):
        return None
    grade = grade_on(life, first, now)
    fitting = [
        row for row in rows
        if row.known <= now and row.kind == life.kind and row.grade in ("", grade) and row.begins <= first <= row.ends
    ]  # fmt: skip
    if not fitting:
        return None
    (row,) = fitting
    whole = row.amount * (life.years if "服役年" in row.unit else 1)
    if row.unit in ("月", "每服役年每月"):
        return whole
    return up_to(whole, month) - up_to(whole, month - 1)


def clause(life: Life, first: date) -> str:
    """By which clause somebody is paid in a month."""
    return in_force(CLAUSES[life.kind, life.category], first)


def clause_of_remarriage(life: Life, first: date) -> str:
    """By which clause it is asked in a month whether who married again goes on."""
    return in_force(REMARRIED[life.category], first)


def in_force(editions: tuple[tuple[date, str], ...], day: date) -> str:
    return [words for begins, words in editions if begins <= day][-1]


def left_by_death(life: Life, rows: list[Row], now: int) -> Decimal | str | None:
    """What the family of somebody who died is still paid: a year's of the disabled who died of illness, 6 months' of survivors."""
    death = next((e for e in life.events if e.what == "去世" and e.known <= now), None)
    if death is None or life.known > now or life.kind not in ("伤残人员", "三属", "烈士子女"):
        return None
    first = death.day.replace(day=1)
    if life.kind == "烈士子女" and first < MARTYRS_CHANGE:
        return None
    if not entitled(life, first, now):
        return None
    if life.kind == "伤残人员" and not death.cause:
        return ASKED
    if life.kind == "伤残人员" and death.cause != "因病":
        return None
    grade = grade_on(life, first, now)
    amounts = [
        row.amount for row in rows
        if row.known <= now and row.kind == life.kind and row.grade in ("", grade) and row.begins <= first <= row.ends
    ]  # fmt: skip
    if not amounts:
        return ASKED
    return amounts[0] * (1 if life.kind == "伤残人员" else 6)


def stopped(life: Life, first: date, now: int) -> bool:
    """Whether an officer has stopped the pay of a month for what stands against this grant itself."""
    return STOPS in [each.verdict(first, now) for each in life.doubts if each.what != BESIDE]


def beside(life: Life, first: date, now: int) -> str:
    """What was said of two grants of one person in a month in which both would be paid; empty where they are not two."""
    later = life if life.first else life.second
    if later is None or later.first is None:
        return ""
    for each in (later, later.first):
        if each.known > now or not entitled(each, first, now) or stopped(each, first, now):
            return ""
    (doubt,) = [each for each in later.doubts if each.what == BESIDE]
    said = doubt.verdict(first, now)
    return (
        said
        if said in (OPEN, STOPS)
        else (KEEPS_FIRST if doubt.keeps_first else KEEPS_SECOND)
        if said == HIGHER
        else ""
    )


def lower(life: Life, first: date, now: int) -> bool:
    """Whether it is the one of two that is not paid."""
    said = beside(life, first, now)
    return (
        (said == KEEPS_FIRST and life.first is not None)
        or (said == KEEPS_SECOND and life.second is not None)
        or (said == STOPS and life.first is not None)
    )


def waits(life: Life, first: date, now: int) -> bool:
    """Whether something must be answered before it is paid."""
    own = OPEN in [each.verdict(first, now) for each in life.doubts if each.what != BESIDE]
    return own or (life.first is not None and beside(life, first, now) == OPEN)


def up_to(yearly: Decimal, months: int) -> Decimal:
    return (yearly * months / 12).quantize(Decimal("0.01"), ROUND_HALF_UP)


def entitled(life: Life, first: date, now: int) -> bool:
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    if not begun(life, first, last):
        return False
    going = True
    for event in sorted((e for e in life.events if e.known <= now and e.what != "调级"), key=lambda e: e.day):
        day = event.day
        if event.what == "迁移":
            day = event.paid_to or date(event.day.year, 12, 31)
        if day >= first:
            continue
        if event.what == "去世":
            return False
        going = event.what == "享受待遇"
    return going


def begun(life: Life, first: date, last: date) -> bool:
    """Whether an approval counts in a month: of the disabled from the month after, since the new text from the same one; of
    the children of martyrs not before the month after sixty, since theirs from the month of sixty."""
    if life.kind == "伤残人员" and life.approved < PENSIONS_CHANGE:
        return life.approved < first
    if life.kind == "烈士子女":
        assert life.born is not None
        sixty = life.born.replace(year=life.born.year + 60)
        if not (sixty <= last if life.approved >= MARTYRS_CHANGE else sixty < first):
            return False
    return life.approved <= last


def grade_on(life: Life, first: date, now: int) -> str:
    """The grade by which a month is paid: another one counts from the month after, since the new text from the same one."""
    next_month = (first + timedelta(days=31)).replace(day=1)
    return grade_before(life, next_month if first >= PENSIONS_CHANGE else first, now)


def grade_before(life: Life, day: date, now: int) -> str:
    """The grade that somebody had on the eve of a day."""
    grade = life.grade
    for event in sorted((e for e in life.events if e.known <= now and e.what == "调级"), key=lambda e: e.day):
        if event.day < day:
            grade = event.grade
    return grade


def world(chance: random.Random, runs: int) -> list[Row]:
    """Standards that rise once or twice, announced late; of some months there is none."""
    rows = []
    for kind, grades, unit in (
        ("伤残人员", GRADES, "年"),
        ("带病回乡退役军人", ("",), "月"),
        ("农村籍退役士兵", ("",), "每服役年每年"),
        ("三属", ("",), "月"),
        ("烈士子女", ("",), "月"),
    ):
        cuts = sorted(
            chance.sample(
                [date(2024, m, 1) for m in range(2, 13)] + [date(2025, m, 1) for m in range(1, 6)], 2
            )
        )
        starts = [FROM, *cuts]
        known = [0, chance.randint(0, runs), chance.randint(0, runs)]
        for n, begins in enumerate(starts):
            ends = starts[n + 1] - timedelta(days=1) if n + 1 < len(starts) else TO
            for grade in grades:
                amount = Decimal(chance.randint(100, 9_000_000)) / 100
                rows.append(Row(kind, grade, unit, amount, begins, ends, known[n]))
    return rows


def life(chance: random.Random, runs: int) -> Life:
    kind = chance.choice(("伤残人员", "伤残人员", "带病回乡退役军人", "农村籍退役士兵", "三属", "烈士子女"))
    approved = chance.choice((date(2019, 3, 1), date(2023, 12, 31))) + timedelta(days=chance.randint(0, 500))
    made = Life(
        kind,
        chance.choice(GRADES),
        chance.randint(1, 20),
        approved,
        chance.choice((0, 0, 0, chance.randint(0, runs - 1))),
        category={"伤残人员": "残疾军人", "三属": chance.choice(("烈士遗属", "病故军人遗属"))}.get(kind, ""),
        born=date(1963, 7, 1) + timedelta(days=chance.randint(0, 700)) if kind == "烈士子女" else None,
    )
    days = sorted(chance.sample(range((TO - date(2024, 1, 1)).days), chance.randint(0, 4)))
    going = True
    for number in days:
        day = date(2024, 1, 1) + timedelta(days=number)
        if day <= approved:
            continue
        event = Event(
            chance.choice(
                ("停发" if going else "享受待遇", "调级", "迁移", "去世", "停发" if going else "享受待遇")
            ),
            day,
            0,
        )
        if event.what == "调级" and kind != "伤残人员":
            continue
        event.known = max(made.known, chance.randint(0, runs))
        event.grade = chance.choice(GRADES)
        event.cause = chance.choice(("", "因病", "因公"))
        if event.what == "迁移" and chance.random() < 0.5:
            event.paid_to = date(day.year, chance.randint(day.month, 12), 28)
        made.events.append(event)
        if event.what in ("迁移", "去世"):
            break
        if event.what != "调级":
            going = not going
    _in_order(made)
    made.doubts = doubts.drawn(chance, kind, made.known, runs)
    return made


def lives(chance: random.Random, runs: int, number: int) -> list[Life]:
    """So many people, some of whom have a second grant beside the first."""
    made = [life(chance, runs) for _ in range(number)]
    for each in list(made):
        if each.kind == "伤残人员" and chance.random() < 0.2:
            second = Life("带病回乡退役军人", "", 0, date(2020, 5, 1), each.known, first=each)
            second.events = [event for event in each.events if event.what == "去世"]
            second.doubts = [
                *doubts.drawn(chance, second.kind, each.known, runs),
                doubts.overlap(chance, each.known, runs),
            ]
            each.second = second
            made.append(second)
    return made


def _in_order(made: Life) -> None:
    """The office learns of one person's events in their order."""
    known = sorted(event.known for event in made.events)
    for event, number in zip(made.events, known, strict=True):
        event.known = number
