"""Crossed fields: what the records of a kind can be divided by, their own, their people's and the people's identities'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from peewee import Case, Field, fn

from models.core import codes
from models.core.dates import PartDate, age_on
from models.core.record import Day, Flag, Sealed, Text
from models.office import settings
from models.own_fields.own_fields import OwnType, all_own_fields
from models.own_fields.own_values import told
from models.people.identity import Identity
from models.people.outsiders import Outsider
from models.people.person import Person
from models.year.statistics.charts import BANDS

WITHOUT_FILE = "未建档人员、单位"  # of whom the archive has no more than a name
AGE_FIELD, BY_YEAR, BY_MONTH = "age", ".year", ".month"
PLACES_OF_PEOPLE = ("street", "community")
AGE_NAMES = tuple(label for _, _, label in BANDS)
FLAG_NAMES = {"1": "是", "0": "否"}


class CrossedField(NamedTuple):
    """A way of dividing records: its label, what is asked of the database, the heading under which an answer stands."""

    label: str
    owner: Any  # the kind of record that says it
    asked: Any
    heading: Callable[[str], str] = str
    order: tuple[str, ...] = ()  # of headings; others come after them, nothing known last


def crossed_fields(model: Any, day: date) -> dict[str, CrossedField]:
    """What records of a kind are divided by, under keys that can be kept; ages are those of the day."""
    found = dict(_fields_of(model, day))
    for owner, prefix, whose in _others(model):
        labels = {each.label for each in found.values()}
        for name, field in _fields_of(owner, day):
            label = f"{whose}的{field.label}" if field.label in labels else field.label
            found[f"{prefix}.{name}"] = _of_people(model, name, field)._replace(label=label)
    return found


def _others(model: Any) -> Iterator[tuple[Any, str, str]]:
    """Whose fields divide the records as well, under which prefix, and what they are called."""
    has_person = "person" in model._meta.fields
    if has_person and model is not Person:
        yield Person, "person", "人员"
    if (has_person or model is Person) and model is not Identity:
        yield Identity, "identity", "身份"


def _fields_of(model: Any, day: date) -> Iterator[tuple[str, CrossedField]]:
    for field in model._meta.sorted_fields:
        if isinstance(field, Flag):
            order = tuple(FLAG_NAMES.values())
            yield field.name, CrossedField(field.verbose_name, model, _text(field), _yes_or_no, order)
        elif isinstance(field, Day):
            yield from _times(model, field)
        elif isinstance(field, Text) and _divides(model, field):
            yield field.name, CrossedField(field.verbose_name, model, _named(field), str, _order(field))
    if model is Person:
        born = fn.COALESCE(Person.born, "").concat(" ").concat(Person.number)
        yield AGE_FIELD, CrossedField("年龄段", model, born, partial(_age_band, day), AGE_NAMES)
        yield from _own_fields()


def _own_fields() -> Iterator[tuple[str, CrossedField]]:
    """The office's own fields of people 自设栏目, but for secrets and numbers, of which nearly each is another; days by years."""
    for own in all_own_fields():
        if own.secret or own.type in (OwnType.COUNT, OwnType.MONEY):
            continue
        if own.type == OwnType.DAY:
            year = fn.SUBSTR(told(own), 1, 4)
            yield f"{own.key}{BY_YEAR}", CrossedField(f"{own.name}（按年）", Person, year, _year)
        else:
            order = tuple(FLAG_NAMES.values()) if own.type == OwnType.FLAG else tuple(own.offered)
            yield own.key, CrossedField(own.name, Person, told(own), str, order)


def _divides(model: Any, field: Text) -> bool:
    """What has a code table or names a place; of what else was registered also free words, which are few and alike."""
    if isinstance(field, Sealed):
        return False
    if field.codes or field.suggests:
        return True
    if model in (Person, Identity):
        return field.name in PLACES_OF_PEOPLE
    return not (field.long or field.digits or field.personal or field.says_secret)


def _named(field: Text) -> Any:
    """The words of a field; a village stands with its street, for two streets may have one of the same name."""
    if field is Person.community:
        together = Person.street.concat(" ").concat(Person.community)
        return Case(None, [(Person.community != "", fn.TRIM(together))], "")
    return _text(field)


def _order(field: Text) -> tuple[str, ...]:
    if field.name in PLACES_OF_PEOPLE:
        return codes.table("place").below(settings.office().area_code)
    table = field.codes or field.suggests
    return codes.table(table).names() if table else ()


def _times(model: Any, day: Field) -> Iterator[tuple[str, CrossedField]]:
    """By years; what was registered also by months."""
    year = fn.SUBSTR(day, 1, 4)
    yield f"{day.name}{BY_YEAR}", CrossedField(f"{day.verbose_name}（按年）", model, year, _year)
    if model not in (Person, Identity):
        month = fn.SUBSTR(day, 1, 7)
        yield f"{day.name}{BY_MONTH}", CrossedField(f"{day.verbose_name}（按月）", model, month, _month)


def _of_people(model: Any, name: str, field: CrossedField) -> CrossedField:
    """What a record's person or identity says; whoever has no file says no more than the street, a unit nothing."""
    if "outsider" not in model._meta.fields:
        return field
    known: list[tuple[Any, Any]] = [(model.person.is_null(True), WITHOUT_FILE)]
    if field.owner is Person and name == Person.street.name:
        known.insert(0, (model.person.is_null(True) & model.outsider.is_null(False), Outsider.street))
    asked = Case(None, known, field.asked)
    return field._replace(asked=asked, heading=partial(_unless_without_file, field.heading))


def _unless_without_file(heading: Callable[[str], str], answer: str) -> str:
    return answer if answer == WITHOUT_FILE else heading(answer)


def _text(field: Field) -> Any:
    """A field; nothing said is an empty answer."""
    return fn.COALESCE(field, "")


def _yes_or_no(answer: str) -> str:
    return FLAG_NAMES.get(answer, "")


def _year(answer: str) -> str:
    return f"{answer}年" if answer else ""


def _month(answer: str) -> str:
    """2020年 08月, so that months stand in their order; of which only the year is known, the year."""
    year, _, month = answer.partition("-")
    return f"{year}年 {month}月" if month else _year(year)


def _age_band(day: date, answer: str) -> str:
    """The band of an age; ``answer`` is the birth date, as far as the file knows it, and the number."""
    filed, _, number = answer.partition(" ")
    born: PartDate | None = Person.born.python_value(filed or None)
    if born is None or born.known < 3:
        born = Person(born=born, number=number).birthday
    age = age_on(born, day) if born else None
    return next((label for first, last, label in BANDS if age is not None and first <= age <= last), "")
