"""A 花名册: the people chosen, one to a row, as a workbook or on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from models.core.jobs import Job
from models.office import settings
from models.people.findings import Dossier, dossiers
from models.people.identity import BankAccount
from models.people.person import Person
from reports.paper.fonts import Missing
from reports.paper.layout import CENTRE, START, Gaps
from reports.paper.line_breaks import clean
from reports.paper.whole_files import whole
from reports.tables import table_book
from reports.tables.wide_tables import WideColumn, WideTable, draw

AT_ONCE = 1000  # people whose records are read with one query
NOTHING = "—"  # of one identity, where others say something
LONGEST = 40  # characters of the search words in a title


class Column(NamedTuple):
    """A column: its width on paper in mm (0: in the workbook only), that in the workbook in characters, how it stands."""

    heading: str
    paper: float
    book: float
    align: str = CENTRE


COLUMNS = (
    Column("序号", 10, 6),
    Column("姓名", 20.5, 11),
    Column("性别", 9.5, 6),
    Column("身份证号", 36.5, 21),
    Column("身份", 46, 28),
    Column("等级性质", 19, 11),
    Column("状态", 18, 11),
    Column("证书编号", 24, 15),
    Column("所属街道(镇)", 25, 15),
    Column("村(社区)", 23, 15),
    Column("联系电话", 23.5, 14),
    Column("备注", 22, 18, START),
    Column("民族", 0, 10),
    Column("出生日期", 0, 12),
    Column("住址", 0, 52, START),
    Column("医疗保障方式", 0, 24),
    Column("开户银行", 0, 22),
    Column("开户名称", 0, 12),
    Column("银行账号", 0, 23),
)
ON_PAPER = sum(
    column.paper > 0 for column in COLUMNS
)  # the first columns; those to their right are to work with


@dataclass(frozen=True, slots=True)
class Roster:
    """The facts of a 花名册: its title, who made it when, and a row of words per person under ``COLUMNS``."""

    title: str
    office: str
    day: date
    rows: tuple[tuple[str, ...], ...]
    practice: bool = False  # from a practice archive: 演练 on every page
    maker: str = ""  # 制表人; a blank to be signed when empty

    @classmethod
    def of(cls, people: Iterable[Person], words: str = "", practice: bool = False, maker: str = "") -> Roster:
        """Collect the people's facts, in their order; ``words`` are those they were found by, for the title."""
        waiting = iter(people)
        rows: list[tuple[str, ...]] = []
        while some := list(islice(waiting, AT_ONCE)):
            rows += [_row(number, each) for number, each in enumerate(dossiers(some), start=len(rows) + 1)]
        return cls(_title(words), settings.office().name, date.today(), tuple(rows), practice, maker)

    def above(self) -> tuple[str, ...]:
        """The pieces of the line above the table."""
        day = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        maker = self.maker or "　" * 5
        return f"制表单位：{self.office}", f"制表日期：{day}", f"制表人：{maker}", "单位：人"


def _title(words: str) -> str:
    words = " ".join(clean(words).split())
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return f"优抚对象花名册（{shown}）" if shown else "优抚对象花名册"


def _row(number: int, file: Dossier) -> tuple[str, ...]:
    person, identities = file.person, file.identities
    account = next((each for each in file.accounts if each.until is None), BankAccount())
    born = person.birthday
    return (
        str(number),
        person.name,
        person.sex,
        person.number,
        _lines(each.category or each.kind for each in identities),
        _lines(f"{each.grade}{each.nature}" for each in identities),
        _lines(each.state for each in identities),
        _lines(each.certificate for each in identities),
        person.street,
        person.community,
        person.phone or person.other_phone,
        person.notes,
        person.ethnic,
        str(born) if born else "",
        person.residence or person.household_address,
        person.insurance,
        account.bank,
        account.holder,
        account.account,
    )


def _lines(words: Iterable[str]) -> str:
    """What is said of each identity, on a line of its own; once when it is the same of all."""
    said = [each or NOTHING for each in words]
    if len(set(said)) > 1:
        return "\n".join(said)
    return said[0].replace(NOTHING, "") if said else ""


def write_workbook(roster: Roster, out: Path) -> None:
    """Write the roster as .xlsx: every cell text, A4 landscape, the heading repeated on each printed page."""
    columns = tuple(table_book.BookColumn(each.heading, each.book, each.align == START) for each in COLUMNS)
    book = table_book.make(
        roster.title, "　　".join(roster.above()), columns, roster.rows, ON_PAPER, roster.practice
    )
    with whole(out) as stream:
        book.save(stream)


def write_paper(roster: Roster, out: Path) -> Job[tuple[Missing, ...]]:
    """Write the roster as a PDF of A4 landscape, page by page; returns the characters that no font has.

    A job that is cancelled or fails leaves nothing. Raises ``Refusal`` when the file cannot be written.
    """
    columns = [WideColumn(each.heading, each.paper, each.align) for each in COLUMNS[:ON_PAPER]]
    if len(roster.rows) > 9999:
        columns[0] = columns[0]._replace(width=2.2 * len(str(len(roster.rows))))
    table = WideTable(roster.title, roster.above(), tuple(columns), practice=roster.practice)
    rows = [row[:ON_PAPER] for row in roster.rows]
    gaps = Gaps()
    with whole(out) as stream:
        yield from draw(table, rows, stream, roster.office, gaps)
    return tuple(gaps.found)
