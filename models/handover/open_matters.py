"""Open matters 交接事项: what is open, promised, coming and lent, subject by subject, asked of the rooms that the desk asks too.

The one listing of both: a handover book keeps all its lines, a departure hands on the records that stand in the leaver's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from models.approvals import signing
from models.approvals.approval import ApprovalState, approvals
from models.archive.passwords import folded
from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.core.record import Record
from models.deaths import sentinel
from models.deaths.after_death import open_affairs
from models.forecast.event_calendar import coming_events
from models.handover.handover import HandedOver
from models.ledger.box_places import box_of
from models.ledger.loans import loans_out
from models.ledger.promises import open_promises
from models.office import settings, workdays
from models.pay.dues import open_questions
from models.pay.runs import run_lines, runs
from models.pay.runs.runs import PayRun, RunState
from models.pay.standards import months
from models.people.findings import all_findings
from models.signed_papers.waiting_page import waiting_pages
from models.visit_plans.teams import Team
from models.visits import wishes

DAYS_TO_COME = 60  # that the calendar looks ahead, where nobody says until when
GRAVE = 7  # findings of this weight and more are handed over one by one
MOST_LISTED = 60  # of one subject that may have thousands; where the others are is told
QUESTION_SUBJECT, CONFLICT_SUBJECT = "资格待核定", "疑点和矛盾"
NEXT_STEP = {
    RunState.DRAWN: "待复核",
    RunState.CHECKED: "待审批",
    RunState.APPROVED: "待发放",
    RunState.PAID: "待导入银行回盘",
    RunState.RETURNED: "待结清",
}


class HandoverSpan(NamedTuple):
    """From which day to which one hands over."""

    today: date
    until: date

    @classmethod
    def of(cls, today: date, until: PartDate | None = None) -> HandoverSpan:
        """To the end of the leave; without one for as long as the calendar usually looks ahead."""
        last = until.latest() if until is not None else today + timedelta(DAYS_TO_COME)
        return cls(today, max(last, today))


class OpenMatter(NamedTuple):
    """One thing that is open, as the book says it; where it stands in somebody's name the record, and the names as they are written."""

    line: HandedOver
    record: Record | None = None
    names: tuple[str, ...] = ()


SubjectSource = Callable[[HandoverSpan], Iterator[OpenMatter]]


def open_runs(span: HandoverSpan) -> Iterator[OpenMatter]:
    """Runs that are not settled, and what comes next."""
    for run in reversed(runs.runs()):
        if run.state != RunState.SETTLED:
            words = f"{NEXT_STEP[RunState(run.state)]}：{_run_words(run)}"
            yield OpenMatter(HandedOver("发放批次", run.title(), words), run, (run.drawn_by,))


def open_approvals(span: HandoverSpan) -> Iterator[OpenMatter]:
    """Approvals under way, with the working days that are left."""
    calendar = workdays.calendar()
    for approval in reversed(list(approvals(state=ApprovalState.OPEN))):
        waits = signing.waiting(approval, span.today, calendar)
        where = f"在“{waits.step.level}”" if waits is not None else "各级都已签署"
        due = PartDate.of(waits.due).chinese() if waits is not None and waits.due else ""
        words = f"{approval.matter}（{approval.number}）{where}"
        line = HandedOver("审批", approval.whom, words, due, _working_days(waits))
        yield OpenMatter(line, approval, (approval.handler,))


def wishes_raised(span: HandoverSpan) -> Iterator[OpenMatter]:
    """Wishes that were raised at the door and are not settled."""
    found: Iterable[Any] = wishes.open_wishes()  # each with its ``due``
    for visit in found:
        handled = f"；最近：{visit.handling}" if visit.handling else "；还没有办理"
        due = PartDate.parse(visit.due) if visit.due else None
        line = HandedOver("诉求", visit.whom, f"{visit.wishes}{handled}", *_limit(due, span.today))
        last = wishes.wish_steps_of(visit).first()
        yield OpenMatter(line, visit, (last.handler,) if last is not None else ())


def visit_teams(span: HandoverSpan) -> Iterator[OpenMatter]:
    """Teams that are still to go or on their way."""
    for team in Team.select().order_by(Team.id):
        if team.ends is None or team.ends.latest() >= span.today:
            names = (*names_written(team.leader), *names_written(team.members))
            line = HandedOver("走访小组", team.name, "、".join(names), *_limit(team.ends, span.today))
            yield OpenMatter(line, team, names)


def promises(span: HandoverSpan) -> Iterator[OpenMatter]:
    """What people were promised."""
    for each in open_promises():
        by = f"（{each.promised_by}{each.day.chinese() if each.day else ''}答应的）"
        line = HandedOver("承诺", each.whom, each.words + by, *_limit(each.due, span.today))
        yield OpenMatter(line, each, names_written(each.promised_by))


