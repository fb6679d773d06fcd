"""A form's file 表格文件: read and understood once, and filled as often as there is need: a workbook, a document, an own letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from models.core.files import plain_words
from models.core.jobs import Job
from models.core.record import Refusal
from models.imports.evidence.taught import TableForm, TaughtFields
from models.imports.workbooks import workbook
from models.imports.workbooks.parts import Unfit
from models.imports.workbooks.sheet import Sheet
from models.people.person import Person
from models.superior_forms.answers import AnswerFacts
from models.superior_forms.asked import AskingSheet, SuperiorForm
from models.superior_forms.form_people import FormPerson
from models.superior_forms.left_open import LeftOpen
from models.superior_forms.understanding import understand
from reports.form_books.book_parts import FormBook
from reports.form_books.old_workbooks import as_new_workbook
from reports.superior_forms.filled_books import FilledBook
from reports.superior_forms.filled_documents import FilledDocument
from reports.superior_forms.formula_places import leave_to_formulas
from reports.superior_forms.own_documents import FilledLetter, asking_letter
from reports.superior_forms.sheet_answers import StyledFact
from reports.superior_forms.word_grids import WordForm, grids_of

OLD_SUFFIXES = (".xls", ".et")
FORM_SUFFIXES = (".xlsx", ".xlsm", ".docx", ".xls", ".et")
OTHER_FORMAT = "“{}”这种格式不能直接填。请用Excel或WPS打开它，另存为.xlsx（文档另存为.docx）后再选"


class Filled(Protocol):
    """A copy of a form being filled."""

    left: list[LeftOpen]
    people: set[int]

    def styled(self, asking: AskingSheet) -> list[StyledFact]: ...
    def fill_table(self, asking: AskingSheet, people: list[Person], chosen_by_words: bool) -> Job[None]: ...
    def fill_page(self, asking: AskingSheet, whom: FormPerson) -> None: ...
    def write(self, stream: IO[bytes]) -> None: ...


@dataclass(slots=True)
class FormFile:
    """A form that can be filled: what it asks, and the workbook or document that it is; ``letter`` marks an own document."""

    path: Path
    form: SuperiorForm
    suffix: str  # of the files that come of it
    book: FormBook | None = None
    document: WordForm | None = None
    letter: bool = False

    def begin(self, facts: AnswerFacts) -> Filled:
        """A fresh copy to be filled."""
        if self.book is not None:
            return FilledBook(self.book, facts)
        assert self.document is not None
        return FilledLetter(self.document, facts) if self.letter else FilledDocument(self.document, facts)


def read_form(file: Path, said: Mapping[TableForm, TaughtFields] | None = None) -> FormFile:
    """Read a form and understand it. Raises ``Refusal`` when it cannot be read, or asks nothing."""
    suffix = file.suffix.lower()
    if suffix not in FORM_SUFFIXES:
        raise Refusal(OTHER_FORMAT.format(file.name))
    with plain_words(file):
        if suffix == ".docx":
            return _document(file, said)
        sheets = workbook.read_spreadsheet(file).sheets
        return _workbook(file, sheets, said)


def _workbook(
    file: Path, sheets: tuple[Sheet, ...], said: Mapping[TableForm, TaughtFields] | None
) -> FormFile:
    form = understand(file.name, sheets, said)
    if file.suffix.lower() not in OLD_SUFFIXES:
        suffix, book = file.suffix.lower(), FormBook(file, sheets)
    else:
        newer, told = as_new_workbook(file)
        form.notes.append(told)
        suffix, book = ".xlsx", FormBook(newer, sheets)
    leave_to_formulas(form, book)
    return FormFile(file, form, suffix, book)


def _document(file: Path, said: Mapping[TableForm, TaughtFields] | None) -> FormFile:
    try:
        document = WordForm(file)
        document.fresh()
    except (Unfit, SyntaxError) as error:
        raise Refusal(
            f"“{file.name}”打不开，可能已损坏或设有密码。请用Word或WPS打开它，另存为.docx后再选"
        ) from error
    if (letter := asking_letter(document)) is not None:
        form = SuperiorForm(file.name, [letter])
        form.use(said or {})
        return FormFile(file, form, ".docx", None, document, True)
    sheets = [grid.sheet for grid in grids_of(document.fresh())]
    return FormFile(file, understand(file.name, sheets, said), ".docx", None, document)
