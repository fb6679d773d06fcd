"""The XLSX workbook (ECMA-376): which part is which sheet, and whether calamine may be given it."""

from __future__ import annotations

import posixpath
import re
from array import array

from models.imports.workbooks.parts import (
    BLOCK,
    MOST_CELL_TEXT,
    REST,
    SHEET_TOO_LARGE,
    TOO_WORDY,
    WORKBOOK_DAMAGED,
    Package,
    SheetFacts,
    Unfit,
)
from models.imports.workbooks.xlsx_cells import CarefulScan, QuickScan
from models.imports.workbooks.xlsx_styles import struck_styles

STRINGS = 200 << 20  # bytes of the table of texts, which calamine holds whole
MARKS = 16  # bytes that a shared text's marks take at least
SHARED_TEXT = re.compile(rb"<(?:\w+:)?si(?=[\s/>])")
STRING_CELL = re.compile(rb't="s"[^>]*>\s*<(?:\w+:)?v>(\d{1,9})<')


class SheetParts:
    """The sheets of an .xlsx: every part is unpacked once and looked at; few are parsed as well."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._listed = self._list_sheets()
        self._struck = struck_styles(package)
        self._scans: dict[str, QuickScan] = {}
        self._strings = array("I")  # bytes of each shared text, its marks included

    def facts(self) -> list[SheetFacts]:
        """The facts of each listed sheet; those that are no worksheet have no cells."""
        self._package.forget()
        for name in self._package.parts:
            self._look(name)
        found = {name: scan.close() for name, scan in self._scans.items()}
        if sum(self._block(found, name) for name in self._listed) > BLOCK:
            doubtful = set(found)
        else:
            doubtful = {name for name, scan in self._scans.items() if scan.irregular}
        self._package.forget()
        found |= {name: self._parse(name) for name in doubtful}
        if sum(self._block(found, name) for name in self._listed) > BLOCK:
            raise Unfit(SHEET_TOO_LARGE)
        self._check_words(sum(found[name].cells for name in self._listed if name in found))
        return [found.get(name, SheetFacts()) for name in self._listed]

    @staticmethod
    def _block(found: dict[str, SheetFacts], name: str) -> int:
        facts = found.get(name, SheetFacts())
        return max(facts.rows * facts.columns, facts.cells)

    def _list_sheets(self) -> list[str]:
        """The part of each sheet, in the workbook's order (ECMA-376 part 1, 18.2.19 and part 2, 9.3)."""
        relations = self._package.small("xl/_rels/workbook.xml.rels")
        targets = {
            about.get("Id"): about.get("Target", "") for tag, about in relations if tag == "Relationship"
        }
        sheets = [about for tag, about in self._package.small("xl/workbook.xml") if tag == "sheet"]
        ids = (next((words for key, words in about.items() if key.endswith(":id")), "") for about in sheets)
        return [posixpath.normpath(posixpath.join("/xl", targets.get(id_, "")))[1:].lower() for id_ in ids]

    def _look(self, name: str) -> None:
        if name == "xl/sharedstrings.xml":
            return self._measure_strings(name)
        scan, before = QuickScan(self._struck), b""
        for piece in self._package.unpack(name):
            if b"<!DOCTYPE" in piece:
                raise Unfit(WORKBOOK_DAMAGED)
            if name in self._scans:
                scan.feed(piece)
            elif b"sheetData" in (before := before[-16:] + piece):
                self._scans[name] = scan
                scan.feed(before)
        return None

    def _measure_strings(self, name: str) -> None:
        rest, lengths = b"", array("I")
        for piece in self._package.unpack(name):
            *texts, rest = SHARED_TEXT.split(rest + piece)
            lengths.extend(map(len, texts))
            if b"<!DOCTYPE" in piece:
                raise Unfit(WORKBOOK_DAMAGED)
            if len(rest) > REST:
                raise Unfit(TOO_WORDY)
        lengths.append(len(rest))
        self._strings = lengths[1:]  # the first is what stands before all texts
        if sum(lengths) > STRINGS:
            raise Unfit(TOO_WORDY)

    def _parse(self, name: str) -> SheetFacts:
        scan = CarefulScan(self._struck)
        for piece in self._package.unpack(name):
            scan.feed(piece)
            if scan.facts.cells > BLOCK:
                raise Unfit(SHEET_TOO_LARGE)
        return scan.close()

    def _check_words(self, cells: int) -> None:
        """One long text may stand in millions of cells: count those texts, unless they cannot be too long."""
        if cells * (max(self._strings, default=0) - MARKS) <= MOST_CELL_TEXT:
            return
        self._package.forget()
        words, known = 0, len(self._strings)
        for name in self._listed:
            for piece in self._package.unpack(name) if name in self._scans else ():
                indices = map(int, STRING_CELL.findall(piece))
                words += sum(self._strings[index] for index in indices if index < known)
                if words > MOST_CELL_TEXT:
                    raise Unfit(TOO_WORDY)
