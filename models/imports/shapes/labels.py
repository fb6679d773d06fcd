"""Labels of a form or of a table on its side: cells that name a fact of the person whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.core.words import bare_heading, half_width
from models.imports.sheets.cells import shown
from models.imports.sheets.dictionary import GUESSED, OF_ROSTER, dictionary_of
from models.imports.sheets.whose import NAMES, NUMBERS
from models.imports.workbooks.sheet import Cell

LONGEST_LABEL = 16  # characters, blanks not counted
INLINE = re.compile(r"([^\s:,;]{2,14})\s*:\s*(\S.*?)(?=\s+[^\s:,;]{2,14}\s*:|\s*$)")
NUMBER_LIKE = re.compile(r"[\dXx*＊ \-]{15,24}")
OTHER_LABEL = re.compile(
    r"[㐀-鿿()（）/、\s]{2,16}[:：]?"
)  # a label that nobody knows: words without a figure


@dataclass(frozen=True, slots=True)
class LabelledCell:
    """A label and what is said behind or below it; ``index`` is the column where that stands."""

    words: str
    field: str
    value: Cell
    index: int


def field_of_label(cell: Cell) -> str:
    """The field that a cell names; '' when it names none, or is no label."""
    if not isinstance(cell, str):
        return ""
    words = bare_heading(cell)
    if not 2 <= len(words) <= LONGEST_LABEL or words[-1].isdigit():
        return ""
    known = dictionary_of(OF_ROSTER)
    meaning = known.meaning(words)
    return meaning.field if meaning.rank < GUESSED and known.knows(words) else ""


def is_number(cell: Cell) -> bool:
    """Whether a cell looks like somebody's citizen number."""
    words = half_width(shown(cell)).strip()
    return NUMBER_LIKE.fullmatch(words) is not None and sum(map(str.isdigit, words)) >= 11


def inline_pairs(cell: Cell, index: int) -> list[LabelledCell]:
    """What a cell says that has label and value in one: 姓名：张三　性别：男."""
    if not isinstance(cell, str) or not (":" in cell or "：" in cell):
        return []
    found = INLINE.findall(half_width(cell).replace("\n", "  "))
    pairs = [LabelledCell(words, field_of_label(words), value.strip(), index) for words, value in found]
    return pairs if any(pair.field for pair in pairs) else []


def names_person(fields: Iterable[str]) -> bool:
    """Whether some fields tell both who somebody is and his number."""
    known = set(fields)
    return bool(NAMES & known) and bool(NUMBERS & known)
