"""What a bank's file says of its payees: any workbook or text with accounts, amounts and results."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from models.core.files import plain_words
from models.core.record import Refusal
from models.core.words import half_width
from models.imports.workbooks import workbook
from models.pay.runs.bank_files import bare_account
from models.pay.runs.runs import PayRun

HEADINGS = {
    "account": ("银行账号", "账号", "卡号", "收款账号", "收款人账号", "银行账户", "帐号"),
    "name": ("姓名", "户名", "收款账号名称", "收款人名称", "收款人姓名", "账户名称", "收款人户名"),
    "amount": ("金额", "交易金额", "发放金额", "代发金额", "实发金额", "金额(元)", "转账金额"),
    "result": (
        "结果", "处理结果", "交易结果", "状态", "交易状态", "发放状态", "处理状态", "是否成功", "回盘结果",
    ),
    "reason": ("失败原因", "原因", "错误信息", "返回信息", "处理信息", "退票原因", "失败说明"),
    "batch": ("批次号", "备注", "摘要", "用途", "汇款用途"),
}  # fmt: skip
SUCCESS = re.compile(
    r"(交易|处理|发放|入账|代发)?成功|已?入账|已发放|是|Y|YES|S|0+|正常|完成|已到账", re.IGNORECASE
)
LOST = re.compile(r"\d(\.\d+)?E\+?\d+", re.IGNORECASE)
RUN_NUMBER = re.compile(r"\b20\d{4}-\d+\b")
SEPARATORS = "|,\t;，"
SPOILT = 1e15  # a number from here on has lost digits in a spreadsheet


@dataclass(slots=True)
class Returned:
    """One row of the bank's file."""

    row: int
    account: str
    name: str
    amount: Decimal
    failed: str  # why not; empty when paid


def rows(run: PayRun, file: Path, rest_paid: bool) -> list[Returned]:
    """The rows of the first table in the file that has accounts and amounts. Raises ``Refusal`` when there is none."""
    for first, table in _tables(file):
        for number, cells in enumerate(table):
            columns = _columns(cells)
            if {"account", "amount"} <= columns.keys():
                below = table[number + 1 :]
                _refuse_other_run(run, below, columns)
                if not rest_paid and not {"result", "reason"} & columns.keys():
                    raise Refusal(f"“{file.name}”没有“结果”或“失败原因”一栏，看不出谁发放成功")
                read = [_row(n, row, columns, rest_paid) for n, row in enumerate(below, first + number + 1)]
                if found := [row for row in read if row is not None]:
                    return found
                raise Refusal(f"“{file.name}”里没有一行发放结果")
    raise Refusal(f"“{file.name}”里找不到有“账号”和“金额”的表头，不能读作回盘文件")


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Which column of a heading is what."""
    found: dict[str, int] = {}
    for column, cell in enumerate(cells):
        word = half_width(cell).replace(" ", "")
        for what, spellings in HEADINGS.items():
            if what not in found and word in spellings:
                found[what] = column
    return found


def _row(number: int, cells: Sequence[str], columns: dict[str, int], rest_paid: bool) -> Returned | None:
    """A row of the table; None for one that is about nobody: empty, a sum, a signature."""

    def cell(what: str) -> str:
        place = columns.get(what)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    account, said = bare_account(cell("account")), cell("amount").replace(",", "").replace("¥", "")
    if not account or not any(character.isdigit() for character in account):
        return None
    if LOST.fullmatch(account):
        raise Refusal(f"第{number}行的账号{account}被表格软件改成了科学计数，请让银行把账号一栏设为文本")
    try:
        amount = Decimal(said)
    except InvalidOperation as error:
        raise Refusal(f"第{number}行的金额“{said}”读不懂，没有读入") from error
    if amount <= 0 or amount != round(amount, 2):
        raise Refusal(f"第{number}行的金额{said}不是一笔发放的金额，没有读入")
    result, reason = cell("result"), cell("reason")
    if result:
        failed = "" if SUCCESS.fullmatch(result) else (reason or result)
    else:
        failed = reason or ("银行退回，未写原因" if rest_paid else "")
    return Returned(number, account, cell("name"), round(amount, 2), failed)


def _refuse_other_run(run: PayRun, rows: Sequence[Sequence[str]], columns: dict[str, int]) -> None:
    """A file that names another run is not this one's."""
    place = columns.get("batch")
    if place is None:
        return
    named = {number for row in rows if place < len(row) for number in RUN_NUMBER.findall(row[place])}
    if named and run.number not in named:
        raise Refusal(f"这份回盘文件是批次{'、'.join(sorted(named))}的，不是{run.title()}的，没有读入")


def _tables(file: Path) -> Iterator[tuple[int, list[list[str]]]]:
    """The sheets of a workbook, or a text file, as words; with the number of the first row."""
    if file.suffix.lower() in (".csv", ".txt"):
        yield 1, list(_text_table(file))
        return
    for sheet in workbook.read(file).sheets:
        yield sheet.first_row, [[_shown(cell) for cell in row] for row in sheet.rows]


def _text_table(file: Path) -> Iterator[list[str]]:
    with plain_words(file):
        data = file.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Refusal(f"“{file.name}”的字符编码读不懂，请存为 UTF-8 或 GBK")
    separator = max(SEPARATORS, key=text.count)
    try:
        yield from csv.reader(text.splitlines(), delimiter=separator)
    except csv.Error as error:
        raise Refusal(f"“{file.name}”不是一份可读的文本表格") from error


def _shown(cell: Any) -> str:
    """A cell as words; a whole number without a point, money exactly, an account that lost its digits as such."""
    if isinstance(cell, float):
        if abs(cell) >= SPOILT:
            return f"{cell:.5E}"
        return str(int(cell)) if cell == int(cell) else repr(round(cell, 6))
    return str(cell)
