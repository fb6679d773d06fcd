"""Tables that are plain text, whatever the file's name: of any encoding and separator, or pasted; every cell stays a text."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

from models.imports.workbooks.parts import Unfit
from models.imports.workbooks.sheet import Cell, Sheet

TEXT_SUFFIXES = (".csv", ".txt", ".tsv", ".prn")
SEPARATORS = "|,\t;，"
LOOKED_AT_LINES = 200
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # how Excel is told the separator
GAPS_IN_TEXT = re.compile(r"[ \t\u3000]{2,}|\t")
NO_TEXT_TABLE = "不是一份可读的文本表格。请向提供人索取原来的表格文件"
FROM_TEXT = "文件的内容是文本，不是真正的电子表格，已按文本读入，号码都是原样；请不要用Excel、WPS打开后再保存它，那样号码末几位会变成0"


def read_text(text: str, name: str, remarks: tuple[str, ...] = ()) -> Sheet:
    """The one sheet of a text; ``Unfit`` when it is not to be read as one."""
    told = SEPARATOR_LINE.match(text)
    text = text[told.end() :] if told else text
    try:
        if separator := told[1] if told else separator_of(text):
            return text_sheet(text, separator, name, csv.QUOTE_MINIMAL, remarks)
        rows: list[list[Cell]] = [list(GAPS_IN_TEXT.split(line.strip())) for line in text.splitlines()]
        return Sheet(name, False, rows, 1, 0, (), frozenset(), 0, remarks=remarks)
    except csv.Error as error:
        raise Unfit(NO_TEXT_TABLE) from error


def separator_of(text: str) -> str:
    """The sign that parts the cells: the one that most lines have, and of these the most frequent; '' for none."""
    lines = [line for line in text.splitlines()[:LOOKED_AT_LINES] if line.strip()]

    def weight(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        return sum(count > 0 for count in counts), sum(counts)

    best = max(SEPARATORS, key=lambda sign: (weight(sign)[0] * weight(sign)[1], weight(sign)))
    in_lines, _ = weight(best)
    blank = sum(bool(GAPS_IN_TEXT.search(line.strip())) for line in lines)
    return "" if in_lines == 0 or (blank > 1 and in_lines * 2 < blank) else best


def text_sheet(
    text: str,
    separator: str = "\t",
    name: str = "",
    quoting: int = csv.QUOTE_NONE,
    remarks: Sequence[str] = (),
) -> Sheet:
    """A text as a sheet: a row for each line, or as quotation marks say."""
    lines = csv.reader(text.splitlines(keepends=True), delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
    rows: list[list[Cell]] = [list(cells) for cells in lines]
    return Sheet(name, False, rows, 1, 0, (), frozenset(), 0, remarks=tuple(remarks))
