"""Commands about the year's work: the figures of the yearly report, and the report itself."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from models.core.record import Refusal
from models.office.deeds import SAVE_FILE
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    PARTLY,
    PAST_ARGUMENTS,
    archive,
    arg,
    command,
    say,
)

if TYPE_CHECKING:
    from models.year.figures.spans import SpanOfDays

YEARS = range(1949, 2200)


@command(
    "年度报告的各项数字，或其中一段日子的",
    ARCHIVE_ARGUMENT,
    arg("--year", type=int, metavar="年", help="哪一年，如 2020"),
    arg("--span", default="", metavar="时段", help="只算上半年、下半年，或本单位起了名字的时段，如 疫情期间"),
    arg(
        "--from", dest="first", default="", metavar="日", help="只算这一天起的，如 2020-01-23，和 --to 一起写"
    ),
    arg("--to", dest="last", default="", metavar="日", help="算到这一天为止"),
    JSON_ARGUMENT,
    *PAST_ARGUMENTS,
)
def figures(arguments: argparse.Namespace) -> int:
    from models.year import figures as numbers
    from reports.commands.answers import json_answers, text_answers

    with archive(arguments):
        span = _span(arguments)
        if span is None:
            found, rates = numbers.all(arguments.year), numbers.rates_of(arguments.year)
            told = f"{arguments.year}年共{len(found)}项数字，{len(rates)}项指标"
        else:
            found, rates = numbers.in_span(span), []
            told = f"{span.said}共{len(found)}项数字；按年登记、没有日期的不列"
    lines = [*text_answers.figure_lines(found), *text_answers.rates(rates)]
    return say(arguments, json_answers.figure_answers(found, rates), lines, told)


@command(
    "年度（或上半年）工作总结、简报等文稿，公文格式，写成 .pdf 或 .docx",
    ARCHIVE_ARGUMENT,
    arg("--year", type=int, required=True, metavar="年", help="哪一年，如 2020"),
    arg("--half", action="store_true", help="只写上半年"),
    arg(
        "--kind",
        default="",
        metavar="文种",
        help="年度总结（不写就是它）、半年总结、简报、述职数据、统计说明",
    ),
    arg("out", type=Path, metavar="OUT"),
    *PAST_ARGUMENTS,
    deed=SAVE_FILE,
)
def summary(arguments: argparse.Namespace) -> int:
    from models import store
    from models.year.statistics import charts
    from models.year.summary import report
    from reports.year import summary as document

    _check(arguments.year)
    kind = _kind(arguments)
    practice = store.is_practice(arguments.folder)
    with archive(arguments):
        found = report.summary_of(kind, arguments.year)
        made = document.official(found, charts.charts_of_year(arguments.year, found.day), practice)
        pages, missing = document.write_summary_document(made, arguments.out)
    print(f"{arguments.out}：{len(found.figures)}项指标" + (f"，{pages}页" if pages else ""))
    notes = [document.typefaces_missing()] if pages else []
    for line in (*filter(None, notes), *map(str, missing)):
        print(f"  注意：{line}")
    for doubt in found.doubts:
        print(f"  请核对：{doubt.message}")
    return PARTLY if found.prose.unknown else DONE


def _span(arguments: argparse.Namespace) -> SpanOfDays | None:
    """The span that is meant, None for a whole year; ``Refusal`` for one that nobody knows."""
    from models.year.figures.spans import chosen_days, spans_of_year

    if arguments.first or arguments.last:
        if arguments.year or arguments.span:
            raise Refusal("--from、--to 写明了起止日期，不要再写 --year、--span")
        return chosen_days(arguments.first, arguments.last)
    if arguments.year is None:
        raise Refusal("请写明年度，如 --year 2020，或起止日期，如 --from 2020-01-23 --to 2020-04-08")
    _check(arguments.year)
    known = spans_of_year(arguments.year)
    if arguments.span and arguments.span not in known:
        raise Refusal(f"没有名为“{arguments.span}”的时段，--span 可以写{'、'.join(known)}")
    return known.get(arguments.span)


def _kind(arguments: argparse.Namespace) -> str:
    """The kind of document that is meant; ``Refusal`` when there is no such kind, or two are named."""
    from models.year.summary import texts

    kind: str = arguments.kind or (texts.HALF_YEARLY_SUMMARY if arguments.half else texts.YEARLY_SUMMARY)
    if kind not in texts.SUMMARY_KINDS:
        raise Refusal(f"没有“{kind}”这个文种，--kind 可以写{'、'.join(texts.SUMMARY_KINDS)}")
    if arguments.half and kind != texts.HALF_YEARLY_SUMMARY:
        raise Refusal(f"--half 只用于半年总结，不能和 --kind {kind} 一起写")
    return kind


def _check(year: int) -> None:
    if year not in YEARS:
        raise Refusal(f"年度“{year}”不对，请写成四位数，如 --year 2020")
