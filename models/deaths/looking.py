"""Looking 核对 for the dead: lists and the archive itself are looked through, and each person is one case, whoever told of the death.

Nothing is stopped here: ``look`` only reads, ``keep_matches`` and ``keep_known`` only note. A second source joins the case that is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.core.jobs import Job, Step
from models.deaths import lists
from models.deaths.lists import Dead
from models.deaths.matching import HOWS, SAME_NUMBER, Match, PeopleOnFile
from models.deaths.overpaid import overpaid, still_paid
from models.deaths.sentinel import DeathMatch, MatchState, case_of, recount
from models.people.person import Person

ON_FILE = "本档案库"  # instead of a list's name: the archive itself knows of the death
ALSO_ON = "又见于{file} {place}（{name}{day}）"
TWO_DAYS = "另一份名单的日期是{}"


@dataclass
class Looked:
    """What looking through lists found: matches to be decided, those known before, rows of nobody on file, bad rows."""

    matches: list[Match] = field(default_factory=list)
    known: list[Match] = field(default_factory=list)  # dead on file already, and nothing paid since
    strangers: int = 0  # rows of nobody on file
    rows: int = 0
    refused: list[tuple[str, str, int, str]] = field(default_factory=list)  # file, sheet, row, words
    aside: list[tuple[str, str, int, str]] = field(
        default_factory=list
    )  # totals, feet and the like, as told above


@dataclass
class Noted:
    """What became of matches: new cases, cases that a further source joined, and rows that say nothing new."""

    new: list[DeathMatch] = field(default_factory=list)
    joined: list[DeathMatch] = field(default_factory=list)
    before: int = 0


def look(files: Sequence[Path]) -> Job[Looked]:
    """Look through lists of the dead; nothing is written."""
    yield Step(0, len(files) + 1, "正在读档案")
    found, archive = Looked(), PeopleOnFile.read()
    dead = {person.id: person.died for person in Person.select().where(Person.died.is_null(False))}
    for number, file in enumerate(files, start=1):
        yield Step(number, len(files) + 1, f"正在核对{file.name}")
        listed = lists.read_death_list(file)
        found.rows += len(listed.rows)
        found.refused += [(listed.file, *each) for each in listed.refused]
        found.aside += [(listed.file, *each) for each in listed.aside]
        for row in listed.rows:
            matches = archive.matches(row)
            found.strangers += not matches
            for match in matches:
                died = dead.get(match.person.id)
                settled = died is not None and not overpaid(match.person.id, died).payments
                (found.known if settled else found.matches).append(match)
    return found


def keep_matches(matches: Iterable[Match]) -> Noted:
    """Note matches to be looked into, inside an entry: a case for each person, which further sources join."""
    noted = Noted()
    for match in matches:
        case = case_of(match.person.id)
        if case is None and not _dismissed(match):
            noted.new.append(_new_case(match))
        elif case is None or _says(case, match.dead):
            noted.before += 1
        else:
            _join(case, match)
            noted.joined.append(case)
    return noted


def keep_known(people: Iterable[Person]) -> Noted:
    """Note people whose death is on file and who were paid for later months all the same, inside an entry."""
    noted = Noted()
    for person in people:
        if person.died is None:
            continue
        case = case_of(person.id)
        if case is None:
            noted.new.append(_case_on_file(person))
        elif case.state == MatchState.STOPPED and case.amount != overpaid(person, person.died).amount:
            recount(case)
            case.save()
            noted.joined.append(case)
        else:
            noted.before += 1
    return noted


def unnoted() -> list[Person]:
    """People dead on file and paid all the same, of whom no case tells, or one that was stopped before all of it was paid."""
    return [each for each in still_paid() if not _is_noted(each)]


def _is_noted(person: Person) -> bool:
    case = case_of(person.id)
    if case is None or person.died is None:
        return False
    return case.state == MatchState.OPEN or (case.amount or 0) >= overpaid(person, person.died).amount


def _new_case(match: Match) -> DeathMatch:
    dead = match.dead
    made = DeathMatch(
        person=match.person.id, file=dead.file, place=_place(dead), how=match.how, doubt=match.doubt, state=MatchState.OPEN
    )  # fmt: skip
    made.listed_name, made.listed_number, made.listed_day = dead.name, dead.number, dead.day
    made.day_of, made.words = dead.day_of, dead.words
    made.save()
    return made


def _case_on_file(person: Person) -> DeathMatch:
    assert person.died is not None
    made = DeathMatch(
        person=person, file=ON_FILE, how=SAME_NUMBER, state=MatchState.OPEN, listed_name=person.name
    )
    made.listed_number, made.listed_day, made.day_of = person.number, person.died, "死亡"
    made.words = f"档案登记{person.died.chinese()}去世，多发{overpaid(person, person.died).span()}"
    made.save()
    return made


def _join(case: DeathMatch, match: Match) -> None:
    """Let a further source stand with a case: where it is, what it says otherwise, and the surer way of the two."""
    dead = match.dead
    case.notes = "\n".join(filter(None, (case.notes, _source(dead))))
    if case.listed_day is None:
        case.listed_day, case.day_of = dead.day, dead.day_of
    elif dead.day is not None and dead.day != case.listed_day:
        case.doubt = "；".join(filter(None, (case.doubt, TWO_DAYS.format(dead.day.chinese()))))
    if HOWS.index(match.how) < HOWS.index(case.how):
        case.how = match.how
    if case.state == MatchState.STOPPED:
        recount(case)
    case.save()


def _says(case: DeathMatch, dead: Dead) -> bool:
    """Whether a case has this source already."""
    first = (case.listed_name, case.listed_number, case.listed_day) == (dead.name, dead.number, dead.day)
    return first or _source(dead) in case.notes.splitlines()


def _dismissed(match: Match) -> bool:
    """Whether an officer has said no to these very words; the same name with another day of death is asked again."""
    dead = match.dead
    same = (DeathMatch.person == match.person.id) & (DeathMatch.listed_name == dead.name)
    same &= DeathMatch.listed_number == dead.number
    said = DeathMatch.select().where(same, DeathMatch.state == MatchState.DISMISSED)
    return any(each.listed_day == dead.day for each in said)


def _source(dead: Dead) -> str:
    day = f"，{dead.day_of}{dead.day.chinese()}" if dead.day is not None else ""
    return ALSO_ON.format(file=dead.file, place=_place(dead), name=dead.name, day=day)


def _place(dead: Dead) -> str:
    return f"{dead.sheet} 第{dead.row}行"
