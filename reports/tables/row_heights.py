"""Row heights of a book: how high a row must be, so that no line of what its cells break into is cut off.

A merged cell never grows by itself in a spreadsheet program, and a row whose height is told grows only when somebody
edits it: so it is reckoned here, rather a line too many. Heights are points, widths characters of a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

USUAL_TYPE = 10.5  # points: 五号, in which a Chinese character is as broad as two of the column's
PIXELS_OF_CHARACTER = 7  # of a column: the type's widest figure (ECMA-376 part 1, 18.3.1.13)
CELL_PADDING = 1.5  # characters of a column that its edges take
LINE_PER_TYPE = 1.38  # height of a line in the size of its type
ROW_PADDING = 4.0  # points
HIGHEST_EXCEL_ROW = 409.0  # what Excel allows
UNBROKEN = re.compile(r"[!-~]+|[\s\S]")  # letters and figures stay together


def breadth_in_characters(words: str) -> int:
    """The breadth of words in characters of a spreadsheet's column width: a Chinese one is two broad."""
    return len(words) + sum(character > "ÿ" for character in words)


def lines_in(words: str, width: float, size: float = USUAL_TYPE) -> int:
    """How many lines words of a type size take in a column."""
    room = max(2.0, (width - CELL_PADDING) * USUAL_TYPE / size)
    return sum(_broken(part, room) for part in words.split("\n"))


def _broken(words: str, room: float) -> int:
    if breadth_in_characters(words) <= room:
        return 1
    lines, used = 1, 0
    for piece in UNBROKEN.findall(words):
        broad = breadth_in_characters(piece)
        if used + broad <= room:
            used += broad
        elif broad <= room:
            lines, used = lines + 1, broad
        else:  # longer than a line: broken anywhere, on a line of its own
            full = (broad - 1) // int(room)  # lines that it fills before its last
            lines += full + (1 if used else 0)
            used = broad - full * int(room)
    return lines


def height_of(lines: int, size: float = USUAL_TYPE, least: float = 0.0) -> float:
    """The height of a row of so many lines."""
    return min(HIGHEST_EXCEL_ROW, max(least, round(lines * size * LINE_PER_TYPE + ROW_PADDING, 1)))


def row_height(
    cells: Iterable[object], widths: Iterable[float], size: float = USUAL_TYPE, least: float = 0.0
) -> float:
    """The height of a row for the words in its cells; what is no text is never broken."""
    counted: Iterator[int] = (
        lines_in(cell, width, size)
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, str)
    )
    return height_of(max(counted, default=1), size, least)
