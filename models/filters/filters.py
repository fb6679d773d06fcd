"""Filters 筛选: which people an officer wants to see, as a query and as a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from peewee import SQL, Expression, ModelSelect, Value, fn

from models.core import codes
from models.core.dates import PartDate, this_day
from models.own_fields.own_conditions import OwnFieldCondition
from models.people import birthdays, search
from models.people.findings import Finding, Settlement, doubtful_across_files
from models.people.identity import (
    DISABLED,
    GONE,
    MARTYRS_CHILDREN,
    RECEIVING,
    SURVIVORS,
    EntitlementState,
    Identity,
    in_state,
)
from models.people.materials import Material, catalogue
from models.people.person import Person
from models.visits import visit

__all__ = [
    "EVERYBODY",
    "NOT_RECORDED",
    "SOON",
    "UNVISITED",
    "Filter",
]

BETWEEN_PLACES = "、"  # of several streets or communities
NOT_RECORDED = "未登记"  # as a street, community or insurance: those of whom nobody said
# how long nobody has called, in months; 0: never at all
UNVISITED = {"从未走访": 0, "半年没有走访": 6, "一年没有走访": 12, "两年没有走访": 24, "三年没有走访": 36}
SOON = 90  # days within which a birthday is announced


@dataclass(frozen=True, slots=True)
class Filter:
    """The people wanted; whatever is left empty excludes nobody.

    What is said of an identity (kind, state, grades) holds for one and the same identity; everybody is listed once.
    """

    words: str = ""  # as in the search box
    kind: str = ""
    state: str = ""
    grade: tuple[str, ...] = ()  # any of them
    street: str = ""  # or NOT_RECORDED; several by 、
    community: str = ""  # the same
    insurance: str = ""
    age_from: int | None = None  # full years, as far as the birth date is known
    age_to: int | None = None
    turning: int | None = None  # the living who reach that age within the next SOON days
    expiring: bool = False  # a certificate runs out within the next SOON days, or has run out
    soldiers: bool = False  # by their own service, not as survivors
    missing_papers: bool = False  # some required material is not in the file
    with_findings: bool = False  # some doubt that nobody has settled
    unvisited: str = ""  # one of UNVISITED: the living whom nobody has called on for so long
    own: tuple[OwnFieldCondition, ...] = ()  # on fields of the office's own
    ids: tuple[int, ...] | None = None  # these people and no others

    def query(self, today: date | None = None) -> ModelSelect[Person]:
        """The people, in the order of their files."""
        people = search.find_people(self.words)
        for condition in self._conditions(today or this_day()):
            people = people.where(condition)
        return people

    @classmethod
    def read(cls, text: str) -> Filter:
        """The filter that was kept as a text; what this program does not know of it is left out."""
        known = {field.name for field in fields(cls)}
        said: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in json.loads(text or "{}").items()
            if name in known
        }
        said["own"] = tuple(OwnFieldCondition(*each) for each in said.get("own", ()))
        return cls(**said)

    def text(self) -> str:
        """What the filter says, as JSON to be kept."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(
            {name: value for name, value in said.items() if value != getattr(EVERYBODY, name)},
            ensure_ascii=False,
        )

    def sentence(self) -> str:
        """The filter as an officer would say it: 伤残人员，一至六级，住总寨镇，60岁以上，有疑点."""
        return "，".join(self._said()) or "全部优抚对象"

    def _conditions(self, today: date) -> Iterator[Expression]:
        own = list(self._of_identity(today))
        if own:
            yield Person.id.in_(Identity.select(Identity.person).where(*own))
        for field, wanted in (
            (Person.street, self.street),
            (Person.community, self.community),
            (Person.insurance, self.insurance),
        ):
            if wanted:
                yield field.in_(
                    ["" if each == NOT_RECORDED else each for each in wanted.split(BETWEEN_PLACES)]
                )
        yield from self._of_age(today)
        if self.missing_papers:
            yield missing_papers()
        if self.with_findings:
            yield Person.id.in_(unsettled()) | _among(doubtful_across_files())
        yield from self._of_visits(today)
        for each in self.own:
            if (condition := each.expression()) is not None:
                yield condition
        if self.ids is not None:  # as plain numbers: a list may be longer than a statement has parameters
            yield _among(self.ids)

    def _of_identity(self, today: date) -> Iterator[Expression]:
        if self.kind:
            yield Identity.kind == self.kind
        if self.state:
            yield in_state("" if self.state == NOT_RECORDED else self.state)
        if self.grade:
            yield Identity.grade.in_(self.grade)
        if self.soldiers:
            yield own_service()
        if self.expiring:  # ISO text; of which only a part is known counts from its beginning
            yield Identity.expires.is_null(False)
            yield Identity.expires <= PartDate.of(today + timedelta(days=SOON))
            yield Identity.state.not_in([GONE, EntitlementState.CANCELLED])

    def _of_age(self, today: date) -> Iterator[Expression]:
        if self.age_from is not None:
            yield birthdays.reached(self.age_from, today)
        if self.age_to is not None:
            yield birthdays.not_reached(self.age_to + 1, today)
        if self.turning is not None:
            yield birthdays.reached_between(self.turning, today, today + timedelta(days=SOON))
            yield Person.died.is_null(True)
            yield Person.id.not_in(Identity.select(Identity.person).where(Identity.state == GONE))

    def _of_visits(self, today: date) -> Iterator[Expression]:
        if self.unvisited:
            months = UNVISITED.get(self.unvisited)
            since = visit.months_before(today, months) if months else None
            yield Person.id.not_in(visit.called_on(since, today))
            yield Person.died.is_null(True)
            yield Person.id.not_in(Identity.select(Identity.person).where(Identity.state == GONE))

    def _said(self) -> Iterator[str]:
        if self.words.strip():
            yield f"含“{' '.join(self.words.split())}”"
        yield from filter(
            None, (self.kind, "退役军人" * self.soldiers, self._state_said(), spans(self.grade))
        )
        if place := _places_said(self.street) + _places_said(self.community):
            yield f"住{place}"
        if self.street == NOT_RECORDED:
            yield "未登记街道(镇)"
        if self.community == NOT_RECORDED:
            yield "未登记村(社区)"
        if self.insurance:
            yield "未登记医疗保障方式" if self.insurance == NOT_RECORDED else self.insurance
        yield from self._ages_said()
        yield from filter(
            None, ("缺必备材料" * self.missing_papers, "有疑点" * self.with_findings, self.unvisited)
        )
        if self.expiring:
            yield f"证件{SOON}天内到期或已过期"
        yield from filter(None, (each.said() for each in self.own))
        if self.ids is not None:
            yield f"名单中的{len(self.ids)}人"

    def _state_said(self) -> str:
        return "未登记优抚对象状态" if self.state == NOT_RECORDED else self.state

    def _ages_said(self) -> Iterator[str]:
        if self.age_from is not None and self.age_to is not None:
            yield (
                f"{self.age_from}至{self.age_to}岁" if self.age_from != self.age_to else f"{self.age_from}岁"
            )
        elif self.age_from is not None:
            yield f"{self.age_from}岁以上"
        elif self.age_to is not None:
            yield f"{self.age_to}岁以下"
        if self.turning is not None:
            yield f"{SOON}天内满{self.turning}周岁"


