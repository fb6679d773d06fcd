"""The kinds of row below a heading that are nobody's: a total, a foot, the columns' numbers, the heading once more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from models.core.words import bare_heading
from models.imports.sheets.cells import CELL_ERRORS, shown
from models.imports.sheets.dictionary import Dictionary

FOOTER = re.compile(
    r"^(制表|填表|审核|复核|审批|校对|经办|负责人|单位负责|主要负责|主管|分管|领导签|合计|总计|小计|共计|总金额|总人数|人数合计|本页|本表|累计|大写|"
    r"[（(]?(注|说明|备注|日期|单位|附|电话|联系电话|填表说明|附注)[:：]|(说明|注)$|附注|填报|制单|财务|盖章|[（(]公?章[)）]|以上|第\d+页|共\d+页|年月日|"
    r"\d+[.、]\D{3})|([小合总共]计|签字|[（(]盖章[)）])[:：]?$"
)
TOTAL = re.compile(
    r"^(本页|本表|全年|全部|金额|人数)?(合计|小计|总计|共计|累计|总和)([(（:：].*|金额|人数|数|\d.*)?$"
)
EXAMPLE = re.compile(
    r"[(（【]?(填[写表报])?(示例|样例|范例|举例|例子|样表|例如|例)\d*[)）】]?[:：]?|.*[(（](填写)?(示?例|样例|范例|举例)[)）]"
)
LONGEST_EXAMPLE = 12  # characters of a cell that says so
EXAMPLE_CELLS = 4  # of a row among which it stands
VOID = CELL_ERRORS | {
    "0",
    "00:00:00",
    "1899-12-30",
    "1899-12-31",
    "1900-01-00",
    "1900-01-01",
}  # formulas over blanks
RUNNING_NUMBER = re.compile(r"[\d\s.、,，()（）-]*")  # what a column of running numbers holds
COLUMN_NUMBER = re.compile(r"[(（]?(\d{1,3}|[甲乙丙丁戊己庚辛])[)）]?")  # a column's number below its heading
SIX_DIGITS = re.compile(r"\d{6}|\d[eE]\+|[０-９]{6}")  # what is left of a number that tells who somebody is
DITTO = frozenset(["同上", "〃", "″", "同"])
DITTO_MARKS = frozenset("同〃″")
LONGEST_DITTO = 6  # characters, blanks among them


def said_in(cells_of: Iterable[Any]) -> list[str]:
    """What a row says, cell by cell, without the errors and noughts of formulas over nothing."""
    return [words for cell in cells_of if (words := shown(cell)) and words not in VOID]


def is_example(cells_of: Sequence[Any]) -> bool:
    """Whether a row only shows how a template is to be filled in."""
    return any(
        isinstance(cell, str)
        and 0 < len(cell) <= LONGEST_EXAMPLE
        and "例" in cell
        and EXAMPLE.fullmatch(cell.strip())
        for cell in cells_of[:EXAMPLE_CELLS]
    )


def is_total(words: str) -> bool:
    return bool(TOTAL.search("".join(words.split())))


def is_footer(words: str) -> bool:
    return bool(FOOTER.search("".join(words.split())))


def is_running(words: str) -> bool:
    """Whether words are but a running number."""
    return bool(RUNNING_NUMBER.fullmatch(words))


def is_numbering(said: Sequence[str]) -> bool:
    """Whether a row numbers the columns above it: 1, 2, 3 … or 甲, 乙, 1, 2 …."""
    found = [COLUMN_NUMBER.fullmatch(words) for words in said]
    marks = [each[1] for each in found if each]
    numbers = [int(mark) for mark in marks if mark.isdecimal()]
    counted = all(after == before + 1 for before, after in pairwise(numbers))
    return len(marks) == len(said) > 2 and len(numbers) > 1 and counted


def is_ditto(cell: Any) -> bool:
    """Whether a cell but says that it is as the one above it."""
    if not isinstance(cell, str) or len(cell) > LONGEST_DITTO:
        return False
    return not DITTO_MARKS.isdisjoint(cell) and bare_heading(cell) in DITTO


def repeats_heading(said: Iterable[tuple[str, Any]], dictionary: Dictionary, kind: str = "") -> bool:
    """Whether a row's cells, each with the heading above it, but repeat headings, as on each printed page."""
    words = [(heading, cell) for heading, cell in said if isinstance(cell, str) and bare_heading(cell)]
    return len(words) > 1 and all(
        bare_heading(cell) in bare_heading(heading) or dictionary.meaning(cell, kind).field
        for heading, cell in words
    )
