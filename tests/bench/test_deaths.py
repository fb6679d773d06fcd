"""Looking through a list of the dead: ten thousand rows against ten thousand people, and who of them is found."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from models import store
from models.core import journal
from models.core.citizen_number import check_digit
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import insert_all
from models.deaths import looking
from models.deaths.matching import SAME_NUMBER
from models.imports.workbooks import workbook
from models.people.person import Person
from tests.bench import town
from tests.bench.measured import Clock, Measured, best

PEOPLE, FOUND = (
    10_000,
    500,
)  # of the archive and the list; of them on both, whole and with one damaged digit each


def measure(folder: Path, clock: Clock = best) -> list[Measured]:
    """Against reading the workbook alone; every whole number is found, and of the damaged ones at least 95 in 100."""
    folder.mkdir(exist_ok=True)
    chance = random.Random(2020)
    town.new_archive(folder / "档案库")
    people = [_person(chance, number, "630103") for number in range(PEOPLE)]
    whole, damaged = people[:FOUND], people[FOUND : 2 * FOUND]
    strangers = [_person(chance, number, "632122") for number in range(PEOPLE - 2 * FOUND)]
    _write(folder / "名单.xlsx", [*(p.number for p in whole), *(_damaged(chance, p.number) for p in damaged), *(p.number for p in strangers)])  # fmt: skip
    with store.session(folder / "档案库", town.USER, town.PASSWORD, town.CHEAP):
        with journal.entry("测量", town.USER):
            insert_all(Person, people)
        read = best(lambda: workbook.read_spreadsheet(folder / "名单.xlsx"))
        taken = clock(lambda: finish(looking.look([folder / "名单.xlsx"])))
        matches = finish(looking.look([folder / "名单.xlsx"])).matches
        found = {match.person.id for match in matches}
        exact = {match.person.id for match in matches if match.how == SAME_NUMBER}
        assert exact >= {each.id for each in whole}
        assert len(found & {each.id for each in damaged}) >= FOUND * 0.95
    return [
        Measured(f"a list of {PEOPLE:,} dead against {PEOPLE:,} people, against reading it", taken, read, "s")
    ]


def _person(chance: random.Random, number: int, area: str) -> Person:
    born = date.fromordinal(date(1930, 1, 1).toordinal() + number % 12_000)
    body = f"{area}{born:%Y%m%d}{chance.randrange(1000):03d}"
    return Person(number=body + check_digit(body), name=f"某{number}", born=PartDate.of(born))


def _damaged(chance: random.Random, number: str) -> str:
    place = chance.randrange(18)
    wrong = chance.choice([digit for digit in "0123456789" if digit != number[place]])
    return f"{number[:place]}{wrong}{number[place + 1 :]}"


def _write(file: Path, numbers: Sequence[str]) -> None:
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("火化登记")
        sheet.write_row(0, 0, ("序号", "死者姓名", "死者身份证号", "死亡日期"))
        for row, number in enumerate(numbers, start=1):
            sheet.write_row(row, 0, (str(row), f"死者{row}", number, "2020-04-01"))


def test_a_list_of_the_dead(tmp_path, clock, keep):
    keep(*measure(tmp_path, clock))
