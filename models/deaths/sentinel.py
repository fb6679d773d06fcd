"""The sentinel 身后止付: who of a list of the dead is on file is written down to be looked into; a person says yes or no to each.

Nothing is stopped here without that yes: ``look`` only reads, ``keep_matches`` only notes, ``stop_dead`` is the officer's own deed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from peewee import JOIN, ForeignKeyField

from models.core.dates import PartDate, this_day
from models.core.jobs import Job, Step
from models.core.masks import Secret
from models.core.record import Count, Day, Record, Refusal, Text, Yuan
from models.core.states import State
from models.deaths import lists
from models.deaths.matching import SAME_NUMBER, Match, PeopleOnFile
from models.deaths.overpaid import Overpaid, overpaid, still_paid
from models.office import roles
from models.people import search
from models.people.identity import GONE, Identity, IdentityState
from models.people.person import Person
from models.people.state_changes import change_all


class MatchState(State):
    """What became of somebody who may be dead."""

    OPEN = "待核实"
    STOPPED = "已停发"
    DISMISSED = "已排除"


DEATH_STATES = tuple(MatchState)
ON_FILE = "本档案库"  # instead of a list's name: the archive itself knows of the death


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
        elif self.recovered is not None and self.recovered > (self.amount or 0):
            yield "recovered", f"追回金额多于多发的{self.amount or 0}元"

    @property
    def left(self) -> Decimal:
        """What is still to be recovered."""
        return (self.amount or Decimal(0)) - (self.recovered or Decimal(0))


@dataclass
class Looked:
    """What looking through lists found: matches to be decided, those known before, rows of nobody on file, bad rows."""

    matches: list[Match] = field(default_factory=list)
    known: list[Match] = field(default_factory=list)  # dead on file already, and nothing paid since
    rows: int = 0
    refused: list[tuple[str, str, int, str]] = field(default_factory=list)  # file, sheet, row, words


def look(files: Sequence[Path]) -> Job[Looked]:
    """Look through lists of the dead; nothing is written."""
    yield Step(0, len(files) + 1, "正在读档案")
    found, archive = Looked(), PeopleOnFile.read()
    dead = {person.id: person.died for person in Person.select().where(Person.died.is_null(False))}
    for number, file in enumerate(files, start=1):
        yield Step(number, len(files) + 1, f"正在核对{file.name}")
        listed = lists.read_death_list(file)
        found.rows += len(listed.rows)
        found.refused += [(listed.file, *each) for each in listed.refused]
        for row in listed.rows:
            for match in archive.matches(row):
                died = dead.get(match.person.id)
                settled = died is not None and not overpaid(match.person.id, died).payments
                (found.known if settled else found.matches).append(match)
    return found


def keep_matches(matches: Iterable[Match]) -> list[DeathMatch]:
    """Note matches to be looked into, inside an entry; what a list said before is not noted again."""
    kept = []
    for dead, person, how, doubt in matches:
        same = (DeathMatch.person == person.id) & (DeathMatch.listed_name == dead.name)
        same &= DeathMatch.listed_number == dead.number
        if DeathMatch.select().where(same).exists():
            continue
        place = f"{dead.sheet} 第{dead.row}行"
        made = DeathMatch(
            person=person.id, file=dead.file, place=place, how=how, doubt=doubt, state=MatchState.OPEN
        )
        made.listed_name, made.listed_number, made.listed_day = dead.name, dead.number, dead.day
        made.day_of, made.words = dead.day_of, dead.words
        made.save()
        kept.append(made)
    return kept


def keep_known(people: Iterable[Person]) -> list[DeathMatch]:
    """Note people whose death is on file and who were paid for later months all the same, inside an entry."""
    kept = []
    for person in people:
        if person.died is None or _is_noted(person, person.died):
            continue
        made = DeathMatch(
            person=person, file=ON_FILE, how=SAME_NUMBER, state=MatchState.OPEN, listed_name=person.name
        )
        made.listed_number, made.listed_day, made.day_of = person.number, person.died, "死亡"
        made.words = f"档案登记{person.died.chinese()}去世，多发{overpaid(person, person.died).span()}"
        made.save()
        kept.append(made)
    return kept


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


def unnoted() -> list[Person]:
    """People dead on file and paid all the same, of whom no row tells yet."""
    return [each for each in still_paid() if each.died is not None and not _is_noted(each, each.died)]


def _is_noted(person: Person, died: PartDate) -> bool:
    """Noted as dead on file, or stopped after a list with all that was overpaid counted there: it is not claimed twice."""
    rows = list(DeathMatch.select().where(DeathMatch.person == person))
    counted = sum((row.amount or Decimal(0) for row in rows if row.state == MatchState.STOPPED), Decimal(0))
    return any(row.file == ON_FILE for row in rows) or counted >= overpaid(person, died).amount


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
    identity = next((each for each in person.identities if each.state != GONE), None)
    ended: list[Identity] = []
    if identity is not None:
        change = IdentityState(identity=identity, person=person, state=GONE, since=died, died_on=died)
        change.reason = f"身后止付：{match.file} {match.place}（{match.how}）"
        ended = change_all(change)
    elif person.died != died:
        person.died = died
        person.save()
    _decide(match, MatchState.STOPPED, user)
    found = overpaid(person, died)
    match.died, match.months, match.amount = died, len(found.months), found.amount
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
