"""A visit 走访慰问: who called, when and why, what was brought, what was seen and what was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import Check, Expression, ForeignKeyField, fn

from models.core import citizen_number
from models.core.dates import PartDate, this_day
from models.core.record import Count, Day, Doubt, Flag, Record, Text, Yuan
from models.core.words import half_width
from models.people.outsiders import Outsider, recipient, whom_words_name, with_recipients
from models.people.person import Person
from models.visits.campaign import Campaign

if TYPE_CHECKING:
    from peewee import ModelSelect


ONE = " + ".join(
    f"CASE WHEN {each} THEN 1 ELSE 0 END"
    for each in ('"person_id" IS NOT NULL', '"outsider_id" IS NOT NULL', "\"unit\" <> ''")
)


class Visit(Record):
    """One call at the door: of a person on file, of somebody without a file, or of a unit of the forces.

    The columns follow the usual 走访慰问登记表, of which no official form was found.
    """

    NOUN = "走访慰问"
    NAMED_BY = "day"
    COUNTED = "走访慰问"
    REGISTER = "走访慰问登记"
    SINCE = ("day",)

    person_id: int | None
    person = ForeignKeyField(Person, backref="visits", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="visits", null=True, on_delete="RESTRICT")
    campaign_id: int | None
    campaign = ForeignKeyField(Campaign, backref="visits", null=True, on_delete="RESTRICT")
    unit = Text("部队(单位)名称", index=True)
    day = Day("走访日期", index=True)
    occasion = Text("走访节点", "occasion")
    category = Text("对象类别", "visit_category")
    leader = Text("带队领导")
    visitors = Text("走访人员")
    form = Text("慰问形式")
    money = Yuan("慰问金(元)")
    gifts = Text("慰问品")
    gift_count = Count("慰问品数量")
    gift_value = Yuan("慰问品折价(元)")
    circumstances = Text("家庭生活状况")
    wishes = Text("反映的困难诉求")
    handling = Text("处理意见和结果")
    done = Flag("诉求是否办结")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [
            Check('"money" >= 0'),
            Check('"gift_value" >= 0'),
            Check('"gift_count" >= 0'),
            Check(f"{ONE} = 1"),
        ]

    @property
    def whom(self) -> str:
        """The name of the person or unit that was visited."""
        someone = recipient(self)
        return someone.name if someone else self.unit

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from self._whom_rules()
        if self.day is None:
            yield "day", "请填写走访日期"
        elif self.done and self.day.earliest() > this_day():
            yield "day", f"走访日期{self.day.chinese()}还没有到，不能登记为已办结"
        if self.money is not None and self.money < 0:
            yield "money", "慰问金不能是负数"
        if self.gift_value is not None and self.gift_value < 0:
            yield "gift_value", "慰问品折价不能是负数"
        if self.gift_count is not None and self.gift_count < 0:
            yield "gift_count", "慰问品数量不能是负数"
        if self.gift_value and not self.gifts.strip():
            yield "gifts", "填写了折价，请写明慰问品的名称和数量"

    def _whom_rules(self) -> Iterator[tuple[str, str]]:
        """Exactly one is visited: a person on file, one without, or a unit; and a unit has no citizen number."""
        people = (self.person_id is not None) + (self.outsider_id is not None)
        if people + bool(self.unit.strip()) == 0:
            yield "person", "请选择走访的优抚对象"
        elif people + bool(self.unit.strip()) > 1:
            yield "unit", "一次走访只能是一个人或一个单位，不能同时填写"
        elif citizen_number.SHAPE.search(half_width(self.unit).replace(" ", "").upper()):
            yield "unit", "单位名称里有身份证号；走访个人请登记到个人名下"

    def doubts(self) -> Iterator[Doubt]:
        """Nobody is called on twice in a campaign; who was, may have been so for a reason."""
        if self.campaign_id is None:
            return
        same = Visit.select().where(
            Visit.campaign == self.campaign_id,
            Visit.person.is_null(True) if self.person_id is None else Visit.person == self.person_id,
            Visit.outsider.is_null(True) if self.outsider_id is None else Visit.outsider == self.outsider_id,
            Visit.unit == self.unit,
            Visit.id != (self.id or 0),
        )
        if same.exists():
            yield Doubt("campaign", f"本批次已登记过对{self.whom}的走访，请核对是否重复", 5)

    @property
    def waiting(self) -> bool:
        """Whether a wish was raised that nobody has settled."""
        return bool(self.wishes.strip()) and not self.done


class VisitSums(NamedTuple):
    """How many visits, to how many people and units, and what was brought altogether in yuan."""

    visits: int
    people: int
    money: Decimal
    gift_value: Decimal


def visits(
    words: str = "", year: int | None = None, occasion: str = "", waiting: bool = False
) -> ModelSelect[Visit]:
    """Visits with their people, newest first: to people found by words, in a year, on an occasion, with open wishes."""
    wanted = _wanted(words, year, occasion, waiting)
    query: ModelSelect[Visit] = with_recipients(Visit).where(*wanted)
    return query.order_by(Visit.day.desc(), Visit.id.desc())


def visits_to(person: Person) -> ModelSelect[Visit]:
    """The visits paid to one person, newest first."""
    return visits().where(Visit.person == person)


def visit_sums(query: ModelSelect[Visit]) -> VisitSums:
    """What the visits of a query come to."""
    units = fn.COUNT(fn.NULLIF(Visit.unit, "").distinct())
    people = fn.COUNT(Visit.person.distinct()) + fn.COUNT(Visit.outsider.distinct()) + units
    counted: Any = query.select(
        fn.COUNT(Visit.id), people, Visit.money.total(), Visit.gift_value.total()
    ).order_by()
    (row,) = list(counted.tuples())
    return VisitSums(*row)


def called_on(since: date | None, today: date) -> ModelSelect[Visit]:
    """The ids of the people on file whom somebody called on since a day, or ever; a visit that is only planned is none."""
    query = Visit.select(Visit.person).where(Visit.person.is_null(False), Visit.day <= PartDate.of(today))
    return query if since is None else query.where(Visit.day >= PartDate.of(since))


def months_before(day: date, months: int) -> date:
    """The same day so many months ago; the 28th where that month may be too short."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))


def visit_years() -> list[int]:
    """The years in which somebody was visited, newest first."""
    year = fn.SUBSTR(Visit.day, 1, 4).coerce(False)
    found: Any = Visit.select(year).distinct().order_by(year.desc())
    return [int(each) for (each,) in found.tuples()]


def waits() -> Iterator[Expression]:
    """The conditions on a visit that a wish was raised which nobody has settled."""
    yield fn.TRIM(Visit.wishes) != ""
    yield Visit.done.is_null(True) | (Visit.done == False)  # noqa: E712


def _wanted(words: str, year: int | None, occasion: str, waiting: bool) -> Iterator[Expression]:
    yield Visit.id > 0
    if words.strip():
        yield whom_words_name(Visit, words) | Visit.unit.contains(words.strip())
    if year is not None:
        yield Expression(fn.SUBSTR(Visit.day, 1, 4), "=", str(year))
    if occasion:
        yield Visit.occasion == occasion
    if waiting:
        yield from waits()
