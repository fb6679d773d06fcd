"""The book of what was left 未填清单: a workbook of what a filled form still wants, to be asked for in streets and villages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from models.core.dates import this_day
from models.core.jobs import Job, Step
from models.people.person import Person
from models.printing.named_people import tell_named
from models.superior_forms.left_open import LeftOpen
from models.uses.named_rows import people_named
from reports.paper.whole_files import whole
from reports.tables.book_files import save_book
from reports.tables.table_book import BookColumn, make_table_book

LEFT_COLUMNS = ("姓名", "身份证号", "表上的栏目", "为什么没有填")
LEFT_BREADTHS = (12, 22, 24, 56)  # characters
WHOLE_FORM = "整栏"


def left_rows(left: Sequence[LeftOpen]) -> Iterator[tuple[str, str, str, str]]:
    """A row for each thing left."""
    for each in left:
        yield each.name or WHOLE_FORM, each.number, each.heading, each.reason


def write_left_book(left: Sequence[LeftOpen], form: str, out: Path, practice: bool = False) -> Job[None]:
    """Write the list as a workbook. Raises ``Refusal`` when it cannot be written."""
    yield Step(0, 1, "正在写入")
    columns = [
        BookColumn(words, width, True) for words, width in zip(LEFT_COLUMNS, LEFT_BREADTHS, strict=True)
    ]
    above = f"上级表格：{form}　　制表日期：{this_day():%Y年%m月%d日}"
    total = f"共{len(left)}处没有填"
    book = make_table_book(
        "未填清单", above, columns, list(left_rows(left)), len(columns), practice, "未填清单", total
    )
    with whole(out) as stream:
        save_book(book, stream)
    numbers = {each.number for each in left if each.number}
    tell_named(out, people_named(Person.select(Person.id).where(Person.number.in_(numbers))))
