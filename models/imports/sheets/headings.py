"""The headings of a table: which row or rows they are, and what each column below them is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models.core.words import bare_heading
from models.imports.sheets.cells import shown
from models.imports.sheets.columns import FoundColumn, columns_of, known_in
from models.imports.sheets.dictionary import Dictionary, Reason
from models.imports.sheets.weighed_columns import weighed
from models.imports.sheets.whose import NAMES, NUMBERS, OthersHeading, strangers_columns
from models.imports.words.kind_words import kind_named

LOOKED_AT = 40  # rows from the top among which the heading is looked for
GROUP = re.compile(r"(基本)?(情况|信息|资料)$")
FILLED_IN_TITLE = re.compile(r"[:：]|\d{4}")  # 填报单位：总寨镇 above a heading names no group of columns
LONG_NUMBER = re.compile(r"\d{6}")  # somebody's, and never in a heading
HAN_WORD = re.compile(r"[㐀-鿿]")
LEAST_HEADINGS = 3  # words of a row that may be a heading of which hardly one is known
LONGEST_WORD = 25  # characters of one of them
MOST_TRIED = 3  # headings that fit by their values, before the best of them is taken
Fits = Callable[[Sequence[FoundColumn]], bool]


@dataclass(frozen=True, slots=True)
class TableHeading:
    """The heading found: its last row's index, the columns below it, and the words of the titles above it."""

    row: int
    columns: tuple[FoundColumn, ...]
    title: str

    def fields(self) -> set[str]:
        return {column.field for column in self.columns}


def find_heading(
    rows: Sequence[Sequence[Any]], dictionary: Dictionary, fits: Fits, kind: str = ""
) -> TableHeading | None:
    """The row, or the two or three rows, whose columns fit and of which most are known; None when no row does."""
    found: list[tuple[int, bool, int, tuple[FoundColumn, ...]]] = []
    whole = 0  # known columns of the best row so far that is a heading alone: below it a pair must say more
    taken = -1  # a row that is the lower half of a pair is no heading of its own
    for number, row in enumerate(rows[:LOOKED_AT]):
        if found and _tells_of_somebody(row):
            break  # the table has begun: whatever looks like a heading further down stands among its people
        alone = columns_of(row, dictionary, kind)
        if takes_from_strangers(rows, number, alone, dictionary, kind):
            alone = ()
        if number == taken or not (known_in(alone) or _is_groups(row)):
            continue  # a title above the heading is no part of it
        if fits(alone):
            found.append((known_in(alone), False, number, alone))
        for last, cells in lower_rows(rows, number, dictionary, kind):
            columns = columns_of(cells, dictionary, kind)
            if fits(columns) and known_in(columns) > whole:
                taken = number + 1
                its_own = known_in(columns_of(rows[last], dictionary, kind)) > 0
                found.append((known_in(columns), its_own, last, columns))
        if fits(alone):
            whole = max(whole, known_in(alone))
    if not found:
        return None
    _, _, last, columns = max(found, key=lambda each: (_taught_columns(each[3]), *each[:2]))
    return TableHeading(last, columns, title_above(rows[:last]))


def takes_from_strangers(
    rows: Sequence[Sequence[Any]],
    number: int,
    columns: Sequence[FoundColumn],
    dictionary: Dictionary,
    kind: str,
) -> bool:
    """Whether a row as a heading alone would take name or number of a group above it that is somebody else's."""
    if not any(column.field in NAMES | NUMBERS for column in columns):
        return False
    own = below_groups(rows, number, dictionary, kind)
    return any(
        column.field in NAMES | NUMBERS and isinstance(own[column.index], OthersHeading) for column in columns
    )


def below_groups(
    rows: Sequence[Sequence[Any]], number: int, dictionary: Dictionary, kind: str
) -> Sequence[Any]:
    """A row of headings, those below a group that is somebody else's together with its word: 监护人电话."""
    if not number or not _is_groups(rows[number - 1]):
        return rows[number]
    whole = joined_rows(rows[number - 1], rows[number], dictionary, kind)
    return [
        whole[index] if index < len(whole) and isinstance(whole[index], OthersHeading) else cell
        for index, cell in enumerate(rows[number])
    ]


def _tells_of_somebody(row: Sequence[Any]) -> bool:
    """Whether a row of several cells has somebody's number."""
    said = [words for cell in row if (words := shown(cell))]
    return len(said) > 1 and any(LONG_NUMBER.search(words) for words in said)


def _taught_columns(columns: Sequence[FoundColumn]) -> int:
    return sum(column.reason is Reason.OFFICE for column in columns)


def heading_by_values(
    rows: Sequence[Sequence[Any]], dictionary: Dictionary, fits: Fits, kind: str = ""
) -> TableHeading | None:
    """The heading whose words do not tell enough and whose columns' values do; with the row -1 and further where there is none.

    None when neither words nor values tell what such a table needs.
    """
    found: list[tuple[int, int, tuple[FoundColumn, ...]]] = []
    for number, row in enumerate(rows[:LOOKED_AT]):
        if not may_be_heading(row) or len(found) > MOST_TRIED:
            continue
        for last, cells in ((number, row), *lower_rows(rows, number, dictionary, kind)):
            named = columns_of(cells, dictionary, kind)
            if last == number and takes_from_strangers(rows, number, named, dictionary, kind):
                cells = joined_rows(rows[number - 1], row, dictionary, kind)
                named = columns_of(cells, dictionary, kind)
            columns = weighed(named, rows[last + 1 :], dictionary, kind)
            if named and fits(columns):
                found.append((known_in(columns), last, columns))
    if found:
        _, last, columns = max(found, key=lambda each: each[0])
        return TableHeading(last, columns, title_above(rows[:last]))
    return _without_heading(rows, dictionary, fits, kind)


