"""The bank's file of a run, in the columns of a template: accounts as text, amounts with exactly two decimals."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from models.core.record import Invalid, Refusal
from models.office.deeds import SAVE_BANK_FILE, require_here
from models.pay.runs import bank_files
from models.pay.runs.bank_files import BankTemplate, Payee
from models.pay.runs.line_hashes import intact
from models.pay.runs.runs import PayRun, RunState
from models.pay.templates.bank_lines import BankCell, file_lines
from models.printing.named_people import tell_named
from models.uses.named_rows import people_named
from reports.paper.whole_files import whole
from reports.tables.book_files import Book, save_book

BANK_COLUMN_WIDTH = 22  # characters of a column


class BankFileWritten(NamedTuple):
    """What went into the file, and who is left out because no account is known."""

    payees: int
    amount: Decimal
    left_out: list[Payee]


def write_bank_file(run: PayRun, template: BankTemplate, out: Path) -> BankFileWritten:
    """Write a run's file; ``Refusal``, and no file, when the run is not what was approved, the template is not fit, or the officer
    may not take account numbers out."""
    require_here(SAVE_BANK_FILE)
    if problems := template.problems():
        raise Invalid(problems)
    if run.state not in (RunState.APPROVED, RunState.PAID, RunState.RETURNED):
        raise Refusal(f"{run.title()}现在是“{run.state}”，审批以后才能导出银行文件")
    if not intact(run):
        raise Refusal(f"{run.title()}的明细和审批时的校验码不符，不能导出；请用备份核对")
    if out.suffix.lower() != f".{template.format}":
        raise Refusal(f"模板“{template.name}”写成 .{template.format} 文件，不能写成“{out.name}”")
    found = bank_files.refuse_unpayable(run)
    going = [payee for payee in found if payee.account]
    lines = file_lines(template, run, going)
    data = _workbook(lines) if template.format == "xlsx" else _text(template, lines)
    with whole(out) as stream:
        stream.write(data)
    tell_named(out, people_named(going))
    left_out = [payee for payee in found if not payee.account]
    return BankFileWritten(len(going), sum((payee.amount for payee in going), Decimal(0)), left_out)


def _workbook(lines: Sequence[Sequence[BankCell]]) -> bytes:
    book = Book("代发")
    page = book.create_page("代发")
    for number, row in enumerate(lines, start=1):
        for column, value in enumerate(row, start=1):
            if isinstance(value, str):
                page.put_text(number, column, value, {})
            else:
                page.put_number(
                    number, column, value, {"num_format": "0.00"} if isinstance(value, Decimal) else {}
                )
    for column in range(1, max(map(len, lines)) + 1):
        page.set_width(column, BANK_COLUMN_WIDTH)
    stream = io.BytesIO()
    save_book(book, stream)
    return stream.getvalue()


def _text(template: BankTemplate, lines: Sequence[Sequence[BankCell]]) -> bytes:
    """Lines ended as Windows ends them; ``Refusal`` for a character that the bank's encoding does not have."""
    stream = io.StringIO()
    if template.format == "csv":
        csv.writer(stream, delimiter=template.separator, lineterminator="\r\n").writerows(
            list(map(_plain, line)) for line in lines
        )
    else:
        for row in lines:
            cells = (_plain(cell).replace(template.separator, " ") for cell in row)
            stream.write(template.separator.join(cells) + "\r\n")
    try:
        return stream.getvalue().encode(template.encoding)
    except UnicodeEncodeError as error:
        missing = stream.getvalue()[error.start]
        whose = next((str(cell) for row in lines for cell in row if missing in str(cell)), "")
        raise Refusal(
            f"字符编码 {template.encoding} 里没有“{whose}”的“{missing}”字，请改用 Excel、UTF-8 或 GB18030 的模板，如“一卡通（CSV，GB18030）”"
        ) from error


def _plain(cell: BankCell) -> str:
    return f"{cell:.2f}" if isinstance(cell, Decimal) else str(cell)
