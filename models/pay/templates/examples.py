"""Examples 样表: a file that the bank accepted, read as a template: its columns, its heading, what stands above and below."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from models.core import journal
from models.core.files import plain_words
from models.core.record import Refusal
from models.imports.sheets.cells import shown
from models.imports.workbooks import workbook
from models.imports.workbooks.formats import is_text_file
from models.imports.workbooks.sheet import Sheet
from models.imports.workbooks.text_tables import SEPARATORS
from models.pay.runs.bank_files import ACCOUNT_FACT, AMOUNT_FACT, FEN_FACT, NO_HEADING_HERE, BankTemplate
from models.pay.templates.example_columns import ACCOUNT, ExampleColumn, bare_account_text, decide_columns
from models.pay.templates.places import with_sums

LEARNT = "按样表“{}”学会"
AS_XLSX = "样表是 .xls，本程序写成 .xlsx；银行只收 .xls 的，请用 WPS 另存"
NO_PAYEES = "“{}”里找不到收款账号，看不出一行是一个人。请选一份已经报送过、有人员明细的银行文件"
PARTING_MARKS = str.maketrans({"|": "｜", "=": "＝", "\n": " ", "\r": " "})  # what parts a template's columns


@dataclass(slots=True)
class Example:
    """What was understood of an example: the columns, and the template that would be made of them."""

    file: str
    format: str
    encoding: str = ""
    separator: str = ""
    headed: bool = False
    columns: list[ExampleColumn] = field(default_factory=list)
    opening: str = ""
    closing: str = ""
    notes: str = ""

    @property
    def asked(self) -> list[ExampleColumn]:
        """The columns that the officer has to decide."""
        return [column for column in self.columns if not column.sure]

    def template(self, name: str) -> BankTemplate:
        """The template, not saved."""
        parts = (f"{_plain(column.heading)}={column.what or '空白'}" for column in self.columns)
        return BankTemplate(
            name=name, format=self.format, encoding=self.encoding, separator=self.separator, heading=self.headed,
            columns="\n".join(parts), opening=self.opening, closing=self.closing, notes=self.notes,
        )  # fmt: skip


def read_example(file: Path) -> Example:
    """Read an example. Raises ``Refusal`` when nothing in it looks like a list of payees."""
    text = is_text_file(file)
    sheets = [sheet for sheet in workbook.read_spreadsheet(file).sheets if not sheet.hidden and sheet.rows]
    found = [(sheet, block) for sheet in sheets if (block := _block(_said(sheet)))]
    if not found:
        raise Refusal(NO_PAYEES.format(file.name))
    sheet, block = max(found, key=lambda each: len(each[1]))
    example = Example(file.name, file.suffix.lower().lstrip(".") if text else "xlsx")
    example.notes = LEARNT.format(file.name)
    if text:
        example.encoding, example.separator = _writing(file)
    elif file.suffix.lower() != ".xlsx":
        example.notes += f"。{AS_XLSX}"
    _understand(example, _said(sheet), block)
    return example


def keep_example(example: Example, name: str, user: str) -> BankTemplate:
    """Keep the template of the office, as one entry."""
    template = example.template(name)
    with journal.entry(f"按样表登记银行模板：{name}", user):
        template.save()
    return template


def _said(sheet: Sheet) -> list[list[str]]:
    return [[shown(cell) for cell in row] for row in sheet.rows]


def _block(rows: Sequence[Sequence[str]]) -> range:
    """The longest run of rows with an account in the column that has most of them, and an amount beside; may be empty."""
    width = max(map(len, rows), default=0)
    held = [
        [index for index, row in enumerate(rows) if place < len(row) and _is_payee(row, place)]
        for place in range(width)
    ]
    lines = max(held, key=len, default=[])
    best = range(0)
    begun = 0
    for position, index in enumerate(lines):
        if position and index != lines[position - 1] + 1:
            begun = position
        if position - begun + 1 > len(best):
            best = range(lines[begun], index + 1)
    return best


def _is_payee(row: Sequence[str], place: int) -> bool:
    return bool(ACCOUNT.fullmatch(bare_account_text(row[place]))) and sum(map(bool, row)) >= 3


def _understand(example: Example, rows: list[list[str]], block: range) -> None:
    """Fill in what the rows say: heading, columns, and the lines around them."""
    above = [index for index in range(block.start) if any(rows[index])]
    heading = above[-1] if above and _is_heading(rows[above[-1]], rows[block.start]) else None
    width = max(len(rows[index]) for index in (*block, *([heading] if heading is not None else [])))
    titles = [
        rows[heading][n] if heading is not None and n < len(rows[heading]) else "" for n in range(width)
    ]
    example.headed = heading is not None
    lines = [rows[index] for index in block]
    while (
        titles
        and not titles[-1]
        and not any(len(line) >= len(titles) and line[len(titles) - 1] for line in lines)
    ):
        if example.format != "xlsx":
            break  # a separator at the end of each line is part of the file
        titles.pop()
    names = [
        title or (NO_HEADING_HERE if example.headed else f"第{n}栏")
        for n, title in enumerate(titles, start=1)
    ]
    example.columns = decide_columns(names, lines)
    count, total = len(block), _sum(example.columns)
    before = range(block.start if heading is None else heading)  # blank lines among them, too
    after = [index for index in range(block.stop, len(rows)) if any(rows[index])]
    example.opening, example.closing = (
        "\n".join(_line(rows[index], count, total) for index in part) for part in (before, after)
    )


def _is_heading(above: Sequence[str], first: Sequence[str]) -> bool:
    """Whether the line above the payees names their columns: several words, none of them a number, as broad as the rows."""
    words = [cell for cell in above if cell]
    return len(words) >= 2 and len(words) * 2 >= sum(map(bool, first)) and not any(map(_is_number, words))


def _is_number(words: str) -> bool:
    return words.replace(".", "").replace(",", "").isdigit()


def _line(cells: Sequence[str], count: int, total: Decimal) -> str:
    kept = list(cells)
    while kept and not kept[-1]:
        kept.pop()
    return "|".join(with_sums(cell.translate(PARTING_MARKS), count, total) for cell in kept)


def _sum(columns: Sequence[ExampleColumn]) -> Decimal:
    """What the payees of the example get together, in yuan."""
    for column in columns:
        if column.what in (AMOUNT_FACT, FEN_FACT):
            total = sum(column.numbers, Decimal(0))
            return total / 100 if column.what == FEN_FACT else total
    return Decimal(0)


def _writing(file: Path) -> tuple[str, str]:
    """The encoding and the separator of a text file."""
    with plain_words(file):
        data = file.read_bytes()
    if data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    else:
        encoding = "gbk" if data.isascii() or not _decodes(data, "utf-8") else "utf-8"
        encoding = encoding if _decodes(data, encoding) else "gb18030"
    text = data.decode(encoding, "replace")
    return encoding, max(SEPARATORS, key=text.count)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _plain(heading: str) -> str:
    return heading.translate(PARTING_MARKS).strip()


def needed_facts(example: Example) -> list[str]:
    """What a bank's file must have and the example's columns do not say yet: an account, an amount."""
    said = {column.what for column in example.columns}
    return [
        what
        for what, some in ((ACCOUNT_FACT, {ACCOUNT_FACT}), (AMOUNT_FACT, {AMOUNT_FACT, FEN_FACT}))
        if not some & said
    ]
