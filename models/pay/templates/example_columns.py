"""Example columns: what each column of a bank's example file holds, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from models.core import citizen_number
from models.core.words import bare_heading, half_width
from models.imports.sheets.cells import Unreadable
from models.imports.sheets.money import yuan_of
from models.pay.runs.bank_files import (
    ACCOUNT_FACT,
    AMOUNT_FACT,
    BANK_FACT,
    BLANK_FACT,
    FEN_FACT,
    HOLDER_FACT,
    ITEM_FACT,
    MONTH_FACT,
    NAME_FACT,
    NUMBER_FACT,
    REMARK_FACT,
    SERIAL_FACT,
    STREET_FACT,
)
from models.pay.templates.places import with_places
from models.payments.payment import regular_items

ACCOUNT = re.compile(r"\d{12,32}")
NAME = re.compile(r"[㐀-鿿𠀀-𲎯·]{2,12}")
BANK = re.compile(r"银行|信用[合联]?社|农商|农信|支行|储蓄")
PAYER = re.compile(r"付款|付方|汇款人|汇款方|出账|转出|代发单位|委托单位")
IN_FEN = re.compile(r"\(分\)|[:_]?分$")
HEADED = (
    (AMOUNT_FACT, re.compile(r"金额|发生额|实发|代发额|应发")),
    (SERIAL_FACT, re.compile(r"序号|编号|行号|^NO\.?$", re.IGNORECASE)),
    (REMARK_FACT, re.compile(r"摘要|备注|用途|附言|说明")),
    (BANK_FACT, re.compile(r"开户行|银行名|行名|开户银行|银行$")),
    (HOLDER_FACT, re.compile(r"户名|收款人|账[户号]名|帐[户号]名")),
    (NAME_FACT, re.compile(r"姓名|名称")),
    (NUMBER_FACT, re.compile(r"身份证|证件号|证件号码")),
    (STREET_FACT, re.compile(r"街道|乡镇")),
    (MONTH_FACT, re.compile(r"月份|期间|所属期")),
)
ASKED_THOUGH_THE_SAME = re.compile(
    r"金额|应发|实发|行号|联行|姓名|户名|身份证|证件号"
)  # of the example's people, perhaps
SAMPLES = 3  # values that the officer is shown


@dataclass(slots=True)
class ExampleColumn:
    """A column: its heading, a few values, what it is taken for, and whether that must be asked.

    ``what`` is a fact of ``bank_files.FACTS`` or fixed words in quotation marks; '' where nobody can know.
    """

    heading: str
    values: list[str]
    what: str = ""
    sure: bool = False
    numbers: list[Decimal] = field(default_factory=list)  # where all of it is money

    @property
    def samples(self) -> str:
        return (
            "、".join(dict.fromkeys(value for value in self.values if value))
            if self.is_short()
            else self._some()
        )

    def is_short(self) -> bool:
        return len(set(self.values)) <= SAMPLES

    def _some(self) -> str:
        return "、".join(list(dict.fromkeys(self.values))[:SAMPLES]) + "…"


def decide_columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[ExampleColumn]:
    """The columns of an example, in its order; each fact at most once."""
    columns = [
        ExampleColumn(heading, [row[place] if place < len(row) else "" for row in rows])
        for place, heading in enumerate(headings)
    ]
    for column in columns:
        column.numbers = _numbers(column.values)
    for decide in (
        _blanks,
        _numbers_of_citizens,
        _accounts,
        _serials,
        _amounts,
        _by_heading,
        _names,
        _banks,
        _constants,
    ):
        decide(columns)
    return columns


def _open(columns: Sequence[ExampleColumn]) -> list[ExampleColumn]:
    return [column for column in columns if not column.what]


def _blanks(columns: Sequence[ExampleColumn]) -> None:
    for column in columns:
        if not any(column.values):
            column.what, column.sure = BLANK_FACT, True


def _numbers_of_citizens(columns: Sequence[ExampleColumn]) -> None:
    found = [c for c in _open(columns) if _most(_is_citizen_number(v) for v in c.values)]
    _give(found, NUMBER_FACT)


def _accounts(columns: Sequence[ExampleColumn]) -> None:
    """The column of accounts that differ from row to row; one that is the same everywhere is the payer's."""
    alike = [
        c
        for c in _open(columns)
        if _most(ACCOUNT.fullmatch(bare_account_text(v)) is not None for v in c.values)
    ]
    own = [c for c in alike if not PAYER.search(c.heading)]
    _give(sorted(own, key=lambda column: -len(set(column.values))), ACCOUNT_FACT)


def _serials(columns: Sequence[ExampleColumn]) -> None:
    for column in _open(columns):
        counted = [int(number) for number in column.numbers if number == int(number)]
        if counted and counted == list(range(1, len(column.values) + 1)) and not _says(column, AMOUNT_FACT):
            padded = any(value.startswith("0") for value in column.values)
            column.what = SERIAL_FACT
            column.sure = not padded and (len(counted) > 1 or _says(column, SERIAL_FACT))


