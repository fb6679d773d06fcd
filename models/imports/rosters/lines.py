"""One person's line of a roster: its cells read into facts, and what was wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from models.core import citizen_number, codes
from models.core.personal_names import is_by_components
from models.imports.rosters.kind_cells import KindSaid, kind_in_cell
from models.imports.rosters.own_columns import OF_OWN, own_column, own_reader
from models.imports.sheets import cells
from models.imports.sheets.cells import shown, text_of
from models.imports.sheets.column_readers import ColumnReader
from models.imports.sheets.columns import FoundColumn
from models.imports.sheets.field_kinds import CellReader, reader_for
from models.imports.sheets.read_rows import SPOILT_WORDS, ReadRow, shape_words
from models.imports.words.endings import ended_words
from models.imports.words.names import BY_COMPONENTS, NOTE_BEHIND, name_and_note
from models.imports.workbooks.sheet import Sheet
from models.people.identity import BankAccount, Identity
from models.people.person import Person

ROSTER_MODELS = {"person": Person, "identity": Identity, "account": BankAccount}
LIVING_STATES = frozenset(["", "享受待遇", "受理", "身份认定不享受待遇"])  # states that an end contradicts
OF_OTHERS = re.compile(r"家庭|配偶|[父母妻夫]|子女|家属|烈士|牺牲|继承|代领|遗属|亲属|原因|依据|开户|账户")
ROSTER_ENDS = "{}写着“{}”，请核对是否已去世、停发或迁出；核对以前没有登记“{}”"
ENDED_STATELESS = "{}写着“{}”，请核对是否已去世、停发或迁出"
READ_AS = "“{}”按“{}”读入，原样记为备注，请核对"
ROW_SAYS = "表名、标题说的是“{}”，本行写的是“{}”，按本行读入，请核对"
NOTED_KIND = "“{}”看不出是哪一类优抚对象，按“{}”读入，原样记为备注，请核对"
NO_KIND = "没有写明是哪一类优抚对象"
NO_NAME_SIGN = re.compile(r"[^\w·\s]|[\d_]")


@dataclass(slots=True)
class RosterLine(ReadRow):
    """One person's row, its values by field."""

    person: dict[str, Any] = field(default_factory=dict)
    identity: dict[str, Any] = field(default_factory=dict)
    account: dict[str, Any] = field(default_factory=dict)
    own: dict[str, str] = field(
        default_factory=dict
    )  # of the office's own fields, by their keys: words as they are kept
    kind_words: str = ""  # of the kind's own column


class RosterReader(ColumnReader[RosterLine]):
    """Reads one column's cells into people's lines."""

    def __init__(self, column: FoundColumn, sheet: Sheet, label: str = "") -> None:
        self.model, _, self.name = column.field.partition(".")
        read: CellReader = text_of
        if self.model in ROSTER_MODELS:
            read = reader_for(ROSTER_MODELS[self.model]._meta.fields[self.name])
        elif self.model == OF_OWN:
            read = own_reader(self.name)
        super().__init__(column, sheet, read, label)
        self.differing = 0  # lines in which this column says something else than the better one of its field

    def put(self, row: RosterLine, value: Any, cell: Any) -> None:
        if self.model == "row":
            row.kind_words = row.kind_words or value
        elif self.model in ROSTER_MODELS or (self.model == OF_OWN and own_column(self.name)):
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
    if not line.refused:
        _ask_of_end(line)


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
    if found := name_and_note(name):
        line.notes["姓名"] = name
        line.doubt("person.name", name, NOTE_BEHIND.format(*found))
        name = line.person["name"] = found[0]
    elif is_by_components(name):
        line.doubt("person.name", name, BY_COMPONENTS.format(name))
        return
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
    if not line.refused:
        _find_kind(line)


def _read_number(line: RosterLine, number: str) -> None:
    try:
        read = citizen_number.CitizenNumber.read(number).number
    except ValueError:
        line.refuse("person.number", number, shape_words(number))
        return
    if read.endswith("000") and not citizen_number.is_right(read):
        line.refuse("person.number", number, SPOILT_WORDS.format(number))
    line.person["number"] = read


def _find_kind(line: RosterLine) -> None:
    """The kind that the row's own words say, before that of its sheet; a row without any is refused."""
    around = line.kind
    if line.kind_words:
        _by_own_column(line, kind_in_cell(line.kind_words))
    if (category := line.identity.get("category", "")) and not line.refused:
        _by_category(line, category, kind_in_cell(category), line.kind == around)
    if not line.kind:
        place = "identity.category" if "identity.category" in line.letters else "row.kind"
        line.refuse(place, None, NO_KIND)


def _by_own_column(line: RosterLine, said: KindSaid) -> None:
    """What the column of the kind says; below a sheet of one kind, what nobody understands is a note."""
    words = line.kind_words
    if said.kind:
        if line.kind and said.kind != line.kind:
            line.doubt("row.kind", words, ROW_SAYS.format(line.kind, words))
        line.kind = said.kind
        _keep_kind(line, "row.kind", words, said)
    elif not line.kind or said.of_family:
        line.refuse("row.kind", words, said.problem)
    else:
        line.notes["优抚类别"] = words
        line.doubt("row.kind", words, NOTED_KIND.format(words, line.kind))


def _by_category(line: RosterLine, words: str, said: KindSaid, of_sheet: bool) -> None:
    """What the column of the finer category says, which may also be of something else; only known words say a kind."""
    if not said.kind:
        if not line.kind:
            line.refuse("identity.category", words, said.problem)
        return
    if line.kind and said.kind != line.kind:
        if not (said.exact and of_sheet):
            return
        line.doubt("identity.category", words, ROW_SAYS.format(line.kind, words))
    line.kind = said.kind
    _keep_kind(line, "identity.category", words, said)


def _keep_kind(line: RosterLine, name: str, words: str, said: KindSaid) -> None:
    """Keep what a cell says besides the kind; words that no table has are told and kept as a note."""
    if name == "identity.category":
        line.identity["category"] = said.category
    elif said.category:
        line.identity.setdefault("category", said.category)
    for part, value in (("grade", said.grade), ("nature", said.nature)):
        if value and not line.identity.get(part):
            line.identity[part] = value
    if not line.identity.get("category"):
        line.identity.pop("category", None)
    if not said.exact:
        line.notes.setdefault("优抚类别", words)
        line.doubt(name, words, READ_AS.format(words, said.words()))


def _ask_of_end(line: RosterLine) -> None:
    """Words of an end beside a state that goes on: the state is not kept until somebody has looked."""
    state = line.identity.get("state", "")
    if codes.table("state").read(state or "享受待遇") not in LIVING_STATES:
        return
    of_fallen = line.kind in ("三属", "烈士子女")
    said = [("备注", line.identity.get("notes", "")), *line.notes.items()]
    for label, words in said:
        if not isinstance(words, str) or OF_OTHERS.search(label):
            continue
        if ended_words(words, of_fallen and label != "姓名"):
            if state:
                del line.identity["state"]
            form = ROSTER_ENDS if state else ENDED_STATELESS
            place = {"姓名": "person.name", "备注": "identity.notes"}.get(label, "identity.state")
            line.doubt(place, words, form.format(label, words, state))
            return
