"""The contents of columns, by which these are known where no heading tells, or against which a heading is weighed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from models.core.words import half_width
from models.imports.evidence.column_values import ColumnValues, birth_told, values_of
from models.imports.evidence.taught import OF_ROSTER, taught_by_office
from models.imports.evidence.value_sorts import ValueSort, fields_of_sort
from models.imports.sheets.cells import UNSAID, shown, unwrapped
from models.imports.sheets.columns import NAMELESS, ColumnCandidate, FoundColumn, form_of
from models.imports.sheets.dictionary import Dictionary, Reason
from models.imports.sheets.row_kinds import VOID, is_ditto, is_footer, is_total
from models.imports.workbooks.sheet import Sheet, column_letters

SAMPLED = 40  # rows of a sheet at least, and hardly twice as many, from its whole length

ASKS = re.compile(
    r"是否|有无|能否|可否"
)  # a heading that asks something of its own, to be answered by yes or no
# How the cells of a kind of field look.
LOOKS = {
    "masked": re.compile(r"[\dXx*＊?？]{14,20}"),
    "name": re.compile(r"[㐀-鿿𠀀-𲎯·]{2,12}"),
}


def columns_by_content(sheet: Sheet, dictionary: Dictionary) -> tuple[FoundColumn, ...]:
    """For each field that a table needs, the column of which at least half the cells look like it."""
    found: dict[int, FoundColumn] = {}
    width = max((len(row) for row in sheet.rows), default=0)
    for field in dict.fromkeys(field for group in dictionary.needs for field in sorted(group)):
        line = dictionary.line_of(field)
        looks = LOOKS.get(line.reads) if line else None
        if looks is None:
            continue
        fits = [_fitting(sheet.rows, index, looks) if index not in found else 0 for index in range(width)]
        if fits and max(fits) * 2 >= len(sheet.rows):
            index = fits.index(max(fits))
            letters = sheet.letters(index)
            found[index] = FoundColumn(index, f"{letters}列", field, reason=Reason.CONTENT)
    return tuple(found.values())


def _fitting(rows: Sequence[Sequence[Any]], index: int, looks: re.Pattern[str]) -> int:
    return sum(bool(looks.fullmatch(tight(row[index]))) for row in rows if index < len(row))


def tight(cell: Any) -> str:
    """A cell's words without any space, half-width."""
    return "".join(half_width(shown(cell)).split())


def sample_rows(rows: Sequence[Sequence[Any]]) -> list[list[str]]:
    """Rows of people or deeds from all over a table, as text; totals, feet and rows of one cell are none."""
    found: list[list[str]] = []
    step = max(1, len(rows) // SAMPLED)
    for row in rows[::step]:
        said = [_text(cell) for cell in row]
        first = [words for words in said if words][:2]
        if len(first) > 1 and not any(is_total(words) or is_footer(words) for words in first):
            found.append(said)
    return found


def _text(cell: Any) -> str:
    if cell is None or cell == "" or is_ditto(cell):
        return ""
    words = shown(unwrapped(cell))
    return "" if words in UNSAID or words in VOID else words


class ColumnScales:
    """The columns of one table with their values: what is known of them, and which fields are free."""

    def __init__(
        self, columns: Sequence[FoundColumn], sample: list[list[str]], dictionary: Dictionary, kind: str
    ) -> None:
        self.sample, self.dictionary, self.kind = sample, dictionary, kind
        self.by_index = {column.index: column for column in columns}
        self.order = [column.index for column in columns]
        self.births: list[str] = []
        self._add_nameless()
        self.values = {index: self._values(index) for index in self.order}
        self._take_looks()
        self.know_births()

    def unknown(self) -> list[int]:
        return [index for index in self.order if self._is_unknown(self.by_index[index])]

    def _is_unknown(self, column: FoundColumn) -> bool:
        """Whether nobody has said what a column is, and it is not somebody else's by its heading."""
        if column.field or column.asked or column.reason is not Reason.UNKNOWN:
            return False
        return not (ASKS.match(column.heading) or self.dictionary.strangers.search(column.heading))

    def free_fields(self, sort: ValueSort) -> list[str]:
        """The fields of a sort that these tables have and no column of this one yet."""
        has = {column.field for column in self.by_index.values()}
        has |= {each.field for column in self.by_index.values() for each in column.candidates}
        if sort is ValueSort.KIND and has & {"identity.category", "row.kind"}:
            return []
        found = [field for field in fields_of_sort(self.dictionary.name, sort) if field not in has]
        found = [field for field in found if self._exists(field)]
        return found if sort is ValueSort.DAY else found[:1] if self._first_free(found, sort) else []

    def _exists(self, field: str) -> bool:
        return self.dictionary.name == OF_ROSTER or self.dictionary.line_of(field, self.kind) is not None

    def _first_free(self, found: list[str], sort: ValueSort) -> bool:
        """Whether the likeliest field of a sort is free: a second telephone is no other telephone by its looks."""
        likeliest = [f for f in fields_of_sort(self.dictionary.name, sort) if self._exists(f)]
        return bool(found) and found[0] == likeliest[0]

    def candidate(self, field: str) -> ColumnCandidate:
        return ColumnCandidate(field, Reason.CONTENT, Reason.CONTENT.certainty)

    def _values(self, index: int) -> ColumnValues:
        return values_of([row[index] if index < len(row) else "" for row in self.sample], self.births)

    def index_of_sort(self, sort: ValueSort) -> int | None:
        fields = fields_of_sort(self.dictionary.name, sort)
        found = (column.index for column in self.by_index.values() if column.field in fields[:1])
        return next(found, None)

    def _births_of(self, number: int | None) -> list[str]:
        if number is None:
            return []
        return [birth_told(row[number]) if number < len(row) else "" for row in self.sample]

    def know_births(self) -> None:
        """The birth dates that the numbers tell, to know the column of births by."""
        self.births = self._births_of(self.index_of_sort(ValueSort.NUMBER))
        if self.births:
            self.values = {index: self._values(index) for index in self.order}

    def _add_nameless(self) -> None:
        for index in range(max(map(len, self.sample), default=0)):
            if index not in self.by_index:
                self.by_index[index] = FoundColumn(index, NAMELESS.format(column_letters(index)), "")
                self.order.append(index)

    def _take_looks(self) -> None:
        """Note how each column looks; what an officer said of such as have no heading holds."""
        for index in self.order:
            values = self.values[index]
            looks = next(iter(values.clear()), "")
            self.by_index[index] = replace(self.by_index[index], looks=str(looks), samples=values.samples)
        form = form_of((self.by_index[index] for index in self.order), self.dictionary, self.kind)
        for place, field in taught_by_office().forms.get(form, {}).items():
            if place < 0 and (nameless := self.by_index.get(-1 - place)) is not None:
                self.by_index[nameless.index] = replace(nameless, field=field, reason=Reason.OFFICE)