def heading_at(
    rows: Sequence[Sequence[Any]], row: int, dictionary: Dictionary, kind: str = ""
) -> TableHeading:
    """The heading that ends on a row which an officer named, with the rows above it where these tell more; -1 = there is none."""
    below = rows[row + 1 :]
    if row < 0:
        return TableHeading(-1, weighed((), below, dictionary, kind), "")
    found = [(row, columns_of(rows[row], dictionary, kind))]
    for first in (row - 1, row - 2):
        if first >= 0:
            pairs = dict(lower_rows(rows, first, dictionary, kind))
            found.append((first, columns_of(pairs.get(row, []), dictionary, kind)))
    first, columns = max(found, key=lambda each: known_in(each[1]))
    return TableHeading(row, weighed(columns, below, dictionary, kind), title_above(rows[:first]))


def is_taught(heading: TableHeading) -> bool:
    """Whether an officer said of this very heading what its columns are."""
    return any(column.reason is Reason.OFFICE for column in heading.columns)


def may_be_heading(row: Sequence[Any]) -> bool:
    """Whether a row is several short words and nobody's number."""
    said = [cell for cell in row if cell not in ("", None)]
    words = [shown(cell) for cell in said if isinstance(cell, str)]
    return (
        len(words) == len(said) >= LEAST_HEADINGS
        and all(len(each) <= LONGEST_WORD and not LONG_NUMBER.search(each) for each in words)
        and len(set(words)) > len(words) // 2
    )


def _without_heading(
    rows: Sequence[Sequence[Any]], dictionary: Dictionary, fits: Fits, kind: str
) -> TableHeading | None:
    """The table that begins at once with somebody: the first row with a long number, below nothing but titles.

    A row of headings above it is never passed over: it may say whose the columns are.
    """
    for first, row in enumerate(rows[:LOOKED_AT]):
        if may_be_heading(row):
            return None
        said = [words for cell in row if (words := shown(cell))]
        if len(said) >= LEAST_HEADINGS and any(LONG_NUMBER.search(words) for words in said):
            columns = weighed((), rows[first:], dictionary, kind)
            return TableHeading(first - 1, columns, title_above(rows[:first])) if fits(columns) else None
    return None


def lower_rows(
    rows: Sequence[Sequence[Any]], number: int, dictionary: Dictionary, kind: str = ""
) -> Iterator[tuple[int, list[Any]]]:
    """A row as one heading with the row below it, and with the two below it: the last row's index, the cells."""
    if number + 1 < len(rows):
        yield number + 1, joined_rows(rows[number], rows[number + 1], dictionary, kind)
    if number + 2 < len(rows):
        lower = joined_rows(rows[number + 1], rows[number + 2], dictionary, kind)
        if lower:
            yield number + 2, joined_rows(rows[number], lower, dictionary, kind)


def joined_rows(
    upper: Sequence[Any], lower: Sequence[Any], dictionary: Dictionary, kind: str = ""
) -> list[Any]:
    """Two rows of one heading as one: 服义务兵 above 开始时间 and 结束时间 becomes 服义务兵开始时间.

    Empty when one of them is no row of headings.
    """
    if not any(isinstance(cell, str) and bare_heading(cell) for cell in lower):
        return []
    cells: list[Any] = []
    overs: list[str] = []
    over = ""
    for index in range(max(len(upper), len(lower))):
        above = upper[index] if index < len(upper) else ""
        below = lower[index] if index < len(lower) else ""
        if not isinstance(above, str) or not isinstance(below, str):
            return []  # a number or a date: the lower row is data
        if LONG_NUMBER.search(below) or LONG_NUMBER.search(above):
            return []
        if bare_heading(above):
            over = "" if FILLED_IN_TITLE.search(above) else above
        elif not bare_heading(below):
            over = ""
        alone = bare_heading(below) in ("", bare_heading(above))
        cells.append(above if alone else below)
        overs.append("" if alone else over)
    strangers = strangers_columns(overs, cells, dictionary, kind)
    return [
        _under(over, cell, dictionary, kind, index in strangers) if over else cell
        for index, (over, cell) in enumerate(zip(overs, cells, strict=True))
    ]


def _under(over: str, below: str, dictionary: Dictionary, kind: str, of_stranger: bool = False) -> str:
    """A heading below that of its group; what stands below 监护人 or 烈士情况 is not about the person."""
    whole = GROUP.sub("", bare_heading(over)) + below
    known = dictionary.meaning(whole, kind)
    if known.field and not (of_stranger and known.reason == Reason.GUESSED):
        return whole
    own = dictionary.meaning(below, kind).field
    strangers = (
        of_stranger
        or isinstance(below, OthersHeading)
        or (dictionary.strangers.search(over) and not kind_named(over))
    )
    line = dictionary.line_of(own, kind)
    its_own = line is not None and line.groups.search(over)
    if own and (its_own or not strangers):
        return below
    return OthersHeading(f"{over}{below}") if strangers else f"{over}{below}"


def _is_groups(row: Sequence[Any]) -> bool:
    """Whether a row may name groups of columns: several short words, none of them filled in."""
    said = [cell for cell in row if cell != ""]
    return len(said) > 1 and all(
        isinstance(cell, str) and HAN_WORD.search(cell) and not FILLED_IN_TITLE.search(cell) for cell in said
    )


def title_above(rows: Iterable[Sequence[Any]]) -> str:
    """The words of the rows above a heading."""
    return " ".join(shown(cell) for row in rows for cell in row if isinstance(cell, str) and cell.strip())
