"""What is asked 栏目: a heading or a label of a superior's form, the field that answers it, and where the answer goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from models.imports.evidence.taught import TableForm, TaughtFields
from models.imports.sheets.dictionary import NOTHING, Reason
from models.imports.workbooks.sheet import column_letters
from models.superior_forms.form_fields import (
    BY_FORMULA,
    BY_HAND,
    NOT_ANSWERED,
    OF_SUPERIOR,
    OF_SUPERIOR_PAGE,
    SURE,
)

SheetPlace = tuple[int, int]  # row from 1, column from 0, as a spreadsheet program shows them
BLANK_ALONE: tuple[int, int] = (0, 0)  # the part of a cell that is filled, when it is all of it


@dataclass(frozen=True, slots=True)
class AskedFact:
    """One thing that a form asks.

    ``label`` is where its words stand, ``place`` where the answer goes: of a table the first row below the heading. ``field``
    is '' where nobody knows what is asked; without ``sure`` nothing is filled in before an officer has said so. ``before`` is
    what stands in the place already, a pattern to be completed (年　月　日, □男 □女), and ``part`` the piece of it that is the
    blank. ``others`` marks what is asked of somebody beside the person; of a family's column ``rows`` go down from the place. Of a table printed in
    halves side by side, ``half`` is the one in which it stands, from 0 on the left.
    """

    label: SheetPlace
    place: SheetPlace
    heading: str
    field: str = ""
    sure: bool = False
    reason: Reason = Reason.UNKNOWN
    before: str = ""
    part: tuple[int, int] = BLANK_ALONE
    others: bool = False
    rows: int = 1
    half: int = 0

    @property
    def cell(self) -> str:
        """Where the heading stands, as spreadsheets say it: B3."""
        return f"{column_letters(self.label[1])}{self.label[0]}"

    @property
    def answered(self) -> bool:
        """Whether the program fills it in."""
        return self.sure and self.field not in NOT_ANSWERED

    @property
    def open(self) -> bool:
        """Whether nobody has said what is asked, so that it stays empty and is told."""
        return not self.sure

    def by_formula(self) -> AskedFact:
        """The same as the form itself answers it."""
        return replace(self, field=BY_FORMULA, sure=True, reason=Reason.SPELT)

    def decided(self, said: str) -> AskedFact:
        """The same as an officer decided it; '' = stays empty."""
        return replace(self, field=said, sure=True, reason=Reason.OFFICE)


def is_sure(field: str, reason: Reason, again: bool = False) -> bool:
    """Whether what a heading asks is certain enough to answer without an officer."""
    return field == BY_HAND or (field not in ("", NOTHING) and reason in SURE and not again)


@dataclass(frozen=True, slots=True)
class AskingSheet:
    """A sheet (or a table of a document) that asks: a ``table`` with a row for each person, or a page about one person.

    ``heading_row`` is the last row of a table's heading, from 1; ``kind`` the kind of people whom its name or title calls, '' =
    anybody; ``leaning`` the kind whose own headings it has; ``roster`` the form under which imports know such a table.
    """

    name: str
    asked: tuple[AskedFact, ...]
    table: bool
    heading_row: int = 0
    kind: str = ""
    leaning: str = ""
    roster: TableForm | None = None

    @property
    def form(self) -> TableForm:
        """The shape by which it is known again: all its headings in their order, and whether it is a table."""
        sort = OF_SUPERIOR if self.table else OF_SUPERIOR_PAGE
        return TableForm.of(sort, [each.heading for each in self.asked])

    @property
    def halves(self) -> list[AskingSheet]:
        """The halves of a table that is printed side by side, from the left; itself alone when it is one."""
        last = max((each.half for each in self.asked), default=0)
        if not last:
            return [self]
        return [
            replace(self, asked=tuple(each for each in self.asked if each.half == half))
            for half in range(last + 1)
        ]

    def alike(self, at: int) -> list[int]:
        """The places among the headings of this one and its like in the other halves."""
        of = self.asked[at]
        return [
            number
            for number, each in enumerate(self.asked)
            if number == at or (each.half != of.half and each.heading == of.heading)
        ]

    def for_anybody(self) -> AskingSheet:
        """The same sheet for people of every kind, though its name or title speaks of one."""
        return replace(self, kind="", leaning=self.kind or self.leaning)

    def as_said(self, said: Mapping[TableForm, TaughtFields]) -> AskingSheet:
        """The sheet with what officers decided of a form of this shape."""
        fields = said.get(self.form)
        if not fields:
            return self
        asked = (each.decided(fields[at]) if at in fields else each for at, each in enumerate(self.asked))
        return replace(self, asked=tuple(asked))


@dataclass(slots=True)
class SuperiorForm:
    """A form as it was understood: its sheets that ask, and what is to be told of it."""

    file: str
    sheets: list[AskingSheet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def for_one(self) -> bool:
        """Whether a copy of the form is about one person."""
        return not any(sheet.table for sheet in self.sheets)

    def asked(self) -> list[AskedFact]:
        return [fact for sheet in self.sheets for fact in sheet.asked]

    @property
    def kinds(self) -> list[str]:
        """The kinds of people of which its sheets speak by name or title."""
        return list(dict.fromkeys(sheet.kind for sheet in self.sheets if sheet.kind))

    def asks(self, field: str) -> bool:
        """Whether a field is to be filled in."""
        return any(fact.answered and fact.field == field for fact in self.asked())

    def use(self, said: Mapping[TableForm, TaughtFields]) -> None:
        """Let decisions of officers hold."""
        self.sheets = [sheet.as_said(said) for sheet in self.sheets]


def open_facts(asked: Iterable[AskedFact]) -> list[AskedFact]:
    """Those that wait for an officer."""
    return [each for each in asked if each.open]
