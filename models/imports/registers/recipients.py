"""The recipients in registers: people on file by their number, and people without a file, each known once."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import chunked

from models.core.personal_names import name_doubt, names_agree
from models.imports.registers.kinds import REGISTER_KINDS
from models.imports.registers.lines import RegisterLine
from models.people.outsiders import Outsider
from models.people.person import MergedFile, Person

AT_ONCE = 10_000  # SQLite takes only so many values in one question
NO_NUMBER = "没有身份证号，无法认人"
NO_NAME = "没有姓名"
NAMESAKE_ON_FILE = (
    "没有身份证号，按未建档人员登记；档案中有同名的{}（{}），是同一人的请在表里补上身份证号重新导入"
)
FILES_TOLD = 3
FIELDS_FILLED_IN = ("category", "street", "address", "phone", "account")


class Recipients:
    """The people of an import: those on file, those whom the same import puts on file, and those without a file."""

    def __init__(self, lines: Iterable[RegisterLine], new: Iterable[Person]) -> None:
        numbers = {line.facts["number"] for line in lines if line.facts.get("number") and not line.refused}
        self.people = {person.number: person for person in new}
        self.outsiders: dict[str, Outsider] = {}
        self.unnumbered: dict[str, Outsider] = {}  # by name
        self.made: list[Outsider] = []
        self.changed: dict[str, Outsider] = {}
        self.merged_names: dict[
            int, list[str]
        ] = {}  # what people were called in files that became part of theirs
        for some in chunked(numbers, AT_ONCE):
            self.people |= {each.number: each for each in Person.select().where(Person.number.in_(some))}
            self.outsiders |= {
                each.number: each for each in Outsider.select().where(Outsider.number.in_(some))
            }
            merged = MergedFile.select(MergedFile, Person).join(Person).where(MergedFile.number.in_(some))
            self.people = {each.number: each.person for each in merged} | self.people
            for each in merged:
                self.merged_names.setdefault(each.person.id, []).append(each.name)

    def of(self, line: RegisterLine) -> Person | Outsider | None:
        """The one whom a row is about; None when the row is refused."""
        name, number = line.facts.get("name", ""), line.facts.get("number", "")
        if name and not number and REGISTER_KINDS[line.kind].unnumbered:
            return self._by_name(line, name)
        if not number or not name:
            line.refuse("name" if number else "number", None, NO_NAME if number else NO_NUMBER)
            return None
        known = self.people.get(number) or self.outsiders.get(number)
        if known is not None and not self._same(line, known):
            return None
        if known is None:
            known = self.outsiders[number] = Outsider(number=number, name=name)
            self.made.append(known)
        if isinstance(known, Outsider):
            self._fill(known, line)
        else:
            _compare(known, line)
        return known

    def _by_name(self, line: RegisterLine, name: str) -> Outsider:
        """Somebody of whom a register tells no number: without a file, and known by name among such."""
        if name not in self.unnumbered:
            kept = Outsider.get_or_none(Outsider.name == name, Outsider.number == "")
            self.unnumbered[name] = kept or Outsider(name=name)
            if kept is None:
                self.made.append(self.unnumbered[name])
        on_file = [each.file_no for each in Person.select().where(Person.name == name)]
        if on_file:
            line.doubt("name", name, NAMESAKE_ON_FILE.format(name, "、".join(on_file[:FILES_TOLD])))
        self._fill(self.unnumbered[name], line)
        return self.unnumbered[name]

    def _same(self, line: RegisterLine, known: Person | Outsider) -> bool:
        """Whether the row's name can be that of the number's owner; a name that differs a little is told."""
        name, number = line.facts["name"], line.facts["number"]
        former = self._former_names(known) if isinstance(known, Person) else []
        alike = [each for each in (known.name, *former) if names_agree(name, each)]
        if alike:
            if not any(name_doubt(name, each) == "" for each in alike):
                line.doubt("name", name, name_doubt(name, alike[0]))
            return True
        where = "档案中" if isinstance(known, Person) else "已登记"
        if len(known.name) == len(name) and len(set(known.name) & set(name)) >= max(1, len(set(name)) - 1):
            line.doubt(
                "name", name, f"身份证号是{where}的“{known.name}”，姓名写作“{name}”，已记在其名下，请核对"
            )
            return True
        words = f"与{where}的“{known.name}”身份证号相同而姓名不同，同一号码不能属于两人"
        line.refuse("number", number, words)
        return False

    def _former_names(self, known: Person) -> list[str]:
        return known.former_names.replace("、", " ").split() + self.merged_names.get(known.id, [])

    def _fill(self, outsider: Outsider, line: RegisterLine) -> None:
        """Keep of somebody without a file what a register says and none said before."""
        for name in FIELDS_FILLED_IN:
            if (value := line.facts.get(name)) and not getattr(outsider, name):
                setattr(outsider, name, value)
                if outsider.id is not None:
                    self.changed[outsider.uid] = outsider


def _compare(person: Person, line: RegisterLine) -> None:
    """Tell where the register's telephone is another than the file's; the file is not changed."""
    phone = line.facts.get("phone")
    if phone and person.phone and phone not in (person.phone, person.other_phone):
        words = f"{person.name}的{Person.labels()['phone']}档案中是“{person.phone}”，登记表上是“{phone}”，档案没有改动，请核对"
        line.doubt("phone", phone, words)
