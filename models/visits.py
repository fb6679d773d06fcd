"""A visit 走访慰问: who called, when and why, what was brought, what was seen and what was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import JOIN, Check, Expression, ForeignKeyField, fn

from models import search
from models.base import Day, Flag, Record, Text, Yuan
from models.people import Person

if TYPE_CHECKING:
    from peewee import ModelSelect


class Visit(Record):
    """One call at the door; the columns follow the usual 走访慰问登记表, of which no official form was found."""

    person_id: int | None
    person = ForeignKeyField(Person, backref="visits", null=True, on_delete="RESTRICT")
    day = Day("走访日期", index=True)
    occasion = Text("走访节点", "occasion")
    leader = Text("带队领导")
    visitors = Text("走访人员")
    money = Yuan("慰问金(元)")
    gifts = Text("慰问品")
    gift_value = Yuan("慰问品折价(元)")
    circumstances = Text("家庭生活状况")
    wishes = Text("反映的困难诉求")
    handling = Text("处理意见和结果")
    done = Flag("诉求是否办结")
    notes = Text("备注")

    class Meta:
        constraints = [Check('"money" >= 0'), Check('"gift_value" >= 0')]

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.person_id is None:
            yield "person", "请选择走访的优抚对象"
        if self.day is None:
            yield "day", "请填写走访日期"
        elif self.done and self.day.earliest() > date.today():
            yield "day", f"走访日期{self.day.chinese()}还没有到，不能登记为已办结"
        if self.money is not None and self.money < 0:
            yield "money", "慰问金不能是负数"
        if self.gift_value is not None and self.gift_value < 0:
            yield "gift_value", "慰问品折价不能是负数"
        if self.gift_value and not self.gifts.strip():
            yield "gifts", "填写了折价，请写明慰问品的名称和数量"

    @property
    def waiting(self) -> bool:
        """Whether a wish was raised that nobody has settled."""
        return bool(self.wishes.strip()) and not self.done


class Sums(NamedTuple):
    """How many visits, to how many people, and what was brought altogether in yuan."""

    visits: int
    people: int
    money: Decimal
    gift_value: Decimal


def visits(
    words: str = "", year: int | None = None, occasion: str = "", waiting: bool = False
) -> ModelSelect[Visit]:
    """Visits with their people, newest first: to people found by words, in a year, on an occasion, with open wishes."""
    wanted = _wanted(words, year, occasion, waiting)
    query = Visit.select(Visit, Person).join(Person, JOIN.LEFT_OUTER).where(*wanted)
    return query.order_by(Visit.day.desc(), Visit.id.desc())


def visits_to(person: Person) -> ModelSelect[Visit]:
    """The visits paid to one person, newest first."""
    return visits().where(Visit.person == person)


def sums(query: ModelSelect[Visit]) -> Sums:
    """What the visits of a query come to."""
    counted: Any = query.select(
        fn.COUNT(Visit.id), fn.COUNT(Visit.person.distinct()), Visit.money.total(), Visit.gift_value.total()
    ).order_by()
    (row,) = list(counted.tuples())
    return Sums(*row)


def years() -> list[int]:
    """The years in which somebody was visited, newest first."""
    year = fn.SUBSTR(Visit.day, 1, 4).coerce(False)
    found: Any = Visit.select(year).distinct().order_by(year.desc())
    return [int(each) for (each,) in found.tuples()]


def _wanted(words: str, year: int | None, occasion: str, waiting: bool) -> Iterator[Expression]:
    yield Visit.id > 0
    if words.strip():
        yield Visit.person.in_(search.find(words).select(Person.id).order_by())
    if year is not None:
        yield Expression(fn.SUBSTR(Visit.day, 1, 4), "=", str(year))
    if occasion:
        yield Visit.occasion == occasion
    if waiting:
        yield (fn.TRIM(Visit.wishes) != "") & (Visit.done.is_null(True) | (Visit.done == False))  # noqa: E712
