"""Forms 登记表, one for each person: labels with what is filled in behind or below them; several may stand on one sheet.

Each becomes a row of a plain table, on the row where its name stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.core.words import bare_heading
from models.imports.shapes.form_titles import (
    KIND_HEADING,
    form_title,
    kinds_over_forms,
    stands_over_form,
    words_above,
)
from models.imports.shapes.forms_abreast import forms_abreast
from models.imports.shapes.labels import (
    LabelledCell,
    Labels,
    bare_labels,
    field_of_label,
    is_number,
    known_labels,
    labelled_cells,
    names_person,
)
from models.imports.shapes.plain import GridPlace, remade
from models.imports.sheets.cells import shown
from models.imports.sheets.row_kinds import is_footer
from models.imports.sheets.whose import NAMES, NUMBERS, ROLE
from models.imports.workbooks.parts import Merge
from models.imports.workbooks.sheet import Cell, Sheet

RELATIVES = re.compile(r"(家庭|直系).{0,4}(成员|亲属).{0,4}|主要社会关系|(与.{0,6})?关系|称谓")
FEWEST = 3  # known facts of a form
FORM = "本表是一人一张的登记表，已按栏目读入；没有对应栏目的内容记为备注；下面说的列，是转成一人一行以后的"
THE_REST = "登记表其他内容"


@dataclass(slots=True)
class _Form:
    """A form being read: its facts with where they stand, and the words of rows that are no facts of the person's own."""

    title: str = ""
    row: int = -1  # where the name stands
    facts: list[tuple[int, LabelledCell]] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)

    def fields(self) -> set[str]:
        return {fact.field for _, fact in self.facts if fact.field}

    def add(self, row: int, pair: LabelledCell) -> None:
        """Take a fact; of one that is said twice the first counts, and the other is kept beside it."""
        if any(
            pair.words == known.words or (pair.field and pair.field == known.field) for _, known in self.facts
        ):
            self.rest.append(f"{pair.words}：{shown(pair.value)}")
            return
        self.facts.append((row, pair))
        if pair.field in NAMES:
            self.row = row


def filled_forms(sheet: Sheet) -> list[Sheet] | None:
    """The forms of a sheet as a plain table, or as several where they stand side by side; None when it has none."""
    tables = []
    for part in forms_abreast(sheet):
        reader = _Reader(part)
        if not any(names_person(form.fields()) and len(form.fields()) >= FEWEST for form in reader.forms()):
            return None
        tables.append(_as_table(part, _Reader(part, reader.openings).forms()))
    return tables


