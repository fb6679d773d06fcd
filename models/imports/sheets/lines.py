"""One person's line of a roster: its cells read into facts, and what was wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from models.core import citizen_number, codes
from models.core.words import bare
from models.imports.sheets import cells
from models.imports.sheets.cells import Spoilt, Unreadable, shown
from models.imports.sheets.headings import Column, meaning
from models.imports.sheets.kind_words import kind_named
from models.imports.workbooks.workbook import Sheet, column_letters
from models.people.identity import BankAccount, Identity
from models.people.person import Person

MODELS = {"person": Person, "identity": Identity, "account": BankAccount}
SPOILT_WORDS = "号码已被表格软件改坏（{}），末尾几位无法恢复，请把该列设为“文本”格式后照证件重新录入"
NO_NAME_SIGN = re.compile(r"[^\w·\s]|[\d_]")
NAME_AND_NOTE = re.compile(r"([^()]+)\((.+)\)")


class Remark(NamedTuple):
    """Something to tell about a place in a sheet: row and column as the spreadsheet shows them."""

    row: int | None
    column: str | None
    value: str | None
    words: str


@dataclass(slots=True)
class ReadRow:
    """A row of any sheet as read: the notes of unknown columns, and what was wrong."""

    row: int
    kind: str
    letters: Mapping[str, str]  # field → column letters
    notes: dict[str, str] = field(default_factory=dict)
    refused: Remark | None = None
    findings: list[Remark] = field(default_factory=list)

    def refuse(self, name: str, value: str | None, words: str) -> None:
        """Refuse the row for what stands in a field's column; the first reason stays."""
        self.refused = self.refused or Remark(self.row, self.letters.get(name), value, words)

    def doubt(self, name: str, value: str | None, words: str) -> None:
        self.findings.append(Remark(self.row, self.letters.get(name), value, words))


@dataclass(slots=True)
class Line(ReadRow):
    """One person's row, its values by field."""

    person: dict[str, Any] = field(default_factory=dict)
    identity: dict[str, Any] = field(default_factory=dict)
    account: dict[str, Any] = field(default_factory=dict)


class Reader:
    """Reads one column's cells into lines."""

    def __init__(self, column: Column, sheet: Sheet, label: str = "") -> None:
        self.index, self.heading, self.field = column.index, column.heading, column.field
        self.again = column.again
        self.label = label or column.heading  # under which notes are kept
        self.letters = column_letters(sheet.first_column + column.index)
        self.model, _, self.name = column.field.partition(".")
        self.used = False
        self.differing = 0  # lines in which this column says something else than the better one of its field
        self.read: Callable[[Any], Any] = cells.text_of
        if self.model in MODELS:
            self.read = cells.reader_for(MODELS[self.model]._meta.fields[self.name])

    def cell(self, cells_of: list[Any]) -> Any:
        return cells_of[self.index] if self.index < len(cells_of) else ""

    def take(self, line: Line, cell: Any) -> None:
        """Read a cell that is not empty into the line."""
        self.used = True
        try:
            value = self.read(cell)
        except Spoilt as spoilt:
            remark = Remark(line.row, self.letters, shown(cell), SPOILT_WORDS.format(spoilt))
            line.refused = line.refused or remark
        except Unreadable as error:
            said = line.notes[self.label] = str(error)
            words = f"“{self.heading}”的内容“{said}”看不懂，原样记为备注"
            line.findings.append(Remark(line.row, self.letters, said, words))
        else:
            if value != "" and value is not None:
                self._put(line, value, cell)

    def _put(self, line: Line, value: Any, cell: Any) -> None:
        if self.model == "row":
            line.kind = codes.table("kind").read(value) or codes.kind_of(value) or line.kind
            line.identity.setdefault("category", codes.table("category").read(value) or "")
        elif self.model in MODELS:
            self._keep(line, value, cell)
        else:
            line.notes[self.label] = value

    def _keep(self, line: Line, value: Any, cell: Any) -> None:
        facts: dict[str, Any] = getattr(line, self.model)
        if self.again and facts.setdefault(self.name, value) != value:
            self.differing += 1
            line.notes[self.label] = shown(cell)
        elif not self.again:
            facts[self.name] = value
            if self.field == "person.number":
                facts["number_found"] = cell.strip() if isinstance(cell, str) else value


def read_line(
    row: int, cells_of: list[Any], kind: str, readers: list[Reader], letters: Mapping[str, str], sheet: Sheet
) -> Line:
    """Read a row of the sheet as one person's."""
    line = Line(row, kind, letters)
    for reader in readers:
        cell = reader.cell(cells_of)
        if sheet.unsolved and (row, sheet.first_column + reader.index) in sheet.unsolved:
            words = "单元格是公式而没有算好的结果，请改为数值后重新导入"
            line.refused = line.refused or Remark(row, reader.letters, None, words)
        elif cell != "" and cell is not None:
            reader.take(line, cell)
    if not line.refused:
        _take_apart(line)
        _identify(line)
    return line


def _take_apart(line: Line) -> None:
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


def _grade_and_nature(line: Line, name: str, words: str) -> None:
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


def _name(line: Line, name: str) -> None:
    if found := NAME_AND_NOTE.fullmatch(name):
        name = line.person["name"] = found[1]
        line.notes["姓名"] = found[0]
        line.doubt("person.name", found[0], f"姓名“{found[1]}”后面的“（{found[2]}）”不算姓名，原样记为备注")
    if not any(character.isalpha() for character in name):
        line.refuse("person.name", name, f"“{name}”不是姓名")
    elif signs := "".join(dict.fromkeys(NO_NAME_SIGN.findall(name))):
        line.doubt("person.name", name, f"姓名“{name}”中有“{signs}”，请核对")


def _identify(line: Line) -> None:
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


def _read_number(line: Line, number: str) -> None:
    try:
        read = citizen_number.CitizenNumber.read(number).number
    except ValueError:
        line.refuse("person.number", number, shape_words(number))
        return
    if read.endswith("000") and not citizen_number.is_right(read):
        line.refuse("person.number", number, SPOILT_WORDS.format(number))
    line.person["number"] = read


def shape_words(number: str) -> str:
    spaceless = re.sub(r"[\s-]", "", number)
    body, last = spaceless[:-1], spaceless[-1:]
    strange = [c for c in body if not c.isdigit()] + [last] * (not last.isdigit() and last not in "xX")
    if strange:
        return f"身份证号中有不该有的字符“{''.join(dict.fromkeys(strange))}”，只应有数字，末位可为字母X"
    if len(spaceless) in (15, 18):
        return "15位的身份证号末位应为数字" if len(spaceless) == 15 else "身份证号不对，请照证件重新录入"
    return f"身份证号应为15位或18位，这里是{len(spaceless)}位"


def _kind_by_category(line: Line) -> None:
    category = line.identity.get("category", "")
    line.kind = codes.kind_of(category) or codes.table("kind").read(category) or kind_named(category)
    if not line.kind:
        words = f"“{category}”不是已知的优抚对象类别" if category else "没有写明是哪一类优抚对象"
        place = "identity.category" if "identity.category" in line.letters else "row.kind"
        line.refuse(place, category or None, words)


def is_heading_again(readers: list[Reader], cells_of: list[Any]) -> bool:
    """Whether the row but repeats headings, as on each printed page."""
    said = [
        (reader, cell) for reader in readers if isinstance(cell := reader.cell(cells_of), str) and bare(cell)
    ]
    return len(said) > 1 and all(
        bare(cell) in bare(reader.heading) or meaning(cell).field for reader, cell in said
    )
