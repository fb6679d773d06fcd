"""The matching of a list of the dead with the archive: by the whole number, by one damaged place of it, or by name and birth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from models.core import citizen_number
from models.core.citizen_number import is_near
from models.core.dates import PartDate
from models.core.personal_names import name_doubt, name_key, name_pattern, names_agree
from models.people.person import MergedFile, Person

if TYPE_CHECKING:
    from models.deaths.lists import Dead

SAME_NUMBER, ONE_PLACE_WRONG, PARTLY_HIDDEN, SAME_NAME_AND_BIRTH = (
    "号码一致",
    "号码一位之差",
    "号码部分隐去",
    "姓名和出生日期一致",
)
HOWS = (SAME_NUMBER, ONE_PLACE_WRONG, PARTLY_HIDDEN, SAME_NAME_AND_BIRTH)
HALF_NUMBER = 9  # with one damaged place, one half of the eighteen is whole


@dataclass(frozen=True, slots=True)
class OnFile:
    """What a match needs of a person: read with one query for all."""

    id: int
    number: str
    name: str
    former_names: str
    born: PartDate | None


class Sought(Protocol):
    """What a row of any list says of somebody who is looked for; the number as it stands there."""

    @property
    def name(self) -> str: ...

    @property
    def number(self) -> str: ...

    @property
    def born(self) -> PartDate | None: ...


class Match(NamedTuple):
    """A dead person of a list and somebody on file who may be the same; ``doubt`` tells what speaks against it."""

    dead: Dead
    person: OnFile
    how: str
    doubt: str


class PeopleOnFile:
    """The people on file, to be looked up by number, by half a number, by name."""

    def __init__(self, people: Iterable[OnFile]) -> None:
        self.by_number: dict[str, OnFile] = {}
        self.by_half: dict[str, list[OnFile]] = defaultdict(list)
        self.by_name: dict[str, list[OnFile]] = defaultdict(list)
        self.names: dict[str, set[str]] = defaultdict(
            set
        )  # keys of names by their first and by their last character
        for each in people:
            self.by_number[each.number] = each
            self.by_half[each.number[:HALF_NUMBER]].append(each)
            self.by_half[each.number[-HALF_NUMBER:]].append(each)
            self.by_half[each.number[HALF_NUMBER - 1 : 17]].append(each)  # for numbers of 15 places
            for name in filter(None, (each.name, *each.former_names.replace("、", " ").split())):
                self._list_name(name, each)

    @classmethod
    def read(cls) -> PeopleOnFile:
        """Everybody in the archive, the dead included: a wrong day of death shows too."""
        columns: Any = (Person.id, Person.number, Person.name, Person.former_names, Person.born)
        rows: Any = Person.select(*columns).tuples()
        on_file = cls(
            OnFile(key, number, name, former, born or citizen_number.birth_in(number))
            for key, number, name, former, born in rows
        )
        on_file.remember_merged(MergedFile.select())
        return on_file

    def remember_merged(self, merged: Iterable[MergedFile]) -> None:
        """Let numbers and names of files that became part of another find whose it is now."""
        by_id = {each.id: each for each in self.by_number.values()}
        for gone in merged:
            person = by_id[gone.person_id]
            named = replace(person, former_names=f"{person.former_names}、{gone.name}")
            self.by_number.setdefault(gone.number, named)
            self._list_name(gone.name, named)

    def _list_name(self, name: str, person: OnFile) -> None:
        key = name_key(name)
        self.by_name[key].append(person)
        for end in (f"{key[:1]}…", f"…{key[-1:]}"):
            self.names[end].add(key)

    def called(self, name: str) -> list[OnFile]:
        """The people of a name, of which a part may be hidden or not known."""
        key = name_key(name)
        wanted = name_pattern(key)
        if key in self.by_name or wanted is None:
            return self.by_name.get(key, [])
        among = self.names.get(f"{key[:1]}…") or self.names.get(f"…{key[-1:]}") or set()
        fitting = {
            each.id: each for one in sorted(among) if wanted.fullmatch(one) for each in self.by_name[one]
        }
        return list(fitting.values())

    def matches(self, dead: Dead) -> list[Match]:
        """Whom a dead person may be, the surest way alone; several when it cannot be told who."""
        how, found = self.whom(dead)
        return [Match(dead, each, how, _other_name(dead, each)) for each in found]

    def whom(self, sought: Sought) -> tuple[str, list[OnFile]]:
        """Who on file may be somebody, by the surest way that finds anybody: that way, and those found."""
        number = _whole(sought.number)
        if number in self.by_number:
            return SAME_NUMBER, [self.by_number[number]]
        for how, found in (
            (ONE_PLACE_WRONG, self._damaged(number, len(sought.number) == 15)),
            (PARTLY_HIDDEN, self._hidden(sought)),
            (SAME_NAME_AND_BIRTH, self._named(sought)),
        ):
            if found:
                return how, found
        return "", []

    def _damaged(self, number: str, old: bool) -> list[OnFile]:
        """People whose number differs in one place, has one more or less, or two neighbours the other way round.

        ``old``: the number had fifteen places, so that its last one follows from a damaged one.
        """
        if not 17 <= len(number) <= 19 or number.count("*") > 1:
            return []
        near = {each.id: each for key in _halves(number) for each in self.by_half.get(key, ())}
        return [
            each
            for each in near.values()
            if is_near(number, each.number) or (old and is_near(number[:17], each.number[:17]))
        ]

    def _hidden(self, sought: Sought) -> list[OnFile]:
        """People of that name whose number agrees wherever a masked one can be read."""
        if "*" not in sought.number or len(sought.number) != 18:
            return []
        return [each for each in self.called(sought.name) if _agrees(sought.number, each.number)]

    def _named(self, sought: Sought) -> list[OnFile]:
        """People of that name who were born on that day; a number that is surely another's speaks against it."""
        number = _whole(sought.number)
        born = sought.born or (
            citizen_number.birth_in(number) if len(number) == 18 and "*" not in number else None
        )
        if not sought.name or born is None or born.known != 3:
            return []
        return [each for each in self.called(sought.name) if each.born == born]


def _halves(number: str) -> set[str]:
    return {number[:HALF_NUMBER], number[-HALF_NUMBER:], number[HALF_NUMBER - 1 : 17]}


def _whole(number: str) -> str:
    """The number with eighteen places where it can be made so."""
    try:
        return citizen_number.CitizenNumber.read(number).number
    except ValueError:
        return number


def _agrees(masked: str, number: str) -> bool:
    return all(a in ("*", b) for a, b in zip(masked, number, strict=True))


def _other_name(dead: Dead, person: OnFile) -> str:
    known = (person.name, *person.former_names.replace("、", " ").split())
    agreeing = [each for each in known if names_agree(dead.name, each)]
    if not dead.name or agreeing:
        return min((name_doubt(dead.name, each) for each in agreeing), default="")
    return f"名单上姓名是“{dead.name}”，档案中是“{person.name}”"
