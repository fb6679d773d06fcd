"""Added rows 加行: copies of a form's last free rows put in above its foot; what stands on the sheet follows them."""

from __future__ import annotations

import re

from models.imports.workbooks.sheet import column_letters
from reports.form_books.moved_formulas import RowsPutIn, copied_formula, moved_formula
from reports.form_books.sheet_xml import CellText, RowText, SheetText, attributes_of, with_attribute

FORMULA = re.compile(r"(<(?:\w+:)?f\b)([^>]*?)(/>|>(.*?)(</(?:\w+:)?f>))", re.DOTALL)
REF = re.compile(r'(\sref=")([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)(")')
SQREF = re.compile(r'(\ssqref=")([^"]+)(")')
RULE_AREAS = re.compile(r"(<(?:\w+:)?sqref>)([^<]+)(</)")
RULE_FORMULA = re.compile(r"(<(?:\w+:)?(?:formula[12]?|f)>)([^<]+)(</)")
ROW_BREAKS = re.compile(r"<(?:\w+:)?rowBreaks\b.*?</(?:\w+:)?rowBreaks>", re.DOTALL)
BREAK = re.compile(r'(<(?:\w+:)?brk\b[^>]*?\sid=")(\d+)(")')
MERGES = re.compile(r"<(?:\w+:)?mergeCells\b([^>]*?)>(.*?)</(?:\w+:)?mergeCells>", re.DOTALL)
MERGED_AREA = re.compile(r'\sref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"')
MergedRows = tuple[str, int, str, int]  # letters and row of the first corner, and of the last


class AddedRows:
    """Rows put into the sheet ``name`` behind its last free one; ``template`` are the free rows of the last person."""

    def __init__(self, name: str, text: SheetText, moved: RowsPutIn, template: list[int]) -> None:
        self.name, self.text, self.moved, self.template = name, text, moved, template

    def put_in(self) -> None:
        """Copy the template's rows, move what is below, and let what stands around the rows follow."""
        copies = [self._copy(at) for at in range(self.moved.count) if self.template]
        self._move_rows()
        self.text.rows |= {row.number: row for row in copies}
        text, moved = self.text, self.moved
        text.before = REF.sub(lambda found: f"{found[1]}{moved.area(found[2])}{found[3]}", text.before)
        merges = MERGES.search(text.behind)
        if merges is None:
            text.behind = self._rules(text.behind)
            return
        before, behind = text.behind[: merges.start()], text.behind[merges.end() :]
        text.behind = f"{self._rules(before)}{self._merges(merges)}{self._rules(behind)}"

    # --- the rows

    def _copy(self, at: int) -> RowText:
        """The row that comes ``at`` rows behind the last one."""
        original = self.text.row(self.template[at % len(self.template)])
        number = self.moved.last + 1 + at
        row = RowText(number, with_attribute(original.attributes, "r", str(number)))
        for column, cell in original.cells.items():
            place = f"{column_letters(column)}{number}"
            inner = self._copied_inner(cell, original.number, place)
            row.cells[column] = CellText(column, with_attribute(cell.attributes, "r", place), inner)
        return row

    def _copied_inner(self, cell: CellText, row: int, place: str) -> str:
        found = FORMULA.search(cell.inner)
        if found is None:
            return cell.inner
        origin, words = f"{column_letters(cell.column)}{row}", found[4] or ""
        if 't="shared"' in found[2] and not words:
            origin, words = self._shared(attributes_of(found[2]).get("si", ""))
        p = self.text.prefix
        return f"<{p}f>{copied_formula(words, origin, place)}</{p}f>" if words else ""

    def _shared(self, key: str) -> tuple[str, str]:
        """Where the first formula of a shared group stands, and what it says."""
        for row in self.text.rows.values():
            for cell in row.cells.values():
                found = FORMULA.search(cell.inner)
                if found and found[4] and attributes_of(found[2]).get("si") == key:
                    return f"{column_letters(cell.column)}{row.number}", found[4]
        return "A1", ""

    def _move_rows(self) -> None:
        rows = {}
        for row in self.text.rows.values():
            number = self.moved.row(row.number)
            if number != row.number:
                row.attributes = with_attribute(row.attributes, "r", str(number))
                for column, cell in row.cells.items():
                    place = f"{column_letters(column)}{number}"
                    cell.attributes = with_attribute(cell.attributes, "r", place)
                row.number = number
            for cell in row.cells.values():
                cell.inner = FORMULA.sub(self._moved_formula, cell.inner) if cell.is_formula else cell.inner
            rows[number] = row
        self.text.rows = rows

    def _moved_formula(self, found: re.Match[str]) -> str:
        attributes = REF.sub(lambda ref: f"{ref[1]}{self._moved_shared(ref[2])}{ref[3]}", found[2])
        if not found[4]:
            return f"{found[1]}{attributes}{found[3]}"
        words = moved_formula(found[4], self.moved, True, self.name)
        return f"{found[1]}{attributes}>{words}{found[5]}"

    def _moved_shared(self, area: str) -> str:
        """The range of a shared formula: new rows have formulas of their own, so that it does not grow."""
        first, last = area.partition(":")[0], area.rpartition(":")[2]
        moved = [self.moved.area(each) for each in (first, last)]
        return moved[0] if ":" not in area else ":".join(moved)

    # --- what stands around them

    def _rules(self, text: str) -> str:
        """Ranges and formulas of filters, rules, lists, links, breaks."""
        moved = self.moved
        text = REF.sub(lambda found: f"{found[1]}{moved.area(found[2])}{found[3]}", text)
        for areas in (SQREF, RULE_AREAS):
            text = areas.sub(lambda found: f"{found[1]}{moved.areas(found[2])}{found[3]}", text)
        text = RULE_FORMULA.sub(
            lambda found: f"{found[1]}{moved_formula(found[2], moved, True, self.name)}{found[3]}", text
        )
        return ROW_BREAKS.sub(
            lambda block: BREAK.sub(
                lambda found: f"{found[1]}{moved.row(int(found[2]))}{found[3]}", block[0]
            ),
            text,
        )

    def _merges(self, block: re.Match[str]) -> str:
        """Merged areas: those below move, those of the template's rows come again, one over all rows grows."""
        p = self.text.prefix
        found = [(a, int(b), c, int(d)) for a, b, c, d in MERGED_AREA.findall(block[2])]
        areas = [self._moved_merge(each) for each in found] + list(self._copied_merges(found))
        said = "".join(f'<{p}mergeCell ref="{a}{b}:{c}{d}"/>' for a, b, c, d in areas)
        attributes = with_attribute(block[1], "count", str(len(areas)))
        return f"<{p}mergeCells{attributes}>{said}</{p}mergeCells>"

    def _moved_merge(self, area: MergedRows) -> MergedRows:
        left, top, right, bottom = area
        if self.template and top >= self.template[0] and bottom <= self.moved.last:
            return area
        return left, self.moved.row(top), right, self.moved.end(top, bottom)

    def _copied_merges(self, found: list[MergedRows]) -> list[MergedRows]:
        if not self.template:
            return []
        height, first = len(self.template), self.template[0]
        own = [each for each in found if each[1] >= first and each[3] <= self.moved.last]
        return [
            (left, top + by, right, bottom + by)
            for by in range(height, self.moved.count + 1, height)
            for left, top, right, bottom in own
        ]
