"""The list of coming events 到期事项 on paper and as a workbook, and for programs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from models.core.dates import PartDate
from models.forecast.coming_events import ComingEvent
from models.pay.standards import months
from models.people.person import Person
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import START, Register

EVENT_LIST = Listing(
    None,
    (
        ListColumn("day", 100, 24, heading="日期", words=lambda event: str(event.day)),
        ListColumn("matter", 120, 30, heading="到期事项"),
        ListColumn("name", 80, 20, heading="姓名"),
        ListColumn("number", 160, 40, like=Person.number),
        ListColumn("title", 160, 44, heading="身份或事项"),
        ListColumn("street", 110, 28, like=Person.street),
        ListColumn("words", 420, 80, START, "说明"),
    ),
    number=11, counted="件",
)  # fmt: skip


def events_register(
    found: Iterable[ComingEvent], span: range, words: str = "", practice: bool = False
) -> Register:
    """The list as the officer looks at it; ``words`` say which."""
    title = f"{months.span_words(span[0], span[-1])}到期事项清单"
    return EVENT_LIST.register(title, found, (f"范围：{words or '全部'}",), practice)


def week_register(found: Iterable[ComingEvent], first: date, last: date, practice: bool = False) -> Register:
    """The list of a week, from its Monday to its Sunday."""
    title = f"{PartDate.of(first).chinese()}至{PartDate.of(last).chinese()}到期事项清单"
    return EVENT_LIST.register(title, found, ("范围：全部",), practice)


def event_answers(found: Iterable[ComingEvent]) -> list[dict[str, object]]:
    """The events for programs."""
    return [
        {
            "day": str(each.day), "matter": str(each.matter), "number": each.number or None, "name": each.name,
            "title": each.title, "words": each.words,
        }
        for each in found
    ]  # fmt: skip


def event_lines(found: Iterable[ComingEvent]) -> list[str]:
    """The events for people, a line for each."""
    return [f"{PartDate.of(e.day).chinese()}　{e.matter}　{e.name}（{e.title}）：{e.words}" for e in found]
