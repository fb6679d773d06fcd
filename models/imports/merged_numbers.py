"""Merged numbers 并入档案的旧号码: lines of a list with the number of a file that became part of another are lines of the kept one."""

from __future__ import annotations

from collections.abc import Sequence

from peewee import chunked

from models.core import citizen_number
from models.core.personal_names import names_agree, same_name
from models.imports.rosters.lines import RosterLine
from models.people.person import MergedFile, Person

OLD_NUMBER = "名单上的号码{}的档案已并入“{}”（{}），本行按合并后的档案处理，请把名单上的号码改正"


def follow_merged(lines: Sequence[RosterLine]) -> None:
    """Give each line with the number of a merged file the number, and where it had that one's, the name of the kept file."""
    by_number = {line.person["number"]: line for line in lines if not line.refused}
    for some in chunked(sorted(by_number), 10_000):
        on_file = Person.select(Person.number)
        for gone in (
            MergedFile.select(MergedFile, Person)
            .join(Person)
            .where(MergedFile.number.in_(some), MergedFile.number.not_in(on_file))
        ):
            for line in lines:
                if line.person.get("number") == gone.number:
                    _follow(line, gone)


def _follow(line: RosterLine, gone: MergedFile) -> None:
    kept, said = gone.person, line.person
    line.doubt("person.number", gone.number, OLD_NUMBER.format(gone.number, kept.name, kept.number))
    said["number"] = kept.number
    if same_name(said.get("name", ""), gone.name) and not names_agree(gone.name, kept.name):
        said["name"] = kept.name
    if said.get("born") == citizen_number.birth_in(gone.number):  # it only repeats the number
        said.pop("born", None)
    if said.get("sex") == citizen_number.sex_in(gone.number):
        said.pop("sex", None)
