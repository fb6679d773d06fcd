"""Commands about payments of regular subsidies: what is due, and the runs that pay it."""

from __future__ import annotations

import argparse
import sys

from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    PARTLY,
    PAST_ARGUMENTS,
    archive,
    arg,
    command,
    looked_or_saved,
    print_answer,
)

MONTH = arg("--month", required=True, metavar="YYYY-MM", help="哪个月，如 2021-09")


@command(
    "一个月里每项待遇应发多少，为什么；缺标准的逐行说明",
    ARCHIVE_ARGUMENT,
    MONTH,
    JSON_ARGUMENT,
    *PAST_ARGUMENTS,
    deed=looked_or_saved,
)
def due(arguments: argparse.Namespace) -> int:
    from models.pay.dues import dues
    from models.pay.standards import months
    from reports.pay import dues as words

    month = months.read_month(arguments.month)
    with archive(arguments):
        found = list(dues.dues(month))
    refused = [each for each in found if each.refused]
    if arguments.json:
        print_answer([words.due_answer(each) for each in found])
        print(*map(words.due_refusal, refused), sep="\n", end="\n" if refused else "", file=sys.stderr)
    else:
        print(*words.dues_told(found), sep="\n")
        total = sum(each.yuan for each in found)
        print(
            f"{months.month_words(month)}：{len(found) - len(refused)}项待遇应发{total:,.2f}元，{len(refused)}项不能计算"
        )
    return PARTLY if refused else DONE
