"""Charts of the year: people by kind, street and age; money by month, fund and programme; visits. Each bar opens its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from peewee import SQL, ModelSelect, fn

from models.core import codes
from models.core.dates import PartDate, age_on
from models.core.record import Record
from models.ledger import years
from models.office import settings
from models.payments.payment import Payment
from models.people.person import Person
from models.visits.visit import Visit
from models.year.statistics.frame import present
from models.year.statistics.held_identities import HeldIdentity, closing, identities
from models.year.statistics.money import Paid, payments_of_year

BANDS = (
    (0, 49, "50岁以下"), (50, 59, "50—59岁"), (60, 69, "60—69岁"), (70, 79, "70—79岁"), (80, 89, "80—89岁"),
    (90, 200, "90岁以上"),
)  # fmt: skip
UNITS_CATEGORY = "驻区部队"
MONTH_NAMES = [f"{month:02d}" for month in range(1, 13)]


class Bar(NamedTuple):
    """A bar: its label, its length, and the ids of the records behind it."""

    label: str
    value: int
    keys: tuple[int, ...]


class Chart(NamedTuple):
    """A chart: its title, what is counted, whether its bars lie, and what its records are."""

    title: str
    unit: str
    lying: bool
    model: type[Record]
    bars: tuple[Bar, ...]

    def records(self, label: str) -> ModelSelect[Any]:
        """The records behind the bar of that label."""
        found = next(bar for bar in self.bars if bar.label == label)
        identifier: Any = self.model.id
        keys = ", ".join(str(int(key)) for key in found.keys)
        return self.model.select().where(identifier.in_(SQL(f"({keys or 'NULL'})"))).order_by(identifier)


def charts_of_year(year: int, last: date | None = None) -> list[Chart]:
    """All charts of a year, or of its part up to a day."""
    day = min(last or closing(year), closing(year))
    held = [each for each in identities() if each.paid_on(day)]
    payments = [each for each in payments_of_year(year) if each.month <= f"{day.month:02d}"]
    return [*_people(held, day), *_money(payments), *_visits(year, day)]


def _people(held: Sequence[HeldIdentity], day: date) -> list[Chart]:
    streets = codes.table("place").below(settings.office().area_code)
    kinds = present("kind", held, codes.table("kind").names())
    return [
        _chart("各类优抚对象人数", "人", False, Person, held, "kind", kinds),
        _chart(
            "各街道(镇)优抚对象人数", "人", True, Person, held, "street", present("street", held, streets)
        ),
        Chart("优抚对象年龄结构", "人", False, Person, tuple(_ages(held, day))),
    ]


def _ages(held: Sequence[HeldIdentity], day: date) -> Iterable[Bar]:
    ages = {each.person: age_on(each.born, day) if each.born else None for each in held}
    for first, last, label in BANDS:
        keys = tuple(person for person, age in ages.items() if age is not None and first <= age <= last)
        yield Bar(label, len(keys), keys)
    if unknown := tuple(person for person, age in ages.items() if age is None):
        yield Bar("未登记", len(unknown), unknown)


def _money(payments: Sequence[Paid]) -> list[Chart]:
    order = codes.table("programme").names()
    made = []
    for title, attribute, names in (
        ("各月发放优抚资金", "month", MONTH_NAMES),
        ("优抚资金按发放类别", "programme", present("programme", payments, order)),
        ("优抚资金按资金来源", "fund", present("fund", payments)),
    ):
        made.append(_chart(title, "元", True, Payment, payments, attribute, names))
    return made


def _visits(year: int, last: date) -> list[Chart]:
    month = fn.SUBSTR(Visit.day, 6, 2).coerce(False)
    asked: Any = Visit.select(Visit.id, month, Visit.category, Visit.unit)
    found = asked.where(years.in_year(Visit.day, year), Visit.day <= PartDate.of(last)).tuples()
    calls = [Call(key, at, UNITS_CATEGORY if unit else category) for key, at, category, unit in found]
    categories = present("category", calls, (UNITS_CATEGORY, *codes.table("visit_category").names()))
    return [
        _chart("各月走访慰问", "次", False, Visit, calls, "month", MONTH_NAMES),
        _chart("走访慰问对象", "次", True, Visit, calls, "category", categories),
    ]


class Call(NamedTuple):
    """A visit with what charts ask of it."""

    id: int
    month: str
    category: str


def _chart(
    title: str,
    unit: str,
    lying: bool,
    model: type[Record],
    facts: Sequence[Any],
    attribute: str,
    names: Iterable[str],
) -> Chart:
    key: Callable[[Any], int] = (lambda fact: fact.person) if model is Person else (lambda fact: fact.id)
    groups: dict[str, list[Any]] = {name: [] for name in names}
    for fact in facts:
        if (name := getattr(fact, attribute)) in groups:
            groups[name].append(fact)
    bars = []
    for name, found in groups.items():
        keys = tuple(dict.fromkeys(map(key, found)))
        amount = sum((fact.amount for fact in found), Decimal(0)) if unit == "元" else Decimal(len(keys))
        label = f"{int(name)}月" if attribute == "month" and name else name or "未登记"
        bars.append(Bar(label, int(amount.to_integral_value(ROUND_HALF_UP)), keys))
    return Chart(title, unit, lying, model, tuple(bars))
