"""Invented people in numbers: a workbook of some thousands, an archive of a hundred thousand."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from models import store
from models.archive.wraps import Cost
from models.core import journal
from models.core.citizen_number import check_digit
from models.core.record import Record, insert_all
from models.people import file_numbers
from models.people.identity import BankAccount, Identity
from models.people.person import Person
from models.practice import InventedPerson, filling, invented_people
from models.records import RECORDS

USER, PASSWORD = "王芳", "只在测试里用的口令"
CHEAP = Cost(memory=32, passes=1, lanes=4)  # the budgets are not about guessing passwords
LOT = 10_000
COMMON = (
    "name", "sex", "ethnic", "born", "number", "household", "household_address", "residence", "street", "community",
    "phone", "insurance", "marital", "education", "politics",
)  # fmt: skip
ACCOUNT = ("bank", "holder", "account")
Rows = list[list[object]]


def new_archive(folder: Path) -> None:
    """Make an archive as an office has it, closed."""
    store.create(folder, USER, PASSWORD, CHEAP)


def workbook(file: Path, count: int) -> None:
    """An office's roster of so many people: a sheet for each kind, dates as dates, numbers as text."""
    sheets: dict[str, list[InventedPerson]] = defaultdict(list)
    for person in invented_people(count):
        sheets[str(person.identities[0]["kind"])].append(person)
    with xlsxwriter.Workbook(file, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for kind, people in sheets.items():
            sheet = book.add_worksheet(kind)
            for number, row in enumerate(_rows(people)):
                sheet.write_row(number, 0, row)


def _rows(people: Sequence[InventedPerson]) -> Rows:
    """Heading and rows of one kind: what is known of everybody, of the identity, of the account in use."""
    own = dict.fromkeys(
        name for person in people for name in person.identities[0] if name in Identity.labels()
    )
    own.pop("kind")
    heading: list[object] = [
        "序号",
        *_labels(Person, COMMON),
        *_labels(Identity, own),
        *_labels(BankAccount, ACCOUNT),
    ]
    rows = [heading]
    for number, person in enumerate(people, start=1):
        parts = ((person.facts, COMMON), (person.identities[0], own), (person.accounts[-1], ACCOUNT))
        rows.append([number, *(_cell(facts.get(name, "")) for facts, names in parts for name in names)])
    return rows


def _labels(model: type[Record], names: Sequence[str] | dict[str, None]) -> list[str]:
    return [model.labels()[name] for name in names]


def _cell(fact: object) -> object:
    if isinstance(fact, bool):
        return "是" if fact else "否"
    try:
        return datetime.combine(date.fromisoformat(str(fact)), datetime.min.time())
    except ValueError:
        return fact


def lots(count: int) -> Iterator[list[InventedPerson]]:
    """So many people, some at a time. Those of the first lot have families and papers, too."""
    for number in range(-(-count // LOT)):
        people = invented_people(min(LOT, count - number * LOT), seed=number)
        yield [_elsewhere(person, number) for person in people] if number else people


def _elsewhere(person: InventedPerson, lot: int) -> InventedPerson:
    """The person in another district, so that no two lots share a citizen number."""
    found = str(person.facts["number"])
    body = f"{int(found[:6]) + 1000 * lot}{found[6:17]}"
    number = body + check_digit(body)
    return replace(
        person, facts={**person.facts, "number": number, "number_found": number}, family=(), materials=()
    )


def fill(count: int) -> None:
    """Put so many people into the open archive, an entry of the journal a lot."""
    for number, people in enumerate(lots(count), start=1):
        records: dict[type[Record], list[Any]] = {model: [] for model in RECORDS}
        files = [filling._dossier(person, records) for person in people]
        with journal.entry(f"第{number}批", USER) as writing:
            file_numbers.assign_file_numbers(records[Person], records[Identity])
            for model, made in records.items():
                insert_all(model, made)
            writing.at_hand |= {file.person.uid: file for file in files}


if __name__ == "__main__":  # in a program of its own, so that what it takes in memory is given back
    new_archive(Path(sys.argv[1]))
    with store.session(Path(sys.argv[1]), USER, PASSWORD, CHEAP):
        fill(int(sys.argv[2]))
