"""The yearly confirmation 年度确认: everybody who is paid is seen once a year; who is not, is no longer paid.

伤残抚恤管理办法第二十五条: once a year the office makes contact, face to face or by a picture; who is still not in contact 60 days
after the notice is stopped from the next month, and paid again from the month after contact, without what was missed. The same
is asked for all who are paid regularly by 军人抚恤优待条例第八条 and 烈士褒扬条例第二十三条.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import JOIN, Case, ForeignKeyField, fn

from models.core.dates import PartDate, this_day
from models.core.record import Count, Day, Paper, Record, Text, insert_all
from models.core.states import State
from models.people import search
from models.people.identity import RECEIVING, Identity
from models.people.listing import by_place
from models.people.person import Person

if TYPE_CHECKING:
    from peewee import ModelSelect


class ConfirmationState(State):
    """How far somebody's confirmation of a year has come."""

    UNSEEN = "未确认"
    TOLD = "已通知"
    SEEN = "已确认"
    STOPPED = "逾期"
    RESUMED = "恢复"


CONFIRMATION_STATES = tuple(ConfirmationState)
WAYS_TO_BE_SEEN = ("见面", "上门", "人脸识别", "视频", "单位证明")
DAYS_TO_CONFIRM = 60  # from the notice, calendar days


class Confirmation(Record):
    """One person's confirmation in one year."""

    NOUN = "年度确认"
    NAMED_BY = "year"
    COUNTED = "年度确认"
    COUNTED_ON = ("confirmed_on",)
    SINCE = ("year",)

    person_id: int
    person = ForeignKeyField(Person, backref="confirmations", on_delete="RESTRICT")
    year = Count("年度", index=True)
    state = Text("确认状态", index=True)
    notified_on = Day("通知日期")
    notified_how = Text("通知方式")
    confirmed_on = Day("确认日期")
    way = Text("确认方式")
    handler = Text("确认人")
    photo = Paper("当年照片")
    stopped_from = Day("从何月起停发")
    resumed_from = Day("从何月起恢复")
    notes = Text("备注", long=True)
    LATER = {
        "resumed_from": {"state": ConfirmationState.STOPPED},
        "stopped_from": {"state": ConfirmationState.TOLD},
        "confirmed_on": {
            "state": Case(None, [(notified_on.is_null(), ConfirmationState.UNSEEN)], ConfirmationState.TOLD),
            "way": "", "handler": "", "photo": "",
        },
        "notified_on": {"state": ConfirmationState.UNSEEN, "notified_how": ""},
    }  # fmt: skip

    class Meta:
        indexes = ((("person", "year"), True),)

    @property
    def deadline(self) -> date | None:
        """The last day on which contact still counts; None before any notice."""
        return None if self.notified_on is None else self.notified_on.earliest() + timedelta(DAYS_TO_CONFIRM)

    def overdue(self, today: date) -> bool:
        return self.state == ConfirmationState.TOLD and self.deadline is not None and today > self.deadline

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.state not in CONFIRMATION_STATES:
            yield "state", f"确认状态只能是{'、'.join(CONFIRMATION_STATES)}"
        if self.state == ConfirmationState.TOLD and self.notified_on is None:
            yield "notified_on", "请填写通知日期"
        if self.state in (ConfirmationState.SEEN, ConfirmationState.RESUMED):
            if self.confirmed_on is None:
                yield "confirmed_on", "请填写确认日期"
            if self.way not in WAYS_TO_BE_SEEN:
                yield "way", f"请选择确认方式：{'、'.join(WAYS_TO_BE_SEEN)}"
        for field in ("notified_on", "confirmed_on"):
            if (day := getattr(self, field)) is None:
                continue
            if day.known != 3:
                yield field, "要有年月日"
            elif day.earliest() > this_day():
                yield field, f"{day.chinese()}晚于今天，还没有到的日子不能登记"
            elif self.year is not None and day.year < self.year:
                yield field, f"{day.chinese()}早于{self.year}年度"


