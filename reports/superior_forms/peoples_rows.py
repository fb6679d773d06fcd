"""People's rows 填写行: the rows of one table of a workbook, or of one half of it, being filled."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from models.core.words import bare_heading
from models.imports.sheets.cells import shown
from models.imports.workbooks.sheet import Sheet
from models.superior_forms.answers import AnswerFacts
from models.superior_forms.asked import AskingSheet
from models.superior_forms.form_fields import SERIAL
from models.superior_forms.form_people import FormPerson
from models.superior_forms.left_open import LeftOpen
from reports.form_books.book_parts import FormBook
from reports.form_books.sheet_xml import SheetText, with_attribute
from reports.superior_forms.rows_for_people import rows_for_people
from reports.superior_forms.sheet_answers import StyledFact, answers_of, styled_fact

NOT_CHOSEN = "表上已有的人，不在这次要填的人里"


class PeoplesRows:
    """The rows of one table being filled."""

    def __init__(
        self,
        book: FormBook,
        asking: AskingSheet,
        sheet: Sheet,
        text: SheetText,
        facts: AnswerFacts,
        left: list[LeftOpen],
        alone: bool = True,
    ) -> None:
        self.alone = alone  # and not a half
        self.text, self.sheet, self.facts, self.left = text, sheet, facts, left
        self.rows = rows = rows_for_people(sheet, asking, text)
        row = rows.free[-1] if rows.free else rows.last
        asked = [each for each in asking.asked if each.answered]
        examples = [*rows.examples, *(each[0] for each in rows.listed[:1])]
        self.asked = [styled_fact(each, book, sheet, text, row, examples) for each in asked]
        if not rows.free:
            self.asked = [replace(each, cell_style=None) for each in self.asked]
        self.first, self.last = min([rows.last + 1, *rows.free]), rows.last
        self.serials: dict[int, int] = {}  # as they were given, by row

    def those_listed(self, wanted: list[FormPerson]) -> list[tuple[int, FormPerson]]:
        """Those of the chosen who are on the form already, each with the row."""
        numbers = {each.person.number: each for each in wanted}
        names: dict[str, list[FormPerson]] = defaultdict(list)
        for each in wanted:
            names[each.person.name].append(each)
        found = []
        for row, number, name in self.rows.listed:
            alone = names[bare_heading(name)] if not number else []
            whom = numbers.get(number) or (alone[0] if len(alone) == 1 else None)
            if whom is None:
                self.left.append(LeftOpen(number, name, "", NOT_CHOSEN))
            else:
                found.append((row, whom))
        self.first = min([self.first, *(row for row, _ in found)])
        return found

    def added(self, last: int, rows: int) -> range:
        """The first row of each person among so many that were put in behind ``last``."""
        height = self.rows.height
        self.last = last + rows * height
        return range(last + 1, self.last + 1, height)

    def printed_serial(self, row: int) -> int:
        """The running number that the form prints on a row, 0 without one."""
        column = self._serial_column()
        return 0 if column is None else self._number_in(row, column)

    def unnumber(self, row: int) -> None:
        """Take the copied running number from a row that was put in for the other half's sake alone."""
        column = self._serial_column()
        cell = self.text.row(row).cells.get(column) if column is not None else None
        if cell is not None and not cell.is_formula:
            cell.attributes, cell.inner = with_attribute(cell.attributes, "t", None), ""

    def serial_in(self, row: int, done: int) -> int:
        """The number of a row: it goes on from the nearest one above it, whoever stands there, hidden rows too;
        that of halves side by side from all people before."""
        column = self._serial_column()
        if column is None:
            return done
        if not self.alone:
            return self._number_in(row, column) or done
        serial = next(
            (said for above in self._rows_above(row) if (said := self._number_in(above, column))), 0
        )
        self.serials[row] = self._number_in(row, column) or (serial + 1 if serial else done)
        return self.serials[row]

    def _serial_column(self) -> int | None:
        return next((each.fact.place[1] for each in self.asked if each.fact.field == SERIAL), None)

    def _rows_above(self, row: int) -> range:
        first = min([*self.rows.free, *(each[0] for each in self.rows.listed)], default=row)
        return range(row - 1, first - 1, -1)

    def _number_in(self, row: int, column: int) -> int:
        """The serial that stands in a row or was given to it, 0 without one."""
        if row in self.serials or row > self.rows.last:
            return self.serials.get(row, 0)
        said = shown(self.sheet.at(row, column))
        return int(said) if said.isdecimal() else 0

    def fill(self, row: int, whom: FormPerson, serial: int) -> None:
        """Write what is asked of one person; what stands there already stays."""
        there = self.text.row(row)
        new = row > self.rows.last
        for each, value in answers_of(whom, self._empty_of(row, new), self.facts, self.left, serial):
            column = each.fact.place[1]
            if new and each.fact.field == SERIAL and column in there.cells and there.cells[column].is_formula:
                continue
            self.text.write(row, column, value, each.cell_style)

    def _empty_of(self, row: int, new: bool) -> list[StyledFact]:
        cells = self.text.row(row).cells
        return [
            each
            for each in self.asked
            if each.fact.place[1] not in cells
            or not cells[each.fact.place[1]].says
            or (new and each.fact.field == SERIAL)
        ]


def in_order(
    free: list[tuple[PeoplesRows, int]], added: list[tuple[PeoplesRows, int]]
) -> list[tuple[PeoplesRows, int]]:
    """Places in the order of the form's own running numbers, or, without them, one half behind the other."""
    numbers = [half.printed_serial(row) for half, row in free]
    halves = list(dict.fromkeys(half for half, _ in free + added))
    if len(halves) > 1 and all(numbers) and free:
        by_number = sorted(zip(numbers, free, strict=True), key=lambda each: each[0])
        return [place for _, place in by_number] + sorted(added, key=lambda each: each[1])
    return sorted(free + added, key=lambda each: halves.index(each[0]))
