"""Office events 到期事项 of what the office itself has under way: questions, answers, cards, confirmations, approvals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from peewee import Expression

from models.aid.exam_cards import CardState, ExamCard
from models.approvals import signing
from models.approvals.approval import Approval, ApprovalState
from models.approvals.confirmations import DAYS_TO_CONFIRM, Confirmation, ConfirmationState
from models.core.dates import PartDate
from models.forecast.coming_events import ComingEvent, EventMatter, first_day, last_day
from models.forecast.personal_events import of_identity
from models.ledger.assistive_devices import devices_in_use
from models.ledger.loans import loans_out
from models.ledger.promises import open_promises
from models.office import workdays
from models.pay.dues.dues import Dues
from models.pay.eligibility import eligibility_candidates
from models.pay.eligibility.eligibility_decisions import (
    OFFICERS_ANSWERS,
    EligibilityAnswer,
    EligibilityDecision,
)
from models.pay.eligibility.eligibility_questions import Eligibility
from models.pay.eligibility.eligibility_rules import eligibility_rules
from models.pay.grants import claims
from models.pay.grants.claims import Claim
from models.pay.grants.entitlements import Spell
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.people.identity import Identity
from models.people.outsiders import recipient
from models.people.person import Person


def questions_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Whose grant will be asked about from a month on, such as a child's whose proof of school ends in August."""
    dues = Dues()
    for claim in claims.read_claims(eligibility_candidates.candidates(dues.asked.eligibility.known)):
        yield from _questions(claim, dues, first, last)


def _questions(claim: Claim, dues: Dues, first: date, last: date) -> Iterator[ComingEvent]:
    """The questions of a claim that begin between two days; one that goes on under another text is the same."""
    begins: dict[tuple[str, str], tuple[int, str]] = {}
    for rule, found in dues.asked.eligibility.unsettled(claim):
        if (since := max(rule.first, found.first)) <= min(rule.last, found.last):
            begins[rule.code, found.facts] = min(
                begins.get((rule.code, found.facts), (since, found.words)), (since, found.words)
            )
    codes = {rule.code: rule for rule in eligibility_rules()}
    for (code, facts), (month, words) in begins.items():
        if not first <= first_day(month) <= last or not isinstance(dues.of(claim).at(month), Spell):
            continue
        settled = dues.asked.eligibility.answer(claim.identity, codes[code], facts, month)
        if settled is None or settled.answer is EligibilityAnswer.CARRIED:
            who = claim.person, claim.name, claim.number, claim.street, claim.title()
            told = f"{words}，自{months.month_words(month)}起请核定是否继续享受"
            yield ComingEvent(first_day(month), EventMatter.QUESTION, *who, told)


def decisions_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Whose answer to a question holds for the last month, after which the question is open again."""
    eligibility, codes = Eligibility(Ways.kept()), {rule.code: rule for rule in eligibility_rules()}
    query: Any = (
        EligibilityDecision.select(EligibilityDecision, Identity, Person)
        .join(Identity)
        .join(Person, on=Identity.person == Person.id)
        .where(EligibilityDecision.answer.in_(OFFICERS_ANSWERS), Person.died.is_null(True))
    )
    for each in query.where(EligibilityDecision.ends.is_null(False)).order_by(EligibilityDecision.id):
        month = months.month_of(each.ends)
        if not first <= last_day(month) <= last or each.rule not in codes:
            continue
        after = eligibility.answer(each.identity_id, codes[each.rule], each.facts, month + 1)
        if after is None or after.answer is EligibilityAnswer.CARRIED:
            words = f"{each.rule}：核定{each.answer}至{each.ends.chinese()}，到期后请重新核定"
            yield of_identity(each.identity, last_day(month), EventMatter.DECISION, words)


def cards_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Whose exam card of a year is not used when the year ends."""
    waiting = (CardState.LISTED, CardState.ISSUED)
    query: Any = ExamCard.select(ExamCard, Person).join(Person).where(ExamCard.state.in_(waiting))
    for card in query.where(ExamCard.year.between(first.year, last.year), Person.died.is_null(True)):
        if first <= (day := date(card.year, 12, 31)) <= last:
            words = f"{card.year}年度体检卡{card.card}{card.state}，还没有体检"
            yield _of_person(card.person, day, EventMatter.EXAM_CARD, "体检卡", words)


def devices_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Whose device has served its time, on the last day of it; one that a newer one replaced is no longer asked about."""
    for device in devices_in_use():
        if device.due is not None and first <= (day := device.due.latest()) <= last:
            words = f"{device.day.chinese()}配置的{device.kind}使用年限到{device.due.chinese()}届满，请核对是否更换"
            yield _of_person(device.person, day, EventMatter.DEVICE, "辅助器具", words)


def confirmations_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """Who was told to be seen, on the last day that counts."""
    told = Expression(Confirmation.notified_on, ">=", str(PartDate.of(first - timedelta(DAYS_TO_CONFIRM))))
    query: Any = (
        Confirmation.select(Confirmation, Person)
        .join(Person)
        .where(Confirmation.state == ConfirmationState.TOLD, Person.died.is_null(True))
    )
    for each in query.where(told):
        if each.deadline is not None and first <= each.deadline <= last:
            words = f"{each.year}年度确认{each.notified_on.chinese()}通知，满60日仍未确认的从下月起停发"
            yield _of_person(each.person, each.deadline, EventMatter.CONFIRMATION, "年度确认", words)


def approvals_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """The open approvals, on the last day of the level that has them now."""
    calendar = workdays.calendar()
    for approval in Approval.select().where(Approval.state == ApprovalState.OPEN).order_by(Approval.id):
        waits = signing.waiting(approval, first, calendar)
        if waits is None or waits.due is None or not first <= waits.due <= last:
            continue
        words = f"{approval.number}在“{waits.step.level}”，期限{waits.step.limit_words}"
        yield _of_recipient(approval, waits.due, EventMatter.APPROVAL, approval.matter, words)


def loans_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """The files that are lent, on the day on which they should be back."""
    for loan in loans_out():
        if loan.due is not None and first <= (day := loan.due.latest()) <= last:
            yield _of_recipient(loan, day, EventMatter.LOAN, "档案借阅", loan.told())


def promises_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """What was promised and not yet kept, on the last day of it."""
    for each in open_promises():
        if each.due is not None and first <= (day := each.due.latest()) <= last:
            yield _of_recipient(each, day, EventMatter.PROMISE, "承诺", each.words)


def _of_recipient(record: Any, day: date, matter: str, title: str, words: str) -> ComingEvent:
    """An event of whom a record is about, on file or not."""
    whom = recipient(record)
    if isinstance(whom, Person):
        return _of_person(whom, day, matter, title, words)
    return ComingEvent(day, matter, None, record.whom, "", "", title, words)


def _of_person(person: Person, day: date, matter: str, title: str, words: str) -> ComingEvent:
    return ComingEvent(day, matter, person.id, person.name, person.number, person.street, title, words)
