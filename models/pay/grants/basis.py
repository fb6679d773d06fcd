"""The basis 依据 of a right to pay: the clauses of a claim's kind as they stood on the day of what happened.

``resources/law`` has the clauses. Where none was read for a kind or a day, the sentence says so and cites nothing else.
"""

from __future__ import annotations

from models.law import clauses
from models.law.law_memory import remembers_law
from models.people.identity import (
    COMBATANTS,
    DEMOBILISED,
    DISABLED,
    MARTYRS_CHILDREN,
    RURAL_VETERANS,
    SICK_VETERANS,
    SURVIVORS,
    TEST_VETERANS,
)

# What of the law gives each kind its regular pay, by the matters of ``resources/law/clauses.csv``.
RIGHTS_TO_PAY = {
    DISABLED: "残疾抚恤金",
    SURVIVORS: "三属定期抚恤金",
    DEMOBILISED: "在乡复员军人认定",
    SICK_VETERANS: "带病回乡退役军人认定",
    COMBATANTS: "参战退役人员认定",
    TEST_VETERANS: "参试退役人员认定",
    RURAL_VETERANS: "农村籍退役士兵老年生活补助",
    MARTYRS_CHILDREN: "烈士子女定期生活补助",
}
START = "起发月份"
DISCHARGE_YEAR = "退役当年"
MOVE = "抚恤关系迁移"
RESUMPTION = "恢复待遇"
FUNERAL_MONTHS = "丧葬补助"
NO_START_READ = "起发月份没有读到当时的全国规定，按批准{}"
OFFICES_OWN_START = "本单位设定从批准{}起"


def right_to_pay(kind: str, category: str, day: str) -> str:
    """The clause by which a kind is paid on a day or in a month (ISO text); empty where none was read."""
    matter = RIGHTS_TO_PAY.get(kind)
    return clauses.cite(matter, day, category or kind, kind) if matter else ""


def start_words(kind: str, category: str, approved: str, rule: str, by_law: bool) -> str:
    """Why pay begins 当月 or 次月 of an approval; ``by_law``: whether a rule of law says so, or the office."""
    right = clauses.one_day_of(RIGHTS_TO_PAY.get(kind, ""), approved)
    return _start_words(kind, category, clauses.one_day_of(START, approved), right, rule, by_law)


@remembers_law
def _start_words(kind: str, category: str, start: str, right: str, rule: str, by_law: bool) -> str:
    """The same for all days between two changes of the law: one of the starts, one of the right."""
    if by_law and (said := clauses.clause_told(START, start, category or kind, kind)):
        return said
    own = OFFICES_OWN_START if clauses.cite(START, start, category or kind, kind) else NO_START_READ
    return "；".join(filter(None, (right_to_pay(kind, category, right), own.format(rule))))


def cited(matter: str, day: str | None, kind: str, category: str) -> str:
    """The citation in brackets, to stand at the end of a sentence; empty where none was read."""
    found = clauses.cite(matter, day, category or kind, kind) if day else ""
    return f"（{found}）" if found else ""
