"""After death 身后: all that follows from one death, reckoned from the file: what stops, what was overpaid, what is owed, what is open.

Nothing here writes. What cannot be known is a sentence among what is open, never left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.deaths.affairs import DeathAffair, affair_of, papers_wanting
from models.deaths.heirs import Heir, heirs_of, wanting_of
from models.deaths.overpaid import Overpaid, last_month, overpaid, still_paid, taken_back
from models.deaths.sentinel import DeathMatch, MatchState
from models.deaths.survivors_rights import Proposed, lump_sum_of, lump_sum_paid, proposals
from models.pay.dues.dues import Dues
from models.pay.dues.missing import Missing
from models.pay.grants import claims
from models.pay.grants.claims import Claim
from models.pay.standards import months
from models.payments.once_claims import PAID_STAGE, claim_of
from models.payments.once_matters import funeral_key
from models.people.attachments import counts_of
from models.people.person import Person

NO_DAY = "死亡日期只知道{}，要核实到月份才能算"
NOTHING_READ = "没有读到去世后继续发放的规定"
MOST_FOUND = 20  # dead people who are looked for by name; each is reckoned
TOLD_MONTHS = 12  # months within which a death without a record of its affairs is asked about


class Owed(NamedTuple):
    """What one right leaves to the family: the amount if it can be reckoned, by which clause, and how far it has come."""

    title: str
    amount: Decimal | None
    words: str
    done: str  # by which door it was drawn up or paid; empty: not yet
    paid: bool


@dataclass
class AfterDeath:
    """One death and what follows from it."""

    person: Person
    affair: DeathAffair
    heirs: list[Heir]
    stops: str
    overpaid: Overpaid
    recovered: Decimal
    taken: Decimal  # what runs have deducted
    owed: list[Owed] = field(default_factory=list)
    lump_sum: str = ""
    proposed: list[Proposed] = field(default_factory=list)
    open: list[str] = field(default_factory=list)  # what is still to be done or found out, in sentences

    @property
    def left(self) -> Decimal:
        """What was overpaid and has not come back."""
        return max(self.overpaid.amount - self.recovered - self.taken, Decimal(0))

    @property
    def closed(self) -> bool:
        """Whether nothing is open, or an officer has said why that is all."""
        return not self.open or self.affair.closed_on is not None

    @property
    def owed_amount(self) -> Decimal:
        """What can be reckoned and is not paid yet, in yuan."""
        return sum((each.amount or Decimal(0) for each in self.owed if not each.paid), Decimal(0))


def after_death(person: Person, reckoner: Dues | None = None) -> AfterDeath:
    """All that follows from the death of somebody whose day of death is on file."""
    assert person.died is not None, "only of somebody who died"
    reckoner = reckoner or Dues()
    affair, heirs, died = affair_of(person), heirs_of(person), person.died
    back = sum(
        (m.recovered or Decimal(0) for m in DeathMatch.select().where(DeathMatch.person == person)),
        Decimal(0),
    )
    last = PartDate(*map(int, last_month(died).split("-"))).chinese()
    stops = f"{died.chinese()}去世，定期待遇发到{last}，从下一个月起停发"
    found = AfterDeath(person, affair, heirs, stops, overpaid(person, died), back, taken_back(person, died))
    mine = claims.claims_of_person(person)
    found.owed = [owed for claim in mine if (owed := _owed(person, claim, reckoner)) is not None]
    found.lump_sum = next(filter(None, (lump_sum_of(claim, affair.cause) for claim in mine)), "")
    found.proposed = proposals(mine, affair.cause, heirs)
    found.open = list(_open(found, mine))
    return found


def _owed(person: Person, claim: Claim, reckoner: Dues) -> Owed | None:
    """What one right leaves; None for a right that was not paid when the person died."""
    died = months.last_in(claim.died)
    if died is None or reckoner.of(claim).at(died) is None:
        return None
    extra = reckoner.extra(claim)
    held = claim_of(person, funeral_key(claim.identity))
    done, paid = (held.told(), held.stage == PAID_STAGE) if held is not None else ("", False)
    if extra is None:
        return Owed(claim.title(), None, NOTHING_READ, done, paid) if held is not None else None
    if isinstance(extra, Missing):
        return Owed(claim.title(), None, extra.words(), done, paid)
    rule, fen = extra
    return Owed(claim.title(), Decimal(fen).scaleb(-2), f"{rule.months}个月，{rule.clause}", done, paid)


def _open(found: AfterDeath, mine: list[Claim]) -> Iterator[str]:
    died = found.person.died
    if died is not None and died.known < 2:
        yield NO_DAY.format(died.chinese())
    if any(identity.paid for identity in found.person.identities):
        yield "身份还是“享受待遇”，没有登记去世停发"
    if not found.affair.cause and any(claim.nature for claim in mine):
        yield "没有登记死亡原因（因病、旧伤复发或其他），不知道按哪一条发"
    if found.left:
        yield f"多发{found.overpaid.span()}，还要追回{yuan(found.left)}元"
    owed = [each for each in found.owed if not each.paid]
    for each in owed:
        yield _owed_words(each)
    unpaid_lump = found.lump_sum and not lump_sum_paid(found.person, found.heirs)
    if unpaid_lump:
        yield found.lump_sum
    if owed or unpaid_lump or any(not each.started for each in found.proposed):
        yield from wanting_of(found.heirs, counts_of(Heir))
        if lacking := papers_wanting(found.affair):
            yield f"还缺材料：{'、'.join(lacking)}"
    for proposed in found.proposed:
        if not proposed.started:
            yield proposed.words()


def _owed_words(owed: Owed) -> str:
    if owed.done:
        return f"{owed.title}的丧葬补助{owed.done}，还没有发放"
    if owed.amount is None:
        return f"{owed.title}的去世后续发没有算出：{owed.words}"
    return f"应向遗属发{owed.title}去世后续发{yuan(owed.amount)}元（{owed.words}），请编制去世续发批次"


def dead_people(today: date | None = None) -> list[Person]:
    """The dead whose affairs are asked about.

    Those who died or were stopped from a list in the last months, those of whom a record is kept, and those who were paid for
    months after their death, however long ago that was.
    """
    since = months.part(months.month_of(PartDate.of(today or this_day())) - TOLD_MONTHS)
    stopped = DeathMatch.select(DeathMatch.person).where(
        DeathMatch.state == MatchState.STOPPED, DeathMatch.decided_on >= since
    )
    asked = (
        (Person.died >= since)
        | Person.id.in_(DeathAffair.select(DeathAffair.person))
        | Person.id.in_(stopped)
        | Person.id.in_([each.id for each in still_paid()])
    )
    query = Person.select().where(Person.died.is_null(False), asked)
    return list(query.order_by(Person.died.desc(), Person.id))


def found_dead(words: str) -> list[Person]:
    """The dead whose name or number has the words, however long they are dead: the latest, no more than ``MOST_FOUND``."""
    query = Person.select().where(Person.died.is_null(False))
    for word in words.split():
        query = query.where(Person.name.contains(word) | Person.number.contains(word))
    return list(query.order_by(Person.died.desc(), Person.id).limit(MOST_FOUND))


def open_affairs(today: date | None = None) -> list[AfterDeath]:
    """The deaths of which something is still open, the latest first."""
    reckoner = Dues()
    found = (after_death(each, reckoner) for each in dead_people(today))
    return [each for each in found if not each.closed]
