"""The event calendar 到期日历: all sources of coming events asked together, by day and by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from models.forecast import office_events, personal_events, round_events
from models.forecast.coming_events import EVENT_MATTERS, ComingEvent, EventMatter, first_day, last_day

EventSource = Callable[[date, date], Iterator[ComingEvent]]
SOURCES_OF_EVENTS: tuple[EventSource, ...] = (
    personal_events.birthdays_to_come,
    personal_events.certificates_to_come,
    personal_events.reviews_to_come,
    personal_events.sentences_to_come,
    personal_events.grants_to_come,
    office_events.questions_to_come,
    office_events.decisions_to_come,
    office_events.cards_to_come,
    office_events.devices_to_come,
    office_events.confirmations_to_come,
    office_events.approvals_to_come,
    office_events.loans_to_come,
    office_events.promises_to_come,
    round_events.campaigns_to_come,
    round_events.runs_to_come,
)


def coming_events(first: date, last: date) -> list[ComingEvent]:
    """All that happens from the first day to the last, both included, by day."""
    found = {event for source in SOURCES_OF_EVENTS for event in source(first, last)}
    return sorted(found, key=_order)


def events_of_months(span: range) -> list[ComingEvent]:
    """All that happens in some months in a row."""
    return coming_events(first_day(span[0]), last_day(span[-1])) if span else []


def counted_by_month(found: Iterable[ComingEvent]) -> dict[int, int]:
    """How many events each month has, by the month's number."""
    counts: dict[int, int] = {}
    for event in found:
        month = event.day.year * 12 + event.day.month - 1
        counts[month] = counts.get(month, 0) + 1
    return counts


def _order(event: ComingEvent) -> tuple[object, ...]:
    return (
        event.day,
        EVENT_MATTERS.index(EventMatter(event.matter)),
        event.name,
        event.number,
        event.title,
        event.words,
    )
