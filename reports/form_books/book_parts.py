"""A form's book as a zip of parts: which part is which sheet, what its styles and lists say, and its parts with some changed."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils import range_boundaries

from models.core.record import Refusal
from models.imports.sheets.cells import shown
from models.imports.workbooks.sheet import Sheet
from models.incoming.packed_files import unpacked
from reports.form_books.sheet_xml import attributes_of, plain

WORKBOOK_PART, STYLES_PART = "xl/workbook.xml", "xl/styles.xml"
DAYS_BUILT_IN = {
    14: 3,
    15: 3,
    17: 2,
    22: 3,
    27: 2,
    28: 3,
    29: 3,
    30: 3,
    31: 3,
    36: 2,
    50: 2,
    57: 2,
    58: 3,
}  # 18.8.30
TEXT_FORMAT = 49
LISTED = re.compile(
    r'<(?:\w+:)?dataValidation\b([^>]*?type="list"[^>]*)>(.*?)</(?:\w+:)?dataValidation>', re.DOTALL
)
FIRST_FORMULA = re.compile(r"<(?:\w+:)?formula1>(?:<(?:\w+:)?f>)?(.*?)</", re.DOTALL)
RULE_AREA = re.compile(r"<(?:\w+:)?sqref>(.*?)</")
RANGE = re.compile(r"(?:('(?:[^']|'')+'|[^\W\d][\w.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)")
RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*?)/?>")
LARGEST_FORM = 100 << 20  # bytes of all parts; a form is blank
FORM_TOO_LARGE = "这个表大得不合常理，不像是空表。请只把要填的表复制到新工作簿，保存后再选"
FORM_DAMAGED = "这个表已损坏或不完整。请向提供人重新索取，或用Excel、WPS打开后另存为.xlsx再选"
MOST_OPTIONS = 3000  # of a drop-down list


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet of the workbook: its name, its part, and the number by which the chain of formulas calls it."""

    name: str
    part: str
    number: str


