"""Assistive devices 辅助器具: what was issued to whom, who paid, how long it serves, and when the next one is due.

条例 2024 art. 35 (2011: art. 31) says who provides them; for how long a device serves, no text that we read says. The years are what the
province's catalogue says: the office types them with the first device of a kind, and they are offered with the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from peewee import Check, ForeignKeyField

from models.core.dates import PartDate, this_day
from models.core.masks import Secret
from models.core.record import Count, Day, Record, Text, Yuan
from models.ledger import years
from models.people.outsiders import AboutSomebody, Outsider, one_recipient, with_recipients
from models.people.person import Person

LONGEST_SERVICE = 50  # years: more is a slip of the pen


class AssistiveDevice(AboutSomebody, Record):
    """One device that was issued to somebody."""

    NOUN = "辅助器具"
    NAMED_BY = "kind"
    COUNTED = "辅助器具"
    REGISTER = "双拥台账·辅助器具"
    SINCE = ("day",)
    LATER = {"given_up": {}}
    WHOSE = "配置对象"

    person_id: int | None
    person = ForeignKeyField(Person, backref="devices", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="devices", null=True, on_delete="RESTRICT")
    day = Day("配置日期", index=True)
    kind = Text("器具名称", "device_kind")
    specification = Text("规格型号", secret=Secret.OPEN)
    cost = Yuan("费用(元)")
    fund = Text("资金来源")
    maker = Text("配置机构")
    years = Count("使用年限(年)")
    renew_on = Day("应更换日期")
    given_up = Day("停用日期")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)'), Check('"cost" >= 0')]

    @property
    def due(self) -> PartDate | None:
        """Until when it serves: the day that was set, else its years after the day of issue; None when nobody said."""
        if self.renew_on is not None or self.day is None or not self.years:
            return self.renew_on
        return same_day_later(self.day, self.years)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from one_recipient(self, self.WHOSE)
        yield from years.needs_day(self, self.day)
        if not self.kind.strip():
            yield "kind", "请填写器具名称，如轮椅"
        yield from years.not_negative(self, "cost")
        if self.years is not None and not 1 <= self.years <= LONGEST_SERVICE:
            yield "years", f"使用年限应为1至{LONGEST_SERVICE}年"
        for name in ("renew_on", "given_up"):
            if self.day is not None and (after := getattr(self, name)) is not None and after.before(self.day):
                yield name, f"{self.labels()[name]}{after.chinese()}早于配置日期{self.day.chinese()}"


def same_day_later(day: PartDate, count: int) -> PartDate:
    """The same day so many years later, as far as it is known; of a 29 February the 1 March where there is none."""
    try:
        return PartDate(day.year + count, day.month, day.day)
    except ValueError:
        return PartDate(day.year + count, 3, 1)


def usual_years(kind: str) -> int | None:
    """For how long the office last said that such a device serves; None where it never did."""
    said = AssistiveDevice.select().where(AssistiveDevice.kind == kind, AssistiveDevice.years.is_null(False))
    newest: AssistiveDevice | None = said.order_by(AssistiveDevice.id.desc()).first()
    return newest.years if newest is not None else None


def devices_in_use() -> Iterator[Any]:
    """The devices of the living on file: of one kind the newest alone, for it took the place of those before it."""
    query = with_recipients(AssistiveDevice).where(
        AssistiveDevice.person.is_null(False), Person.died.is_null(True)
    )
    newest = {
        (each.person_id, each.kind): each for each in query.order_by(AssistiveDevice.day, AssistiveDevice.id)
    }
    yield from (each for each in newest.values() if each.given_up is None)


def devices_due(today: date | None = None, within: int = 0) -> list[AssistiveDevice]:
    """The devices in use whose time is over, or will be within so many days; the longest overdue first."""
    last = (today or this_day()) + timedelta(within)
    due = [each for each in devices_in_use() if each.due is not None and each.due.latest() <= last]
    return sorted(due, key=lambda each: (each.due.latest(), each.id))
