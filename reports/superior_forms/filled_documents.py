"""Filled documents 填好的文档: a superior's .docx with people in the rows of its tables, or with one person behind its labels."""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import IO, Any

from models.core.jobs import Job, Step
from models.people.person import Person
from models.superior_forms.answer_styles import answer_style
from models.superior_forms.answers import AnswerFacts, Written
from models.superior_forms.asked import BLANK_ALONE, AskedFact, AskingSheet
from models.superior_forms.blank_patterns import composed
from models.superior_forms.form_people import FormPerson, form_people
from models.superior_forms.left_open import LeftOpen, not_of_kind
from reports.superior_forms.rows_for_people import rows_for_people
from reports.superior_forms.sheet_answers import StyledFact, answers_of, with_pattern
from reports.superior_forms.word_grids import DOCUMENT_PART, WordForm, WordGrid, cells_of_row, grids_of
from reports.superior_forms.word_words import TC, plain_text_of, replace_in_paragraph, set_cell_words

TOLD_AFTER_ROWS = 20


class FilledDocument:
    """One document being filled."""

    def __init__(self, form: WordForm, facts: AnswerFacts) -> None:
        self.form, self.facts = form, facts
        self.root = form.fresh()
        self.grids = {grid.sheet.name: grid for grid in grids_of(self.root)}
        self.left: list[LeftOpen] = []
        self.people: set[int] = set()

    def write(self, stream: IO[bytes]) -> None:
        """Write the document as it is filled now."""
        self.form.write(stream, {DOCUMENT_PART: self.root})

    def styled(self, asking: AskingSheet) -> list[StyledFact]:
        """How each answered heading is written."""
        grid = self.grids[asking.name]
        examples = rows_for_people(grid.sheet, asking, None).examples if asking.table else []
        return [_styled(each, grid, examples) for each in asking.asked if each.answered]

    def fill_table(self, asking: AskingSheet, people: list[Person], chosen_by_words: bool) -> Job[None]:
        """Put people into the rows of a table, of halves side by side the left first; more rows are copies of its last free one."""
        grid = self.grids[asking.name]
        facts = replace(self.facts, kind=asking.kind)
        whole = form_people(people, asking.kind, asking.leaning)
        wanted = [each for each in whole if each.of_kind(asking.kind)]
        if chosen_by_words:
            self.left += not_of_kind(people, wanted, asking.kind)
        rows = rows_for_people(grid.sheet, asking, None)
        halves = [self.styled(half) for half in asking.halves]
        lines = max(min(len(wanted), len(rows.free)), -(-len(wanted) // len(halves)))
        room = _room(grid, rows.free, rows.last, lines)
        places = ((asked, row) for asked in halves for row in room)
        for done, ((asked, row), whom) in enumerate(zip(places, wanted, strict=False), start=1):
            if done % TOLD_AFTER_ROWS == 0:
                yield Step(done, len(wanted), "正在填写")
            self._fill_row(row, asked, whom, facts, done, grid)
            self.people.add(whom.person.id)

    def _fill_row(
        self,
        row: Any,
        asked: list[StyledFact],
        whom: FormPerson,
        facts: AnswerFacts,
        serial: int,
        grid: WordGrid,
    ) -> None:
        cells = {column: cell for cell, column in _columns_of(row)}
        for each, value in answers_of(whom, asked, facts, self.left, serial):
            cell = cells.get(each.fact.place[1])
            if cell is not None:
                set_cell_words(cell, said_in_words(value, each), grid.cells.get(each.fact.label))

    def fill_page(self, asking: AskingSheet, whom: FormPerson) -> None:
        """Put one person's answers behind the labels of a page."""
        grid = self.grids[asking.name]
        facts = replace(self.facts, kind=asking.kind)
        asked = self.styled(asking)
        cells: dict[tuple[int, int], list[tuple[AskedFact, Written]]] = defaultdict(list)
        for each, value in answers_of(whom, asked, facts, self.left, 1):
            cells[each.fact.place].append((each.fact, said_in_words(value, each)))
        for place, said in cells.items():
            self._fill_blank(grid, place, said)
        self.people.add(whom.person.id)

    @staticmethod
    def _fill_blank(grid: WordGrid, place: tuple[int, int], said: list[tuple[AskedFact, Written]]) -> None:
        cell = grid.cells.get(place)
        if cell is None:
            return
        fact = said[0][0]
        if cell.tag == TC:
            words = composed(fact.before, said) if fact.before.strip() else str(said[0][1])
            set_cell_words(cell, words, grid.cells.get(fact.label))
        elif plain_text_of(cell) == fact.before:
            for each, value in sorted(said, key=lambda one: -one[0].part[0]):
                if each.part != BLANK_ALONE:
                    behind = "　" if fact.before[each.part[1] :].strip() else ""
                    replace_in_paragraph(cell, *each.part, f"{value}{behind}")


def said_in_words(value: Written, each: StyledFact) -> str:
    """A value as a document says it."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _styled(fact: AskedFact, grid: WordGrid, examples: list[int]) -> StyledFact:
    rows = grid.sheet.rows
    shown = [rows[row - 1][fact.place[1]] for row in examples if fact.place[1] < len(rows[row - 1])]
    style = answer_style(fact.field, fact.heading, str(shown[0]) if shown else "")
    return StyledFact(fact, with_pattern(style, fact.before))


def _room(grid: WordGrid, free: list[int], last: int, people: int) -> list[Any]:
    """A row of the document for each: the free ones, then copies of the last of them (or of the heading's, emptied)."""
    rows = [grid.rows[number - 1] for number in free]
    after = rows[-1] if rows else grid.rows[last - 1]
    pattern = deepcopy(after)
    if not rows:
        for cell, _ in _columns_of(pattern):
            set_cell_words(cell, "")
    while len(rows) < people:
        copy = deepcopy(pattern)
        after.addnext(copy)
        rows.append(copy)
        after = copy
    return rows[:people]


def _columns_of(row: Any) -> list[tuple[Any, int]]:
    return [(cell, column) for cell, column, _, _ in cells_of_row(row)]
