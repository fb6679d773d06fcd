"""The handover book 交接册: who hands what to whom, one list a subject, the counts of the day, the journal's head; both sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from reportlab.lib.units import mm

from models import desk
from models.core.jobs import Job, Step
from models.handover.handover import HandedOver, Handover, HandoverKind
from models.handover.open_matters import SUBJECTS, HandoverSpan
from models.heads.journal_heads import code_of
from models.ledger.box_places import box_places
from models.office import settings
from models.payments.payment import payment_sums, payments
from reports.paper.fonts import Missing
from reports.paper.forms import Field, Form, Ledger, LedgerColumn, caption, heading, note, title
from reports.paper.layout import CENTRE, DENSE, DENSE_ROW, START, Gaps, Strip
from reports.paper.penned_rows import StaticRow
from reports.paper.plain_pages import write_plain_pages

HANDOVER_TITLE = "工作交接册"
COUNTS, BOX_SUBJECT = "截至今天的数", "档案盒"
STANDING = (COUNTS, BOX_SUBJECT)  # subjects that tell how things stand, not what is open
NOTHING_OPEN = "没有开着的事情。"
HANDOVER_HEAD = Form(
    (Field("移交人", "giver"), Field("接手人", "taker"), Field("监交人", "witness")),
    (Field("交接日期", "day"), Field("类别", "kind"), Field("替班到", "until")),
    (Field("交代的话", "words", 6),),
)  # fmt: skip


def _dense(*columns: tuple[str, int]) -> Ledger:
    """A table whose words stand on the left, its number and its limit in the middle."""
    told = (
        LedgerColumn(words, width, START if width > 30 else CENTRE)
        for words, width in (("序号", 11), *columns)
    )
    return Ledger(*told, style=DENSE, height=DENSE_ROW, least=DENSE_ROW)


WITH_LIMIT = _dense(("对象", 34), ("事项", 71), ("期限", 26), ("还剩", 23))
WITHOUT_LIMIT = _dense(("对象", 40), ("事项", 114))
NUMBERS = _dense(("项目", 74), ("数", 80))
SIGNED = (
    StaticRow(
        "移交人",
        "以上事项已经逐项说明，没有隐瞒。",
        ("签字：　　　　　　　　　　", "年　　　月　　　日"),
        22 * mm,
    ),
    StaticRow(
        "接手人",
        "以上事项已经逐项看过，有疑问的写在下面。",
        ("签字：　　　　　　　　　　", "年　　　月　　　日"),
        30 * mm,
    ),
    StaticRow("监交人", "", ("签字：　　　　　　　　　　", "年　　　月　　　日"), 16 * mm),
)


def found_matters(span: HandoverSpan) -> Job[list[HandedOver]]:
    """Everything that is handed over: what is open, then where the boxes stand, then the counts of the day."""
    found: list[HandedOver] = []
    for number, source in enumerate(SUBJECTS):
        yield Step(number, len(SUBJECTS) + 1, "正在清点")
        found += (matter.line for matter in source(span))
    yield Step(len(SUBJECTS), len(SUBJECTS) + 1, "正在清点人数和金额")
    return [*found, *_boxes(), *counts_of_the_day(span.today)]


def _boxes() -> Iterator[HandedOver]:
    for box in box_places():
        yield HandedOver(BOX_SUBJECT, box.place, f"案卷号{box.first}至{box.last}")


def counts_of_the_day(today: date) -> Iterator[HandedOver]:
    """How many people, by kind; what waits, as the desk says it; what was paid this year."""
    everybody, paid = desk.totals(), desk.receiving_tally()
    yield HandedOver(COUNTS, everybody.name, f"{everybody.people:,}人，{everybody.identities:,}个身份")
    yield HandedOver(COUNTS, paid.name, f"{paid.people:,}人")
    for tally in desk.by_kind():
        yield HandedOver(COUNTS, tally.name, f"{tally.people:,}人")
    for todo in desk.todos(today):
        yield HandedOver(COUNTS, todo.title, f"{todo.count:,}{todo.counted}")
    sums = payment_sums(payments(year=today.year))
    yield HandedOver(
        COUNTS,
        f"{today.year}年各月已登记发放",
        f"{sums.payments:,}笔，{sums.people:,}人，{sums.amount:,.2f}元",
    )


def write_handover_book(
    handover: Handover, lines: Sequence[HandedOver], out: Path, practice: bool = False
) -> Job[tuple[Missing, ...]]:
    """Write the book of a handover; one that is not kept yet is a draft, and says so."""
    yield Step(0, 0, "正在排版")
    gaps = Gaps("交接册")
    write_plain_pages(
        [handover_strips(handover, lines, gaps)], out, HANDOVER_TITLE, settings.office().name, practice
    )
    return tuple(gaps.found)


def handover_strips(handover: Handover, lines: Sequence[HandedOver], gaps: Gaps) -> list[Strip]:
    """Head, subjects, counts, the journal's head, and where both sign."""
    state = "" if handover.id else "草稿，还没有存为交接记录"
    strips = [
        title(HANDOVER_TITLE),
        caption(f"单位：{settings.office().name}", state, gaps),
        *HANDOVER_HEAD.strips(_facts(handover), gaps),
    ]
    for subject, some in subjects_of(lines):
        strips += _subject_strips(subject, some, gaps)
    if all(line.subject in STANDING for line in lines):
        strips.append(note(NOTHING_OPEN))
    strips.append(note(_journal_words(handover)))
    table = object()
    return [
        *strips,
        *(row.strip(table)._replace(stretch=None, keeps=row is not SIGNED[-1]) for row in SIGNED),
    ]


def subjects_of(lines: Iterable[HandedOver]) -> list[tuple[str, list[HandedOver]]]:
    """The lines by their subjects, in their order."""
    return [(subject, list(some)) for subject, some in groupby(lines, lambda line: line.subject)]


def _subject_strips(subject: str, some: Sequence[HandedOver], gaps: Gaps) -> list[Strip]:
    limited = any(each.day for each in some)
    ledger = NUMBERS if subject in STANDING else WITH_LIMIT if limited else WITHOUT_LIMIT
    told = (each[1:] if limited else (each.whose, each.words) for each in some)
    rows = [(str(number), *words) for number, words in enumerate(told, start=1)]
    return [heading(f"{subject}（{len(some)}）", own=10.5 * mm), *ledger.strips(rows, gaps, object())]


def _facts(handover: Handover) -> dict[str, str]:
    day, until = handover.day, handover.until
    stands_in = handover.kind == HandoverKind.STAND_IN
    return {
        "giver": handover.giver, "taker": handover.taker, "witness": handover.witness, "kind": handover.kind, "words": handover.words,
        "day": day.chinese() if day else "", "until": until.chinese() if until else "" if stands_in else "—",
    }  # fmt: skip


def _journal_words(handover: Handover) -> str:
    if not handover.entry:
        return "操作日志：存为交接记录时写上当时的条数和核对码。"
    return f"交接时操作日志共{handover.entry}条，日志核对码：{code_of(handover.entry, handover.head)}。以后在“操作日志”里照抄核对，对得上就知道以前的记录没有被改写。"
