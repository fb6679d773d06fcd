"""Commands about the year's work: the figures of the yearly report."""

from __future__ import annotations

import argparse

from models.base import Refusal
from reports.commands.registry import ARCHIVE, JSON, archive, arg, command, say

YEARS = range(1949, 2200)


@command(
    "年度报告的各项数字",
    ARCHIVE,
    arg("--year", type=int, required=True, metavar="年", help="哪一年，如 2020"),
    JSON,
)
def figures(arguments: argparse.Namespace) -> int:
    from models import figures as numbers
    from reports import answers, telling

    if arguments.year not in YEARS:
        raise Refusal(f"年份“{arguments.year}”不对，请写成四位数，如 --year 2020")
    with archive(arguments):
        found, rates = numbers.all(arguments.year), numbers.rates_of(arguments.year)
    told = [*telling.figures(found), *telling.rates(rates)]
    return say(
        arguments,
        answers.figures(found, rates),
        told,
        f"{arguments.year}年共{len(found)}项数字，{len(rates)}项指标",
    )
