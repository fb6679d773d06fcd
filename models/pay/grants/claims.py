"""Claims: what the file says of each identity that bears on its pay, read in one go and kept as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from peewee import Expression

from models.core.codes import table
from models.core.record import db
from models.pay.grants.grants import GradeChange, Grant
from models.people.identity import Identity, IdentityState, service_years
from models.people.person import Person


class StateLine(NamedTuple):
    """A line of the history of states; days as ISO text."""

    state: str
    since: str | None
    paid_to: str | None
    died_on: str | None
    place: str


class Regrade(NamedTuple):
    """A disability graded anew, as claims carry it; the day is ISO text."""

    approved: str
    before: tuple[str, str]  # grade and nature
    after: tuple[str, str]


@dataclass(slots=True)
class Claim:
    """One identity with what bears on its pay; days as ISO text, as far as they are known."""

    identity: int
    person: int
    number: str
    name: str
    household: str
    pension: str
    died: str | None
    born: str | None
    street: str
    kind: str
    category: str
    test: str
    grade: str
    nature: str
    period: str
    state: str
    approved: str | None
    paid_to: str | None
    left: str | None
    years: int | None
    marital: str = ""
    employment: str = ""
    employer: str = ""
    employer_nature: str = ""
    at_school: bool | None = None
    disabled: bool | None = None
    abroad_since: str | None = None
    sentenced_from: str | None = None
    sentenced_to: str | None = None
    relation: str = ""
    standing: str = ""
    review_on: str | None = None
    support: str = ""
    selfcare: str = ""
    mental: bool | None = None
    alone: bool | None = None
    history: Sequence[StateLine] = ()
    regrades: Sequence[Regrade] = ()
    grant: Grant | None = None

    def title(self) -> str:
        """The finer name of the identity, and its grade: ``残疾军人 一级因战``."""
        return titled(self.kind, self.category, self.grade, self.nature)


@lru_cache(maxsize=10_000)
def titled(kind: str, category: str, grade: str, nature: str) -> str:
    """What a grant is called by what it is for."""
    return " ".join(filter(None, (category or kind, f"{grade}{nature}")))


OF_PERSON = (
    Person.number,
    Person.name,
    Person.household,
    Person.pension,
    Person.died,
    Person.born,
    Person.street,
)
OF_IDENTITY = (
    Identity.kind, Identity.category, Identity.test, Identity.grade, Identity.nature, Identity.period,
    Identity.state, Identity.approved, Identity.paid_to, Identity.left, Identity.service_years,
)  # fmt: skip
OF_STATE = (
    IdentityState.state, IdentityState.since, IdentityState.paid_to, IdentityState.died_on, IdentityState.place,
)  # fmt: skip
OF_GRADE = (
    GradeChange.approved, GradeChange.grade_before, GradeChange.nature_before, GradeChange.grade, GradeChange.nature,
)  # fmt: skip
DOUBTED = (
    Person.marital, Person.employment, Person.employer, Person.employer_nature, Person.at_school, Person.disabled,
    Person.abroad_since, Person.sentenced_from, Person.sentenced_to, Identity.relation, Identity.standing,
    Identity.review_on, Person.support, Person.selfcare, Person.mental, Person.alone,
)  # fmt: skip
SERVED = (Identity.service_from, Identity.service_to)  # from which years are counted that nobody wrote down


def claims(*chosen: Expression) -> list[Claim]:
    """The claims of everybody, or of the identities that fit; in the order of the files, a person's together."""
    return list(read_claims(*chosen))


def read_claims(*chosen: Expression) -> Iterator[Claim]:
    """The same one by one, so that nobody need keep a hundred thousand."""
    histories = Histories(*chosen)
    query: Any = (
        Identity.select(Identity.id, Person.id, *OF_PERSON, *OF_IDENTITY, *DOUBTED, *SERVED)
        .join(Person)
        .order_by(Person.file_no, Person.id, Identity.id)
    )
    sql, parameters = (query.where(*chosen) if chosen else query).sql()
    for row in db.execute_sql(sql, parameters).fetchall():
        yield histories.added(_claim(row))


def claims_of_person(person: Person) -> list[Claim]:
    """The claims of one person."""
    return claims(Identity.person == person)


def by_person(found: Iterable[Claim]) -> Iterator[list[Claim]]:
    """The claims, a person's together."""
    group: list[Claim] = []
    for claim in found:
        if group and group[0].person != claim.person:
            yield group
            group = []
        group.append(claim)
    if group:
        yield group


def _claim(row: tuple[Any, ...]) -> Claim:
    claim = Claim(*row[:-2])
    if claim.pension:
        claim.pension = _standard_name("pension", claim.pension)
    if claim.employer_nature:
        claim.employer_nature = _standard_name("employer_nature", claim.employer_nature)
    if claim.years is None and (begun := row[-2]) and (ended := row[-1]):
        day = Identity.service_from.python_value
        claim.years = service_years(day(begun), day(ended))
    if claim.number and (claim.born is None or len(claim.born) < 10):
        claim.born = _born(claim)
    return claim


def _standard_name(name: str, text: str) -> str:
    """What the file says in its own words (企业职工养老保险, 机关) under the name that rules know; else as it stands."""
    return table(name).read(text) or text


def _born(claim: Claim) -> str | None:
    """The birth date, as far as the file or else the citizen number knows it."""
    day = Identity.service_from.python_value
    person = Person(number=claim.number, born=day(claim.born) if claim.born else None)
    return str(person.birthday) if person.birthday else None


class Histories:
    """The histories of states and grades, and the office's decisions, by identity; plain values until they are asked for."""

    def __init__(self, *chosen: Expression) -> None:
        identities = Identity.select(Identity.id).where(*chosen) if chosen else None
        self.states = _by_identity(identities, IdentityState, OF_STATE)
        self.grades = _by_identity(identities, GradeChange, OF_GRADE)
        self.grants = {grant.identity_id: grant for grant in Grant.select()}

    def added(self, claim: Claim) -> Claim:
        if (states := self.states.get(claim.identity)) is not None:
            claim.history = [StateLine(*row) for row in states]
        if (grades := self.grades.get(claim.identity)) is not None:
            claim.regrades = [Regrade(row[0], row[1:3], row[3:5]) for row in grades]
        claim.grant = self.grants.get(claim.identity)
        return claim


def _by_identity(identities: Any, model: Any, columns: tuple[Any, ...]) -> dict[int, list[tuple[Any, ...]]]:
    query = model.select(model.identity, *columns).order_by(model.id)
    if identities is not None:
        query = query.where(model.identity.in_(identities.join(Person)))
    found: dict[int, list[tuple[Any, ...]]] = {}
    for identity, *row in db.execute_sql(*query.sql()):
        found.setdefault(identity, []).append(tuple(row))
    return found
