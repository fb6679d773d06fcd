"""A roster 花名册 as it was found: its sheets, their kinds, and the people row by row, nothing written yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from models import cells, citizen, codes, headings
from models.cells import Spoilt, Unreadable, shown
from models.headings import NOTHING, Column, Heading
from models.identities import BankAccount, Identity
from models.people import Person
from models.workbooks import Sheet, column_letters

MODELS = {"person": Person, "identity": Identity, "account": BankAccount}
FOOTER = re.compile(
    r"^(制表|填表|审核|复核|经办|负责人|单位负责人|主管|分管|领导|合计|总计|小计|共计|本页|累计|注[:：]|备注[:：]|说明[:：]|"
    r"填报|制单|财务|盖章|\(公章\)|（公章）|日期[:：]|单位[:：]|附[:：注]|以上|第\d+页)"
)
SPOILT_WORDS = "号码已被表格软件改坏（{}），末尾几位无法恢复，请把该列设为“文本”格式后照证件重新录入"


class Remark(NamedTuple):
    """Something to tell about a place in a sheet: row and column as the spreadsheet shows them."""

    row: int | None
    column: str | None
    value: str | None
    words: str


@dataclass(slots=True)
class Line:
    """One person's row as read: values by field, the notes of unknown columns, and what was wrong."""

    row: int
    kind: str
    person: dict[str, Any] = field(default_factory=dict)
    identity: dict[str, Any] = field(default_factory=dict)
    account: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    refused: Remark | None = None
    findings: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Roster:
    """A sheet that was read: its kind ('' = told row by row), its lines, and what is to be told of the whole."""

    sheet: Sheet
    read_as: str | None = None
    heading_row: int | None = None
    lines: list[Line] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)  # field → column letters
    refused: list[Remark] = field(default_factory=list)
    findings: list[Remark] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)  # titles' and footers' rows, for the officer to see


MIXED = "按行"
SIX_DIGITS = re.compile(r"\d{6}|\d[eE]\+|[０-９]{6}")


def read_sheet(sheet: Sheet, kind: str = "") -> Roster:
    """Read one sheet; ``kind`` is what the officer answered when neither its name nor its headings tell."""
    roster = Roster(sheet)
    rows = sheet.rows
    if not any(shown(cell) for row in rows for cell in row):
        return roster
    kind = kind or headings.kind_named(sheet.name)
    heading = headings.find_heading(rows, kind)
    if heading is None:
        if not sheet.hidden:  # hidden sheets without people hold the lists of drop-down cells
            roster.refused.append(Remark(None, None, None, "没有找到同时有“姓名”和“身份证号”的表头行，本表没有读入"))
        return roster
    kind = kind or headings.kind_signed(heading) or headings.kind_named(heading.title)
    if kind:
        heading = headings.find_heading(rows, kind) or heading
    _read_below(roster, heading, kind)
    return roster


def _read_below(roster: Roster, heading: Heading, kind: str) -> None:
    fields = heading.fields()
    at_row = roster.heading_row = roster.sheet.first_row + heading.row
    if "person.number" not in fields:
        roster.refused.append(Remark(at_row, None, None, "表头中没有“身份证号”一栏，无法认人，本表没有读入"))
        return
    if not kind and not fields & {"row.kind", "identity.category"}:
        words = "表名和表头都看不出是哪一类优抚对象，请在表名中写明（如“参战”“三属”）后重新导入，本表没有读入"
        roster.refused.append(Remark(at_row, None, None, words))
        return
    roster.read_as = kind or MIXED
    columns = [_Reader(column, roster.sheet) for column in _with_nameless(heading, roster.sheet) if column.field != NOTHING]
    roster.letters = {each.field: each.letters for each in columns if each.field}
    for each in columns:
        if not each.field:
            words = f"档案中没有“{each.heading}”一栏，内容作为备注记在各人名下"
            roster.findings.append(Remark(at_row, each.letters, each.heading, words))
    _read_lines(roster, heading, kind, columns)


def _with_nameless(heading: Heading, sheet: Sheet) -> list[Column]:
    """The heading's columns, and those that hold words under no heading at all: nothing is dropped."""
    named = {column.index for column in heading.columns}
    below = sheet.rows[heading.row + 1 :]
    width = max((len(cells_of) for cells_of in below), default=0)
    nameless = [
        Column(index, f"{column_letters(sheet.first_column + index)}列（无表头）", "")
        for index in range(width)
        if index not in named and any(index < len(c) and c[index] not in ("", None) for c in below)
    ]
    return [*heading.columns, *nameless]


