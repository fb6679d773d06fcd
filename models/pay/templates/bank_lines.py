"""Bank lines, those of a bank's file from its first to its last: what stands before the heading, the payees, what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from models.core.dates import PartDate, this_day
from models.pay.runs.bank_files import NO_HEADING_HERE, BankTemplate, Payee, fact
from models.pay.runs.runs import PayRun
from models.pay.standards import months

BankCell: TypeAlias = str | int | Decimal
COUNT_PLACE, SUM_PLACE, FEN_PLACE = "总笔数", "总金额", "总金额分"
MONTHS_PLACE, MONTH_PLACE, DAY_PLACE, DIGITS_PLACE, RUN_PLACE = "月份", "年月", "日期", "年月日", "批次号"
BANK_PLACES = (
    COUNT_PLACE,
    SUM_PLACE,
    FEN_PLACE,
    MONTHS_PLACE,
    MONTH_PLACE,
    DAY_PLACE,
    DIGITS_PLACE,
    RUN_PLACE,
)
BANK_PLACE = re.compile(r"\{([^{}]+)\}")


def file_lines(template: BankTemplate, run: PayRun, going: Sequence[Payee]) -> list[list[BankCell]]:
    """Every line of the file for these payees, in order."""
    said = _said(run, going)
    lines = [_filled(line, said) for line in template.opening.splitlines()]
    parts = template.parts()
    if template.heading:
        lines.append(["" if heading == NO_HEADING_HERE else heading for heading, _ in parts])
    for number, payee in enumerate(going, start=1):
        lines.append([_cell(what, payee, number, run, said) for _, what in parts])
    return [*lines, *(_filled(line, said) for line in template.closing.splitlines())]


def _cell(what: str, payee: Payee, number: int, run: PayRun, said: dict[str, BankCell]) -> BankCell:
    if what[0] == '"':
        return _filled_cell(what[1:-1], said)
    return fact(what, payee, number, run)


def _filled(line: str, said: dict[str, BankCell]) -> list[BankCell]:
    return [_filled_cell(cell, said) for cell in line.split("|")]


def _filled_cell(words: str, said: dict[str, BankCell]) -> BankCell:
    """Words with their places filled in; a cell that is one place keeps its number a number."""
    whole = BANK_PLACE.fullmatch(words)
    if whole and whole[1] in said:
        return said[whole[1]]
    return BANK_PLACE.sub(lambda place: str(said.get(place[1], place[0])), words)


def _said(run: PayRun, going: Sequence[Payee]) -> dict[str, BankCell]:
    """What each place stands for in the file of a run."""
    total = sum((payee.amount for payee in going), Decimal(0)).quantize(Decimal("0.01"))
    day = run.paid_on or PartDate.of(this_day())
    return {
        COUNT_PLACE: len(going), SUM_PLACE: total, FEN_PLACE: int(total * 100),
        MONTHS_PLACE: months.span_words(run.span[0], run.span[-1]), MONTH_PLACE: months.iso(run.span[-1]).replace("-", ""),
        DAY_PLACE: str(day), DIGITS_PLACE: str(day).replace("-", ""), RUN_PLACE: run.number,
    }  # fmt: skip
