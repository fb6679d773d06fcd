"""A paper: sheets written down line by line, and below them what is understood, taken and told.

``|`` parts the cells; a cell is text unless it is ``=650`` (a number), ``@1950-06-15`` (a day) or ``!是`` (yes or no). ``[file/sheet]``
begins a sheet, perhaps with 隐藏, 左=2 or 上=5 behind it; ``~`` marks what a cell's value does not say; ``{导入}`` takes in all sheets
since the last one, perhaps with answers: ``{导入 参战=三属 发放=补助发放登记:2}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from models.imports.sheet_answers import SheetAnswer, SheetAnswers
from models.imports.workbooks.parts import Merge, column_number
from models.imports.workbooks.sheet import Cell, Sheet

HERE = Path(__file__).parent
LINE = "─" * 40  # between a paper and what is made of it
BEGINS = re.compile(r"\[(.+?)/(.+?)\](.*)")
TAKES_IN = re.compile(r"\{导入(.*)\}")
NUMBER = re.compile(r"=-?\d+(\.\d+)?(e\d+)?")
PLACE = re.compile(r"([A-Z]+)(\d+)")


@dataclass(slots=True)
class PaperSheet:
    """A sheet being written down."""

    file: str
    name: str
    options: dict[str, str] = field(default_factory=dict)
    rows: list[list[Cell]] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)

    def sheet(self) -> Sheet:
        """What a reader of workbooks would make of it."""
        width = max(map(len, self.rows), default=0)
        rows = [row + [""] * (width - len(row)) for row in self.rows]
        top, left = int(self.options.get("上", "1")), int(self.options.get("左", "0"))
        return Sheet(
            self.name, "隐藏" in self.options, rows, top, left, tuple(self._merges()), frozenset(self._places("未算")), 0,
            frozenset(int(words) for words in self._marked("隐藏行")), frozenset(self._places("划掉")),
            frozenset(column_number(words) for words in self._marked("隐藏列")), tuple(self._marked("说明")),
        )  # fmt: skip

    def _marked(self, mark: str) -> Iterator[str]:
        return (word for known, words in self.marks if known == mark for word in words.split())

    def _places(self, mark: str) -> Iterator[tuple[int, int]]:
        for words in self._marked(mark):
            letters, row = PLACE.findall(words)[0]
            yield int(row), column_number(letters)

    def _merges(self) -> Iterator[Merge]:
        for words in self._marked("合并"):
            (left, top), (right, bottom) = PLACE.findall(words)
            yield Merge(int(top), column_number(left), int(bottom), column_number(right))


@dataclass(slots=True)
class Paper:
    """The imports of a paper, one after the other: the sheets of each and the officer's answers."""

    imports: list[tuple[list[PaperSheet], SheetAnswers]]
    expected: str

    @classmethod
    def read(cls, file: Path) -> Paper:
        written, _, expected = file.read_text("utf-8").partition(LINE)
        imports: list[tuple[list[PaperSheet], SheetAnswers]] = []
        sheets: list[PaperSheet] = []
        for line in written.splitlines():
            if found := BEGINS.fullmatch(line):
                sheets.append(PaperSheet(found[1], found[2], dict(_options(found[3].split()))))
            elif found := TAKES_IN.fullmatch(line):
                imports.append((sheets, SheetAnswers(dict(_answers(found[1].split())))))
                sheets = []
            elif line.startswith("~"):
                mark, _, words = line[1:].partition(" ")
                sheets[-1].marks.append((mark, words))
            elif sheets and not line.startswith("#"):
                sheets[-1].rows.append([_cell(words) for words in line.split("|")])
        return cls([*imports, (sheets, SheetAnswers())] if sheets else imports, expected.strip("\n"))


def _options(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        name, _, value = word.partition("=")
        yield name, value


def _answers(words: Sequence[str]) -> Iterator[tuple[str, SheetAnswer]]:
    for name, said in _options(words):
        kind, _, heading = said.partition(":")
        yield name, SheetAnswer(kind, int(heading) if heading else None)


def _cell(words: str) -> Cell:
    words = words.strip(" ")
    if NUMBER.fullmatch(words):
        return float(words[1:])
    if words[:1] == "@":
        return date.fromisoformat(words[1:])
    if words[:1] == "!":
        return words[1:] == "是"
    return words.replace("\\n", "\n")
