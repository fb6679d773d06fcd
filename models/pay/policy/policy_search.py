"""The search of policy rows: those with words in them, in whatever they say of themselves, and those that nobody has confirmed."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from models.core.fields import Text
from models.core.record import Record


def rows_found(model: type[Record], words: str = "", unconfirmed: bool = False) -> Any:
    """A query of the rows of a kind; each of the words must stand somewhere in what the row says of itself."""
    kind: Any = model
    said = [f for f in kind._meta.sorted_fields if isinstance(f, Text)] + [kind.begins]
    query = kind.select()
    for word in words.split():
        query = query.where(reduce(or_, (field.contains(word) for field in said if field.name != "uid")))
    if unconfirmed:
        query = query.where((kind.confirmed == False) | kind.confirmed.is_null())  # noqa: E712
    return query
