"""The whole report of a year 年度总结 of an office of many people and twenty years: against one look at every record."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from models import store
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Record, db, insert_all
from models.ledger.activities import Activity
from models.payments.payment import REGULAR, Payment
from models.people.identity import Identity
from models.people.person import Person
from models.visits.visit import Visit
from models.year.summary import report, texts
from tests.bench import town
from tests.bench.measured import Clock, Measured, best

PEOPLE = int(os.environ.get("YOUFU_BENCH_PEOPLE", "300"))
OFFICE = 100_000  # people
YEARS = range(2001, 2021)
LOT = 20_000
# of a year: what each of so many people gets, which programme, and as what
PROGRAMMES = (
    (2, REGULAR, "伤残抚恤金"),
    (10, "门诊补助", "门诊补助"),
    (10, "体检", "体检卡"),
    (50, "立功奖励", "三等功慰问金"),
)


def measure(folder: Path, people: int = OFFICE, clock: Clock = best) -> list[Measured]:
    """Everything that the text, its table of figures and its doubts ask, and the text itself."""
    folder.mkdir(exist_ok=True)
    town.new_archive(folder / "档案库")
    with store.session(folder / "档案库", town.USER, town.PASSWORD, town.CHEAP):
        _fill(people)
        year = YEARS[-1]
        floor = best(_look_once)
        taken = clock(lambda: report.summary_of(texts.YEARLY_SUMMARY, year))
        assert "重点优抚对象" in "".join(report.summary_of(texts.YEARLY_SUMMARY, year).paragraphs)
        count = Payment.select().count()
    work = f"the yearly report of {people:,} people, {len(YEARS)} years, {count:,} payments, against reading each record once"
    return [Measured(work, taken, floor, "s")]


def _look_once() -> None:
    """Each table's columns that a report asks for, read once."""
    for table, columns in (
        ("person", "max(died), max(insurance)"), ("identity", "max(kind), max(state), max(approved)"),
        ("payment", "max(programme), max(item), max(category), max(paid_on), sum(amount)"),
        ("visit", "max(category), max(occasion), max(day), sum(money)"), ("activity", "max(theme), max(day)"),
    ):  # fmt: skip
        db.execute_sql(f"SELECT count(*), {columns} FROM {table}").fetchall()


def _fill(count: int) -> None:
    chance = random.Random(2020)
    people = [Person(name=f"某{number}", number=f"{630103 * 10**12 + number}", insurance=chance.choice(("城镇职工基本医疗保险", "城乡居民基本医疗保险"))) for number in range(count)]  # fmt: skip
    _keep(people)
    _keep([_right(chance, person) for person in people])
    for year in YEARS:
        _keep(list(_year(chance, people, year)))


def _right(chance: random.Random, person: Person) -> Identity:
    kind = chance.choice(("伤残人员", "参战退役人员", "农村籍退役士兵"))
    return Identity(
        person=person, kind=kind, state="享受待遇", approved=PartDate(chance.randint(1990, 2020), 1, 1)
    )


def _year(chance: random.Random, people: list[Person], year: int) -> Iterator[Record]:
    for each, programme, item in PROGRAMMES:
        for person in people[year % each :: each]:
            day = PartDate(year, chance.randint(1, 12), 15)
            yield Payment(
                person=person, programme=programme, item=item, month=PartDate(day.year, day.month), paid_on=day,
                amount=Decimal(chance.randint(100, 3000)),
            )  # fmt: skip
    for person in people[year % 20 :: 20]:
        yield Visit(
            person=person, day=PartDate(year, 7, 28), occasion="八一", category="复员干部", money=Decimal(500)
        )
    for number in range(40):
        yield Activity(day=PartDate(year, 1 + number % 12, 9), theme=f"八一之{number}", kind="拥军联谊")


def _keep(records: list[Record]) -> None:
    kinds = {type(each) for each in records}
    for start in range(0, len(records), LOT):
        with journal.entry("测量", town.USER):
            for kind in kinds:
                insert_all(kind, [each for each in records[start : start + LOT] if type(each) is kind])


def test_the_report_of_a_year(tmp_path, clock, keep):
    keep(*measure(tmp_path / "年", PEOPLE, clock))