def questions_of_right(span: HandoverSpan) -> Iterator[OpenMatter]:
    """Whose grants wait for an answer."""
    asked = open_questions.open_questions(months.month_of(PartDate.of(span.today)))
    for each in asked[:MOST_LISTED]:
        whose = f"{each.claim.name}（{each.claim.title()}）"
        yield OpenMatter(HandedOver(QUESTION_SUBJECT, whose, each.sentence()))
    yield from _others(QUESTION_SUBJECT, len(asked), "补助发放→资格核验")


def matters_of_deaths(span: HandoverSpan) -> Iterator[OpenMatter]:
    """The dead of lists that nobody has looked at, and affairs of deaths that are not finished."""
    for match in sentinel.matches(state=sentinel.MatchState.OPEN):
        words = f"名单“{match.file}”上有{match.listed_name}，待核实"
        yield OpenMatter(HandedOver("身后止付待核实", match.person.name, words))
    for affair in open_affairs(span.today):
        yield OpenMatter(HandedOver("身后事", affair.person.name, "；".join(affair.open)))


def conflicts(span: HandoverSpan) -> Iterator[OpenMatter]:
    """The gravest findings one by one, questions of right aside, which have a subject of their own."""
    grave = [
        found
        for found in all_findings()
        if found.weight >= GRAVE and found.label != open_questions.ELIGIBILITY
    ]
    for found in grave[:MOST_LISTED]:
        yield OpenMatter(HandedOver(CONFLICT_SUBJECT, found.name, found.message))
    yield from _others(CONFLICT_SUBJECT, len(grave), "优抚对象，筛选“有未处理的疑点”")


def waiting_scans(span: HandoverSpan) -> Iterator[OpenMatter]:
    """Pages that came back through the scanner and wait for an officer."""
    for page in waiting_pages():
        whose = page.person.name if page.person is not None else "不知是谁的"
        yield OpenMatter(HandedOver("待归档页", whose, f"{page.file_name}第{page.page}页：{page.reason}"))


def papers_lent(span: HandoverSpan) -> Iterator[OpenMatter]:
    """Where paper is that is not in its box."""
    for loan in loans_out():
        box = box_of(loan.person.volume) if loan.person is not None else None
        home = f"，还回{box.place}" if box is not None else ""
        line = HandedOver("借出的档案", loan.whom, loan.told() + home, *_limit(loan.due, span.today))
        ours = loan.unit.strip() in (
            "",
            settings.office().name,
        )  # else it is somebody elsewhere of the same name
        yield OpenMatter(line, loan, names_written(loan.borrower) if ours else ())


def calendar_to_come(span: HandoverSpan) -> Iterator[OpenMatter]:
    """What happens by itself until the span ends."""
    for event in coming_events(span.today, span.until):
        words = f"{event.matter}（{event.title}）：{event.words}"
        line = HandedOver("日历", event.name, words, *_limit(PartDate.of(event.day), span.today))
        yield OpenMatter(line)


IN_SOMEBODYS_NAME: tuple[SubjectSource, ...] = (
    open_runs,
    open_approvals,
    wishes_raised,
    visit_teams,
    promises,
    papers_lent,
)
SUBJECTS: tuple[SubjectSource, ...] = (
    open_runs, open_approvals, wishes_raised, visit_teams, promises, questions_of_right, matters_of_deaths, conflicts, waiting_scans,
    papers_lent, calendar_to_come,
)  # fmt: skip


def matters_named(names: Container[str]) -> list[OpenMatter]:
    """What is open today in the name of an officer, who is written in one of these ways (folded)."""
    span = HandoverSpan.of(this_day())
    open_now = (matter for source in IN_SOMEBODYS_NAME for matter in source(span))
    return [matter for matter in open_now if any(folded(name) in names for name in matter.names)]


def names_written(words: str) -> tuple[str, ...]:
    """The names in a cell that may hold several: ``张三、李四``."""
    return tuple(name.strip() for name in re.split("[、，,]", words) if name.strip())


def _others(subject: str, count: int, place: str) -> Iterator[OpenMatter]:
    """How many more there are than were listed, and where they are found."""
    if count > MOST_LISTED:
        yield OpenMatter(HandedOver(subject, "其余", f"还有{count - MOST_LISTED:,}件，在{place}里"))


def _run_words(run: PayRun) -> str:
    told = [f"{run.people or 0}人{yuan(run.total)}元"]
    counts = run_lines.group_counts(run)
    for group in (run_lines.GROUP_FAILED, run_lines.GROUP_SILENT, run_lines.GROUP_BOUNCED):
        told += [f"{group}{counts[group]}行"] if counts[group] else []
    return "，".join(told)


def _working_days(waits: signing.Waiting | None) -> str:
    if waits is None or waits.left is None:
        return ""
    return f"超{-waits.left}个工作日" if waits.overdue else f"{waits.left}个工作日"


def _limit(due: PartDate | None, today: date) -> tuple[str, str]:
    """A day, and how many days are left until it."""
    if due is None:
        return "", ""
    left = (due.latest() - today).days
    return due.chinese(), f"{left}天" if left >= 0 else f"超{-left}天"