def month_after(day: date) -> PartDate:
    """The month that follows a day's."""
    return PartDate(day.year + day.month // 12, day.month % 12 + 1)


def due(year: int) -> ModelSelect[Person]:
    """The people who are to be seen in a year: all who are paid and alive, and no others."""
    paid = Identity.select(Identity.person).where(Identity.state == RECEIVING)
    return Person.select().where(Person.id.in_(paid), Person.died.is_null(True)).order_by(Person.id)


def begin(year: int) -> int:
    """Put everybody who is due on the year's list, inside an entry; returns how many are new on it."""
    listed = Confirmation.select(Confirmation.person).where(Confirmation.year == year)
    new = [
        Confirmation(person=each, year=year, state=ConfirmationState.UNSEEN)
        for each in due(year).where(Person.id.not_in(listed))
    ]
    insert_all(Confirmation, new)
    return len(new)


def confirmations(
    year: int, words: str = "", state: str = "", street: str = "", community: str = ""
) -> ModelSelect[Confirmation]:
    """The year's list, along the streets and communities."""
    query = (
        Confirmation.select(Confirmation, Person).join(Person, JOIN.INNER).where(Confirmation.year == year)
    )
    if words.strip():
        query = query.where(Confirmation.person.in_(search.find_people(words).select(Person.id).order_by()))
    if state:
        query = query.where(Confirmation.state == state)
    for field, wanted in ((Person.street, street), (Person.community, community)):
        if wanted:
            query = query.where(field == wanted)
    return query.order_by(*by_place(), Person.residence, Confirmation.id)


def overdue_rows(year: int, today: date | None = None) -> Any:
    """Those whose sixty days are over and whom nobody has stopped yet, as a query."""
    last = PartDate.of((today or this_day()) - timedelta(DAYS_TO_CONFIRM))
    return confirmations(year, state=ConfirmationState.TOLD).where(Confirmation.notified_on < last)


def overdue(year: int, today: date | None = None) -> list[Confirmation]:
    """The same, read."""
    return list(overdue_rows(year, today))


def overdue_people(today: date | None = None) -> list[int]:
    """The people of any year whose sixty days are over and who are still paid."""
    last = PartDate.of((today or this_day()) - timedelta(DAYS_TO_CONFIRM))
    query: Any = Confirmation.select(Confirmation.person).where(
        Confirmation.state == ConfirmationState.TOLD, Confirmation.notified_on < last
    )
    return [person for (person,) in query.distinct().tuples()]


def not_seen_in_time() -> dict[int, tuple[int, str]]:
    """Whose sixty days are over: the month after them, as months are counted, and the sentence that tells it."""
    last = PartDate.of(this_day() - timedelta(DAYS_TO_CONFIRM))
    told = Confirmation.select(Confirmation.person).where(
        Confirmation.state == ConfirmationState.TOLD, Confirmation.notified_on < last
    )
    found: dict[int, tuple[int, str]] = {}
    for each in Confirmation.select().where(Confirmation.person.in_(told)).order_by(Confirmation.year):
        found.pop(each.person_id, None)  # a later year says more than an earlier one
        if each.overdue(this_day()) and each.notified_on is not None and (end := each.deadline) is not None:
            words = f"{each.year}年度确认自{each.notified_on.chinese()}通知起满60日仍未确认"
            found[each.person_id] = end.year * 12 + end.month, words
    return found


class ConfirmationProgress(NamedTuple):
    """How far a year's confirmation has come: how many people are in each state."""

    unseen: int
    told: int
    seen: int
    stopped: int
    resumed: int

    @property
    def all(self) -> int:
        return sum(self)


def confirmation_progress(year: int) -> ConfirmationProgress:
    counted: Any = (
        Confirmation.select(Confirmation.state, fn.COUNT(Confirmation.id))
        .where(Confirmation.year == year)
        .group_by(Confirmation.state)
        .tuples()
    )
    known = dict(counted)
    return ConfirmationProgress(*(known.get(state, 0) for state in CONFIRMATION_STATES))


def confirmation_years() -> list[int]:
    """The years that have a list, newest first."""
    found: Any = Confirmation.select(Confirmation.year).distinct().order_by(Confirmation.year.desc()).tuples()
    return [year for (year,) in found]


def photos_of(person: Person) -> list[Confirmation]:
    """The person's photos of the years, newest first."""
    kept = Confirmation.select().where(Confirmation.person == person, Confirmation.photo != "")
    return list(kept.order_by(Confirmation.year.desc()))