def _read_lines(roster: Roster, heading: Heading, kind: str, columns: list[_Reader]) -> None:
    sheet = roster.sheet
    by_field = {reader.field: reader for reader in columns if reader.field}
    number, name = by_field["person.number"], by_field["person.name"]
    for index in range(heading.row + 1, len(sheet.rows)):
        cells_of = sheet.rows[index]
        row = sheet.first_row + index
        if not SIX_DIGITS.search(shown(number.cell(cells_of))):  # hardly a person: look closer
            said = [words for cell in cells_of if (words := shown(cell))]
            if not any(shown(reader.cell(cells_of)) for reader in columns) and not FOOTER.match("".join(said)):
                continue  # blank, or numbered beforehand and not used
            if name.repeated(cells_of):
                continue  # the heading once more
            if any(FOOTER.match(words) for words in said[:3]):
                words = f"不是人员，没有读入：{'　'.join(said)[:60]}"
                roster.left_out.append(Remark(row, None, said[0], words))
                continue
        roster.lines.append(_read_line(row, cells_of, kind, columns, sheet))


class _Reader:
    """Reads one column's cells into lines."""

    def __init__(self, column: Column, sheet: Sheet) -> None:
        self.index, self.heading, self.field = column.index, column.heading, column.field
        self.letters = column_letters(sheet.first_column + column.index)
        self.model, _, self.name = column.field.partition(".")
        self.read: Callable[[Any], Any] = cells.text_of
        if self.model in MODELS:
            self.read = cells.reader_for(MODELS[self.model]._meta.fields[self.name])

    def cell(self, cells_of: list[Any]) -> Any:
        return cells_of[self.index] if self.index < len(cells_of) else ""

    def repeated(self, cells_of: list[Any]) -> bool:
        """Whether the row is the heading once more, as on each printed page."""
        return headings.bare(shown(self.cell(cells_of))) == headings.bare(self.heading)


def _read_line(row: int, cells_of: list[Any], kind: str, columns: list[_Reader], sheet: Sheet) -> Line:
    line = Line(row, kind)
    for reader in columns:
        cell = reader.cell(cells_of)
        if (row, sheet.first_column + reader.index) in sheet.unsolved:
            line.refused = line.refused or Remark(row, reader.letters, None, "单元格是公式而没有算好的结果，请改为数值后重新导入")
        elif cell != "" and cell is not None:
            _take(line, reader, cell)
    if not line.refused:
        _identify(line, columns)
    return line


def _take(line: Line, reader: _Reader, cell: Any) -> None:
    try:
        value = reader.read(cell)
    except Spoilt as spoilt:
        words = SPOILT_WORDS.format(spoilt)
        line.refused = line.refused or Remark(line.row, reader.letters, shown(cell), words)
        return
    except Unreadable as error:
        said = str(error)
        line.notes[reader.heading] = said
        words = f"“{reader.heading}”的内容“{said}”看不懂，原样记为备注"
        line.findings.append(Remark(line.row, reader.letters, said, words))
        return
    if value == "" or value is None:
        return
    match reader.model:
        case "person":
            line.person[reader.name] = value
            if reader.name == "number":
                line.person["number_found"] = cell.strip() if isinstance(cell, str) else value
        case "identity":
            line.identity[reader.name] = value
        case "account":
            line.account[reader.name] = value
        case "row":
            line.kind = codes.table("kind").read(value) or codes.kind_of(value) or line.kind
            line.identity.setdefault("category", codes.table("category").read(value) or "")
        case _:
            line.notes[reader.heading] = value


def _identify(line: Line, columns: list[_Reader]) -> None:
    """Make sure the line says who and of what kind; otherwise it is refused with the reason."""
    letters = {reader.field: reader.letters for reader in columns}
    number = line.person.get("number", "")
    place = letters["person.number"]
    if not line.person.get("name"):
        line.refused = Remark(line.row, letters["person.name"], None, "没有姓名")
    elif not number:
        line.refused = Remark(line.row, place, None, "没有身份证号")
    else:
        try:
            read = citizen.CitizenNumber.read(number)
        except ValueError:
            line.refused = Remark(line.row, place, number, _shape(number))
            return
        if read.number.endswith("000") and not citizen.is_right(read.number):
            line.refused = Remark(line.row, place, number, SPOILT_WORDS.format(number))
            return
        line.person["number"] = read.number
    if not line.refused and not line.kind:
        _kind_by_category(line, letters.get("identity.category") or letters.get("row.kind"))


def _shape(number: str) -> str:
    bare = re.sub(r"[\s-]", "", number)
    if strange := "".join(dict.fromkeys(c for c in bare[:-1] if not c.isdigit())):
        return f"身份证号中有不该有的字符“{strange}”"
    return f"身份证号应为15位或18位，这里是{len(bare)}位"


def _kind_by_category(line: Line, letters: str | None) -> None:
    category = line.identity.get("category", "")
    line.kind = codes.kind_of(category) or codes.table("kind").read(category) or ""
    if not line.kind:
        words = f"“{category}”不是已知的优抚对象类别" if category else "没有写明是哪一类优抚对象"
        line.refused = Remark(line.row, letters, category or None, words)


def read_workbook(sheets: tuple[Sheet, ...], kinds: Mapping[str, str]) -> Iterator[Roster]:
    """Read each sheet; ``kinds`` holds the officer's answers by the sheet's name."""
    for sheet in sheets:
        yield read_sheet(sheet, kinds.get(sheet.name, ""))
