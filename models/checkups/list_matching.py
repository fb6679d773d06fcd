"""The matching of a list's rows with files: by the number, else by one slip in it or by name and birth, where only one person fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.checkups.superior_lists import ListedRow
from models.core.citizen_number import CitizenNumber
from models.core.personal_names import names_agree
from models.deaths.matching import PARTLY_HIDDEN, SAME_NUMBER, OnFile, PeopleOnFile


@dataclass(slots=True)
class MatchedRows:
    """Whose row each is: by the person's id, and those of nobody on file."""

    of_people: dict[int, list[ListedRow]] = field(default_factory=lambda: defaultdict(list))
    of_nobody: list[ListedRow] = field(default_factory=list)


def match_rows(rows: Iterable[ListedRow], on_file: PeopleOnFile) -> MatchedRows:
    """Find whose each row is; a file that a row has by its very number is nobody else's."""
    matched, waiting = MatchedRows(), []
    for row in rows:
        how, found = on_file.whom(row)
        if how == SAME_NUMBER:
            _take(matched, row, found[0])
        else:
            waiting.append((row, how, found))
    sure = set(matched.of_people)
    for row, how, found in waiting:
        fitting = [each for each in found if each.id not in sure and names_agree(row.name, each.name)]
        if len(fitting) == 1:
            _take(matched, row, fitting[0], how)
        else:
            matched.of_nobody.append(row)
    return matched


def _take(matched: MatchedRows, row: ListedRow, person: OnFile, how: str = SAME_NUMBER) -> None:
    matched.of_people[person.id].append(row)
    row.other_number = how != PARTLY_HIDDEN and _plain(row.number) != person.number


def _plain(number: str) -> str:
    """A number of fifteen places as one of eighteen."""
    try:
        return CitizenNumber.read(number).number
    except ValueError:
        return number
