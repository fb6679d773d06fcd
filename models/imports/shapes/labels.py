"""Labels of a form or of a table on its side: cells that name a fact of the person whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from models.core.words import bare_heading, half_width
from models.imports.evidence.taught import OF_ROSTER
from models.imports.sheets.cells import shown, unwrapped
from models.imports.sheets.dictionary import GUESSED, dictionary_of
from models.imports.sheets.whose import NAMES, NUMBERS
from models.imports.workbooks.sheet import Cell

LONGEST_LABEL = 16  # characters, blanks not counted
INLINE = re.compile(r"([^\s:,;]{2,14})\s*:\s*(\S.*?)(?=\s+[^\s:,;]{2,14}\s*:|\s*$)")
NUMBER_LIKE = re.compile(r"[\dXx*＊ \-]{15,24}")
PHOTOGRAPH = re.compile(r"^.{0,6}([照相]\s*片|寸照|[粘贴]照)|^[一二12]\s*寸")
OTHER_LABEL = re.compile(
    r"[㐀-鿿()（）/、\s]{2,16}[:：]?"
)  # a label that nobody knows: words without a figure

Labels = tuple[tuple[int, str], ...]  # the known ones of a row, each with its column


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


def known_labels(row: list[Cell]) -> Labels:
    """The labels of a row, filled in or not."""
    return tuple((at, shown(cell)) for at, cell in enumerate(row) if field_of_label(cell))


def is_number(cell: Cell) -> bool:
    """Whether a cell looks like somebody's citizen number."""
    words = half_width(shown(unwrapped(cell))).strip()
    return NUMBER_LIKE.fullmatch(words) is not None and sum(map(str.isdigit, words)) >= 11


def inline_pairs(cell: Cell, index: int) -> list[LabelledCell]:
    """What a cell says that has label and value in one: 姓名：张三　性别：男."""
    if not isinstance(cell, str) or not (":" in cell or "：" in cell):
        return []
    found = INLINE.findall(half_width(cell).replace("\n", "  "))
    pairs = [LabelledCell(words, field_of_label(words), value.strip(), index) for words, value in found]
    return pairs if any(pair.field for pair in pairs) else []


def labelled_cells(row: list[Cell], breadths: Mapping[int, int] | None = None) -> Iterator[LabelledCell]:
    """Labels and what stands behind them, from left to right; ``breadths`` of cells that are merged across."""
    said = [(i, cell) for i, cell in enumerate(row) if shown(cell) and not PHOTOGRAPH.search(shown(cell))]
    position = 0
    while position < len(said):
        index, cell = said[position]
        position += 1
        if inline := inline_pairs(cell, index):
            yield from inline
            continue
        known = field_of_label(cell)
        other = is_word(cell)
        if not (known or other) or position >= len(said):
            continue
        behind, value = said[position]
        if field_of_label(value) or inline_pairs(value, behind):
            continue
        apart = behind > index + (breadths or {}).get(index, 1)
        if apart and position + 1 < len(said) and said[position + 1][0] == behind + 1 and is_word(value):
            continue  # nothing was filled in: what follows is the next label
        yield LabelledCell(shown(cell).rstrip(":："), known, value, behind)
        position += 1


def is_word(cell: Cell) -> bool:
    """Whether a cell may be a label that nobody knows."""
    return isinstance(cell, str) and OTHER_LABEL.fullmatch(cell.strip()) is not None


def bare_labels(row: list[Cell]) -> list[tuple[int, str, str]]:
    """The known labels of a row that holds nothing but labels: index, words, field."""
    said = [(index, cell) for index, cell in enumerate(row) if shown(cell)]
    labels = [(index, shown(cell), field) for index, cell in said if (field := field_of_label(cell))]
    plain = all(is_word(cell) for _, cell in said)
    return labels if plain and len(labels) * 2 > len(said) else []


def names_person(fields: Iterable[str]) -> bool:
    """Whether some fields tell both who somebody is and his number."""
    known = set(fields)
    return bool(NAMES & known) and bool(NUMBERS & known)
