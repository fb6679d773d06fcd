"""Commands about forecasts: the money that the coming months need, and what happens in them by itself."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from decimal import Decimal, InvalidOperation

from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.forecast.standard_changes import StandardChange
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    PARTLY,
    archive,
    arg,
    command,
    follow,
    print_answer,
)


@command(
    "今后各月各项资金需要多少，在册多少人；可以试算标准提高以后的数",
    ARCHIVE_ARGUMENT,
    arg("--months", type=int, default=36, metavar="N", help="预测多少个月，不写为36"),
    arg("--rise", metavar="百分比", help="试算全部标准提高百分之几，如 5"),
    arg("--rise-from", metavar="YYYY-MM", help="从哪个月起提高，不写从第一个月起"),
    arg("--events", action="store_true", help="改为列出这些月里到期的事项"),
    arg("--as-of", metavar="YYYY-MM-DD", help="从哪一天往后预测，不写为今天"),
    JSON_ARGUMENT,
)
def forecast(arguments: argparse.Namespace) -> int:
    from models.forecast import forecasts

    span = forecasts.coming_months(_day(arguments.as_of), arguments.months)
    change = _change(arguments, span)
    with archive(arguments):
        return _events(arguments, span) if arguments.events else _needs(arguments, span, change)


def _needs(arguments: argparse.Namespace, span: range, change: StandardChange | None) -> int:
    from models.forecast import forecasts
    from reports.forecast import needs

    made = follow(forecasts.forecast(span, change), arguments.json)
    if arguments.json:
        print_answer(needs.need_answers(made))
        print(*made.notes(), sep="\n", end="\n" if made.notes() else "", file=sys.stderr)
    else:
        print(*([made.change.words()] if made.change else []), *needs.need_lines(made), sep="\n")
    return PARTLY if made.shown.reasons else DONE


def _events(arguments: argparse.Namespace, span: range) -> int:
    from models.forecast import event_calendar
    from reports.forecast import events

    found = event_calendar.events_of_months(span)
    if arguments.json:
        print_answer(events.event_answers(found))
    else:
        print(*events.event_lines(found), f"{len(span)}个月里有{len(found)}件到期事项", sep="\n")
    return DONE


def _day(text: str | None) -> date:
    if text is None:
        return this_day()
    try:
        day = PartDate.parse(text)
    except ValueError:
        day = None
    if day is None or day.known != 3:
        raise Refusal(f"日期“{text}”写法不对，请写成 2026-08-01 这样")
    return day.earliest()


def _change(arguments: argparse.Namespace, span: range) -> StandardChange | None:
    from models.pay.standards import months

    if arguments.rise is None:
        if arguments.rise_from is not None:
            raise Refusal("写了 --rise-from 还要写 --rise，说明提高百分之几")
        return None
    begins = months.read_month(arguments.rise_from) if arguments.rise_from else span[0]
    try:
        percent = Decimal(arguments.rise.rstrip("%％"))
    except InvalidOperation:
        percent = Decimal("NaN")
    if not percent.is_finite():
        raise Refusal(f"百分比“{arguments.rise}”写法不对，请写成 --rise 5 或 --rise 5.5")
    return StandardChange(begins, percent)
