"""The headings of registers: which register a sheet is, and which row is its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.core.words import bare_heading
from models.imports.evidence.taught import taught_by_office
from models.imports.registers.kinds import (
    ACTIVITIES,
    BRIEFS,
    PAYMENTS,
    REGISTER_HEADINGS,
    REGISTER_KINDS,
    RegisterKind,
)
from models.imports.registers.month_words import are_periods, is_month_heading, span_of_heading
from models.imports.sheets import wordings
from models.imports.sheets.columns import LONGEST_HEADING, FoundColumn, columns_of
from models.imports.sheets.dictionary import GUESSED, NOTHING, Reason
from models.imports.sheets.headings import (
    LOOKED_AT,
    below_groups,
    heading_at,
    joined_rows,
    may_be_heading,
    title_above,
)
from models.imports.sheets.weighed_columns import weighed

SPELT, PARTLY = 10, 4  # what a column weighs whose heading is spelt as we know it, or only holds a word of it
TAUGHT = 1000  # what a heading weighs of which an officer said what its columns are
WEIGHED = 4  # headings that are weighed against their values where none fits by its words
NAMED, SHEET_NAMED, SIGN = 3, 4, 2  # what a title, the sheet's name and a sign weigh beside one known column
PAID_AMOUNTS = (
    re.compile(
        r".{0,4}(实发|实付|实领|实际发放|实际支付|到账)(金额|合计|数|数额|额|资金|总额)?(\(万?元\)|元)?"
    ),
    re.compile(r"(金额|发放|补助|应发)?(合计|总计|共计)(金额|数|发放)?(\(万?元\)|元)?"),
)
PART_AMOUNT = len(PAID_AMOUNTS)
NOT_PAID_AMOUNT = re.compile(r"应发|应付|其中|标准|原|扣")


@dataclass(frozen=True, slots=True)
class Found:
    """The heading of a register: its kind, its last row's index, its columns, and the words above it."""

    kind: RegisterKind
    row: int
    columns: tuple[FoundColumn, ...]
    title: str
    score: int
    sure: frozenset[str]  # the fields whose headings are spelt as we know them

    def fields(self) -> set[str]:
        return {column.field for column in self.columns if column.field and not column.again}

    def fits(self, rows: Sequence[Sequence[Any]], sheet: str, only: str) -> bool:
        """Whether it has what its kind needs, and either is said to be of that kind or can hardly be another."""
        return not self.kind.missing(self.fields()) and (bool(only) or self.evident(rows, sheet))

    def named(self, sheet: str) -> bool:
        """Whether the sheet's name or the title says this kind."""
        return bool(self.kind.titles.search(bare_heading(sheet + self.title)))

    def evident(self, rows: Sequence[Sequence[Any]], sheet: str) -> bool:
        """Whether it can hardly be anything else: whom it names, or what its words say of it.

        A list of things and numbers may be a stock or a budget; only the sheet's name, its title, its headings or words
        that a code table of ours knows make it a register of publicity or of units.
        """
        main = self.kind.told if self.kind.main else None
        by_channel = self.kind.name == BRIEFS and "channel" in self.fields()
        if (
            main
            and not by_channel
            and main[0] not in self.fields()
            and not wordings.name_around(main[1], (sheet, self.title))
        ):
            return False  # what it is about stands neither in a column nor in the title
        whom_by_number = self.kind.personal and not self.kind.unnumbered
        if whom_by_number or self.named(sheet) or (self.kind.name == ACTIVITIES and "theme" in self.sure):
            return True
        if any(self.kind.titles.search(bare_heading(column.heading)) for column in self.columns):
            return True
        if self.kind.unnumbered:  # names and days alone may be anything
            return False
        for column in self.columns:
            about = self.kind.fields.get(column.field)
            table = about.reads.removeprefix("code:") if about and about.reads.startswith("code:") else ""
            below = (row[column.index] for row in rows[self.row + 1 :][:LOOKED_AT] if column.index < len(row))
            if table and any(
                isinstance(cell, str) and wordings.standard_name(table, cell)[1] for cell in below
            ):
                return True
        return False

    def signed(self, sheet: str) -> bool:
        """Whether it is this kind rather than a roster: two of its signs, or one where the sheet or the title says so."""
        signs = len(self.sure & self.kind.signs)
        return signs > 1 or (signs == 1 and self.named(sheet))


def find_register(rows: Sequence[Sequence[Any]], sheet: str = "", only: str = "") -> Found | None:
    """The best heading among the first rows, its columns weighed against their values; None when no row has what some kind needs."""
    found = find_by_words(rows, sheet, only)
    if found is not None:
        return with_values(found, rows)
    nearest = sorted(_candidates(rows, sheet, only, loosely=True), key=lambda each: -each.score)[:WEIGHED]
    fit = [each for near in nearest if (each := with_values(near, rows)).fits(rows, sheet, only)]
    return max(fit, key=lambda each: each.score, default=None)


def find_by_words(rows: Sequence[Sequence[Any]], sheet: str = "", only: str = "") -> Found | None:
    """The best heading among the first rows by its words alone."""
    candidates = _candidates(rows, sheet, only)
    fit = [found for found in candidates if found.fits(rows, sheet, only)]
    best = max(fit, key=lambda found: found.score, default=None)
    meant = max(candidates, key=lambda found: found.score, default=None)
    if best and meant and meant not in fit and meant.score > best.score and meant.named(sheet):
        return None  # it means to be something else, and lacks a column for that
    return best


