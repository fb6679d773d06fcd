"""What is wanting 缺的标准: the standards for want of which grants cannot be reckoned, with how many people wait for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from models.pay.dues.due import Due
from models.pay.dues.dues import Dues
from models.pay.dues.held_grants import wanted_standard
from models.pay.dues.missing import Missing
from models.pay.grants import claims
from models.pay.runs.runs import LineKind, PayLine, PayRun
from models.pay.standards import months
from models.pay.standards.months import Month
from models.pay.standards.standards import CRITERIA, Standard
from models.people.identity import Identity


@dataclass(slots=True)
class Wanting:
    """One standard that is missing (``standard.id`` is None) or not confirmed."""

    standard: Standard
    people: set[int] = field(default_factory=set)
    months: set[Month] = field(default_factory=set)

    def when(self) -> str:
        """The months that wait for it."""
        return months.span_words(min(self.months), max(self.months))


def of_dues(dues: Iterable[Due]) -> list[Wanting]:
    """The standards that dues wait for, the one that most people wait for first."""
    known: dict[Missing, Standard | None] = {}
    found: dict[tuple[object, ...], Wanting] = {}
    for due in dues:
        if not due.refused or due.missing is None:
            continue
        if due.missing not in known:
            known[due.missing] = wanted_standard(due.missing)
        standard = known[due.missing]
        if standard is not None:
            wanting = found.setdefault(_key(standard), Wanting(standard))
            wanting.people.add(due.claim.person)
            wanting.months.add(due.month)
    return sorted(found.values(), key=lambda each: -len(each.people))


def of_run(run: PayRun) -> list[Wanting]:
    """The standards that the lines of a run wait for that could not be reckoned."""
    return of_dues(_unknown(run))


def _unknown(run: PayRun) -> Iterator[Due]:
    waiting = PayLine.select(PayLine.person).where(PayLine.run == run, PayLine.kind == LineKind.NOT_RECKONED)
    reckoner = Dues()
    for group in claims.by_person(claims.read_claims(Identity.person.in_(waiting))):
        for month in run.span:
            yield from reckoner.at(group, month)


def _key(standard: Standard) -> tuple[object, ...]:
    """Which standards are one and the same: a row of the table, or those missing for the very same people."""
    if standard.id:
        return (standard.id,)
    return (standard.layer, standard.kind, *(getattr(standard, name) for name in CRITERIA))
