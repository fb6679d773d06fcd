"""Workbooks that strangers made (.xlsx .xls .et .ods .docx .csv, pages, XML), read safely into plain cells; what they mean is not asked here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from models.core.record import Refusal
from models.imports.workbooks.formats import read_other_format
from models.imports.workbooks.parts import (
    BLOCK,
    PASSWORD,
    SHEET_TOO_LARGE,
    WORKBOOK_DAMAGED,
    Merge,
    SheetFacts,
    Unfit,
)
from models.imports.workbooks.safety import inspect
from models.imports.workbooks.sheet import Cell, Sheet, column_letters

KNOWN_ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"}


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook's file name and its worksheets in their order, hidden ones included, charts not."""

    file: str
    sheets: tuple[Sheet, ...]


def read_spreadsheet(file: Path) -> Workbook:
    """Read a workbook; a ``Refusal`` says why it cannot be read, and what to do next."""
    try:
        _check_name(file)
        with _open(file) as stream:
            if (others := read_other_format(file, stream)) is not None:
                return Workbook(file.name, others)
            stream.seek(0)
            facts = inspect(stream)
            stream.seek(0)
            return Workbook(file.name, tuple(_read_sheets(stream, facts)))
    except Unfit as unfit:
        raise Refusal(f"“{file.name}”{unfit}") from unfit
    except OSError as error:
        raise Refusal(f"“{file.name}”读取中断，请检查U盘或网络，把文件复制到本机后再选") from error


def _check_name(file: Path) -> None:
    if file.name.startswith(("~$", ".~")):
        raise Unfit("是表格打开期间的临时文件，不是名册本身。请选没有“~”开头的那个文件")
    if file.is_dir():
        raise Unfit("是文件夹。请选其中的表格文件")
    if not file.exists():
        raise Unfit("找不到，可能已移动、改名，或U盘已拔出。请重新选择")
    if not file.is_file():
        raise Unfit("不是普通文件，请选.xlsx、.xls或.ods文件")


def _open(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except PermissionError as error:
        raise Unfit(
            "打不开：它可能正在Excel或WPS中打开，请先关闭它再选；若没有打开，请检查是否有权读取"
        ) from error


def _read_sheets(stream: BinaryIO, facts: list[SheetFacts]) -> Iterator[Sheet]:
    with _calamine_errors(), CalamineWorkbook.from_filelike(stream) as workbook:
        if len(workbook.sheets_metadata) != len(facts):
            raise Unfit(WORKBOOK_DAMAGED)
        for index, (about, known) in enumerate(zip(workbook.sheets_metadata, facts, strict=True)):
            if about.typ == SheetTypeEnum.WorkSheet:
                _refuse_strange_errors(about.name, known)
                hidden = about.visible != SheetVisibleEnum.Visible
                yield _sheet(workbook.get_sheet_by_index(index), hidden, known)


@contextmanager
def _calamine_errors() -> Iterator[None]:
    try:
        yield
    except PasswordError as error:
        raise Unfit(PASSWORD) from error
    except CalamineError as error:
        raise Unfit(WORKBOOK_DAMAGED) from error
    except MemoryError as error:
        raise Unfit(SHEET_TOO_LARGE) from error
    except BaseException as error:
        if (
            type(error).__name__ != "PanicException"
        ):  # calamine stumbling over a broken file; has no public name
            raise
        raise Unfit(WORKBOOK_DAMAGED) from error


def _refuse_strange_errors(name: str, facts: SheetFacts) -> None:
    """calamine gives up a whole workbook for an error value that it does not know, such as #SPILL!."""
    for (row, column), words in facts.errors.items():
        if words not in KNOWN_ERRORS:
            place = f"{column_letters(column)}{row}"
            raise Unfit(f"的工作表“{name}”中{place}格是错误值{words}，请改正或清除该格，保存后再选")


def _sheet(sheet: CalamineSheet, hidden: bool, facts: SheetFacts) -> Sheet:
    rows: list[list[Cell]] = sheet.to_python()
    top, left = sheet.start or (0, 0)
    for (row, column), words in facts.errors.items():
        if 0 <= row - 1 - top < len(rows) and 0 <= column - left < len(rows[0]):
            rows[row - 1 - top][column - left] = words  # calamine leaves errors empty
    ranges = sheet.merged_cell_ranges
    merges = facts.merges if ranges is None else [Merge(a + 1, b, c + 1, d) for (a, b), (c, d) in ranges]
    _fill_down(rows, top + 1, left, merges)
    while rows and all(value == "" for value in rows[-1]):
        rows.pop()
    unsolved = frozenset(facts.unsolved)
    return Sheet(
        sheet.name, hidden, rows, top + 1, left, tuple(merges), unsolved, facts.formulas,
        frozenset(facts.hidden_rows), frozenset(facts.struck), frozenset(facts.hidden_columns),
    )  # fmt: skip


def _fill_down(rows: list[list[Cell]], first_row: int, first_column: int, merges: list[Merge]) -> None:
    """Give every row of an area merged downwards the value of its first."""
    filled = 0
    for merge in merges:
        column, first = merge.left - first_column, merge.top - first_row
        last = min(merge.bottom - first_row, len(rows) - 1)
        if last <= first or first < 0 or not 0 <= column < len(rows[0]) or rows[first][column] == "":
            continue
        filled += last - first
        if filled > BLOCK:  # areas that overlap, as no spreadsheet program allows
            raise Unfit(WORKBOOK_DAMAGED)
        for row in rows[first + 1 : last + 1]:
            row[column] = rows[first][column]
