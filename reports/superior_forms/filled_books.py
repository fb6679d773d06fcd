"""Filled books 填好的表格: a superior's .xlsx with people in the rows of its tables, or with one person on its pages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import IO

from models.core.jobs import Job, Step
from models.imports.workbooks.sheet import Sheet
from models.people.person import Person
from models.superior_forms.answers import AnswerFacts, Written
from models.superior_forms.asked import AskedFact, AskingSheet
from models.superior_forms.blank_patterns import composed
from models.superior_forms.form_people import FormPerson, form_people
from models.superior_forms.left_open import LeftOpen, not_of_kind
from reports.form_books.added_rows import AddedRows
from reports.form_books.book_parts import BookSheet, FormBook
from reports.form_books.following_parts import calculated_on_opening, following_parts
from reports.form_books.moved_formulas import RowsPutIn
from reports.form_books.reckoned import reckon
from reports.form_books.sheet_xml import SheetText
from reports.superior_forms.peoples_rows import PeoplesRows, in_order
from reports.superior_forms.sheet_answers import StyledFact, answers_of, styled_fact

TOLD_AFTER = 50  # people between two steps of the work


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
            return [each for half in self._halves(asking, sheet, text, self.facts) for each in half.asked]
        answered = (each for each in asking.asked if each.answered)
        return [styled_fact(each, self.book, sheet, text, each.place[0], []) for each in answered]

    # --- tables

    def fill_table(self, asking: AskingSheet, people: list[Person], chosen_by_words: bool) -> Job[None]:
        """Put people into the rows of a table, each once; more rows are put in above its foot."""
        part, sheet, text = self._sheet(asking.name)
        facts = replace(self.facts, kind=asking.kind)
        halves = self._halves(asking, sheet, text, facts)
        wanted = [
            each for each in form_people(people, asking.kind, asking.leaning) if each.of_kind(asking.kind)
        ]
        if chosen_by_words:
            self.left += not_of_kind(people, wanted, asking.kind)
        listed = [(half, row, whom) for half in halves for row, whom in half.those_listed(wanted)]
        on_form = {whom.person.id for _, _, whom in listed}
        others = [each for each in wanted if each.person.id not in on_form]
        if any(half.rows.listed for half in halves) and not (
            chosen_by_words or any(half.rows.free for half in halves)
        ):
            others = []
        room = self._room(asking.name, text, halves, len(others))
        places = [*listed, *((half, row, whom) for (half, row), whom in zip(room, others, strict=True))]
        for done, (half, row, whom) in enumerate(places, start=1):
            if done % TOLD_AFTER == 0:
                yield Step(done, len(places), f"正在填写{asking.name}")
            half.fill(row, whom, half.serial_in(row, done))
            self.people.add(whom.person.id)
        self._keep(part.part, text, min(half.first for half in halves), max(half.last for half in halves))

    def _halves(
        self, asking: AskingSheet, sheet: Sheet, text: SheetText, facts: AnswerFacts
    ) -> list[PeoplesRows]:
        halves = asking.halves
        return [
            PeoplesRows(self.book, half, sheet, text, facts, self.left, len(halves) == 1) for half in halves
        ]

    def _room(
        self, name: str, text: SheetText, halves: list[PeoplesRows], people: int
    ) -> list[tuple[PeoplesRows, int]]:
        """A place for each; as many rows are put in as are wanting."""
        free = [(half, row) for half in halves for row in half.rows.free]
        wanting = max(0, -(-(people - len(free)) // len(halves)))
        last = max(half.rows.last for half in halves)
        if wanting:
            self._put_in(name, text, halves, wanting)
        places = in_order(free, [(half, row) for half in halves for row in half.added(last, wanting)])
        for half, row in places[people:] if wanting else ():
            half.unnumber(row)
        return places[:people]

    def _put_in(self, name: str, text: SheetText, halves: list[PeoplesRows], wanting: int) -> None:
        """Put in rows for so many people behind the last ones: copies of these, where they are free in all halves."""
        lowest = max((half.rows for half in halves), key=lambda rows: rows.last)
        last, height = lowest.last, lowest.height
        free = all(half.rows.free and half.rows.last == last for half in halves)
        template = list(range(last - height + 1, last + 1)) if free else []
        first = min(half.first for half in halves)
        moved = RowsPutIn(first, last, wanting * height, lowest.nothing_below, free)
        AddedRows(name, text, moved, template).put_in()
        part = next(each for each in self.book.sheets if each.name == name)
        self.changed |= following_parts(self.book, part, moved, self.changed)

    def _keep(self, part: str, text: SheetText, first: int, last: int) -> None:
        if reckon(text, first, last):
            self.changed |= calculated_on_opening(self.book, self.changed)
        self.changed[part] = text.text()

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
