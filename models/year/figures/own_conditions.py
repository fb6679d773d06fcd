"""Conditions 筛选条件 of the office's own figures: a column, a relation, and a value as typed."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple, cast

from peewee import Expression, Field, fn

from models.core.dates import PartDate
from models.core.record import Count, Day, Flag, Yuan
from models.own_fields.own_conditions import ASKED_BETWEEN, OwnFieldCondition
from models.own_fields.own_fields import OWN_KEY, OwnField, own_field
from models.own_fields.own_values import told
from models.people.identity import Identity
from models.people.person import Person

IS, IS_NOT, HAS, HAS_NOT, AT_LEAST, AT_MOST = "是", "不是", "含", "不含", "不少于", "不多于"
ONE_OF, SEPARATOR = "是其中之一", re.compile("[、，,；;|]")
RELATIONS = (IS, IS_NOT, ONE_OF, HAS, HAS_NOT, AT_LEAST, AT_MOST)


class OwnCondition(NamedTuple):
    """One condition: the column by its name (``person.street`` for one of the person), a relation, and a value as typed."""

    column: str
    relation: str
    value: str


def expression(model: Any, condition: OwnCondition) -> Expression:
    """A condition as the database asks it; ``ValueError`` in plain words for one that cannot be asked."""
    column, relation, value = condition
    before, _, name = column.rpartition(".")
    if before == "person":
        inner = Person.select(Person.id).where(expression(Person, OwnCondition(name, relation, value)))
        found: Expression = model.person.in_(inner)
        return found
    if before == "identity":
        own = Identity.select(Identity.person).where(
            expression(Identity, OwnCondition(name, relation, value))
        )
        return Person.id.in_(own)
    if name.startswith(OWN_KEY):
        return _of_own_field(own_field(name), relation, value.strip())
    field = model._meta.fields.get(name)
    if field is None or relation not in RELATIONS:
        raise ValueError(f"没有“{column}”这一栏，或没有“{relation}”这种比较")
    return _compared(field, relation, value.strip())


def _of_own_field(own: OwnField | None, relation: str, value: str) -> Expression:
    """A condition on a field of the office's own; one that was deleted says nothing of anybody."""
    if own is None:
        return Person.id.is_null()
    field, said = own.field(), told(own)
    if relation in (HAS, HAS_NOT):
        return _has(said, relation, value)
    kept = [own.says(_read(field, each)) for each in _several(field, relation, value)]
    if relation == ONE_OF:
        return cast(Expression, said.in_(kept))
    if relation in (IS, IS_NOT):
        return cast(Expression, said == kept[0] if relation == IS else said != kept[0])
    if not kept[0] or own.type not in ASKED_BETWEEN:
        raise ValueError(f"“{own.name}”要{relation}多少？请填写")
    ends = {"low": kept[0]} if relation == AT_LEAST else {"high": kept[0]}
    found = OwnFieldCondition(own.key, **ends).expression()
    assert found is not None  # there is such a field, and the end fits it
    return found


def _has(words: Any, relation: str, value: str) -> Expression:
    holds: Expression = fn.INSTR(words, value) > 0
    return holds if relation == HAS else ~holds


def _compared(field: Field, relation: str, value: str) -> Expression:
    if relation in (HAS, HAS_NOT):
        return _has(fn.COALESCE(field, "").coerce(False), relation, value)
    if relation == ONE_OF:
        return field.in_([_read(field, each) for each in _several(field, relation, value)])
    wanted = _read(field, value)
    found: Expression
    if relation in (IS, IS_NOT):
        if wanted is None:
            found = field.is_null(relation == IS)
        elif relation == IS:
            found = field == wanted
        else:
            found = (field != wanted) | field.is_null(True)
        return found
    if wanted is None or isinstance(wanted, bool):
        raise ValueError(f"“{field.verbose_name}”要{relation}多少？请填写")
    found = field >= wanted if relation == AT_LEAST else field <= wanted
    return found


def _several(field: Field, relation: str, value: str) -> list[str]:
    """The values of a condition: one, or several, as several programmes that are summed up: 临时救助、困难帮扶."""
    if relation != ONE_OF:
        return [value]
    named = [each.strip() for each in SEPARATOR.split(value) if each.strip()]
    if not named:
        raise ValueError(f"“{field.verbose_name}”是哪几个之一？请填写，用顿号分开")
    return named


def _read(field: Field, value: str) -> Any:
    """A value as the column keeps it; nothing typed means not filled in."""
    label = field.verbose_name
    try:
        if isinstance(field, Flag):
            return {"是": True, "否": False, "": None}[value]
        if isinstance(field, Yuan):
            return Decimal(value.replace(",", "")) if value else None
        if isinstance(field, Count):
            return int(value) if value else None
        if isinstance(field, Day):
            return PartDate.parse(value) if value else None
    except (KeyError, ValueError, InvalidOperation) as error:
        kind = "是或否" if isinstance(field, Flag) else "日期" if isinstance(field, Day) else "数字"
        raise ValueError(f"“{label}”的条件“{value}”不是{kind}") from error
    return value
