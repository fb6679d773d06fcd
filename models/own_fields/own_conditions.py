"""Conditions on fields of the office's own, as a filter has them: by the type of the field."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple, cast

from peewee import Expression, fn

from models.own_fields.own_fields import OwnField, OwnType, own_field
from models.own_fields.own_values import misfit, own_order, told

NOT_SAID = "未登记"  # instead of words: those of whom the field says nothing
BEHIND_ALL = "~"  # sorts behind whatever a day goes on with
ASKED_BETWEEN = (OwnType.DAY, OwnType.COUNT, OwnType.MONEY)  # types of which one asks from where to where


class OwnFieldCondition(NamedTuple):
    """What one field is to say: some words, or something from ``low`` to ``high``, each as it is kept; the ends belong to it."""

    key: str
    words: str = ""
    low: str = ""
    high: str = ""

    def field(self) -> OwnField | None:
        """The field asked of; None where it is no more, or has another type by now, of which the ends are none."""
        field = own_field(self.key)
        return None if field is None or misfit(field, self.low) or misfit(field, self.high) else field

    def expression(self) -> Expression | None:
        """The condition on people; None where there is no such field, which excludes nobody."""
        if (field := self.field()) is None:
            return None
        said = told(field)
        if self.words == NOT_SAID:
            wanted = said == ""
        elif field.type in ASKED_BETWEEN:
            wanted = self._between(field)
        else:
            wanted = fn.INSTR(said, self.words) > 0 if field.type == OwnType.WORDS else said == self.words
        return cast(Expression, wanted)

    def said(self) -> str:
        """The condition as an officer would say it; empty where there is no such field."""
        if (field := self.field()) is None:
            return ""
        if self.words == NOT_SAID:
            return f"{NOT_SAID}{field.name}"
        if field.type not in ASKED_BETWEEN:
            return (
                f"{field.name}含“{self.words}”"
                if field.type == OwnType.WORDS
                else f"{field.name}：{self.words}"
            )
        if self.low and self.high:
            return f"{field.name}{self.low}至{self.high}"
        since, until = ("起", "止") if field.type == OwnType.DAY else ("以上", "以下")
        return f"{field.name}{self.low}{since}" if self.low else f"{field.name}{self.high}{until}"

    def _between(self, field: OwnField) -> Any:
        """Days as they are written, of which a month has all its days; numbers as numbers."""
        by = told(field) if field.type == OwnType.DAY else own_order(field)
        found: Any = told(field) != ""
        if self.low:
            found &= by >= _end(field, self.low)
        if self.high:
            high = _end(field, self.high)
            found &= by <= (f"{high}{BEHIND_ALL}" if field.type == OwnType.DAY else high)
        return found


def _end(field: OwnField, words: str) -> Any:
    """Words as the database compares them: money in fen."""
    if field.type == OwnType.DAY:
        return words
    return int(Decimal(words).scaleb(2)) if field.type == OwnType.MONEY else int(words)
