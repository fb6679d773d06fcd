"""The sentinel 身后止付: whoever may be dead is one case to be looked into; an officer says yes or no to each.

Nothing is stopped without that yes: ``stop_dead`` is the officer's own deed. How cases come about: ``models.deaths.looking``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from peewee import JOIN, ForeignKeyField

from models.core.dates import PartDate, this_day
from models.core.masks import Secret
from models.core.record import Count, Day, Record, Refusal, Text, Yuan
from models.core.states import State
from models.deaths.matching import SAME_NUMBER
from models.deaths.overpaid import Overpaid, overpaid, taken_back
from models.office import roles
from models.people import search
from models.people.identity import Identity
from models.people.person import Person
from models.people.state_changes import register_death


class MatchState(State):
    """What became of somebody who may be dead."""

    OPEN = "待核实"
    STOPPED = "已停发"
    DISMISSED = "已排除"


DEATH_STATES = tuple(MatchState)
ONE_CASE = "{}已有一件身后止付（{}，{}），一个人只办一件，请在那一件里办"


class DeathMatch(Record):
    """A dead person of a list who may be the person on file, and what was decided about it."""

    NOUN = "身后止付"
    NAMED_BY = "file"
    SINCE = ("listed_day",)
    LATER = {
        "recovered_on": {"recovered": None},
        "notified_on": {},
        "decided_on": {
            "state": MatchState.OPEN,
            "died": None,
            "decided_by": "",
            "reason": "",
            "months": None,
            "amount": None,
        },
    }

    person_id: int
    person = ForeignKeyField(Person, backref="death_matches", on_delete="RESTRICT")
    file = Text("名单文件")
    place = Text("名单中的位置")
    listed_name = Text("名单上的姓名")
    listed_number = Text("名单上的证件号", secret=Secret.NUMBER)
    listed_day = Day("名单上的日期")
    day_of = Text("日期种类")
    words = Text("名单原文")
    how = Text("匹配方式", index=True)
    doubt = Text("疑点")
    state = Text("核查状态", index=True)
    died = Day("核实的死亡日期")
    decided_on = Day("核实日期")
    decided_by = Text("核实人")
    reason = Text("排除理由")
    months = Count("多发月数")
    amount = Yuan("多发金额(元)")
    notified_on = Day("追回通知日期")
    recovered = Yuan("已追回(元)")
    recovered_on = Day("追回日期")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.state not in DEATH_STATES:
            yield "state", f"核查状态只能是{'、'.join(DEATH_STATES)}"
        if self.state == MatchState.DISMISSED and not self.reason.strip():
            yield "reason", "请写明为什么不是本人（或没有去世）"
        for name in ("died", "decided_on", "notified_on", "recovered_on"):
            if (day := getattr(self, name)) is not None and day.earliest() > this_day():
                yield name, f"{day.chinese()}晚于今天，还没有到的日子不能登记"
        if self.recovered is not None and self.recovered < 0:
            yield "recovered", "追回金额不能是负数"
        elif self.recovered is not None and self.left < 0:
            taken = f"（其中{self.taken}元已在发放中扣回）" if self.taken else ""
            yield "recovered", f"追回金额多于多发的{self.amount or 0}元{taken}"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.id is None and (case := case_of(self.person_id)) is not None:
            yield "person", ONE_CASE.format(case.person.name, case.state, case.file)

    @property
    def taken(self) -> Decimal:
        """What runs have deducted of it from other money of the person."""
        return taken_back(self.person_id, self.died) if self.died is not None else Decimal(0)

    @property
    def left(self) -> Decimal:
        """What is still to be recovered."""
        return (self.amount or Decimal(0)) - (self.recovered or Decimal(0)) - self.taken


def on_open_lists() -> dict[int, tuple[int, str]]:
    """Who stands on a list of the dead that nobody has decided about: the first month after that day, and the sentence."""
    found: dict[int, tuple[int, str]] = {}
    for match in DeathMatch.select().where(DeathMatch.state == MatchState.OPEN).order_by(DeathMatch.id):
        day = match.listed_day
        since = (
            0 if day is None else day.year * 12 + (day.month or 1)
        )  # the month after, as months are counted
        words = f"{match.file}上有此人（{match.listed_name}{'，' + day.chinese() if day else ''}），尚未核实"
        found.setdefault(match.person_id, (since, words))
    return found


def case_of(person: Person | int) -> DeathMatch | None:
    """The one case of a person: the one that waits, or the one by which somebody who is dead was stopped."""
    rows = DeathMatch.select().where(DeathMatch.person == person, DeathMatch.state != MatchState.DISMISSED)
    cases = [
        each for each in rows.order_by(DeathMatch.id) if each.state == MatchState.OPEN or each.person.died
    ]
    return next((each for each in cases if each.state == MatchState.OPEN), cases[0] if cases else None)


def recovered_by_person() -> dict[int, int]:
    """What came back of each person's overpaid money, in fen."""
    query: Any = DeathMatch.select(DeathMatch.person, DeathMatch.recovered.total()).group_by(
        DeathMatch.person
    )
    back = query.where(DeathMatch.recovered.is_null(False)).tuples()
    return {person: int(amount * 100) for person, amount in back}


