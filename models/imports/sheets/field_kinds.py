"""The kinds of field that a column can hold, and how the cells of each are read: one table for every stranger's sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import Field

from models.core.masks import Secret
from models.core.record import Count, Day, Flag, Text, Yuan
from models.imports.sheets import cells, days, money, wordings

CellReader = Callable[[Any], Any]  # raises ``Unreadable`` or ``Spoilt``; '' and None are blanks
PLAIN_READERS: dict[str, CellReader] = {
    "text": cells.text_of,
    "name": cells.name_of,
    "number": cells.digits,
    "digits": cells.digits,
    "masked": cells.masked_number_of,
    "account": cells.account_of,
    "phone": cells.phones_of,
    "flag": cells.flag_of,
    "small count": cells.count_of,
    "count": cells.number_of,
    "quantity": cells.quantity_of,
    "plain day": days.day_of,
    "year": days.year_of,
}


def cell_reader(reads: str, year: int | None = None, wan: bool = False) -> CellReader:
    """How the cells of a kind of field are read.

    ``year`` is that of days written without theirs, ``wan`` whether the money is in 万元. ``code:x`` is read by the code
    table x and by what the words hold, ``coded:x`` by the table alone.
    """
    if reads.startswith("code:"):
        return wordings.worded(reads.removeprefix("code:"))
    if reads.startswith("coded:"):
        return cells.coded(reads.removeprefix("coded:"))
    if reads == "day":
        return days.day_in(year)
    if reads == "month":
        return days.month_in(year)
    return money.money_in(wan) if reads == "yuan" else PLAIN_READERS[reads]


def kind_of_field(field: Field) -> str:
    """The kind of a record's field."""
    for model, kind in ((Day, "plain day"), (Flag, "flag"), (Count, "small count"), (Yuan, "yuan")):
        if isinstance(field, model):
            return kind
    assert isinstance(field, Text)
    if field.secret is Secret.PHONE:
        return "phone"
    if field.digits:  # spaces and full-width forms are slips, and a number too long for a cell is spoilt
        return "digits"
    if field.personal:
        return "name"
    return f"coded:{field.codes}" if field.codes else "text"


def kind_in_register(field: Field) -> str:
    """The kind of a record's field in a register: its days lack their year, and its words tell the code."""
    for model, kind in ((Day, "day"), (Count, "quantity")):
        if isinstance(field, model):
            return kind
    if isinstance(field, Text) and field.codes:
        return f"code:{field.codes}"
    return "number" if isinstance(field, Text) and field.secret is Secret.NUMBER else kind_of_field(field)


def reader_for(field: Field) -> CellReader:
    """How the cells of a record's field are read."""
    return cell_reader(kind_of_field(field))
