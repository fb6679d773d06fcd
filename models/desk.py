"""The desk 工作台: how many there are, and what needs doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from peewee import fn

from models.approvals import confirmations, signing
from models.core import codes
from models.core.dates import PartDate, this_day
from models.deaths import sentinel
from models.deaths.after_death import open_affairs
from models.filters import reminders
from models.filters.filters import NOT_RECORDED, SOON, Filter
from models.forms import drafts
from models.forms.drafts import TypedDraft
from models.ledger.assistive_devices import devices_due
from models.ledger.loans import overdue_files
from models.ledger.promises import overdue_promises
from models.pay.dues import open_questions
from models.pay.standards import months
from models.people.identity import RECEIVING, Identity, in_state
from models.people.person import Person
from models.printing import printings
from models.visits import wishes

ELIGIBILITY_SECTION, AFFAIRS_SECTION = "资格核验", "身后事"
PRINT_LEDGER_SECTION = "打印台账"
WISHES_SECTION, EVENTS_SECTION, NEEDS_SECTION = "诉求跟踪", "到期事项", "资金预测"
DRAFTS_NAMED = 3


class Tally(NamedTuple):
    """How many people, and how many identities; two questions, for a person may have several identities."""

    name: str
    people: int
    identities: int
    filter: Filter  # lists the people


@dataclass(frozen=True, slots=True)
class Todo:
    """Something that needs doing: how many people it is about, the filter that lists just these, and where it is done.

    ``section`` is the part of a page that opens, mostly of 补助发放, or the page 打印台账; empty: the list of the people. ``counted`` is the
    measure word of the count.
    """

    title: str
    count: int
    filter: Filter
    section: str = ""
    counted: str = "人"


def totals() -> Tally:
    """Everybody in the archive."""
    return Tally("全部优抚对象", Person.select().count(), Identity.select().count(), Filter())


def receiving_tally() -> Tally:
    """Those who receive something at present."""
    identities = Identity.select().where(in_state(RECEIVING))
    wanted = Filter(state=RECEIVING)
    return Tally(RECEIVING, wanted.query().count(), identities.count(), wanted)


def by_kind() -> list[Tally]:
    """People and identities of each kind that somebody has, in the order of the kinds' codes."""
    counted: Any = Identity.select(
        Identity.kind, fn.COUNT(Identity.person.distinct()), fn.COUNT(Identity.id)
    ).group_by(Identity.kind)
    order = codes.table("kind").names()
    return [
        Tally(kind, people, identities, Filter(kind=kind))
        for kind, people, identities in sorted(counted.tuples(), key=lambda row: order.index(row[0]))
    ]


def by_street() -> list[Tally]:
    """People and identities of each street or town, most people first; those without a street last."""
    counted: Any = (
        Person.select(Person.street, fn.COUNT(Person.id.distinct()), fn.COUNT(Identity.id))
        .left_outer_join(Identity)
        .group_by(Person.street)
    )
    rows = sorted(counted.tuples(), key=lambda row: (row[0] == "", -row[1], row[0]))
    return [
        Tally(street or NOT_RECORDED, people, identities, Filter(street=street or NOT_RECORDED))
        for street, people, identities in rows
    ]


def todos(today: date | None = None) -> list[Todo]:
    """What needs doing today; a line whose count is 0 is left out."""
    wanted = [
        ("有未处理的疑点", Filter(with_findings=True)),
        ("没有登记状态，发放待核定", Filter(state=NOT_RECORDED)),
        ("缺必备材料", Filter(missing_papers=True)),
        (f"证件{SOON}天内到期或已过期", Filter(expiring=True)),
        *((reminder.title, reminder.filter) for reminder in reminders.REMINDERS),
    ]
    wanted += [(title, Filter(ids=tuple(people))) for title, people in _deadlines(today) if people]
    lines = [Todo(title, chosen.query(today).count(), chosen) for title, chosen in wanted]
    if dead := [each.person.id for each in open_affairs(today)]:
        lines.append(Todo("身后事没有办完", len(dead), Filter(ids=tuple(dead)), AFFAIRS_SECTION))
    if left := drafts.drafts_left():
        lines.insert(0, _drafts_todo(left))
    broken = len(printings.broken_off())
    lines.append(Todo("打印中断，还没有打完", broken, Filter(), PRINT_LEDGER_SECTION, "次"))
    return [line for line in lines if line.count]


def _drafts_todo(left: list[TypedDraft]) -> Todo:
    """What was being typed when the program ended suddenly; where it was being typed it is offered again."""
    named = "、".join(each.title for each in left[:DRAFTS_NAMED]) + ("等" if len(left) > DRAFTS_NAMED else "")
    people = tuple({each.person for each in left if each.person is not None})
    return Todo(f"填到一半中断了，打开原处接着填：{named}", len(left), Filter(ids=people), "", "份")


def asked_todo(today: date | None = None) -> Todo | None:
    """Whose grants wait for an officer's answer this month; among many people it takes longer than all the rest."""
    asked = open_questions.asked_people(months.month_of(PartDate.of(today or this_day())))
    return Todo("资格待核定", len(asked), Filter(ids=tuple(asked)), ELIGIBILITY_SECTION) if asked else None


def _deadlines(today: date | None) -> list[tuple[str, list[int]]]:
    """Whom the office's own deadlines are about."""
    late = {approval.person_id for approval, _ in signing.late(today) if approval.person_id is not None}
    dead = (
        sentinel.matches(state=sentinel.MatchState.OPEN)
        .select(sentinel.DeathMatch.person)
        .order_by()
        .tuples()
    )
    worn = {each.person_id for each in devices_due(today, SOON) if each.person_id is not None}
    return [
        ("审批超过期限", sorted(late)),
        ("年度确认通知满60日未确认", confirmations.overdue_people(today)),
        ("身后止付待核实", sorted({person for (person,) in dead})),
        (f"辅助器具{SOON}天内到使用年限或已超期", sorted(worn)),
        ("走访诉求待办", wishes.waiting_people()),
        ("承诺过了期限没有兑现", overdue_promises(today)),
        ("档案借出过了应还日期", overdue_files(today)),
    ]
