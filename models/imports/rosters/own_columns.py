"""The columns of a roster that are fields of the office's own 自设栏目: known by the field's name, read by its type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from models.core.words import bare_heading
from models.imports.sheets import cells
from models.imports.sheets.cells import Spoilt, Unreadable, shown
from models.imports.sheets.field_kinds import CellReader, cell_reader, reader_for
from models.own_fields.own_fields import OwnField, OwnType, own_field, own_fields

SOME_CODE = re.compile(r"\d{10,}")  # a telephone, an account: written as it stands, never reckoned with
LIKELY_TYPES = (OwnType.FLAG, OwnType.COUNT, OwnType.DAY, OwnType.MONEY)
OF_OWN = "own"  # before the key of such a field, as ``person`` stands before that of a person


def own_headings() -> dict[str, str]:
    """Bare heading → field, of all that are asked now."""
    return {bare_heading(each.name): f"{OF_OWN}.{each.key}" for each in own_fields()}


def own_column(key: str) -> str:
    """What a field is called; empty once it is no more."""
    field = own_field(key)
    return field.name if field is not None else ""


def own_reader(key: str) -> CellReader:
    """How the cells of a field are read: into the words that the archive keeps. What fits its type not at all is unreadable."""
    field = own_field(key)
    return cells.text_of if field is None else _reader_of(field)


def likely_field(heading: str, samples: Sequence[str]) -> OwnField:
    """The field that a column without one may become: under its heading, of the first type that all its samples fit."""
    made = OwnField(name=bare_heading(heading), type=OwnType.WORDS, secret=False, on_file=True)
    codes = any(SOME_CODE.fullmatch(sample.strip()) for sample in samples)
    for each in LIKELY_TYPES if samples and not codes else ():
        likely = OwnField(name=made.name, type=each)
        if all(_reads(_reader_of(likely), sample) for sample in samples):
            made.type = each
            break
    return made


def _reads(read: CellReader, sample: str) -> bool:
    try:
        return bool(read(sample))
    except (Unreadable, Spoilt):
        return False


def _reader_of(field: OwnField) -> CellReader:
    read = cell_reader("count") if field.type == OwnType.COUNT else reader_for(field.field())
    return lambda cell: _fitting(field, read(cell), cell)


def _fitting(field: OwnField, value: Any, cell: Any) -> str:
    words = field.says(value)
    try:
        field.value(words)
    except ValueError as why:
        raise Unreadable(shown(cell)) from why
    return words
