"""Forms 登记表, one for each person: labels with what is filled in behind or below them; several may stand on one sheet.

Each becomes a row of a plain table, on the row where its name stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from models.core.words import bare_heading
from models.imports.shapes.form_titles import KIND_HEADING, form_title, kinds_over_forms, stands_over_form
from models.imports.shapes.labels import (
    LabelledCell,
    bare_labels,
    field_of_label,
    is_number,
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
    for part in _side_by_side(sheet):
        forms = _Reader(part).forms()
        if not any(names_person(form.fields()) and len(form.fields()) >= FEWEST for form in forms):
            return None
        tables.append(_as_table(part, _Reader(part, surely=True).forms()))
    return tables


def _side_by_side(sheet: Sheet) -> list[Sheet]:
    """The columns of forms that stand beside each other, each as a sheet; the sheet alone when they do not."""
    for row in sheet.rows:
        pairs = list(labelled_cells(row))
        names = [pair for pair in pairs if pair.field in NAMES]
        first = names[0].words if names else ""
        starts = (
            [index for index, cell in enumerate(row) if shown(cell).rstrip(":：") == first] if first else []
        )
        if len(names) > 1 and len(starts) == len(names):
            return _parted(sheet, starts)
    return [sheet]


def _parted(sheet: Sheet, starts: list[int]) -> list[Sheet]:
    """The columns from each start on; alone where one of them has no number of its own."""
    width = max(map(len, sheet.rows))
    parts = []
    for left, right in zip([0, *starts[1:]], [*starts[1:], width], strict=True):
        rows = [row[left:right] for row in sheet.rows]
        if not any(is_number(cell) for row in rows for cell in row):
            return [sheet]
        remarks = () if left else sheet.remarks
        parts.append(replace(sheet, rows=rows, first_column=sheet.first_column + left, remarks=remarks))
    return parts


class _Reader:
    """Goes down a sheet and gathers its forms; ``surely`` where it has some, so that one without a number is told apart."""

    def __init__(self, sheet: Sheet, surely: bool = False) -> None:
        self.sheet, self.surely = sheet, surely
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
        if self.surely and self.titled:
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
    titles, kinds = _titles(sheet, forms[0]), kinds_over_forms([form.title for form in forms])
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


def _titles(sheet: Sheet, form: _Form) -> str:
    """The words above the first form."""
    first = min(line for line, _ in form.facts)
    return " ".join(words for row in sheet.rows[:first] for cell in row if (words := shown(cell)))
