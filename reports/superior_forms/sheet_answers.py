"""Answers of a sheet: how each of its columns and blanks is answered in a workbook, and what comes of it for one person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.imports.sheets.cells import shown
from models.imports.workbooks.sheet import Sheet
from models.superior_forms.answer_styles import AnswerStyle, answer_style
from models.superior_forms.answers import AnswerFacts, Written, answer_for, kind_without, other_identities
from models.superior_forms.asked import AskedFact
from models.superior_forms.blank_patterns import boxed_options, day_in_pattern
from models.superior_forms.family_rows import (
    FAMILY_ASKED,
    NO_FAMILY,
    TOO_FEW_ROWS,
    members_of,
    said_of_member,
)
from models.superior_forms.form_people import FormPerson
from models.superior_forms.left_open import LeftOpen
from reports.form_books.book_parts import FormBook
from reports.form_books.sheet_xml import SheetText

OF_IDENTITY = ("identity.", "row.kind", "row.grade_nature")


@dataclass(frozen=True, slots=True)
class StyledFact:
    """Something asked, and how it is written; ``cell_style`` is the style for cells that have none."""

    fact: AskedFact
    style: AnswerStyle
    cell_style: str | None = None


def styled_fact(
    fact: AskedFact, book: FormBook, sheet: Sheet, text: SheetText, row: int, examples: list[int]
) -> StyledFact:
    """How a fact is answered in a cell of a row; ``examples`` are rows that show how the column is written."""
    column = fact.place[1]
    known = text.rows.get(row)
    cell = known.cells.get(column) if known else None
    style = cell.style if cell is not None else ""
    options = book.options(sheet.name, text.behind, row, column)
    example = next((words for each in examples if (words := _shown_at(sheet, each, column))), "")
    made = answer_style(
        fact.field, fact.heading, example, options, book.day_parts(style), book.is_text(style)
    )
    return StyledFact(fact, with_pattern(made, fact.before), style or None)


def with_pattern(style: AnswerStyle, before: str) -> AnswerStyle:
    """The style with what a blank prints: boxes to tick, 　年　月　日."""
    if options := boxed_options(before):
        return replace(style, options=options)
    if (day := day_in_pattern(before)) is not None:
        return replace(style, day=day, day_cells=False)
    return style


def _shown_at(sheet: Sheet, row: int, column: int) -> str:
    down, across = row - sheet.first_row, column - sheet.first_column
    inside = 0 <= down < len(sheet.rows) and 0 <= across < len(sheet.rows[down])
    return shown(sheet.rows[down][across]) if inside else ""


def answers_of(
    whom: FormPerson, asked: list[StyledFact], facts: AnswerFacts, left: list[LeftOpen], serial: int = 0
) -> Iterator[tuple[StyledFact, Written]]:
    """What is written for one person; what is not is added to ``left``."""
    number, name = whom.person.number, whom.person.name
    of_identity = next((each.fact for each in asked if each.fact.field.startswith(OF_IDENTITY)), None)
    if of_identity is not None and (told := other_identities(whom, facts.kind)):
        left.append(LeftOpen(number, name, of_identity.heading, told))
    yield from _of_family(
        whom, [each for each in asked if each.fact.field.startswith(FAMILY_ASKED)], facts, left
    )
    for each in asked:
        if each.fact.field.startswith(FAMILY_ASKED):
            continue
        value, reason = answer_for(whom, each.fact.field, each.style, facts, serial)
        if value != "":
            yield each, value
        elif reason:
            left.append(LeftOpen(number, name, each.fact.heading, reason))
        elif kind := kind_without(whom, each.fact.field):
            left.append(LeftOpen(number, name, each.fact.heading, "", kind))


def _of_family(
    whom: FormPerson, asked: list[StyledFact], facts: AnswerFacts, left: list[LeftOpen]
) -> Iterator[tuple[StyledFact, Written]]:
    """The person's family, a member to a row; who has no room there, or that nobody is on file, is told."""
    if not asked:
        return
    members, rows = members_of(whom), min(each.fact.rows for each in asked)
    if not members or len(members) > rows:
        told = TOO_FEW_ROWS.format(len(members), rows) if members else NO_FAMILY
        left.append(LeftOpen(whom.person.number, whom.person.name, "家庭成员", told))
    for down, member in enumerate(members[:rows]):
        for each in asked:
            row, column = each.fact.place
            if words := said_of_member(member, each.fact.field, each.style, facts.today):
                fact = replace(each.fact, place=(row + down, column), before="")
                yield replace(each, fact=fact), words
