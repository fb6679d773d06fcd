"""Totals printed on a register, 合计 and each 小计: compared with what was taken, and the difference told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.core.words import half_width
from models.imports.registers.lines import RegisterLine, RegisterReader
from models.imports.registers.reading import Register
from models.imports.registers.tables import RegisterTable
from models.imports.sheets.cells import Spoilt, Unreadable, shown
from models.imports.sheets.read_rows import SheetRemark
from models.imports.sheets.row_kinds import is_running, is_total, said_in
from models.imports.words.capital_money import capital_amount
from models.imports.workbooks.sheet import Cell

PART_TOTAL = re.compile(r"小计|本页")
MONEY_IN_WORDS = re.compile(r"[¥￥]\s*(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)\s*元")
CAPITALS = re.compile(r"[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{3,}")
TOTAL_DIFFERS = "“{}”写的是{:,.2f}元，上面各行登记的共{:,.2f}元，相差{:,.2f}元{}，请核对"
LEFT_BEHIND = "（其中{}行没有登记）"


@dataclass(frozen=True, slots=True)
class PrintedTotal:
    """A row of a total: its number, its word, and its cells."""

    row: int
    words: str
    cells: Sequence[Cell]


def differing_totals(register: Register) -> Iterator[SheetRemark]:
    """What is to be told of each total that is not the sum of the lines it stands for."""
    totals = list(_totals(register))
    for number, table in enumerate(register.tables):
        after = [register.sheet.first_row + each.found.row for each in register.tables[number + 1 :]]
        top, end = register.sheet.first_row + table.found.row, min(after, default=10**9)
        own = [total for total in totals if top < total.row < end]
        for reader in _money_columns(table):
            for index, total in enumerate(own):
                printed = _printed(total, reader, alone=len(_money_columns(table)) == 1)
                if printed is not None:
                    yield from _compared(table, reader, own[:index], total, printed)


def _totals(register: Register) -> Iterator[PrintedTotal]:
    """The rows of totals among those that were left out."""
    for remark in register.left_out:
        cells = register.sheet.rows[(remark.row or 0) - register.sheet.first_row] if remark.row else []
        first = next((words for words in said_in(cells) if not is_running(words)), "")
        if is_total(first):
            yield PrintedTotal(remark.row or 0, first, cells)


def _money_columns(table: RegisterTable) -> list[RegisterReader]:
    ones = [
        each for each in table.columns_read if each.about and each.about.reads == "yuan" and not each.again
    ]
    return [*table.wide, *(each for each in ones if not table.wide or each.field != "amount")]


def _printed(total: PrintedTotal, reader: RegisterReader, alone: bool) -> Decimal | None:
    """What a total says below a column of money, or, where there is but one, in its words."""
    cell = reader.cell(list(total.cells))
    try:
        amount = reader.read(cell) if shown(cell) and not is_total(shown(cell)) else None
    except (Unreadable, Spoilt):
        amount = None
    if isinstance(amount, Decimal) or not alone:
        return amount if isinstance(amount, Decimal) else None
    words = half_width("　".join(shown(cell) for cell in total.cells))
    if found := MONEY_IN_WORDS.search(words):
        return Decimal((found[1] or found[2]).replace(",", ""))
    capitals = CAPITALS.search(words)
    return capital_amount(capitals[0]) if capitals else None


def _compared(
    table: RegisterTable,
    reader: RegisterReader,
    before: Sequence[PrintedTotal],
    total: PrintedTotal,
    printed: Decimal,
) -> Iterator[SheetRemark]:
    """The remark on a total that is the sum neither of the lines since the last one, nor of all above, nor of all."""
    since = before[-1].row if before else 0
    same = [each.row for each in before if each.words == total.words]
    parts = [
        [line for line in table.lines if since < line.row < total.row],
        [line for line in table.lines if (same[-1] if same else 0) < line.row < total.row],
        [line for line in table.lines if line.row < total.row],
        table.lines,
    ]
    if any(_sum(part, reader) == printed for part in parts):
        return
    meant = parts[0] if PART_TOTAL.search(total.words) else parts[2]
    if not meant:
        meant = table.lines
    taken = _sum(meant, reader)
    refused = len({line.row for line in meant if line.refused})
    more = LEFT_BEHIND.format(refused) if refused else ""
    words = TOTAL_DIFFERS.format(total.words, printed, taken, abs(printed - taken), more)
    yield SheetRemark(total.row, reader.letters, f"{printed}", words)


def _sum(lines: Sequence[RegisterLine], reader: RegisterReader) -> Decimal:
    """What the lines say in a column; of a payment that is one of several columns, in its own alone."""
    said = (
        line.facts.get(reader.field)
        for line in lines
        if not line.refused and line.letters.get(reader.field) == reader.letters
    )
    return sum((value for value in said if isinstance(value, Decimal)), Decimal(0))