EVERYBODY = Filter()


def _places_said(places: str) -> str:
    """One street, or some; nothing where it is those of whom none is known."""
    return "" if places == NOT_RECORDED else places.replace(BETWEEN_PLACES, "或")


def own_service() -> Expression:
    """Identities of one's own service: as ``models.people.materials.is_veteran``."""
    soldier: Expression = (Identity.kind == DISABLED) & Identity.category.in_(("", "残疾军人"))
    other: Expression = Identity.kind.not_in((DISABLED, SURVIVORS, MARTYRS_CHILDREN))
    return soldier | other


def missing_papers() -> Expression:
    """People in whose file some required paper is not, as ``models.people.materials.missing`` finds for one person."""
    titles: dict[str, list[str]] = {}
    for line in catalogue():
        if line.required:
            titles.setdefault(line.applies, []).append(line.title)
    # all first: most files lack one of those, and no further question is asked of them
    groups = sorted(titles.items(), key=lambda group: group[0] != "all")
    found = Expression(Value(1), "=", Value(0))
    for applies, wanted in groups:
        found |= _lacks(applies, sorted(set(wanted)))
    return found


def _lacks(applies: str, wanted: list[str]) -> Expression:
    held = Material.select(fn.COUNT(Material.title.distinct())).where(
        Material.person == Person.id, Material.title.in_(wanted)
    )
    few = held < len(wanted)
    if applies == "all":
        return few
    fitting = {"veterans": own_service(), "paid": in_state(RECEIVING)}.get(applies)
    if fitting is None:
        fitting = Identity.kind.in_(applies.split("|"))
    return Person.id.in_(Identity.select(Identity.person).where(fitting)) & few


def _among(ids: Iterable[int]) -> Expression:
    return Person.id.in_(SQL(f"({', '.join(str(int(each)) for each in ids)})"))


def unsettled() -> ModelSelect[Any]:
    """The ids of people with a finding that nobody has settled."""
    settled = Settlement.select(Value(1)).where(
        Settlement.record == Finding.uid,
        Settlement.field == Finding.field,
        Settlement.message == Finding.message,
    )
    return Finding.select(Finding.person).where(~fn.EXISTS(settled))


def spans(grades: Iterable[str]) -> str:
    """Grades as they are said: 一至六级, 八级, 一至二级和十级."""
    order = codes.table("grade").names()
    runs: list[list[int]] = []
    for place in sorted(order.index(grade) for grade in set(grades) if grade in order):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    names = [
        order[r[0]] if len(r) == 1 else f"{order[r[0]].removesuffix('级')}至{order[r[-1]]}" for r in runs
    ]
    return "、".join(names)
