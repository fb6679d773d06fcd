"""Formula places 表上的公式: what a superior's workbook reckons by itself is theirs; it is kept, and nothing is asked or told of it."""

from __future__ import annotations

from dataclasses import replace

from models.superior_forms.asked import AskedFact, AskingSheet, SuperiorForm
from reports.form_books.book_parts import FormBook
from reports.form_books.sheet_xml import SheetText
from reports.superior_forms.rows_for_people import rows_for_people


def leave_to_formulas(form: SuperiorForm, book: FormBook) -> None:
    """Mark what is answered by a formula: a blank of a page with one in it, an unknown column whose rows have them."""
    form.sheets = [_left_to_formulas(sheet, book) for sheet in form.sheets]


def _left_to_formulas(asking: AskingSheet, book: FormBook) -> AskingSheet:
    part = next(each for each in book.sheets if each.name == asking.name)
    text = SheetText(book.text(part.part))
    rows: list[int] = []  # of people, in a table
    if asking.table:
        people = rows_for_people(book.cells[asking.name], asking, text)
        rows = [*people.free, *(each[0] for each in people.listed)]

    def by_formula(fact: AskedFact) -> bool:
        if asking.table and not fact.open:
            return False  # known: its own rows without a formula are filled
        return any(
            _is_formula(text, row, fact.place[1]) for row in (rows if asking.table else [fact.place[0]])
        )

    return replace(
        asking, asked=tuple(each.by_formula() if by_formula(each) else each for each in asking.asked)
    )


def _is_formula(text: SheetText, row: int, column: int) -> bool:
    cell = text.rows[row].cells.get(column) if row in text.rows else None
    return cell is not None and cell.is_formula
