"""The evidence chain 证据链 of one person: approval → clause → standard → month → run → bank line → signed page, gaps named.

It tells what the archive holds and judges nothing: a link that nothing proves is a gap, in a sentence that says what is wanting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from models.pay.dues.dues import Dues
from models.pay.grants import claims
from models.people.person import Person
from models.signed_papers.signed_page import SignedPage
from models.spot_checks.paid_months import PaidMonth, PaidMonths
from models.spot_checks.right_links import Link, right_links
from models.spot_checks.run_links import RunLinks

MISSING = "缺："
NO_PAY = "{}年没有发放记录"
NO_SIGNED_PAGE = "本人签字的页没有扫描归档"


class RightChain(NamedTuple):
    """What an identity of the person rests on, link by link."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class EvidenceChain:
    """All of one person: the rights, the months of a year that were paid, the runs that they stand in, the signed pages."""

    person: Person
    year: int | None
    rights: tuple[RightChain, ...]
    months: tuple[PaidMonth, ...]
    runs: tuple[Link, ...]
    signed: Link

    def gaps(self) -> list[str]:
        """Everything that is wanting, in the order of the chain; each once."""
        found: list[str] = []
        for right in self.rights:
            found += (f"{right.title}：{gap}" for link in right.links for gap in link.gaps)
        found += self._gaps_of_months()
        for link in (*self.runs, self.signed):
            found += (f"{link.name}：{gap}" for gap in link.gaps)
        return list(dict.fromkeys(found))

    def _gaps_of_months(self) -> Iterator[str]:
        """The same gap of several months is told once, with its months."""
        if not self.months and self.year is not None:
            yield NO_PAY.format(self.year)
        by_gap: dict[str, list[str]] = {}
        for each in self.months:
            for gap in each.gaps:
                by_gap.setdefault(gap, []).append(each.month_words)
        for gap, months in by_gap.items():
            which = months[0] if len(months) == 1 else f"{months[0]}等{len(months)}个月"
            yield f"{which}：{gap}"


class Evidence:
    """Finds the chains of people one after another; what several people share is asked once."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.dues, self.runs = Dues(), RunLinks()
        self.months = PaidMonths(self.dues, self.runs)

    def chain(self, person: Person) -> EvidenceChain:
        """The chain of one person, of the year's months."""
        mine = claims.claims_of_person(person)
        paid = tuple(self.months.of(person, mine, self.year)) if self.year is not None else ()
        held = {identity.id: identity for identity in person.identities}
        rights = tuple(RightChain(claim.title(), tuple(right_links(held[claim.identity]))) for claim in mine)
        numbers = dict.fromkeys(each.run for each in paid if each.run is not None)
        runs = tuple(self.runs.link(number) for number in numbers)
        return EvidenceChain(person, self.year, rights, paid, runs, _signed(person))


def chains(people: Iterable[Person], year: int | None) -> Iterator[EvidenceChain]:
    """The chains of people, in their order."""
    evidence = Evidence(year)
    yield from map(evidence.chain, people)


def _signed(person: Person) -> Link:
    """The pages that the person signed and that came back through the scanner."""
    forms: dict[str, int] = {}
    for page in SignedPage.select(SignedPage.form).where(SignedPage.person == person):
        forms[page.form] = forms.get(page.form, 0) + 1
    told = tuple(f"{form} {count}页" for form, count in forms.items())
    return Link("签字页", told, () if told else (NO_SIGNED_PAGE,))