def with_values(found: Found, rows: Sequence[Sequence[Any]]) -> Found:
    """A heading with its columns weighed against the values below it."""
    columns = weighed(found.columns, rows[found.row + 1 :], REGISTER_HEADINGS, found.kind.name)
    return replace(found, columns=with_months(columns) if found.kind.name == PAYMENTS else columns)


def register_at(rows: Sequence[Sequence[Any]], row: int, kind: RegisterKind) -> Found:
    """The heading that the officer says to end on a row (-1 = there is none), of that kind."""
    heading = heading_at(rows, row, REGISTER_HEADINGS, kind.name)
    columns = with_months(heading.columns) if kind.name == PAYMENTS else heading.columns
    return Found(kind, row, columns, heading.title, 0, frozenset())


def nearly(rows: Sequence[Sequence[Any]], sheet: str, only: str = "") -> Found | None:
    """The best heading of a sheet whose name or title says a kind, though something that it needs is missing."""
    candidates = _candidates(rows, sheet, only)
    named = [found for found in candidates if only or found.kind.titles.search(sheet + found.title)]
    return max(named, key=lambda found: found.score, default=None)


def begins(rows: Sequence[Sequence[Any]], sheet: str, title: str) -> Found | None:
    """The heading that begins on the first of these rows, when one does."""
    if not _may_be_heading(rows[0]):
        return None
    found = find_by_words(rows[:2], f"{sheet} {title}")
    return found if found and not found.title else None


def _candidates(rows: Sequence[Sequence[Any]], sheet: str, only: str, loosely: bool = False) -> list[Found]:
    found, top = [], None
    for number, row in enumerate(rows[:LOOKED_AT]):
        if not (_may_be_heading(row) or (loosely and may_be_heading(row))):
            continue
        top = number if top is None else top
        title = title_above(rows[:top])  # what stands below another heading is no title
        below = rows[number + 1] if number + 1 < len(rows) else []
        for kind in REGISTER_KINDS.values():
            if only in ("", kind.name):
                own = below_groups(rows, number, REGISTER_HEADINGS, kind.name)
                found.append(_found(kind, number, own, title, sheet))
                if pair := joined_rows(row, below, REGISTER_HEADINGS, kind.name):
                    found.append(_found(kind, number + 1, pair, title, sheet, paired=True))
    return found


def _found(
    kind: RegisterKind, row: int, cells: Sequence[Any], title: str, sheet: str, paired: bool = False
) -> Found:
    columns = columns_of(cells, REGISTER_HEADINGS, kind.name)
    if kind.name == PAYMENTS:
        columns = with_months(with_paid_amount(columns))
    known = {column.field: column.rank < GUESSED for column in columns if column.field}
    known.pop(NOTHING, None)
    score = sum(SPELT if spelt else PARTLY for spelt in known.values()) - paired
    score += TAUGHT * any(column.reason is Reason.OFFICE for column in columns)
    score += 10 * SIGN * len(known.keys() & kind.signs)
    score += 10 * SHEET_NAMED * bool(kind.titles.search(bare_heading(sheet)))
    score += 10 * NAMED * bool(kind.titles.search(bare_heading(title)))
    sure = frozenset(field for field, spelt in known.items() if field and spelt)
    return Found(kind, row, columns, title, score, sure)


def with_paid_amount(columns: tuple[FoundColumn, ...]) -> tuple[FoundColumn, ...]:
    """The columns with that one as the amount which says what was paid: 实发 before 合计, 合计 before one of its parts."""
    amounts = [c for c in columns if c.field == "amount" and not c.again]
    others = [c for c in columns if c.field == "" and _weight_of_amount(c.heading) < PART_AMOUNT]
    best = min([*amounts, *others], key=lambda c: _weight_of_amount(c.heading), default=None)
    if not amounts or best is None or best in amounts:
        return columns
    return tuple(
        replace(c, field="amount", reason=Reason.SPELT, rank=0)
        if c is best
        else replace(c, field="")
        if c in amounts
        else c
        for c in columns
    )


def _weight_of_amount(heading: str) -> int:
    """How surely a heading tells what was paid in the end; the least is the surest."""
    bare = bare_heading(heading)
    for weight, words in enumerate(PAID_AMOUNTS):
        if words.fullmatch(bare):
            return weight
    return len(PAID_AMOUNTS) + bool(NOT_PAID_AMOUNT.search(bare)) + PART_AMOUNT


def with_months(columns: tuple[FoundColumn, ...]) -> tuple[FoundColumn, ...]:
    """The columns with those of months, where there are several, as so many amounts."""
    months = [column for column in columns if is_month_heading(column.heading)]
    periods = [column for column in columns if span_of_heading(column.heading, 2000)]
    if len(months) < 2 and are_periods([column.heading for column in periods]):
        months = periods
    if len(months) < 2:
        return columns
    other = any(column.field == "amount" and column not in months for column in columns)
    return tuple(
        replace(column, field="amount", again=other or column != months[0], reason=Reason.SPELT, rank=0)
        if column in months
        else column
        for column in columns
    )


def _may_be_heading(row: Sequence[Any]) -> bool:
    """At least two of its cells are headings that registers have, and none a number or a date."""
    said = [cell for cell in row if cell not in ("", None)]
    words = [cell for cell in said if isinstance(cell, str)]
    taught = taught_by_office()
    known = [
        REGISTER_HEADINGS.knows(cell) or taught.word(REGISTER_HEADINGS.name, bare_heading(cell)) is not None
        for cell in words
        if len(cell) <= LONGEST_HEADING
    ]
    if len(words) != len(said):
        return False
    return sum(known) >= 2 or any(form.headings == tuple(map(bare_heading, words)) for form in taught.forms)
