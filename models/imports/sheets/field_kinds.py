"""The kinds of field that a column can hold, and how the cells of each are read: one table for every stranger's sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import Field

from models.core.record import Count, Day, Flag, Text, Yuan
from models.imports.sheets import cells, days, money, wordings

CellReader = Callable[[Any], Any]  # raises ``Unreadable`` or ``Spoilt``; '' and None are blanks
DIGIT_FIELDS = frozenset(
    [
        "number",
        "postcode",
        "insurance_no",
        "pension_no",
        "certificate",
        "account",
        "discharge_no",
        "veteran_card",
        "employer_phone",
        "fallen_certificate",
        "household_area",
        "residence_area",
    ]
)  # texts made of digits: spaces and full-width forms are slips, and a number too long for a cell is spoilt
NAME_FIELDS = frozenset({"name", "fallen_name", "holder"})
PHONE_FIELDS = frozenset({"phone", "other_phone"})
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
    for names, kind in ((PHONE_FIELDS, "phone"), (DIGIT_FIELDS, "digits"), (NAME_FIELDS, "name")):
        if field.name in names:
            return kind
    return f"coded:{field.codes}" if isinstance(field, Text) and field.codes else "text"


def reader_for(field: Field) -> CellReader:
    """How the cells of a record's field are read."""
    return cell_reader(kind_of_field(field))
