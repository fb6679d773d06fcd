"""The command about standards: which month and kind has none that may be used."""

from __future__ import annotations

import argparse

from models.core.dates import this_day
from reports.commands.registry import ARCHIVE_ARGUMENT, JSON_ARGUMENT, archive, arg, command, say

SINCE = arg("--from", dest="since", metavar="YYYY-MM", default="2009-10", help="从哪个月起，默认 2009-10")
UNTIL = arg("--to", dest="until", metavar="YYYY-MM", default="", help="到哪个月止，默认本月")


@command("哪个月哪类人没有可用的补助标准，哪些标准还没有确认", ARCHIVE_ARGUMENT, SINCE, UNTIL, JSON_ARGUMENT)
def standards(arguments: argparse.Namespace) -> int:
    from models.core.dates import PartDate
    from models.pay.dues import coverage
    from models.pay.standards import months
    from reports.pay import coverage as words

    first = months.read_month(arguments.since)
    last = months.read_month(arguments.until) if arguments.until else months.month_of(PartDate.of(this_day()))
    with archive(arguments):
        found = coverage.coverage_gaps(first, last)
    told = "，".join(
        (
            f"{len({each.month for each in found})}个月缺标准或有标准未确认",
            "未确认的不用于计算，请核对文件后在“补助标准”里确认",
        )
    )
    every = f"{months.span_words(first, last)}各类都有确认的标准"
    return say(
        arguments,
        [words.gap_answer(each) for each in found],
        words.gaps_told(found),
        told if found else every,
    )