def recount(match: DeathMatch) -> None:
    """Write down anew how many months were overpaid, and how much, of somebody who was stopped."""
    found = overpaid_if(match)
    match.months, match.amount = len(found.months), found.amount


def overpaid_if(match: DeathMatch) -> Overpaid:
    """What was overpaid if the person died on the day that was found out, else on the day of the list."""
    died = match.died or match.listed_day
    return overpaid(match.person_id, died) if died is not None else Overpaid(())


def stop_dead(match: DeathMatch, died: PartDate, user: str) -> list[Identity]:
    """The officer's yes, inside an entry: the person is dead, nothing more is paid; returns the identities ended.

    Raises ``Refusal`` when it was decided before, the day cannot be, or the account may not stop anybody.
    """
    roles.require(user, roles.APPROVE, "停发待遇")
    _refuse_decided(match)
    if died.known < 2:
        raise Refusal("请核实死亡日期，至少要到月份，才能算出多发了几个月")
    person = Person.get_by_id(match.person_id)
    ended = register_death(person, died, f"身后止付：{match.file} {match.place}（{match.how}）")
    _decide(match, MatchState.STOPPED, user)
    match.died = died
    recount(match)
    match.save()
    return ended


def dismiss(match: DeathMatch, reason: str, user: str) -> None:
    """The officer's no, inside an entry: it is somebody else, or nobody has died."""
    _refuse_decided(match)
    _decide(match, MatchState.DISMISSED, user)
    match.reason = reason
    match.save()


def _refuse_decided(match: DeathMatch) -> None:
    if match.state != MatchState.OPEN:
        raise Refusal(f"{match.person.name}这一条{match.state}（{match.decided_by}核实），不用再办")


def _decide(match: DeathMatch, state: str, user: str) -> None:
    match.state, match.decided_by, match.decided_on = state, user, PartDate.of(this_day())


def matches(words: str = "", state: str = "", how: str = "") -> Any:
    """What was noted, what waits first, then the surest."""
    query: Any = DeathMatch.select(DeathMatch, Person).join(Person, JOIN.INNER)
    if words.strip():
        query = query.where(DeathMatch.person.in_(search.find_people(words).select(Person.id).order_by()))
    for column, wanted in ((DeathMatch.state, state), (DeathMatch.how, how)):
        if wanted:
            query = query.where(column == wanted)
    waiting, surest = (DeathMatch.state == MatchState.OPEN).desc(), (DeathMatch.how == SAME_NUMBER).desc()
    return query.order_by(waiting, surest, DeathMatch.id.desc())