class _Reader:
    """Goes down a sheet and gathers its forms.

    With ``openings``, the labels with which forms of the sheet are known to begin, those without a number begin, too.
    """

    def __init__(self, sheet: Sheet, openings: Iterable[Labels] = ()) -> None:
        self.sheet, self.known, self.openings = sheet, frozenset(openings), set[Labels]()
        self.rows = [_unrepeated(row, sheet, number) for number, row in enumerate(sheet.rows)]
        self.merges: dict[int, list[Merge]] = defaultdict(list)  # by their first row
        for merge in sheet.merges:
            self.merges[merge.top].append(merge)
        self.found: list[_Form] = []
        self.skipped: set[int] = set()  # rows that were read together with the row above
        self.title = ""  # the last one that names a kind
        self.titled = False  # a title has been passed, and no form has begun below it
        self.within = False  # below the heading of a table of relatives

    def _pairs(self, number: int) -> list[LabelledCell]:
        row, left = self.sheet.first_row + number, self.sheet.first_column
        breadths = {m.left - left: m.right - m.left + 1 for m in self.merges.get(row, ())}
        return list(labelled_cells(self.rows[number], breadths))

    def forms(self) -> list[_Form]:
        for number in range(len(self.rows)):
            if number not in self.skipped:
                self._read(number)
        return self.found

    def _read(self, number: int) -> None:
        pairs, bare = self._pairs(number), bare_labels(self.rows[number])
        form = self.found[-1] if self.found else None
        self.title = form_title(self.rows[number]) or self.title
        self.titled = self.titled or stands_over_form(self.rows[number])
        if self._begins(number, pairs):
            form = _Form(self.title)
            self.found.append(form)
            self.titled = self.within = False
            self.openings.add(known_labels(self.rows[number]))
        if len(bare) > 1 and (below := self._below(number, bare, form)):
            form = self.found[-1]
            for pair in below:
                form.add(number, pair)
        elif form is None:
            return
        elif self._is_of_others(number, pairs, bare, form):
            self.within = True
            self._keep_rest(form, number)
        else:
            self.within = False
        if not self.within and form is not None:
            for pair in pairs:
                form.add(number, pair)
            if not pairs:
                self._keep_rest(form, number)

    def _begins(self, number: int, pairs: list[LabelledCell]) -> bool:
        """Whether a form begins on this row: it names somebody below its own title, or his number comes before another name."""
        if not any(pair.field in NAMES for pair in pairs) or self._beside_role(number):
            return False
        if self.known and (self.titled or known_labels(self.rows[number]) in self.known):
            return True  # without a number, too: what follows is not about the person before
        for row in range(number, len(self.rows)):
            there = self._pairs(row)
            if row > number and any(pair.field in NAMES for pair in there) and not self._beside_role(row):
                return False
            if (row == number or not self._beside_role(row)) and self._numbers(row, there, row > number):
                return True
        return False

    def _numbers(self, row: int, pairs: list[LabelledCell], below: bool) -> bool:
        """Whether a row says a number, or, ``below`` the name's row, has at least the place for one."""
        if any(pair.field in NUMBERS and re.search(r"\d", shown(pair.value)) for pair in pairs):
            return True
        return below and any(field_of_label(cell) in NUMBERS for cell in self.rows[row])

    def _beside_role(self, number: int) -> bool:
        """Whether a row is about a relative or a helper: 配偶 | 姓名 | 李四."""
        cells = self.sheet.rows[number]
        first = next((shown(cell) for cell in cells if shown(cell)), "")
        if any(RELATIVES.fullmatch(bare_heading(cell)) for cell in cells if isinstance(cell, str)):
            return True
        return not field_of_label(first) and len(first) <= 10 and ROLE.search(first) is not None

    def _is_of_others(
        self, number: int, pairs: list[LabelledCell], bare: list[tuple[int, str, str]], form: _Form
    ) -> bool:
        known = [pair for pair in pairs if pair.field]
        if self._beside_role(number) or (len(bare) > 1 and any(each[2] in form.fields() for each in bare)):
            return True
        again = any(pair.field in NAMES for pair in pairs) and form.row not in (-1, number)
        return again or (self.within and not known)

    def _below(self, number: int, bare: list[tuple[int, str, str]], form: _Form | None) -> list[LabelledCell]:
        """What stands below a row of labels, when it is filled in there and new to the form."""
        fields = {each[2] for each in bare}
        if number + 1 >= len(self.rows) or self._beside_role(number):
            return []
        under = self.rows[number + 1]
        if any(field_of_label(cell) for cell in under) or not any(map(shown, under)):
            return []
        begins = bool(fields & NAMES)
        if form is not None and not begins and fields & form.fields():
            return []
        if begins:
            numbers = [each for each in bare if each[2] in NUMBERS]
            if not any(is_number(under[index]) for index, _, _ in numbers if index < len(under)):
                return []
            self.found.append(_Form(self.title))
            self.titled = False
            self.openings.add(known_labels(self.rows[number]))
        elif form is None:
            return []
        self.skipped.add(number + 1)
        labels = [(index, shown(cell)) for index, cell in enumerate(self.rows[number]) if shown(cell)]
        return [
            LabelledCell(words, field_of_label(words), under[index], index)
            for index, words in labels
            if index < len(under) and shown(under[index])
        ]

    def _keep_rest(self, form: _Form, number: int) -> None:
        said = [words for cell in self.rows[number] if (words := shown(cell))]
        if len(said) > 1 and not is_footer(said[0]):
            form.rest.append("　".join(said))


def _unrepeated(row: list[Cell], sheet: Sheet, number: int) -> list[Cell]:
    """A row without what is merged down from above: it was said there."""
    place = sheet.first_row + number
    down = {m.left - sheet.first_column for m in sheet.merges if m.top < place <= m.bottom}
    return ["" if index in down else cell for index, cell in enumerate(row)] if down else row


def _as_table(sheet: Sheet, forms: list[_Form]) -> Sheet:
    """One row for each form, where its name stands; the heading above the first, and the title above that."""
    headings = list(dict.fromkeys(fact.words for form in forms for _, fact in form.facts))
    kinds = kinds_over_forms([form.title for form in forms])
    titles = words_above(sheet.rows[: min(line for line, _ in forms[0].facts)])
    heading = max(forms[0].row - 1, 1 if titles else 0)
    at = [max(form.row, heading + 1) for form in forms]  # a first form may have no room for both above it
    rows: list[list[Cell]] = [[""] for _ in range(at[-1] + 1)]
    if titles:
        rows[heading - 1] = [titles]
    rows[heading] = [*headings, THE_REST, *[KIND_HEADING] * bool(kinds)]
    places: dict[GridPlace, GridPlace] = {}
    for order, (form, number) in enumerate(zip(forms, at, strict=True)):
        row: dict[str, Cell] = dict.fromkeys(headings, "")
        for line, fact in form.facts:
            row[fact.words] = fact.value
            old = sheet.first_row + line, sheet.first_column + fact.index
            places[old] = sheet.first_row + number, headings.index(fact.words)
        rows[number] = [*row.values(), "；".join(form.rest), *kinds[order : order + 1]]
    return remade(sheet, rows, places, FORM, sheet.first_row)
