"""A roster 花名册 of the people chosen, one to a row, as a workbook or on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from models.core.dates import this_day
from models.core.jobs import Job
from models.office import settings
from models.own_fields import own_values
from models.own_fields.own_fields import OwnField, OwnType, own_fields
from models.pay.dues.listed_people import ListedPeople
from models.people import listing
from models.people.identity import BankAccount, Identity
from models.people.person import Person
from models.printing.named_people import tell_named
from reports.paper.fonts import Missing
from reports.paper.layout import CENTRE, END, START, Gaps
from reports.paper.line_breaks import clean
from reports.paper.whole_files import whole
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import Register, words_of
from reports.tables.wide_tables import WideColumn, WideTable, draw

ROSTER_AT_ONCE = 1000  # people whose records are read with one query
NOTHING = "—"  # of one identity, where others say something
LONGEST_WORDS_IN_TITLE = 40  # characters of the search words in a title


def _said(row: Any, fact: str) -> str:
    """What the identities of a row say, each thing once."""
    return "、".join(
        dict.fromkeys(str(getattr(each, fact)) for each in row.identities if getattr(each, fact))
    )


def _kinds(row: Any) -> str:
    return "、".join(dict.fromkeys(each.category or each.kind for each in row.identities))


def _grades(row: Any) -> str:
    return "、".join(f"{each.grade}{each.nature}" for each in row.identities if each.grade or each.nature)


def _age(row: Any) -> int | None:
    return row.person.age_on(this_day()) if row.person.died is None else None


def _of_identity(fact: str, width: int, **more: Any) -> ListColumn:
    """A column of what the identities say."""
    field = getattr(Identity, fact)
    told = {
        "heading": field.verbose_name,
        "order": listing.first_of(field),
        "match": field,
        "words": lambda row: _said(row, fact),
    }
    return ListColumn(fact, width, **(told | more))


def _of_account(fact: str, width: int, book: float) -> ListColumn:
    """A column of the account in use."""
    field = getattr(BankAccount, fact)
    return ListColumn(
        fact, width, heading=field.verbose_name, like=field, match=field, book=book, words=lambda row: getattr(row.account, fact), hidden=True
    )  # fmt: skip


PEOPLE_LIST = Listing(
    Person,
    (
        ListColumn("name", 80, 20.5, book=11),
        ListColumn("sex", 44, 9.5, book=6),
        ListColumn("age", 44, heading="年龄", words=_age, order=Person.born, window=CENTRE),
        ListColumn("number", 150, 36.5, book=21),
        ListColumn(
            "kind", 150, 46, book=28, heading="身份", words=_kinds, order=listing.first_of(Identity.kind), match=Identity.kind,
            on_paper=lambda file: _lines(each.category or each.kind for each in file.identities),
        ),
        ListColumn(
            "grade", 80, 19, book=11, heading="等级", words=_grades, order=listing.first_of(Identity.grade), match=Identity.grade,
            printed="等级性质", on_paper=lambda file: _lines(f"{each.grade}{each.nature}" for each in file.identities),
        ),
        _of_identity("state", 76, paper=18, book=11, heading="状态", on_paper=lambda file: _lines(each.state for each in file.identities)),
        _of_identity("certificate", 110, paper=24, book=15, on_paper=lambda file: _lines(each.certificate for each in file.identities)),
        ListColumn("street", 100, 25, book=15, printed="所属街道(镇)"),
        ListColumn("community", 100, 23, book=15),
        ListColumn("phone", 100, 23.5, book=14, on_paper=lambda file: file.person.phone or file.person.other_phone),
        ListColumn("notes", 160, 22, START, book=18, hidden=True),
        ListColumn("ethnic", 60, book=10, hidden=True),
        ListColumn("born", 90, book=12, hidden=True, on_paper=lambda file: file.person.birthday),
        ListColumn("residence", 220, align=START, book=52, hidden=True, printed="住址", on_paper=lambda file: file.person.residence or file.person.household_address),
        ListColumn("insurance", 150, book=24, heading="医保", printed="医疗保障方式"),
        ListColumn("file_no", 120),
        ListColumn("household_address", 220, hidden=True),
        ListColumn("pension", 130, heading="养老保障", hidden=True),
        ListColumn("veteran_card", 120, hidden=True),
        _of_identity("approved", 90, hidden=True),
        _of_identity("paid_to", 100, heading="抚恤金已发至", hidden=True),
        ListColumn("died", 90, hidden=True),
        _of_account("bank", 130, 22),
        _of_account("holder", 80, 12),
        _of_account("account", 170, 23),
        ListColumn(
            "due", 96, align=END, heading="本月应发(元)", words=lambda row: row.due, summed=lambda row: row.due_amount, hidden=True
        ),
    ),
    first=(
        "name", "sex", "age", "number", "kind", "grade", "state", "street", "community", "phone", "certificate", "insurance",
        "file_no", "born", "ethnic", "residence", "household_address", "pension", "veteran_card", "approved", "paid_to", "died",
    ),
    record=lambda row: row.person, number=10,
)  # fmt: skip
OWN_BREADTHS = {
    OwnType.WORDS: 140,
    OwnType.MONEY: 96,
    OwnType.DAY: 90,
    OwnType.CHOICE: 90,
}  # pixels; of others 70
AT_THE_END = (OwnType.COUNT, OwnType.MONEY)  # of their columns stand numbers
NUMBER_BREADTH = 6  # characters of the workbook's 序号


def people_list() -> Listing:
    """The list with the columns that the office defined for itself, each hidden until an officer shows it."""
    return replace(PEOPLE_LIST, columns=(*PEOPLE_LIST.columns, *map(_of_office, own_fields())))


def _of_office(field: OwnField) -> ListColumn:
    """A column of a field of the office's own."""
    number = field.type in AT_THE_END
    return ListColumn(
        field.key, max(OWN_BREADTHS.get(OwnType(field.type), 70), 20 + 14 * len(field.name)), align=END if number else START, heading=field.name, hidden=True,
        words=lambda row: row.own(field), order=own_values.own_order(field), match=own_values.told(field), like=field.field(),
        summed=(lambda row: _amount(row.own(field))) if number else False,
    )  # fmt: skip


