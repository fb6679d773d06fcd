"""The cells of a sheet of XLSX: how far they go, which are formulas without a result, which are errors."""

from __future__ import annotations

import re
from functools import cache

from models.imports.workbooks.parts import (
    REST,
    TOO_WORDY,
    WORKBOOK_DAMAGED,
    SheetFacts,
    Unfit,
    XmlScan,
    column_number,
)

CELL = rb'<c r="([A-Z]{1,3})(\d{1,7})"'
SAVED = rb'(?:(<v(?: [^>]*")?>[^<])|(<v></v>|<v ?/>))?'
XLSX_FORMULA = re.compile(CELL + rb"([^>]*)(?<!/)><f(?:[^>]*/>|[^>]*(?<!/)>[^<]*</f>)" + SAVED)
ERROR = re.compile(CELL + rb'[^>]*? t="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>')
IRREGULAR = re.compile(rb'<c(?![\w:.-])(?! r="[A-Z]{1,3}\d{1,7}")')
BLANK = re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?(?: t="n")?(?: ?/>|></c>)')
REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
INSIDE_TEXT = {"t", "r", "rPr"}
HIDDEN_ROW = re.compile(rb'<row (?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d{1,7})"')
HIDDEN_COLUMN = re.compile(rb'<col (?=[^>]*\bhidden="(?:1|true)")[^>]*>')
COLUMN_BOUND = re.compile(rb'\b(min|max)="(\d{1,5})"')
STYLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*? s="(\d+)"')
FORMULA_MARK = re.compile(rb"<f[\s/>]")


NEAR_COLUMNS, NEAR_ROWS = 52, 9_999
MOST_COLUMNS = 16_384


@cache
def _beyond(row: int) -> re.Pattern[bytes]:
    """Finds cells with content beyond column AZ or below this row, one like 9,999, 19,999 or 299,999."""
    first, digits = int(str(row)[0]), len(str(row))
    below = rb"\d{%d}" % (digits + 1) + (rb"|[%d-9]\d{%d}" % (first + 1, digits - 1) if first < 9 else b"")
    far = rb"(?:[A-Z]{3}|[B-Z][A-Z])(?=\d)|[A-Z]+(?=%s)" % below
    return re.compile(rb'<c r="(' + far + rb')(\d++)"[^>]*+(?<!/)>')


def _short(rest: bytes) -> bytes:
    """What is left of a piece for the next; without limit it would be looked at again and again."""
    if len(rest) > REST:
        raise Unfit(TOO_WORDY)
    return rest


def _hidden(first: str | bytes, last: str | bytes) -> set[int]:
    """The columns from one number to another, as a sheet counts them (from 1)."""
    return set(range(int(first) - 1, min(int(last), MOST_COLUMNS)))


