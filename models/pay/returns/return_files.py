"""The files in return from a bank, and what they say of its payees: any workbook or text with accounts, amounts and results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from models.core.record import Refusal
from models.imports.sheets.dictionary import dictionary_of
from models.imports.sheets.lists import ListRow, ReadList, read_list
from models.imports.words.return_words import BankAnswer
from models.imports.workbooks import workbook
from models.pay.returns.return_columns import ResultColumns
from models.pay.runs.runs import PayRun

RUN_NUMBER = re.compile(r"\b20\d{4}-\d+\b")


@dataclass(slots=True)
class Returned:
    """One row of the bank's file: what it says of a payment, and in which words."""

    row: int
    account: str
    name: str
    amount: Decimal
    answer: BankAnswer
    words: str  # why it failed, or the words that are a question


def return_rows(run: PayRun, file: Path, rest_paid: bool) -> tuple[list[Returned], list[str]]:
    """The rows of every table in the file that has accounts and amounts, and what is wrong with rows that cannot be read.

    Raises ``Refusal`` when there is none, or when the unreadable ones would count as paid (``rest_paid``).
    """
    tables = _tables(file)
    if not tables:
        raise Refusal(f"“{file.name}”里找不到有“账号”和“金额”的表头，不能读作回盘文件")
    for table in tables:
        _refuse_other_run(run, table)
    said_in = [(table, ResultColumns.of(table)) for table in tables]
    telling = [each for each in said_in if each[1].tells]
    if not telling and not rest_paid:
        raise Refusal(f"“{file.name}”没有“结果”或“失败原因”一栏，看不出谁发放成功")
    found: list[Returned] = []
    doubts: list[str] = []
    for row, columns in ((row, columns) for table, columns in telling or said_in[:1] for row in table.rows):
        try:
            returned = _row(row, columns, rest_paid)
        except Refusal as refusal:
            if rest_paid:
                raise
            doubts.append(str(refusal))
        else:
            found += [returned] if returned is not None else []
    if not found:
        raise Refusal(doubts[0] if doubts else f"“{file.name}”里没有一行发放结果")
    return found, doubts


def _tables(file: Path) -> list[ReadList]:
    """The tables of the visible sheets, or of the hidden ones where no other has any."""
    sheets = workbook.read_spreadsheet(file).sheets
    found = [table for sheet in sheets if (table := read_list(sheet, dictionary_of("return"), "account"))]
    return [table for table in found if not table.sheet.hidden] or found


def _row(row: ListRow, columns: ResultColumns, rest_paid: bool) -> Returned | None:
    """A row of the table; None for one that is about nobody. Raises ``Refusal`` for one that cannot be read."""
    if row.refused and row.refused.column == row.letters["account"] and row.refused.value:
        raise Refusal(
            f"第{row.row}行的账号{row.refused.value}被表格软件改成了科学计数，请让银行把账号一栏设为文本"
        )
    if row.refused:
        raise Refusal(f"第{row.row}行：{row.refused.words}，没有读入")
    account = row.facts.get("account", "")
    if not any(character.isdigit() for character in account):
        if "amount" not in row.facts and "name" not in row.facts:
            return None
        raise Refusal(f"第{row.row}行没有账号，没有读入：{row.words()[:60]}")
    answer, words = columns.said(row, rest_paid)
    return Returned(row.row, account, row.facts.get("name", ""), _amount(row), answer, words)


def _amount(row: ListRow) -> Decimal:
    amount: Decimal | None = row.facts.get("amount")
    said = row.said.get("amount", "")
    if amount is None:
        raise Refusal(f"第{row.row}行的金额“{said}”读不懂，没有读入")
    if amount <= 0:
        raise Refusal(f"第{row.row}行的金额{said}不是一笔发放的金额，没有读入")
    return amount.quantize(Decimal("0.01"))


def _refuse_other_run(run: PayRun, table: ReadList) -> None:
    """A file that names another run is not this one's."""
    named = {number for row in _said(table.rows, "batch") for number in RUN_NUMBER.findall(row)}
    if named and run.number not in named:
        raise Refusal(f"这份回盘文件是批次{'、'.join(sorted(named))}的，不是{run.title()}的，没有读入")


def _said(rows: Sequence[ListRow], field: str) -> list[str]:
    return [row.said.get(field, "") for row in rows]
