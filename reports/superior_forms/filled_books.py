"""Filled books 填好的表格: a superior's .xlsx with people in the rows of its tables, or with one person on its pages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import IO

from models.core.jobs import Job, Step
from models.core.words import bare_heading
from models.imports.sheets.cells import shown
from models.imports.workbooks.sheet import Sheet
from models.people.person import Person
from models.superior_forms.answers import AnswerFacts, Written
from models.superior_forms.asked import AskedFact, AskingSheet
from models.superior_forms.blank_patterns import composed
from models.superior_forms.form_fields import SERIAL
from models.superior_forms.form_people import FormPerson, form_people
from models.superior_forms.left_open import LeftOpen, not_of_kind
from reports.form_books.added_rows import AddedRows
from reports.form_books.book_parts import BookSheet, FormBook
from reports.form_books.following_parts import calculated_on_opening, following_parts
from reports.form_books.moved_formulas import RowsPutIn
from reports.form_books.reckoned import reckon
from reports.form_books.sheet_xml import SheetText
from reports.superior_forms.rows_for_people import RowsForPeople, rows_for_people
from reports.superior_forms.sheet_answers import StyledFact, answers_of, styled_fact

TOLD_AFTER = 50  # people between two steps of the work
NOT_CHOSEN = "表上已有的人，不在这次要填的人里"


class FilledBook:
    """One form being filled; ``changed`` are the parts of the workbook that are other than the superior's."""

    def __init__(self, book: FormBook, facts: AnswerFacts) -> None:
        self.book, self.facts = book, facts
        self.changed: dict[str, str] = {}
        self.left: list[LeftOpen] = []
        self.people: set[int] = set()

    def write(self, stream: IO[bytes]) -> None:
        """Write the workbook as it is filled now."""
        self.book.write(stream, self.changed)

    def _sheet(self, name: str) -> tuple[BookSheet, Sheet, SheetText]:
        part = next(each for each in self.book.sheets if each.name == name)
        return (
            part,
            self.book.cells[name],
            SheetText(self.changed.get(part.part) or self.book.text(part.part)),
        )

    def styled(self, asking: AskingSheet) -> list[StyledFact]:
        """How each answered heading of a sheet is written."""
        _, sheet, text = self._sheet(asking.name)
        if asking.table:
            rows = rows_for_people(sheet, asking, text)
            return _Table(self, asking, sheet, text, rows, self.facts).asked
        answered = (each for each in asking.asked if each.answered)
        return [styled_fact(each, self.book, sheet, text, each.place[0], []) for each in answered]

    # --- tables

    def fill_table(self, asking: AskingSheet, people: list[Person], chosen_by_words: bool) -> Job[None]:
        """Put people into the rows of a table, each once; more rows are put in above its foot."""
        part, sheet, text = self._sheet(asking.name)
        rows = rows_for_people(sheet, asking, text)
        facts = replace(self.facts, kind=asking.kind)
        filling = _Table(self, asking, sheet, text, rows, facts)
        whole = form_people(people, asking.kind, asking.leaning)
        wanted = [each for each in whole if each.of_kind(asking.kind)]
        if chosen_by_words:
            self.left += not_of_kind(people, wanted, asking.kind)
        listed = filling.those_listed(wanted)
        on_form = {whom.person.id for _, whom in listed}
        others = [each for each in wanted if each.person.id not in on_form]
        if rows.listed and not (chosen_by_words or rows.free):
            others = []
        filling.make_room(len(others))
        places = [*listed, *zip(filling.places(len(others)), others, strict=True)]
        for done, (row, whom) in enumerate(places, start=1):
            if done % TOLD_AFTER == 0:
                yield Step(done, len(places), f"正在填写{asking.name}")
            filling.fill(row, whom, filling.serial_in(row, done))
            self.people.add(whom.person.id)
        self._keep(part, text, rows, filling)

    def _keep(self, part: BookSheet, text: SheetText, rows: RowsForPeople, filling: _Table) -> None:
        if reckon(text, filling.first, filling.last):
            self.changed |= calculated_on_opening(self.book, self.changed)
        self.changed[part.part] = text.text()

    # --- pages

    def fill_page(self, asking: AskingSheet, whom: FormPerson) -> None:
        """Put one person's answers behind the labels of a page."""
        part, _, text = self._sheet(asking.name)
        facts = replace(self.facts, kind=asking.kind)
        asked = self.styled(asking)
        cells: dict[tuple[int, int], list[tuple[AskedFact, Written]]] = defaultdict(list)
        for each, value in answers_of(whom, asked, facts, self.left, 1):
            cells[each.fact.place].append((each.fact, value))
        for (row, column), said in cells.items():
            alone = said[0][1] if not said[0][0].before.strip() else composed(said[0][0].before, said)
            text.write(row, column, alone)
        self.people.add(whom.person.id)
        if reckon(text, 1, max(text.rows, default=1)):
            self.changed |= calculated_on_opening(self.book, self.changed)
        self.changed[part.part] = text.text()


class _Table:
    """The rows of one table being filled."""

    def __init__(
        self,
        of: FilledBook,
        asking: AskingSheet,
        sheet: Sheet,
        text: SheetText,
        rows: RowsForPeople,
        facts: AnswerFacts,
    ) -> None:
        self.of, self.asking, self.text, self.rows, self.facts, self.sheet = (
            of,
            asking,
            text,
            rows,
            facts,
            sheet,
        )
        row = rows.free[-1] if rows.free else rows.last
        asked = [each for each in asking.asked if each.answered]
        examples = [*rows.examples, *(each[0] for each in rows.listed[:1])]
        self.asked = [styled_fact(each, of.book, sheet, text, row, examples) for each in asked]
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
                self.of.left.append(LeftOpen(number, name, "", NOT_CHOSEN))
            else:
                found.append((row, whom))
        self.first = min([self.first, *(row for row, _ in found)])
        return found

    def make_room(self, people: int) -> None:
        """Put in as many rows as are wanting."""
        rows = self.rows
        wanting = (people - len(rows.free)) * rows.height
        if wanting <= 0:
            return
        template = list(range(rows.last - rows.height + 1, rows.last + 1)) if rows.free else []
        moved = RowsPutIn(self.first, rows.last, wanting, rows.nothing_below, bool(rows.free))
        AddedRows(self.asking.name, self.text, moved, template).put_in()
        part = next(each for each in self.of.book.sheets if each.name == self.asking.name)
        self.of.changed |= following_parts(self.of.book, part, moved, self.of.changed)
        self.last = rows.last + wanting

    def places(self, people: int) -> list[int]:
        """The rows of so many people."""
        free, height = self.rows.free, self.rows.height
        more = range(self.rows.last + 1, self.rows.last + 1 + max(0, people - len(free)) * height, height)
        return [*free, *more][:people]

    def serial_in(self, row: int, done: int) -> int:
        """The number of a row: it goes on from the nearest one above it, whoever stands there, hidden rows too."""
        column = next((each.fact.place[1] for each in self.asked if each.fact.field == SERIAL), None)
        if column is None:
            return done
        serial = next(
            (said for above in self._rows_above(row) if (said := self._number_in(above, column))), 0
        )
        self.serials[row] = self._number_in(row, column) or (serial + 1 if serial else done)
        return self.serials[row]

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
        for each, value in answers_of(whom, self._empty_of(row, new), self.facts, self.of.left, serial):
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