class QuickScan:
    """A sheet's XML seen by pattern, a tenth of the cost of parsing it.

    ``facts.rows`` and ``.columns`` are at least as far as the used area goes, not exactly; ``irregular``
    tells that the writer's XML is of another shape, so that only ``CarefulScan`` can judge it.
    """

    def __init__(self, struck_styles: frozenset[int] = frozenset()) -> None:
        self.facts = SheetFacts(columns=NEAR_COLUMNS)
        self._struck = struck_styles
        self.irregular = False
        self._rest = b""
        self._near = NEAR_ROWS

    def feed(self, piece: bytes) -> None:
        """Look at the whole cells of a piece; what follows the last one waits for the next piece."""
        piece = self._rest + piece
        cut = piece.rfind(b"</c>") + 4
        cut = cut if cut > 3 else max(piece.rfind(b"<c "), piece.rfind(b"<row"), 0)
        self._rest = _short(piece[cut:])
        self._look(piece[:cut])

    def close(self) -> SheetFacts:
        self._look(self._rest)
        self.facts.rows = max(self.facts.rows, self._near)
        return self.facts

    def _look(self, piece: bytes) -> None:
        if b"<cols" in piece:
            for column in HIDDEN_COLUMN.findall(piece):
                bounds = dict(COLUMN_BOUND.findall(column))
                self.facts.hidden_columns |= _hidden(bounds.get(b"min", b"1"), bounds.get(b"max", b"0"))
        self.irregular = self.irregular or b":c" in piece
        if b'"></c>' in piece:
            piece = BLANK.sub(b"", piece)
        full = piece.count(b"</c")
        if self.irregular or not full:  # empty formatted cells have no end tag, and there may be millions
            return
        self.facts.cells += full
        self.irregular = IRREGULAR.search(piece) is not None
        self._look_far(piece)
        if b"<f" in piece:
            self._look_for_formulas(piece)
        self._look_at_appearance(piece)
        if b't="e"' in piece:
            for letters, row, words in ERROR.findall(piece):
                self.facts.errors[int(row), column_number(letters)] = words.decode(errors="replace")

    def _look_at_appearance(self, piece: bytes) -> None:
        """Note the rows that are hidden and the cells that are struck out."""
        if b' hidden="' in piece:
            self.facts.hidden_rows.update(map(int, HIDDEN_ROW.findall(piece)))
        if self._struck:
            for letters, row, style in STYLED.findall(piece):
                if int(style) in self._struck:
                    self.facts.struck.add((int(row), column_number(letters)))

    def _look_far(self, piece: bytes) -> None:
        """Go as far as the cells that lie beyond what is called near, and call more near: few are ever found."""
        far: list[tuple[bytes, bytes]] = _beyond(self._near).findall(piece)
        if far:
            last = max(int(row) for _, row in far)
            self.facts.reach(last, max(map(column_number, {letters for letters, _ in far})))
            unit = 10 ** (len(str(last)) - 1)
            self._near = max(self._near, (last // unit + 1) * unit - 1)

    def _look_for_formulas(self, piece: bytes) -> None:
        found = XLSX_FORMULA.findall(piece)
        self.irregular = self.irregular or len(found) != len(FORMULA_MARK.findall(piece))
        self.facts.formulas += len(found)
        for letters, row, attributes, saved, empty in found:
            if not saved and not (empty and b't="str"' in attributes):  # Excel saves an empty text so
                self.facts.unsolved.add((int(row), column_number(letters)))


class CarefulScan(XmlScan):
    """A sheet's XML parsed: exact for every writer, and slow; only where ``QuickScan`` is in doubt."""

    def __init__(self, struck_styles: frozenset[int] = frozenset()) -> None:
        super().__init__()
        self._struck = struck_styles
        self.facts = SheetFacts()
        self._rest = b""
        self._left_out = False
        self._row = self._column = 0
        self._place: tuple[int, int] | None = None
        self._kind = ""
        self._formula = False
        self._saved: str | None = None

    def feed(self, piece: bytes, last: bool = False) -> None:
        """Parse a piece without its empty formatted cells, of which there may be millions."""
        piece = self._rest + piece
        cut = len(piece) if last else max(piece.rfind(b"<"), 0)
        self._rest = _short(piece[cut:])
        shorter, count = BLANK.subn(b"", piece[:cut])
        self._left_out = self._left_out or count > 0
        super().feed(shorter, last)

    def close(self) -> SheetFacts:
        self.feed(b"", last=True)
        self._settle()
        return self.facts

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2] if ":" in name else name
        if tag in ("v", "is"):
            self._start_value()
        elif tag == "c":
            self._settle()
            self._start_cell(attributes)
        elif tag == "f":
            self._formula = self._place is not None
        elif tag == "row":
            self._settle()
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
            if attributes.get("hidden") in ("1", "true"):
                self.facts.hidden_rows.add(self._row)
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            self.facts.hidden_columns |= _hidden(attributes.get("min", "1"), attributes.get("max", "0"))
        elif tag not in INSIDE_TEXT:
            self._settle()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if reference := attributes.get("r"):
            match = REFERENCE.fullmatch(reference)
            if match is None:
                raise Unfit(WORKBOOK_DAMAGED)
            self._place = int(match[2]), column_number(match[1])
        elif self._left_out:  # where it lies depends on cells that were left out; no writer mixes both
            raise Unfit(WORKBOOK_DAMAGED)
        else:
            self._place = self._row, self._column
        self._column = self._place[1] + 1
        self._kind = attributes.get("t", "")
        if self._struck and int(attributes.get("s", -1)) in self._struck:
            self.facts.struck.add(self._place)

    def _start_value(self) -> None:
        if self._place is None:
            return
        self._saved = ""
        self.facts.cells += 1
        self.facts.reach(*self._place)
        if self._formula or self._kind == "e":
            self._parser.CharacterDataHandler = self._add

    def _add(self, text: str) -> None:
        self._saved = (self._saved or "") + text

    def _settle(self) -> None:
        """Judge the cell that has just ended, if there is one."""
        if self._place is None:
            return
        if self._formula:
            self.facts.formulas += 1
            if not self._saved and not (self._kind == "str" and self._saved is not None):
                self.facts.unsolved.add(self._place)
        if self._kind == "e" and self._saved:
            self.facts.errors[self._place] = self._saved
        self._place, self._formula, self._saved = None, False, None
        self._parser.CharacterDataHandler = None
