"""A year of pay in a practice archive: runs to the end of their way, a rise announced late, two deaths, failures paid again.

Standards that no text gives are 演练 ones, confirmed by the practice office and marked as such; those that ship stay as they are.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Collection, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import Job, Step, finish
from models.core.record import Refusal
from models.pay.grants import rules
from models.pay.grants.rules import Ways
from models.pay.returns import returns
from models.pay.runs import bank_files, carried_questions, drawing_up, following_runs, steps
from models.pay.runs.runs import PayRun
from models.pay.standards import months
from models.pay.standards.months import Month
from models.pay.standards.standards import (
    CRITERIA,
    MONTHLY_PER_YEAR_SERVED,
    NATIONAL,
    PROVINCIAL,
    YEARLY,
    Standard,
)
from models.people.identity import DEMOBILISED, DISABLED, RECEIVING, SURVIVORS, Identity, IdentityState
from models.people.person import Person
from models.people.state_changes import change_all

CHECKER, APPROVER = "演练复核员", "演练审批员"
SOURCE = "演练标准，不是正式数额；由演练办公室确认"
WAITING_FOR_STANDARD = "新标准尚未公布，暂按上年标准发放"
RISE = Decimal("1.08")
FIRST_STANDARD_YEAR, LAST_STANDARD_YEAR = 2018, 2026  # the standards' years that begin in their August
# What the practice province pays 在乡复员军人, yuan a year: no text that was found gives the real amounts.
DEMOBILISED_FROM = {"抗日战争": 16500, "解放战争": 16000, "抗美援朝": 15500, "建国后": 15500}
FAILURES = ("账号已销户", "户名与账号不符", "账户状态异常")
LATE_DOCUMENT = "演练〔2020〕12号（10月20日公布，8月1日起执行）"


def year_of_pay(year: int, user: str) -> Job[int]:
    """Pay everybody of the open practice archive a year long; returns how many runs there are."""
    yield Step(0, 7, "正在编制演练标准")
    late = _standards(year, user)
    rules.keep_ways(Ways(taken_over=f"{year}-01"), user)
    with journal.entry("演练：发放以前已在发的，照发待核", user):
        carried_questions.carry_all(months.month(year, 1))
    chosen = _two_people()
    yield Step(1, 7, "正在发放第一季度")
    _to_the_end(_drawn(year, 1, 3, user), user, PartDate(year, 3, 25))
    yield Step(2, 7, "正在发放第二季度")
    _with_failures(_drawn(year, 4, 6, user), year, user)
    yield Step(3, 7, "正在发放第三季度")
    _die(chosen[:1], PartDate(year, 5, 10), PartDate(year, 7, 15), user)
    _die(chosen[1:], PartDate(year, 9, 12), PartDate(year, 9, 20), user)
    _to_the_end(_drawn(year, 7, 9, user), user, PartDate(year, 9, 25))
    yield Step(4, 7, "正在补发提标差额")
    _announce(late, user)
    _to_the_end(_drawn(year, 10, 12, user), user, PartDate(year, 12, 20))
    yield Step(5, 7, "正在发放遗属一次性待遇")
    _families(year, user)
    yield Step(6, 7, "正在编制下一个月")
    _drawn(year + 1, 1, 1, user)
    yield Step(7, 7, "全年已发放")
    return int(PayRun.select().count())


def _standards(year: int, user: str) -> list[tuple[Standard, Decimal]]:
    """Enter a standard for every gap; returns the year's, which are still last year's amounts, with what they become."""
    known = list(Standard.select())
    late: list[tuple[Standard, Decimal]] = []
    with journal.entry("演练标准", user):
        for pattern, amount in _patterns(known):
            for begins in range(FIRST_STANDARD_YEAR, LAST_STANDARD_YEAR + 1):
                month = months.month(begins, 8)
                there = _in_force(known, pattern, month)
                fresh = there.amount or amount if there else _risen(amount, pattern.unit)
                if there is None:
                    made = _practice(pattern, month, amount if begins == year else fresh)
                    if begins == year:
                        made.notes = WAITING_FOR_STANDARD
                        late.append((made, fresh))
                    made.save()
                amount = fresh
    return late


def _patterns(known: list[Standard]) -> Iterator[tuple[Standard, Decimal]]:
    """Whom there are standards for, with the amount that the first gap rises from."""
    newest: dict[tuple[str, ...], Standard] = {}
    for each in sorted(known, key=lambda standard: standard.first):
        if each.confirmed and each.household == "" and each.first < months.month(FIRST_STANDARD_YEAR + 1, 9):
            newest[(each.kind, *(getattr(each, name) for name in CRITERIA))] = each
    for each in newest.values():
        before = [
            o
            for o in known
            if o.same_people(each) and o.confirmed and o.first < months.month(FIRST_STANDARD_YEAR, 8)
        ]
        oldest = max(before, key=lambda standard: standard.first, default=each)
        yield each, oldest.amount or Decimal(0)
    for period, amount in DEMOBILISED_FROM.items():
        pattern = Standard(
            layer=PROVINCIAL, kind=DEMOBILISED, period=period, unit=YEARLY, amount=Decimal(amount)
        )
        yield pattern, Decimal(amount)


def _in_force(known: list[Standard], pattern: Standard, month: Month) -> Standard | None:
    fitting = (o for o in known if o.confirmed and o.same_people(pattern) and o.first <= month <= o.last)
    return next(fitting, None)


def _practice(pattern: Standard, begins: Month, amount: Decimal) -> Standard:
    facts = {name: getattr(pattern, name) for name in ("kind", *CRITERIA)}
    return Standard(
        layer=pattern.layer or NATIONAL, unit=pattern.unit, amount=amount, begins=months.part(begins),
        ends=months.part(begins + 11), confirmed=True, source=SOURCE, **facts,
    )  # fmt: skip


def _risen(amount: Decimal, unit: str) -> Decimal:
    step = {YEARLY: 10, MONTHLY_PER_YEAR_SERVED: 1}.get(unit, 5)
    return (amount * RISE / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _announce(late: list[tuple[Standard, Decimal]], user: str) -> None:
    """The rise of August is announced in October: the amounts become the new ones."""
    with journal.entry("登记新标准（演练）：8月起执行，10月公布", user):
        for standard, amount in late:
            standard.amount, standard.notes, standard.document = amount, "", LATE_DOCUMENT
            standard.save()


def _drawn(year: int, first: int, last: int, user: str) -> PayRun:
    return finish(drawing_up.draw_up_run(PartDate(year, first), PartDate(year, last), user))


def _hand_over(run: PayRun, user: str, day: PartDate) -> None:
    finish(steps.check_run(run, CHECKER))
    steps.approve_run(run, APPROVER)
    steps.pay_run(run, user, day)


def _to_the_end(run: PayRun, user: str, day: PartDate) -> None:
    if not run.people:  # a practice archive of a few people may have nobody who is paid
        return
    _hand_over(run, user, day)
    _answer(run, user)
    steps.settle_run(run, user)


def _with_failures(run: PayRun, year: int, user: str) -> None:
    """The bank cannot pay a few; they are paid again in a run of their own."""
    if not run.people:
        return
    _hand_over(run, user, PartDate(year, 6, 24))
    _answer(run, user, failing=FAILURES)
    _to_the_end(following_runs.pay_again(run, user), user, PartDate(year, 7, 10))
    steps.settle_run(run, user)


def _answer(run: PayRun, user: str, failing: Collection[str] = ()) -> None:
    """The bank's return as a file, the first payees failing for the reasons given; who has no account is paid by hand."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"回盘{run.number}.csv"
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows(answer_rows(run, failing))
        returns.apply_return(returns.read_return(run, file), user)