def _amount(said: Any) -> Any:
    """What counts in a sum; words that are no number do not."""
    return None if isinstance(said, str) else said


@dataclass(frozen=True, slots=True)
class Roster:
    """The facts of a 花名册: its title, who made it when, and a row of words per person: 序号 and the columns of its list."""

    title: str
    office: str
    day: date
    rows: tuple[tuple[str, ...], ...]
    practice: bool = False  # from a practice archive: 演练 on every page
    maker: str = ""  # 制表人; a blank to be signed when empty
    listing: Listing = PEOPLE_LIST  # whose columns it has
    named: frozenset[int] = frozenset()  # the files (ids) of those on it
    kinds: tuple[
        frozenset[type], ...
    ] = ()  # of what each column behind 序号 says: int and Decimal are numbers

    @classmethod
    def of(
        cls,
        people: Iterable[Person],
        words: str = "",
        practice: bool = False,
        maker: str = "",
        columns: Sequence[str] = (),
    ) -> Roster:
        """Collect the people's facts, in their order; ``words`` are those they were found by, for the title.

        ``columns`` are those of the window that the officer chose, by key; without them the roster has its own.
        """
        listing = people_list().as_shown(columns) if columns else PEOPLE_LIST
        waiting, says = iter(people), [listing.prints(each) for each in listing.columns if each.book]
        rows: list[tuple[str, ...]] = []
        named: set[int] = set()
        kinds: list[set[type]] = [set() for _ in says]
        while some := list(islice(waiting, ROSTER_AT_ONCE)):
            named |= {person.id for person in some}
            for file in ListedPeople(some).rows():
                said = [each(file) for each in says]
                rows.append((str(len(rows) + 1), *map(words_of, said)))
                for kind, value in zip(kinds, said, strict=True):
                    kind |= set() if value in (None, "") else {type(value)}
        return cls(
            _title(words), settings.office().name, this_day(), tuple(rows), practice, maker, listing, frozenset(named),
            tuple(map(frozenset, kinds)),
        )  # fmt: skip

    def register(self) -> Register:
        """The columns of paper as a register."""
        rows = tuple(row[: self.on_paper()] for row in self.rows)
        return Register(
            self.title, self.listing.headings(), rows, counted="人", practice=self.practice, named=self.named,
            counts=self.saying(int), amounts=self.saying(Decimal),
        )  # fmt: skip

    def saying(self, kind: type, *also: type) -> frozenset[int]:
        """The columns, counted from 序号, that say things of this kind, or of those kinds also, and nothing else."""
        some = enumerate(self.kinds, start=1)
        return frozenset(number for number, said in some if kind in said and said <= {kind, *also})

    def booked(self) -> tuple[ListColumn, ...]:
        """The columns of the workbook behind 序号: those on paper, and to their right those to work with."""
        return tuple(each for each in self.listing.columns if each.book)

    def on_paper(self) -> int:
        """How many columns paper has, 序号 being the first."""
        return 1 + len(self.listing.printed())

    def above(self) -> tuple[str, ...]:
        """The pieces of the line above the table."""
        day = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        maker = self.maker or "　" * 5
        return f"制表单位：{self.office}", f"制表日期：{day}", f"制表人：{maker}", "单位：人"


