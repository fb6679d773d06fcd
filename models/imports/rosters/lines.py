"""One person's line of a roster: its cells read into facts, and what was wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from models.core import citizen_number, codes
from models.imports.sheets import cells
from models.imports.sheets.cells import shown, text_of
from models.imports.sheets.column_readers import ColumnReader
from models.imports.sheets.columns import FoundColumn
from models.imports.sheets.field_kinds import CellReader, reader_for
from models.imports.sheets.kind_words import kind_named
from models.imports.sheets.names import NAME_AND_NOTE, NOTE_BEHIND
from models.imports.sheets.read_rows import SPOILT_WORDS, ReadRow, shape_words
from models.imports.workbooks.sheet import Sheet
from models.people.identity import BankAccount, Identity
from models.people.person import Person

ROSTER_MODELS = {"person": Person, "identity": Identity, "account": BankAccount}
NO_NAME_SIGN = re.compile(r"[^\w·\s]|[\d_]")


@dataclass(slots=True)
class RosterLine(ReadRow):
    """One person's row, its values by field."""

    person: dict[str, Any] = field(default_factory=dict)
    identity: dict[str, Any] = field(default_factory=dict)
    account: dict[str, Any] = field(default_factory=dict)


class RosterReader(ColumnReader[RosterLine]):
    """Reads one column's cells into people's lines."""

    def __init__(self, column: FoundColumn, sheet: Sheet, label: str = "") -> None:
        self.model, _, self.name = column.field.partition(".")
        read: CellReader = text_of
        if self.model in ROSTER_MODELS:
            read = reader_for(ROSTER_MODELS[self.model]._meta.fields[self.name])
        super().__init__(column, sheet, read, label)
        self.differing = 0  # lines in which this column says something else than the better one of its field

    def put(self, row: RosterLine, value: Any, cell: Any) -> None:
        if self.model == "row":
            row.kind = codes.table("kind").read(value) or codes.kind_of_category(value) or row.kind
            row.identity.setdefault("category", codes.table("category").read(value) or "")
        elif self.model in ROSTER_MODELS:
            self._keep(row, value, cell)
        else:
            row.notes[self.label] = value

    def _keep(self, line: RosterLine, value: Any, cell: Any) -> None:
        facts: dict[str, Any] = getattr(line, self.model)
        if self.again and facts.setdefault(self.name, value) != value:
            self.differing += 1
            line.notes[self.label] = shown(cell)
        elif not self.again:
            facts[self.name] = value
            if self.field == "person.number":
                facts["number_found"] = cell.strip() if isinstance(cell, str) else value


def make_sure(line: RosterLine) -> None:
    """Take apart what says two things, and refuse a line that does not say who and of what kind."""
    if not line.refused:
        _take_apart(line)
        _identify(line)


def _take_apart(line: RosterLine) -> None:
    """Cells that say two things: 因公七级, two telephones, a note behind the name."""
    for name in ("grade", "nature"):
        words = line.identity.get(name)
        if words and not codes.table(name).read(words):
            _grade_and_nature(line, name, words)
    if "、" in (phone := line.person.get("phone", "")) and "other_phone" not in line.person:
        line.person["phone"], _, line.person["other_phone"] = phone.partition("、")
    if (name := line.person.get("name", "")) and not name.isalpha():
        _name(line, name)
    category = line.identity.get("category", "")
    if (
        category
        and codes.table("category").read(category) is None
        and (kind := codes.table("kind").read(category))
    ):
        line.kind = line.kind or kind  # 三属 where 烈士遗属 should be: the kind, not finer
        if kind == line.kind:
            del line.identity["category"]


def _grade_and_nature(line: RosterLine, name: str, words: str) -> None:
    grade, nature = cells.grade_and_nature(words)
    if not nature and name == "nature":
        return
    for part, said in (("grade", grade), ("nature", nature)):
        other = line.identity.get(part)
        if part == name or not other:
            line.identity |= {part: said} if said else {}
        elif said and other != said:
            line.doubt(
                f"identity.{part}", words, f"“{words}”与同一行的“{other}”不一致，以“{other}”为准，请核对"
            )


def _name(line: RosterLine, name: str) -> None:
    if found := NAME_AND_NOTE.fullmatch(name):
        name = line.person["name"] = found[1]
        line.notes["姓名"] = found[0]
        line.doubt("person.name", found[0], NOTE_BEHIND.format(*found.groups()))
    if not any(character.isalpha() for character in name):
        line.refuse("person.name", name, f"“{name}”不是姓名")
    elif signs := "".join(dict.fromkeys(NO_NAME_SIGN.findall(name))):
        line.doubt("person.name", name, f"姓名“{name}”中有“{signs}”，请核对")


def _identify(line: RosterLine) -> None:
    """Make sure the line says who and of what kind; otherwise it is refused with the reason."""
    number = line.person.get("number", "")
    if not line.person.get("name"):
        line.refuse("person.name", None, "没有姓名" if number else "没有姓名和身份证号")
    elif not number:
        line.refuse("person.number", None, "没有身份证号")
    else:
        _read_number(line, number)
    if not line.refused and not line.kind:
        _kind_by_category(line)


def _read_number(line: RosterLine, number: str) -> None:
    try:
        read = citizen_number.CitizenNumber.read(number).number
    except ValueError:
        line.refuse("person.number", number, shape_words(number))
        return
    if read.endswith("000") and not citizen_number.is_right(read):
        line.refuse("person.number", number, SPOILT_WORDS.format(number))
    line.person["number"] = read


def _kind_by_category(line: RosterLine) -> None:
    category = line.identity.get("category", "")
    line.kind = codes.kind_of_category(category) or codes.table("kind").read(category) or kind_named(category)
    if not line.kind:
        words = f"“{category}”不是已知的优抚对象类别" if category else "没有写明是哪一类优抚对象"
        place = "identity.category" if "identity.category" in line.letters else "row.kind"
        line.refuse(place, category or None, words)
