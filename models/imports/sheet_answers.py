"""Sheet answers: what the officer says of the sheets of an import, where the program did not understand them or not rightly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.imports.evidence.taught import TableForm, TaughtFields

WITHOUT_HEADING_ROW = 0  # the answer that a sheet has no row of headings


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """What is said of one sheet: of which kind it is ('' = judge yourself), and in which row its heading ends.

    ``heading`` is that row as the spreadsheet shows it, ``WITHOUT_HEADING_ROW`` where there is none, None = judge yourself.
    """

    kind: str = ""
    heading: int | None = None


UNANSWERED = SheetAnswer()


@dataclass(slots=True)
class SheetAnswers:
    """All that is said in one import: of sheets, by file and sheet or by the sheet's name alone, and of columns by the form of their table."""

    sheets: dict[str, SheetAnswer] = field(default_factory=dict)
    columns: dict[TableForm, TaughtFields] = field(default_factory=dict)

    @classmethod
    def of_kinds(cls, kinds: Mapping[str, str]) -> SheetAnswers:
        """Answers that only say kinds, by the names of sheets."""
        return cls({name: SheetAnswer(kind) for name, kind in kinds.items()})

    def of(self, file: str, sheet: str) -> SheetAnswer:
        """What is said of a sheet of a file."""
        return self.sheets.get(sheet_key(file, sheet)) or self.sheets.get(sheet) or UNANSWERED


def sheet_key(file: str, sheet: str) -> str:
    """By what a sheet of a file is told from one of the same name in another."""
    return f"{file}\t{sheet}"