def _title(words: str) -> str:
    words = " ".join(clean(words).split())
    shown = words if len(words) <= LONGEST_WORDS_IN_TITLE else f"{words[:LONGEST_WORDS_IN_TITLE]}…"
    return f"优抚对象花名册（{shown}）" if shown else "优抚对象花名册"


def _lines(words: Iterable[str]) -> str:
    """What is said of each identity, on a line of its own; once when it is the same of all."""
    said = [each or NOTHING for each in words]
    if len(set(said)) > 1:
        return "\n".join(said)
    return said[0].replace(NOTHING, "") if said else ""


def write_roster_workbook(roster: Roster, out: Path) -> None:
    """Write the roster as .xlsx: numbers as numbers, all else text, A4 landscape, the heading repeated on each printed page."""
    from reports.tables.book_files import save_book  # when wanted
    from reports.tables.table_book import BookColumn, make_table_book

    counts, amounts = roster.saying(int), roster.saying(Decimal, str)  # 待核定 may stand among amounts
    told = (
        BookColumn(
            roster.listing.paper_heading(each), each.book, each.align == START, number in amounts,
            counts=number in counts,
        )
        for number, each in enumerate(roster.booked(), start=1)
    )  # fmt: skip
    columns = (BookColumn("序号", NUMBER_BREADTH), *told)
    book = make_table_book(
        roster.title, "　　".join(roster.above()), columns, roster.rows, roster.on_paper(), roster.practice
    )
    with whole(out) as stream:
        save_book(book, stream)
    tell_named(out, roster.named)


def write_roster_paper(roster: Roster, out: Path) -> Job[tuple[Missing, ...]]:
    """Write the roster as a PDF of A4 landscape, page by page; returns the characters that no font has.

    A job that is cancelled or fails leaves nothing. Raises ``Refusal`` when the file cannot be written.
    """
    columns = [WideColumn(*each) for each in roster.listing.headings()]
    if len(roster.rows) > 9999:
        columns[0] = columns[0]._replace(width=2.2 * len(str(len(roster.rows))))
    table = WideTable(roster.title, roster.above(), tuple(columns), practice=roster.practice)
    rows = [row[: roster.on_paper()] for row in roster.rows]
    gaps = Gaps()
    with whole(out) as stream:
        yield from draw(table, rows, stream, roster.office, gaps)
    tell_named(out, roster.named)
    return tuple(gaps.found)
