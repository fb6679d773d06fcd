"""The month sheet 月历 on paper: a month on one page of A4 laid crosswise, to hang on the wall."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.units import mm

from models.core.jobs import Job, Step
from models.forecast.month_calendar import WEEKDAYS, MonthDay
from models.office import settings
from models.pay.standards import months
from models.pay.standards.months import Month
from models.printing.named_people import tell_named
from reports.paper.fonts import Missing
from reports.paper.forms import title
from reports.paper.layout import START, Box, Gaps, Row, Strip
from reports.paper.sheet import Paper
from reports.paper.whole_files import whole
from reports.tables.wide_pages import DOWN, SIZE, WIDE_ACROSS, draw_wide_page
from reports.tables.wide_tables import WIDE_CELL, WIDE_HEAD

DAY_BREADTH = WIDE_ACROSS / len(WEEKDAYS)
DAY_BOXES = tuple(Box(n * DAY_BREADTH, DAY_BREADTH, START) for n in range(len(WEEKDAYS)))
LINES_OF_DAY = 4  # below its number; more are counted
CHARACTERS_OF_DAY = 10  # that one line of a day has room for; a longer name is cut, and says so
LEAST_WEEK = 20 * mm


def month_title(month: Month) -> str:
    return f"{months.month_words(month)}工作月历"


def write_month_sheet(
    month: Month, weeks: Sequence[Sequence[MonthDay]], out: Path, practice: bool = False
) -> Job[tuple[Missing, ...]]:
    """Write a month's page into a PDF; returns the characters that no font has."""
    yield Step(0, 0, "正在排版")
    gaps, office = Gaps(), settings.office().name
    with whole(out) as stream:
        paper = Paper(stream, month_title(month), office, SIZE)
        draw_wide_page(paper, _strips(month, weeks, gaps), practice, month_title(month))
        paper.close()
    events = (each for week in weeks for day in week for each in day.events)
    tell_named(out, (each.person for each in events if each.person is not None))
    return tuple(gaps.found)


def _strips(month: Month, weeks: Sequence[Sequence[MonthDay]], gaps: Gaps) -> list[Strip]:
    """Title, weekdays, and the weeks, which share what room is left."""
    table = object()
    above = title(month_title(month), WIDE_ACROSS)
    head = Row([], tuple(zip(DAY_BOXES, WEEKDAYS, strict=True)), WIDE_HEAD, across=WIDE_ACROSS).blank(table)
    room = (DOWN - above.height - head.height) / len(weeks)
    row = Row(DAY_BOXES, (), max(LEAST_WEEK, room), WIDE_CELL, across=WIDE_ACROSS)
    return [above, head, *(strip for week in weeks for strip in row.strips(_words(week), gaps, table))]


def _words(week: Sequence[MonthDay]) -> list[str]:
    """Each day from the top of its cell on: where little comes, empty lines follow."""
    told = [[_head(each), *map(_cut, each.lines(LINES_OF_DAY))] for each in week]
    return ["\n".join(lines + [""] * (LINES_OF_DAY + 1 - len(lines))) for lines in told]


def _head(day: MonthDay) -> str:
    """The number of the day, with its month where that is another one, and its holiday."""
    number = str(day.day.day) if day.inside else f"{day.day.month}月{day.day.day}日"
    return _cut(f"{number}　{day.name}" if day.name else number)


def _cut(line: str) -> str:
    return line if len(line) <= CHARACTERS_OF_DAY else f"{line[: CHARACTERS_OF_DAY - 1]}…"
