"""The differences of a run from the one before, told shortly: people whose lines differ for one reason together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from models.pay.runs import runs
from models.pay.runs.drawn_lines import LineChange
from models.pay.runs.runs import LineKind, PayLine, PayRun
from models.pay.standards import months

UNCHANGED = ("", LineChange.GOES_ON, LineChange.FIRST_TIME)
AMOUNTS = re.compile(r"^应发[\d.]+元，已发[\d.]+元(?=：|（)：?")
PART_OF_YEAR = re.compile(r"，\d+月份按全年\d+/12(?:减\d+/12)?四舍五入到分")
NAMED = 3  # people who are named; of more only the first


@dataclass(slots=True)
class Difference:
    """One reason, and the lines that are there for it."""

    what: str
    category: str
    reason: str
    lines: list[PayLine] = field(default_factory=list)

    @property
    def people(self) -> dict[str, str]:
        """Numbers and names of the people."""
        return {line.number: line.name for line in self.lines}

    @property
    def who(self) -> str:
        names = list(self.people.values())
        return "、".join(names) if len(names) <= NAMED else f"{names[0]}等{len(names)}人"

    @property
    def number(self) -> str:
        """The citizen number, when it is about one person."""
        numbers = list(self.people)
        return numbers[0] if len(numbers) == 1 else ""

    @property
    def span(self) -> str:
        of = sorted(months.month_of(line.month) for line in self.lines if line.month)
        return months.span_words(of[0], of[-1])

    @property
    def amount(self) -> Decimal:
        return sum((line.amount or Decimal(0) for line in self.lines), Decimal(0))


def differences(run: PayRun) -> list[Difference]:
    """All differences in the order of the paper; the first month of a change stands for its others."""
    found: dict[tuple[str, ...], Difference] = {}
    seen: set[tuple[int, str]] = set()
    for line in runs.lines_of(run):
        if not _differs(line):
            continue
        what = line.change if line.kind in (LineKind.DUE, runs.LineKind.STOPPED) else line.kind
        if line.kind == LineKind.DUE and line.month is not None and months.month_of(line.month) in run.span:
            if (line.identity_id, what) in seen:
                continue
            seen.add((line.identity_id, what))
        reason = PART_OF_YEAR.sub("", AMOUNTS.sub("", line.reason))
        key = what, line.category, reason
        found.setdefault(key, Difference(what, line.category, reason)).lines.append(line)
    return sorted(found.values(), key=lambda each: ORDER_OF_CHANGES.get(each.what, 0))


ORDER_OF_CHANGES: dict[str, int] = {
    LineChange.CHANGED: 1,
    LineKind.ARREARS: 2,
    LineKind.DEDUCTED: 3,
    LineKind.CLAIMED: 4,
    LineKind.NOT_RECKONED: 5,
}  # who came and who went stand first


def _differs(line: PayLine) -> bool:
    if line.kind in (LineKind.AGAIN, LineKind.ONCE):
        return False
    return line.kind != LineKind.DUE or line.change not in UNCHANGED
