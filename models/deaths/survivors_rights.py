"""Survivors' rights 遗属身份: what the death of a disabled soldier makes of the family, and the approval that it begins with.

条例2024第三十二条, 2011第二十八条, 2004第二十七条 (``resources/law``): who dies of the old wound counts as 因公牺牲, with the
one-off pension; the family of grades one to four, by war or duty, who die of illness counts as that of 病故军人.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from models.approvals import approval as approvals
from models.approvals.approval import Approval
from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.deaths.affairs import OLD_WOUND, SICKNESS
from models.deaths.heirs import Heir
from models.law import clauses
from models.pay.grants.claims import Claim
from models.payments.payment import Payment
from models.people.identity import DISABLED
from models.people.outsiders import Outsider
from models.people.person import Person

DISABLED_SOLDIERS = "残疾军人"
AS_FALLEN_ON_DUTY, AS_DIED_OF_ILLNESS = "因公牺牲军人遗属", "病故军人遗属"
BY_WAR_OR_DUTY = ("因战", "因公")
GRADES_ONE_TO_FOUR = ("一级", "二级", "三级", "四级")
SURVIVORS_MATTER = "三属定期抚恤金"
OLD_WOUND_CLAUSE, ILLNESS_CLAUSE = "旧伤复发死亡", "遗属享受病故军人遗属待遇"
LUMP_SUM = "一次性抚恤金"
ALIKE_ASKED = "；{}是否参照残疾军人办理，法规没有逐条写明，请核定"


class Proposed(NamedTuple):
    """A right of the family that follows: as whose survivors, on what it rests, and whether its approval has begun."""

    category: str
    why: str  # of whom, and of what that person died
    clause: str
    asked: str  # what has to be decided first where no text says that it holds; else empty
    started: bool

    def words(self) -> str:
        """What to do, in one sentence."""
        return f"遗属可以申请{self.category}定期抚恤金（{self.clause or '没有读到当时的条文'}{self.asked}），还没有启动审批"


def proposals(mine: Sequence[Claim], cause: str, heirs: Sequence[Heir]) -> list[Proposed]:
    """The rights of the family that follow from a death of that cause."""
    found = []
    for claim in mine:
        category, matter = _follows(claim, cause)
        if category:
            asked = "" if claim.category in ("", DISABLED_SOLDIERS) else ALIKE_ASKED.format(claim.category)
            clause = clauses.cite(matter, claim.died or "", claim.category or claim.kind, claim.kind)
            found.append(Proposed(category, f"{claim.title()}{cause}死亡", clause, asked, _is_started(heirs)))
    return found[:1]


def lump_sum_of(claim: Claim, cause: str) -> str:
    """What there is to say of the one-off pension that is owed; empty where none is."""
    if claim.kind != DISABLED or claim.nature not in BY_WAR_OR_DUTY or cause != OLD_WOUND:
        return ""
    clause = clauses.cite(OLD_WOUND_CLAUSE, claim.died or "", claim.category or claim.kind, claim.kind)
    asked = "" if claim.category in ("", DISABLED_SOLDIERS) else ALIKE_ASKED.format(claim.category)
    return f"旧伤复发死亡，按因公牺牲发{LUMP_SUM}（{clause or '没有读到当时的条文'}{asked}），请核定金额并发给遗属"


def lump_sum_paid(person: Person, heirs: Sequence[Heir]) -> bool:
    """Whether a one-off pension was paid, in the file of the dead or to one of the relatives."""
    numbers = [each.number for each in heirs if each.number]
    whose = (
        (Payment.person == person)
        | Payment.person.in_(Person.select(Person.id).where(Person.number.in_(numbers)))
        | Payment.outsider.in_(Outsider.select(Outsider.id).where(Outsider.number.in_(numbers)))
    )
    return bool(Payment.select().where(whose, Payment.item.contains(LUMP_SUM)).exists())


def start_approval(dead: Person, heir: Heir, proposed: Proposed, user: str) -> Approval:
    """Take in the relative's application, inside an entry. Raises ``Refusal`` when it is under way or the number is wanting."""
    if not heir.number:
        raise Refusal(f"请先登记{heir.name}的身份证号")
    if _is_started([heir]):
        raise Refusal(f"{heir.name}的{SURVIVORS_MATTER}已经受理过，请到“审批”里办理")
    made = Approval(matter=SURVIVORS_MATTER, accepted_on=PartDate.of(this_day()), handler=user)
    made.person = Person.get_or_none(Person.number == heir.number)
    if made.person is None:
        made.outsider = _outsider(heir, proposed)
    died = dead.died.chinese() if dead.died is not None else ""
    made.category, made.basis = proposed.category, proposed.clause
    made.cause = f"{dead.name}（公民身份号码{dead.number}）{died}去世，{proposed.why}；{heir.relation}{heir.name}申请按{proposed.category}享受定期抚恤金"
    return approvals.accept(made)


def _outsider(heir: Heir, proposed: Proposed) -> Outsider:
    found: Outsider | None = Outsider.get_or_none(Outsider.number == heir.number)
    if found is None:
        found = Outsider(name=heir.name, number=heir.number, category=proposed.category)
        found.address, found.phone, found.account = heir.address, heir.phone, heir.account
        found.save()
    return found


def _follows(claim: Claim, cause: str) -> tuple[str, str]:
    """As whose survivors the family counts, and the matter of the law that says so."""
    if claim.kind != DISABLED or claim.nature not in BY_WAR_OR_DUTY:
        return "", ""
    if cause == OLD_WOUND:
        return AS_FALLEN_ON_DUTY, OLD_WOUND_CLAUSE
    if cause == SICKNESS and claim.grade in GRADES_ONE_TO_FOUR:
        return AS_DIED_OF_ILLNESS, ILLNESS_CLAUSE
    return "", ""


def _is_started(heirs: Sequence[Heir]) -> bool:
    """Whether one of the relatives has an application for the right under way or decided."""
    numbers = [each.number for each in heirs if each.number]
    whose = Approval.person.in_(Person.select(Person.id).where(Person.number.in_(numbers)))
    whose |= Approval.outsider.in_(Outsider.select(Outsider.id).where(Outsider.number.in_(numbers)))
    return bool(Approval.select().where(whose, Approval.matter == SURVIVORS_MATTER).exists())
