"""The evidence chain 证据链 of one person: approval → clause → standard → month → run → bank line → signed page, gaps named.

It tells what the archive holds and judges nothing: a link that nothing proves is a gap, in a sentence that says what is wanting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from models.pay.dues.dues import Dues
from models.pay.grants import claims
from models.pay.runs.runs import LineKind
from models.people.materials import Material, Scan
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
        """Everything that is wanting, in the order of the chain; the same of several months or runs once."""
        found = [
            f"{right.title}：{gap}" for right in self.rights for link in right.links for gap in link.gaps
        ]
        if not self.months and self.year is not None:
            found.append(NO_PAY.format(self.year))
        found += _told_once(((each.month_words, each.gaps) for each in self.months), "个月")
        found += _told_once(((link.name, link.gaps) for link in self.runs), "个批次")
        return [*found, *self.signed.gaps]

    @property
    def amount(self) -> Decimal:
        """What was sent to the bank or entered by hand for the months, in yuan; what is sent again counts once."""
        sent = (each.amount for each in self.months if each.kind != LineKind.AGAIN)
        return sum(sent, Decimal(0))


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
    titles: dict[str, int] = {}
    query = SignedPage.select(SignedPage, Scan, Material).join(Scan).join(Material)
    for page in query.where(SignedPage.person == person).order_by(SignedPage.id):
        titles[page.scan.material.title] = titles.get(page.scan.material.title, 0) + 1
    told = tuple(f"{title}{count}页" for title, count in titles.items())
    return Link("签字页", told, () if told else (NO_SIGNED_PAGE,))


def _told_once(places: Iterable[tuple[str, tuple[str, ...]]], counted: str) -> Iterator[str]:
    """Each gap once, with the first of its places and how many there are."""
    by_gap: dict[str, dict[str, None]] = {}
    for place, gaps in places:
        for gap in gaps:
            by_gap.setdefault(gap, {})[place] = None
    for gap, (first, *more) in by_gap.items():
        yield f"{first}等{len(more) + 1}{counted}：{gap}" if more else f"{first}：{gap}"
