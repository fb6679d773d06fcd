"""A list printed in two or three halves side by side: the same headings again, other people; each half is a sheet of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from models.core.words import bare_heading
from models.imports.sheets.cells import shown
from models.imports.sheets.row_kinds import SIX_DIGITS
from models.imports.sheets.whose import ROLE
from models.imports.words.kind_words import kind_named
from models.imports.workbooks.sheet import Cell, Sheet

LOOKED_AT_ROWS = 40  # from the top
MOST_HALVES = (3, 2)  # as broad as paper is
NAME_HEADING = re.compile(r".{0,6}姓名|优抚对象|户名|领[取款]人|收款人|受助人")
NUMBER_HEADING = re.compile(r".{0,6}(身份证(件)?(号|号码)?|公民身份号码|证件号码|身份号码)")
ACCOUNT_HEADING = re.compile(r".{0,6}([账帐]号|[账帐]户|卡号)")


def side_by_side(sheet: Sheet) -> list[Sheet]:
    """The halves of a sheet from left to right; the sheet alone when it is one list."""
    for index, row in enumerate(sheet.rows[:LOOKED_AT_ROWS]):
        if len(row) > 3 and (starts := _starts(row)) and _are_lists(sheet, index, starts):
            ends = [*starts[1:], len(row)]
            return [_half(sheet, index, *part) for part in zip(starts, ends, strict=True)]
    return [sheet]


def halves_of_blank(sheet: Sheet) -> list[Sheet]:
    """The halves of a blank form, below whose headings nobody stands yet: the same headings, all of them, once more."""
    for index, row in enumerate(sheet.rows[:LOOKED_AT_ROWS]):
        if (starts := _repeated(row)) and not _of_helpers(sheet, index, starts):
            return [_half(sheet, index, *part) for part in zip(starts, [*starts[1:], len(row)], strict=True)]
    return [sheet]


def _repeated(row: Sequence[Any]) -> list[int]:
    """Where each half begins of a row that says the same words two or three times over, a name or a number among them."""
    words = [
        (at, bare) for at, cell in enumerate(row) if isinstance(cell, str) and (bare := bare_heading(cell))
    ]
    for times in MOST_HALVES:
        size, rest = divmod(len(words), times)
        halves = [[each for _, each in words[at : at + size]] for at in range(0, len(words), size or 1)]
        names = size > 1 and any(
            NAME_HEADING.fullmatch(each) or NUMBER_HEADING.fullmatch(each) for each in halves[0]
        )
        if not rest and names and all(half == halves[0] for half in halves):
            return [words[at][0] for at in range(0, len(words), size)]
    return []


def _starts(row: Sequence[Any]) -> list[int]:
    """Where each half of a heading begins; empty when it is no heading of several."""
    bare = [bare_heading(cell) if isinstance(cell, str) else "" for cell in row]
    for keys in (NUMBER_HEADING, ACCOUNT_HEADING):
        numbers = [index for index, words in enumerate(bare) if keys.fullmatch(words)]
        names = [index for index, words in enumerate(bare) if NAME_HEADING.fullmatch(words)]
        same = len({bare[i] for i in numbers}) == len({bare[i] for i in names}) == 1
        if len(numbers) == len(names) > 1 and same:
            break
    else:
        return []
    first = next(index for index, words in enumerate(bare) if words)
    again = [index for index, words in enumerate(bare) if words == bare[first]]
    starts = (
        again if len(again) == len(names) else [first, *map(min, zip(names[1:], numbers[1:], strict=True))]
    )
    blocks = zip(starts, [*starts[1:], len(bare)], strict=True)
    whole = all(sum(s <= i < e for i in names) == sum(s <= i < e for i in numbers) == 1 for s, e in blocks)
    return starts if whole else []


def _are_lists(sheet: Sheet, heading: int, starts: Sequence[int]) -> bool:
    """Whether the halves are lists of people, and not a person and his helper: other numbers, no group of helpers above."""
    if _of_helpers(sheet, heading, starts):
        return False
    for start, end in zip(starts[1:], [*starts[2:], len(sheet.rows[heading])], strict=True):
        said = [
            words
            for row in sheet.rows[heading + 1 :]
            for cell in row[start:end]
            if SIX_DIGITS.search(words := shown(cell)) and len(words) >= 12
        ]
        if not said or (len(said) > 2 and len(set(said)) * 2 < len(said)):
            return False
    return True


def _of_helpers(sheet: Sheet, heading: int, starts: Sequence[int]) -> bool:
    """Whether a group above one of the further halves names somebody beside the person."""
    above = sheet.rows[heading - 1] if heading else []
    for start, end in zip(starts[1:], [*starts[2:], len(sheet.rows[heading])], strict=True):
        over = next((shown(cell) for cell in above[start:end] if shown(cell)), "")
        if over and not kind_named(over) and ROLE.search(over):
            return True
    return False


def _half(sheet: Sheet, heading: int, start: int, end: int) -> Sheet:
    """A half as a sheet, below the titles of the whole."""
    rows: list[list[Cell]] = []
    for index, row in enumerate(sheet.rows):
        part = row[start:end]
        if index < heading and start and not any(map(shown, part)):
            words = next((cell for cell in row if shown(cell)), "")
            part = [words, *part[1:]]
        rows.append(part)
    while rows and not any(map(shown, rows[-1])):
        rows.pop()
    return replace(sheet, rows=rows, first_column=sheet.first_column + start)
