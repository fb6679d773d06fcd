"""A register as it was found: its tables, its rows one by one, nothing matched or written yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import Any

from models.imports.registers import headings, kinds
from models.imports.registers.headings import Found
from models.imports.registers.kinds import Kind
from models.imports.registers.lines import RegisterLine
from models.imports.registers.tables import Table
from models.imports.registers.titles import Title
from models.imports.sheets.cells import shown
from models.imports.sheets.lines import Remark
from models.imports.workbooks.workbook import Sheet, column_letters

FOOTER = re.compile(
    r"^(制表|填表|审核|复核|审批|校对|经办|负责人|单位负责|主要负责|主管|分管|领导签|合计|总计|小计|共计|总金额|人数合计|本页|本表|累计|大写|"
    r"[（(]?(注|说明|备注|填表说明|附注)[:：]|填报|制单|财务|盖章|[（(]公?章[)）]|以上|第\d+页|共\d+页|年月日)|(签字|[（(]盖章[)）])[:：]?$"
)
TOTAL = re.compile(
    r"^(本页|本表|全年|全部|金额|人数)?(合计|小计|总计|共计|累计|总和)([(（:：].*|金额|人数|数|\d.*)?$"
)
COUNTED = re.compile(r"[\d\s.、,，()（）-]*")
UNFIT = "像是{}，但没有“{}”一栏，本表没有读入"
# What shows that a row tells something of its own, by kind; a row with none of it is no row.
WEIGHTY = frozenset(
    [
        "name",
        "number",
        "unit",
        "form",
        "kind",
        "title",
        "theme",
        "matter",
        "day",
        "item",
        "amount",
        "money",
        "done",
        "due",
        "quantity",
        "people",
        "stage",
    ]
)


@dataclass(slots=True)
class Register:
    """A sheet that was read as a register; it answers to the same names as a roster."""

    sheet: Sheet
    file: str = ""
    kind: Kind | None = None  # of its first table, or what it means to be
    read_as: str | None = None
    heading_row: int | None = None
    columns: list[tuple[str, str, str]] = field(default_factory=list)  # letters, heading, field as understood
    tables: list[Table] = field(default_factory=list)
    lines: list[RegisterLine] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    findings: list[Remark] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)


def read_sheet(sheet: Sheet, found: Found, file: str = "") -> Register:
    """Read a sheet whose first heading was found."""
    register = Register(sheet, file, found.kind, heading_row=sheet.first_row + found.row)
    left = sheet.first_column
    register.columns = [(column_letters(left + c.index), c.heading, c.field) for c in found.columns]
    _Reading(register, found).run()
    return register


def unfit(sheet: Sheet, answer: str = "") -> Register | None:
    """A sheet that means to be a register, or is said to be one, and lacks what is needed; None when nothing says so."""
    found = headings.nearly(sheet.rows, sheet.name, answer)
    if found is None and answer:
        words = UNFIT.format(answer, "”“".join(kinds.KINDS[answer].missing(set())))
        return Register(sheet, kind=kinds.KINDS[answer], refused=[Remark(None, None, None, words)])
    if found is None or not (missing := found.kind.missing(found.fields())):
        return None
    row = sheet.first_row + found.row
    words = UNFIT.format(found.kind.name, "”“".join(missing))
    register = Register(sheet, kind=found.kind, heading_row=row, refused=[Remark(row, None, None, words)])
    register.columns = [
        (column_letters(sheet.first_column + c.index), c.heading, c.field) for c in found.columns
    ]
    return register


class _Reading:
    """A sheet being read below its heading: the table in force, and the words since its last row."""

    def __init__(self, register: Register, found: Found) -> None:
        self.register, self.sheet = register, register.sheet
        self.since: list[str] = []  # words of rows left out since the last row
        self.section = ""
        self._begin(found, found.title)

    def run(self) -> None:
        rows = iter(enumerate(self.sheet.rows))
        for index, cells_of in islice(rows, self.table.found.row + 1, None):
            if self.table.names_somebody(cells_of):  # hardly anything but a row: look no closer
                self._read(index, cells_of)
                continue
            said = [words for cell in cells_of if (words := shown(cell))]
            if not said or self.table.repeats(cells_of):
                continue
            if found := headings.begins(
                self.sheet.rows[index : index + 2], self.sheet.name, " ".join(self.since)
            ):
                self._begin(_moved(found, index), " ".join(self.since))
                next(islice(rows, found.row, found.row), None)
            elif self._aside(cells_of, said):
                self._leave_out(index, said)
            else:
                self._read(index, cells_of)
        self.register.read_as = "、".join(dict.fromkeys(table.kind.name for table in self.register.tables))
        self.register.findings += [remark for table in self.register.tables for remark in table.unknown()]

    def _read(self, index: int, cells_of: list[Any]) -> None:
        self.section = " ".join(self.since) or self.section
        row = self.sheet.first_row + index
        self.register.lines += self.table.read(row, list(cells_of), self.section)
        self.since = []

    def _begin(self, found: Found, title: str) -> None:
        first = self.register.tables[0].title.words if self.register.tables else ""
        whole = title if Title(title).year() else f"{title} {first}".strip()
        self.table = Table(self.sheet, found, Title(whole))
        self.register.tables.append(self.table)
        self.since, self.section = [], ""

    def _leave_out(self, index: int, said: Sequence[str]) -> None:
        words = "　".join(said)
        if not any(map(_footer, said)) and not any(map(_total, said)):
            self.since.append(words)
        if not all(COUNTED.fullmatch(each) for each in said):
            remark = Remark(
                self.sheet.first_row + index, None, words, f"不是登记的内容，没有读入：{words[:60]}"
            )
            self.register.left_out.append(remark)

    def _aside(self, cells_of: list[Any], said: Sequence[str]) -> bool:
        """Whether a row is none: numbered and not used, a total, a footer, a title between."""
        told = {r.name: words for r in self.table.readers if (words := shown(r.cell(cells_of)))}
        if not told and all(COUNTED.fullmatch(words) for words in said):
            return True
        key = [
            words
            for name, words in told.items()
            if name in ("name", "unit", "form", "kind", "theme", "matter", "occasion", "item", "day")
        ]
        first = [words for words in said if not COUNTED.fullmatch(words)][:1]
        has_number = bool(re.search(r"\d{6}", told.get("number", "")))
        if not has_number and any(map(_total, (*first, *key))):
            return True
        if _is_numbering(said):
            return True
        if has_number:
            return False
        weighty = sum(name in WEIGHTY and not _footer(words) for name, words in told.items())
        if weighty < 2 and any(map(_footer, first)):
            return True
        return len(said) == 1 and not (
            len(told) == 1 and not COUNTED.fullmatch(said[0]) and self._alone(told)
        )

    def _alone(self, told: dict[str, str]) -> bool:
        """Whether one filled cell is a row all the same: a name without anything else is refused, never dropped."""
        words = told.get("name", "")
        return 2 <= len(words) <= 4 and not re.search(
            r"[\d:：]|(街道|镇|乡|村|社区|名单|名册|人员|军人|情况)$", words
        )


def _is_numbering(said: Sequence[str]) -> bool:
    """Whether a row but numbers the columns: 1, 2, 3 …."""
    numbers = [int(words) for words in said if words.isdecimal()]
    return len(numbers) == len(said) > 2 and all(b == a + 1 for a, b in pairwise(numbers))


def _total(words: str) -> bool:
    return bool(TOTAL.search("".join(words.split())))


def _footer(words: str) -> bool:
    return bool(FOOTER.search("".join(words.split())))


def _moved(found: Found, by: int) -> Found:
    """A heading found among the rows from ``by`` on, as the whole sheet counts its rows."""
    return replace(found, row=found.row + by)


def kind_of(name: str) -> Kind | None:
    """The kind of a name that the officer answered."""
    return kinds.KINDS.get(name)
