"""Asking pages, each about one person 一人一表: labels, each with a blank behind it, below it, or in its own cell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.core.words import bare_heading, half_width
from models.imports.shapes.forms import RELATIVES
from models.imports.shapes.labels import LONGEST_LABEL, PHOTOGRAPH
from models.imports.sheets.cells import shown
from models.imports.sheets.dictionary import NOTHING, Reason
from models.imports.sheets.row_kinds import is_footer
from models.imports.sheets.whose import NAMES, NUMBERS, ROLE
from models.imports.words.kind_words import kind_named
from models.imports.workbooks.parts import Merge
from models.imports.workbooks.sheet import Sheet
from models.superior_forms.asked import AskedFact, AskingSheet, SheetPlace, is_sure
from models.superior_forms.family_rows import family_field
from models.superior_forms.form_fields import BY_HAND, SERIAL, asked_meaning

FEWEST_BLANKS = 3  # known ones that make a page about somebody
BLANK_STROKES = re.compile(r"[\s_＿—\-…/／.·]*")
PATTERN_OF_BLANK = re.compile(r"[\s_＿]*年[\s_＿]*月([\s_＿]*日)?[\s_＿]*")  # 　年　月　日
BOX = re.compile(r"[□☐○◯]")
IN_CELL = re.compile(r"([㐀-鿿()（）、/]{2,16})\s*[:：]([\s_＿]*)(?=[^\s_＿]{2,16}\s*[:：]|\s*$)")
LABEL_WORDS = re.compile(r"[㐀-鿿()（）/、,，\s*＊0-9A-Za-z]{2,24}[:：]?")
OF_THE_OFFICE = re.compile(r"填[报表写]|制[表单]|审[核批查]|经办|负责人|联系人|采集|调查|核[实查]|受理|盖章")
STANDING_LABELS = 3  # labels side by side without blanks that head a table within the page


@dataclass(slots=True)
class _Cells:
    """The cells of a sheet as they are seen: each merged area once, by its first place."""

    sheet: Sheet
    merges: dict[SheetPlace, Merge] = field(default_factory=dict)  # by their first place
    covered: set[SheetPlace] = field(default_factory=set)
    width: int = 0

    def __post_init__(self) -> None:
        self.width = max(map(len, self.sheet.rows), default=0)
        for merge in self.sheet.merges:
            self.merges[merge.top, merge.left] = merge
            for row in range(merge.top, min(merge.bottom, merge.top + 200) + 1):
                for column in range(merge.left, min(merge.right, merge.left + 200) + 1):
                    if (row, column) != (merge.top, merge.left):
                        self.covered.add((row, column))

    def words(self, place: SheetPlace) -> str:
        row, column = place[0] - self.sheet.first_row, place[1] - self.sheet.first_column
        inside = 0 <= row < len(self.sheet.rows) and 0 <= column < len(self.sheet.rows[row])
        value = self.sheet.rows[row][column] if inside else ""
        return value if isinstance(value, str) else shown(value)

    def area(self, place: SheetPlace) -> Merge:
        return self.merges.get(place) or Merge(place[0], place[1], place[0], place[1])

    def row(self, number: int) -> Iterator[SheetPlace]:
        """The first places of the cells of a row that say something, from the left."""
        width = len(self.sheet.rows[number - self.sheet.first_row])
        for column in range(self.sheet.first_column, self.sheet.first_column + width):
            place = number, column
            if place not in self.covered and self.words(place).strip():
                yield place

    def behind(self, place: SheetPlace) -> SheetPlace:
        return place[0], self.area(place).right + 1

    def below(self, place: SheetPlace) -> SheetPlace:
        return self.area(place).bottom + 1, place[1]

    def is_free(self, place: SheetPlace) -> bool:
        """Whether a place is there to be filled: empty, or with nothing but a pattern of a blank."""
        return place not in self.covered and self.inside(place) and is_blank(self.words(place))

    def inside(self, place: SheetPlace) -> bool:
        """Whether a place lies on the page: within what is used, or within a merged area, or one column behind."""
        rows = range(self.sheet.first_row, self.sheet.first_row + len(self.sheet.rows) + 2)
        return place[0] in rows and place[1] <= self.sheet.first_column + self.width


def is_blank(words: str) -> bool:
    """Whether words are but the blank to be filled in: strokes, 　年　月　日, □男 □女."""
    return (
        bool(BLANK_STROKES.fullmatch(words) or PATTERN_OF_BLANK.fullmatch(words))
        or len(BOX.findall(words)) > 1
    )


def asking_page(sheet: Sheet) -> AskingSheet | None:
    """The page about one person; None when too little of it is known."""
    asked = tuple(_Page(sheet).asked())
    known = {each.field for each in asked if each.sure}
    if len(known) < FEWEST_BLANKS or not known & (NAMES | NUMBERS):
        return None
    titles = " ".join(
        shown(cell) for row in sheet.rows[:3] for cell in row if isinstance(cell, str) and cell.strip()
    )
    return AskingSheet(sheet.name, asked, False, 0, kind_named(sheet.name) or kind_named(titles[:60]))


class _Page:
    """A page being understood, row by row."""

    def __init__(self, sheet: Sheet) -> None:
        self.cells, self.sheet = _Cells(sheet), sheet
        self.fields: set[str] = set()  # asked already
        self.others: dict[int, str] = defaultdict(
            str
        )  # rows about somebody beside the person, and what says so
        self.inside_table: set[int] = set()
        self.beside: set[SheetPlace] = set()  # the words that say whom rows are about

    def asked(self) -> Iterator[AskedFact]:
        for number in range(self.sheet.first_row, self.sheet.first_row + len(self.sheet.rows)):
            if number in self.inside_table:
                continue
            places = list(self.cells.row(number))
            self._note_others(places)
            said = [self.cells.words(place) for place in places]
            if said and (self._is_foot(said[0]) or self._is_of_office(said)):
                continue
            yield from self._row(number, places)

    def _note_others(self, places: list[SheetPlace]) -> None:
        """Remember rows beside 家庭成员 or 监护人, which are about these."""
        if not places:
            return
        words = bare_heading(self.cells.words(places[0]))
        area = self.cells.area(places[0])
        tells = RELATIVES.fullmatch(words) or (
            ROLE.search(words) and len(places) > 1 and area.bottom > area.top
        )
        if tells:
            self.others |= dict.fromkeys(range(area.top, area.bottom + 1), words)
            if area.bottom > area.top:
                self.beside.add(places[0])

    @staticmethod
    def _is_foot(words: str) -> bool:
        """Whether a row is a foot; 联系电话：____ alone is none, it is asked of the person."""
        in_cell = IN_CELL.match(words)
        return is_footer(words) and not asked_meaning(in_cell[1] if in_cell else words.rstrip(":： ")).field

    @staticmethod
    def _is_of_office(said: list[str]) -> bool:
        return any(
            OF_THE_OFFICE.search(words) and (":" in half_width(words) or len(said) == 1) for words in said
        )

    def _row(self, number: int, places: list[SheetPlace]) -> Iterator[AskedFact]:
        in_cell = [fact for place in places for fact in self._in_cell(place)]
        yield from in_cell
        taken = {fact.label for fact in in_cell}
        labels = [place for place in places if place not in taken | self.beside and self._is_label(place)]
        behind = {place: self.cells.behind(place) for place in labels}
        blanks = [place for place in labels if self.cells.is_free(behind[place])]
        side_by_side = len(labels) >= STANDING_LABELS and blanks in ([], labels[-1:])
        if side_by_side and all(self.cells.is_free(self.cells.below(place)) for place in labels):
            yield from self._standing(number, labels)
            return
        for place in blanks:
            fact = self._fact(place, behind[place], self.cells.words(place).rstrip(":： "))
            if fact is not None:
                yield fact

    def _standing(self, number: int, labels: list[SheetPlace]) -> Iterator[AskedFact]:
        """Labels side by side: their blanks are below; of a table with more rows they are about others."""
        below = [self.cells.below(place) for place in labels]
        known = [asked_meaning(self.cells.words(place)).field for place in labels]
        words = [bare_heading(self.cells.words(place)) for place in labels]
        twice = any(each in self.fields for each in known if each)
        if twice or self.others[number] or any(RELATIVES.fullmatch(each) for each in words):
            self.others[number] = self.others[number] or "家庭成员"
        family = any(RELATIVES.fullmatch(each) for each in [*words, self.others[number]])
        rows = self._free_below(below) if family else 1
        for place, blank in zip(labels, below, strict=True):
            self.inside_table.update(range(blank[0], blank[0] + rows))
            fact = self._fact(place, blank, self.cells.words(place).rstrip(":： "))
            if fact is not None:
                yield self._of_family(fact, rows) if family else fact

    def _free_below(self, blanks: list[SheetPlace]) -> int:
        """How many rows from these places down are free."""
        rows, last = 1, self.sheet.first_row + len(self.sheet.rows)
        while blanks[0][0] + rows < last and not any(self.cells.row(blanks[0][0] + rows)):
            if not all(self.cells.is_free((row + rows, column)) for row, column in blanks):
                break
            rows += 1
        return rows

    def _of_family(self, fact: AskedFact, rows: int) -> AskedFact:
        """A column about the family, answered with its members where it is known what it asks."""
        asks = family_field(self.cells.words(fact.label))
        if not asks:
            return fact
        return replace(fact, field=asks, sure=True, others=False, reason=Reason.SPELT, rows=rows)

    def _is_label(self, place: SheetPlace) -> bool:
        words = self.cells.words(place).strip()
        bare = bare_heading(words)
        return bool(LABEL_WORDS.fullmatch(words)) and len(bare) <= LONGEST_LABEL and not is_blank(words)

    def _in_cell(self, place: SheetPlace) -> Iterator[AskedFact]:
        """Labels with their blanks in one cell: 姓名：____　性别：____."""
        words = self.cells.words(place)
        found = list(IN_CELL.finditer(words))
        alone = len(found) == 1 and not found[0][2].strip("\n")
        if not found or (alone and self.cells.is_free(self.cells.behind(place))):
            return
        for each in found:
            if (fact := self._fact(place, place, each[1], words, each.span(2))) is not None:
                yield fact

    def _fact(
        self,
        label: SheetPlace,
        place: SheetPlace,
        heading: str,
        before: str = "",
        part: tuple[int, int] = (0, 0),
    ) -> AskedFact | None:
        before = before or self.cells.words(place)
        others = self.others[label[0]]
        if others:
            return AskedFact(label, place, f"{others}{heading}", before=before, part=part, others=True)
        known = asked_meaning(heading)
        if not known.field and place[1] >= self.sheet.first_column + self.cells.width:
            return None  # a title, a note: nothing is left free behind it
        found = "" if known.field == NOTHING or known.field == SERIAL else known.field
        if PHOTOGRAPH.search(heading):
            found = BY_HAND
        sure = is_sure(found, known.reason, found in self.fields) or found == BY_HAND
        self.fields.add(found)
        return AskedFact(label, place, heading, found, sure, known.reason, before, part)
