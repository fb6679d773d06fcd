"""Rows of registers made ready: what record each would be, of whom, of which year; and why some cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from models.core import codes
from models.core.record import Record
from models.imports.registers import entries, kinds, makers, personal_entries
from models.imports.registers.entries import Around, RegisterRecord
from models.imports.registers.lines import RegisterLine
from models.imports.registers.personal_entries import OTHER
from models.imports.registers.pools import Key, key_of
from models.imports.registers.reading import Register
from models.imports.registers.recipients import Recipients
from models.imports.registers.tables import RegisterTable
from models.imports.sheets.read_rows import SheetRemark
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from models.people.person import Person

NO_YEAR = "看不出是哪一年的，请在表名或标题中写明年份（如“2020年”）后重新导入"
OF_A_UNIT = "部队（单位）没有身份证号；走访个人请登记在个人的表里"
# Fields by whose words the yearly report counts.
COUNTED_BY = (
    ("form", "publicity_form"),
    ("kind", "brief_kind"),
    ("matter", "service_matter"),
    ("category", "visit_category"),
)


class RegisterRow:
    """A row on its way into the plan."""

    def __init__(
        self, line: RegisterLine, around: Around, entry: RegisterRecord, who: Person | Outsider | None
    ) -> None:
        self.line, self.around, self.entry, self.who = line, around, entry, who
        self.record: Record | None = None
        self.outcome = ""

    def key(self, names: Iterable[str]) -> Key:
        return key_of(self.entry, self.who, names)


class Rows:
    """Makes rows of the lines of an import's registers."""

    def __init__(self, books: Sequence[tuple[str, Register]], recipients: Recipients) -> None:
        """``books`` are the registers with the names of their files."""
        self.books, self.recipients = books, recipients

    def of(self, file: str, register: Register) -> list[RegisterRow]:
        """The rows of a register that may go into the plan, in the order of the sheet."""
        rows = []
        for table in register.tables:
            around = self._around(file, register, table)
            for line in table.lines:
                if not line.refused and (row := self._row(line, around, table)) is not None:
                    rows.append(row)
        return sorted(rows, key=lambda row: row.line.row)

    def _row(self, line: RegisterLine, around: Around, table: RegisterTable) -> RegisterRow | None:
        if line.kind == kinds.CASES and "amount" not in line.facts and "cost" in line.facts:
            entry = personal_entries.bare_case(line, around)
        else:
            entry = makers.entry_of(line, around)
        if line.kind == kinds.UNITS and line.facts.get("number"):
            line.refuse("number", line.facts["number"], OF_A_UNIT)
            return None
        if problem := _problem(entry):
            name, words = problem
            column = "day" if name == "paid_on" or (name == "month" and "month" not in line.letters) else name
            line.refuse(column, told_value(entry.facts.get(name)), words)
            return None
        who = (
            self.recipients.of(line) if entry.personal else None
        )  # last: nobody is made for a row that is refused
        if line.refused:
            return None
        self._tell_undated(line, entry, table)
        _tell_uncounted(line, entry)
        return RegisterRow(line, around, entry, who)

    def _around(self, file: str, register: Register, table: RegisterTable) -> Around:
        """Where a table stands; its year is its own title's, else the sheet's name, else the only one of the workbook."""
        named = entries.years_around([(register.sheet.name, table.title.words)], "")
        year = table.title.year() or (named[0] if named else None)
        if year is None:
            book = [other for name, other in self.books if name == file]
            titles = [(r.sheet.name, each.title.words) for r in book for each in r.tables]
            years = entries.years_around(titles, file)
            year = years[0] if len(years) == 1 else None
            if year and any(line.kind in (kinds.HONOURS, kinds.RATES) for line in table.lines):
                row = register.sheet.first_row + table.found.row
                words = f"本表没有写明年份，按工作簿中其他表或文件名记为{year}年，请核对"
                register.findings.append(SheetRemark(row, None, None, words))
        return Around(register.sheet.name, table.title, file.rpartition(".")[0], year)

    def _tell_undated(self, line: RegisterLine, entry: RegisterRecord, table: RegisterTable) -> None:
        """A cell that should say the day and does not: the title's year holds, and the officer is told."""
        if "day" in line.facts or "month" in line.facts or "year" in entry.facts:
            return
        day = entry.facts.get("paid_on") or entry.facts.get("day")
        if "day" in table.letters and day is not None:
            line.doubt("day", None, f"没有日期，按标题记为{day.chinese()}，请核对")


def _tell_uncounted(line: RegisterLine, entry: RegisterRecord) -> None:
    """A word that no code table knows is kept as it is; the yearly report cannot count it, and the officer is told."""
    if entry.model is Payment and not entry.facts["programme"]:
        words = "看不出属于哪一类发放，已按原样登记，年度报告的数字不包括它"
        line.doubt("item", entry.facts.get("item") or None, words)
    kind = line.facts.get("kind", "")
    if line.kind == kinds.CASES and codes.table("medical_kind").read(kind) is None:
        words = (
            f"没有写明救助类型，记为“{OTHER}”" if not kind else f"救助类型“{kind}”不在代码表中，已按原样登记"
        )
        line.doubt("kind", kind or None, f"{words}，年度报告的数字不包括它")
    for name, table in COUNTED_BY:
        said = entry.facts.get(name, "") if name in entry.model.labels() else ""
        if said and codes.table(table).read(said) is None and getattr(entry.model, name).codes == table:
            words = f"“{said}”不在“{entry.model.labels()[name]}”的代码表中，已按原样登记，年度报告的有些数字可能不包括它"
            line.doubt(name, said, words)


def _problem(entry: RegisterRecord) -> tuple[str, str] | None:
    """What the record's own rules say against it; whom it is about was asked before."""
    if entry.facts.get("year", 0) is None:
        return "year", NO_YEAR
    record = entry.model(**entry.facts)
    return next(
        ((name, words) for name, words in record.rules() if not entry.personal or name != "person"), None
    )


def told_value(value: Any) -> str:
    """A value as the officer reads it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value)