def answer_rows(run: PayRun, failing: Collection[str] = ()) -> list[list[str]]:
    """A bank's return, row by row."""
    reasons = dict(enumerate(failing))
    rows = [["序号", "姓名", "账号", "金额", "处理结果", "失败原因", "摘要"]]
    for number, payee in enumerate(bank_files.payees(run)):
        reason = reasons.get(number, "")
        result = "失败" if reason else "成功"
        rows.append(
            [str(number + 1), payee.name, payee.account, f"{payee.amount:.2f}", result, reason, run.number]
        )
    return rows


def _two_people() -> list[Identity]:
    """Two who are paid and will die: a survivor, whose family is paid on, and a disabled soldier of grade 1 to 6."""
    found = []
    for kind in (SURVIVORS, DISABLED):
        query = Identity.select().join(Person).where(Identity.kind == kind, Identity.state == RECEIVING)
        alive = query.where(Person.died.is_null(), Identity.approved.is_null(False)).order_by(
            Identity.id.desc()
        )
        found += [each for each in alive if each.person.identities.count() == 1][:1]
    return found


def _die(chosen: list[Identity], day: PartDate, told: PartDate, user: str) -> None:
    for identity in chosen:
        with journal.entry(f"登记去世：{identity.person.name}", user):
            change_all(
                IdentityState(
                    identity=identity,
                    person=identity.person,
                    state="去世",
                    since=told,
                    died_on=day,
                    reason="演练：社区报告",
                )
            )


def _families(year: int, user: str) -> None:
    """What goes on for the family of the survivor who died is handed over in cash."""
    try:
        run = following_runs.pay_once(months.month(year, 12), user)
    except Refusal:  # nobody died
        return
    if run.people:
        _hand_over(run, user, PartDate(year, 12, 25))
        returns.pay_by_hand(run, bank_files.payees(run), user, "演练：转账给家属")
        steps.settle_run(run, user)