def _amounts(columns: Sequence[ExampleColumn]) -> None:
    """The column of money; of several the one that its heading calls so, and else it is asked."""
    money = [c for c in _open(columns) if c.numbers and all(number > 0 for number in c.numbers)]
    money = [
        c
        for c in money
        if not _says(c, SERIAL_FACT) and not any(v.startswith("0") and "." not in v for v in c.values)
    ]
    named = [c for c in money if _says(c, AMOUNT_FACT)]
    varied = [c for c in money if len(set(c.values)) > 1 or any("." in value for value in c.values)]
    chosen = named or varied
    if not chosen:
        return
    column = chosen[-1] if len(chosen) > 1 and "实发" in chosen[-1].heading else chosen[0]
    fen = IN_FEN.search(bare_heading(column.heading)) is not None
    column.what = FEN_FACT if fen else AMOUNT_FACT
    whole = all(number == int(number) for number in column.numbers)
    large = whole and not fen and sum(column.numbers) / len(column.numbers) >= 20_000
    column.sure = len(chosen) == 1 and not large


def _by_heading(columns: Sequence[ExampleColumn]) -> None:
    """What a heading calls by its name and nothing in the column contradicts."""
    taken = {column.what for column in columns}
    for column in _open(columns):
        for what, words in HEADED:
            if (
                what in taken
                or not words.search(bare_heading(column.heading))
                or PAYER.search(column.heading)
            ):
                continue
            if what in (NAME_FACT, HOLDER_FACT) and not _most(map(_is_name, column.values)):
                continue
            if what in (AMOUNT_FACT, SERIAL_FACT, NUMBER_FACT) or (what == BANK_FACT and _says_code(column)):
                continue
            fixed = _fixed(column) if what in (REMARK_FACT, MONTH_FACT, BANK_FACT) else ""
            column.what = fixed or what
            column.sure = not (fixed and what != BANK_FACT and fixed == f'"{column.values[0]}"')
            taken.add(what)
            break


def _names(columns: Sequence[ExampleColumn]) -> None:
    alike = [c for c in _open(columns) if len(set(c.values)) > 1 and _most(map(_is_name, c.values))]
    alike = [c for c in alike if not any(map(BANK.search, c.values))]
    if {NAME_FACT, HOLDER_FACT} & {column.what for column in columns}:
        return
    _give(alike, HOLDER_FACT)


def _banks(columns: Sequence[ExampleColumn]) -> None:
    taken = {column.what for column in columns}
    alike = [c for c in _open(columns) if len(set(c.values)) > 1 and all(map(BANK.search, c.values))]
    if BANK_FACT not in taken:
        _give(alike, BANK_FACT)


def _constants(columns: Sequence[ExampleColumn]) -> None:
    """What is the same in each row is written so again, the month in it as a place; of one row alone it is asked."""
    for column in _open(columns):
        if all(value in regular_items() for value in column.values):
            column.what, column.sure = ITEM_FACT, True
        elif len(set(column.values)) == 1:
            column.what = _fixed(column)
            told = bare_heading(column.heading)
            by_chance = ASKED_THOUGH_THE_SAME.search(told) and not PAYER.search(told)
            column.sure = len(column.values) > 1 and not by_chance


def _fixed(column: ExampleColumn) -> str:
    """The same words in each row, in quotation marks; '' where they differ."""
    return f'"{with_places(column.values[0])}"' if len(set(column.values)) == 1 and column.values[0] else ""


def _give(columns: Sequence[ExampleColumn], what: str) -> None:
    """The first of these is it; where there are several it must be asked."""
    if columns:
        varied = [len(set(column.values)) > 1 for column in columns[:2]]
        columns[0].what, columns[0].sure = what, len(columns) == 1 or varied == [True, False]


def _says(column: ExampleColumn, what: str) -> bool:
    return any(each == what and words.search(bare_heading(column.heading)) for each, words in HEADED)


def _says_code(column: ExampleColumn) -> bool:
    """A bank's number (行号, 联行号) is not its name."""
    return _most(value.isdigit() for value in column.values)


def _is_citizen_number(value: str) -> bool:
    words = half_width(value).upper()
    return (
        citizen_number.SHAPE.fullmatch(words) is not None
        and len(words) == 18
        and citizen_number.is_right(words)
    )


def _is_name(value: str) -> bool:
    return NAME.fullmatch(value.strip()) is not None and not BANK.search(value)


def _most(marks: Iterable[bool]) -> bool:
    some = list(marks)
    return bool(some) and sum(some) * 10 >= len(some) * 9


def bare_account_text(value: str) -> str:
    """An account without blanks, hyphens and the mark that a spreadsheet puts before text."""
    return re.sub(r"[\s\-'’=\"]", "", half_width(value))


def _numbers(values: Sequence[str]) -> list[Decimal]:
    found = []
    for value in values:
        try:
            amount = yuan_of(value)
        except Unreadable:
            return []
        if amount is None:
            return []
        found.append(amount)
    return found