class FormBook:
    """The workbook that came from the superior; nothing of it is ever changed in place."""

    def __init__(self, file: Path | IO[bytes], sheets: tuple[Sheet, ...]) -> None:
        """``sheets`` are its sheets as the one reader read them."""
        self.cells = {sheet.name: sheet for sheet in sheets}
        try:
            with zipfile.ZipFile(file) as archive:
                self.infos = archive.infolist()
                if sum(info.file_size for info in self.infos) > LARGEST_FORM:
                    raise Refusal(FORM_TOO_LARGE)
                self.parts = {
                    info.filename: unpacked(archive, info.filename, info.file_size) for info in self.infos
                }
        except zipfile.BadZipFile as error:  # the one reader is told otherwise by it, and forgives more
            raise Refusal(FORM_DAMAGED) from error

    def text(self, part: str) -> str:
        """A part as text; '' when there is none."""
        data = self.parts.get(part, b"")
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise Refusal("这个表内部的编码少见，请用Excel或WPS打开它，另存为.xlsx后再填")
        return data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")

    @cached_property
    def sheets(self) -> list[BookSheet]:
        targets = self.targets(WORKBOOK_PART)
        found = []
        for said in re.findall(r"<(?:\w+:)?sheet\b([^>]*?)/?>", self.text(WORKBOOK_PART)):
            about = attributes_of(said)
            key = next((value for name, value in about.items() if name.endswith(":id")), "")
            found.append(BookSheet(plain(about["name"]), targets.get(key, ""), about.get("sheetId", "")))
        return found

    def targets(self, part: str) -> dict[str, str]:
        """The parts that a part points to, by the name of the relation."""
        folder, name = posixpath.split(part)
        relations = self.text(f"{folder}/_rels/{name}.rels")
        found = {}
        for said in RELATION.findall(relations):
            about = attributes_of(said)
            if about.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, about.get("Target", "")))
                found[about.get("Id", "")] = target[1:]
        return found

    @cached_property
    def formats(self) -> list[tuple[int, str]]:
        """Number format of each cell style: its number and its code."""
        text = self.text(STYLES_PART)
        own = {
            int(about["numFmtId"]): plain(about.get("formatCode", ""))
            for said in re.findall(r"<(?:\w+:)?numFmt\b([^>]*?)/?>", text)
            if "numFmtId" in (about := attributes_of(said))
        }
        block = re.search(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", text, re.DOTALL)
        numbers = [
            int(attributes_of(said).get("numFmtId", "0"))
            for said in re.findall(r"<(?:\w+:)?xf\b([^>]*?)/?>", block[0] if block else "")
        ]
        return [(number, own.get(number) or BUILTIN_FORMATS.get(number, "General")) for number in numbers]

    def day_parts(self, style: str) -> int:
        """How much of a day the cells of a style show: 3 to the day, 2 the month, 1 the year; 0 for cells of no days."""
        number, code = self._format(style)
        if number in DAYS_BUILT_IN:
            return DAYS_BUILT_IN[number]
        if not is_date_format(code) or "y" not in code.lower():
            return 0
        bare = re.sub(r'"[^"]*"|\[[^\]]*\]', "", code.lower())
        return 3 if "d" in bare else 2 if "m" in bare else 1

    def is_text(self, style: str) -> bool:
        number, code = self._format(style)
        return number == TEXT_FORMAT or code == "@"

    def _format(self, style: str) -> tuple[int, str]:
        at = int(style) if style.isdecimal() else 0
        return self.formats[at] if at < len(self.formats) else (0, "General")

    # --- drop-down lists

    def options(self, sheet: str, text: str, row: int, column: int) -> tuple[str, ...]:
        """What a drop-down list allows in a cell of a sheet, whose part is ``text``; () where there is none."""
        for said, inner in LISTED.findall(text):
            within = RULE_AREA.search(inner)
            area = within[1] if within else attributes_of(said).get("sqref", "")
            if any(_holds(each, row, column) for each in area.split()):
                found = FIRST_FORMULA.search(inner)
                return self._listed(plain(found[1]) if found else "", sheet)
        return ()

    def _listed(self, formula: str, sheet: str) -> tuple[str, ...]:
        formula = formula.strip().removeprefix("=")
        if formula.startswith('"'):
            return tuple(each.strip() for each in formula.strip('"').split(",") if each.strip())
        if (found := RANGE.fullmatch(formula)) is None:
            named = self._named(formula)
            found = RANGE.fullmatch(named)
        if found is None:
            return ()
        name = (found[1] or sheet).strip("'").replace("''", "'")
        return self._words_in(name, found[2].replace("$", ""))

    def _named(self, name: str) -> str:
        for said, words in re.findall(r"<(?:\w+:)?definedName\b([^>]*)>(.*?)</", self.text(WORKBOOK_PART)):
            if plain(attributes_of(said).get("name", "")) == name:
                return plain(words)
        return ""

    def _words_in(self, sheet: str, area: str) -> tuple[str, ...]:
        cells = self.cells.get(sheet)
        if cells is None:
            return ()
        left, top, right, bottom = (each or 1 for each in range_boundaries(area))
        rows = cells.rows[max(0, top - cells.first_row) : max(0, bottom - cells.first_row + 1)]
        first, last = max(0, left - 1 - cells.first_column), right - cells.first_column
        words = (shown(cell) for row in rows[:MOST_OPTIONS] for cell in row[first:last])
        return tuple(each for each in words if each)

    # --- what comes out

    def write(self, stream: IO[bytes], changed: dict[str, str]) -> None:
        """The workbook with these parts changed, all others byte for byte as they were."""
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
            for info in self.infos:
                data = self.parts[info.filename]
                if info.filename in changed:
                    data = changed[info.filename].encode()
                copy = zipfile.ZipInfo(info.filename, info.date_time)
                copy.compress_type, copy.external_attr = info.compress_type, info.external_attr
                out.writestr(copy, data)


def _holds(area: str, row: int, column: int) -> bool:
    try:
        left, top, right, bottom = range_boundaries(area)
    except ValueError:
        return False
    return (top or 1) <= row <= (bottom or row) and (left or 1) <= column + 1 <= (right or column + 1)
