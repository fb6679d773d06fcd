"""The comparison of fields 逐栏核对: what a row of the superior's list says of somebody, field by field, beside the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.checkups.check_items import CheckedBook, CheckItem, check_items
from models.checkups.differences import Difference, Subject
from models.checkups.said_values import is_silent, one_of_phones, say_alike, shown_value
from models.checkups.superior_lists import ListedRow
from models.checkups.verdicts import BookVerdict, verdict
from models.core import codes
from models.core.record import Record
from models.people.findings import Dossier
from models.people.identity import BankAccount, Identity

LEFT_BLANK = "（空）"
BLANK_HERE, BLANK_THERE = "档案里没有填", "上级系统里没有填"
NOT_AS_FIELDS = frozenset(["person.number"])  # compared when rows and files are matched


def field_differences(
    subject: Subject, file: Dossier, row: ListedRow, identity: Identity | None, account: BankAccount | None
) -> Iterator[Difference]:
    """Every field of the row that says something else than the file, or that one of both leaves blank."""
    records: dict[str, Record | None] = {
        "person": file.person,
        "identity": identity,
        "account": account or BankAccount(person=file.person),
    }
    for item in check_items().values():
        part, _, name = item.key.partition(".")
        record = records.get(part) if item.of_field and item.key not in NOT_AS_FIELDS else None
        if record is None:
            continue
        here, there = record.__data__.get(name), row.facts(part).get(name)
        told = _told(file, row, record, item, here, there)
        if told is not None:
            about = identity.kind if part == "identity" and identity is not None else ""
            yield Difference(
                subject, item, CheckedBook.SUPERIOR, shown_value(here) or LEFT_BLANK, shown_value(there) or LEFT_BLANK,
                told.wrong, told.why, about, row.place_of(item.key),
            )  # fmt: skip


def _told(
    file: Dossier, row: ListedRow, record: Record, item: CheckItem, here: Any, there: Any
) -> BookVerdict | None:
    """Who is probably wrong; None where both say the same, or the list has no such column."""
    name = item.key.partition(".")[2]
    blank_here, blank_there = is_silent(name, here), is_silent(name, there)
    if blank_here and blank_there:
        return None
    if blank_there:
        has_column = item.key in row.line.letters and item.key in row.headings
        return BookVerdict(CheckedBook.SUPERIOR, BLANK_THERE) if has_column and here is not False else None
    if blank_here:
        same = there is False or _goes_without_saying(file, record, name, there)
        return None if same else BookVerdict(CheckedBook.ARCHIVE, BLANK_HERE)
    if say_alike(record, name, here, there):
        return None
    if name == "phone" and one_of_phones(there, file.person.phone, file.person.other_phone):
        return None
    return verdict(file, row, record, name, here, there)


def _goes_without_saying(file: Dossier, record: Record, name: str, there: Any) -> bool:
    """What a file need not say: that somebody lives where the household is, a kind's only category."""
    if name == "residence":
        return say_alike(record, name, file.person.household_address, there)
    if name == "category" and isinstance(record, Identity):
        return bool(codes.table("category").read(there) == codes.table("category").read(record.kind))
    return name == "bank" and isinstance(record, BankAccount) and not record.account
