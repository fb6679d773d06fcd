"""The maker of a paper 责任者: the office, the town, the village or the person who made it, as it was called at that date.

A catalogue says who usually makes a paper (区局, 村(居)委会, …); a volume names the one that did. Offices for veterans
(退役军人事务) are there since the reform of 2018: by the plan of the State Council approved on 2018-03-17, and locally by the end
of March 2019 (深化党和国家机构改革方案). Before that the civil affairs 民政 had their work. In between only the office knows the day
(单位设置, 挂牌日期); where it has not said it, the maker is left for the pen.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import NamedTuple

import resources
from models.core.dates import PartDate
from models.office.settings import Office

NO_OFFICE_BEFORE, EVERYWHERE_SINCE = "2018-03-17", "2019-04-01"
ROUTE = "→"  # of what a paper passed through, which is no maker
OF_VETERANS = re.compile(r"退役军人事务(?=局|厅|部)")
STATION = re.compile(r"退役军人服务(站|中心)")
CIVIL_AFFAIRS = "民政"
TOWNS = (
    ("街道", "办事处"),
    ("镇", "人民政府"),
    ("乡", "人民政府"),
)  # how the name ends, and what its authority is called
VILLAGES = (("社区", "居民委员会"), ("村", "村民委员会"))


class FileOwner(NamedTuple):
    """Whose file the paper lies in, and under which town and village."""

    name: str = ""
    town: str = ""
    village: str = ""


class MakerWords(NamedTuple):
    """Who is meant by the words of a catalogue, from one day to another; open where the day is empty."""

    words: str
    begins: str
    ends: str
    maker: str


@cache
def known_makers() -> tuple[MakerWords, ...]:
    """The lines of ``resources/paper_makers.csv``."""
    with resources.path("paper_makers.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            MakerWords(row["words"], row["begins"], row["ends"], row["maker"])
            for row in csv.DictReader(lines)
        )


def maker_of(author: str, day: PartDate | None, whose: FileOwner, office: Office) -> str:
    """Who made a paper of that date, for the words that stand in its line; empty where it cannot be told."""
    author = author.strip()
    on = str(day) if day is not None else ""
    if ROUTE in author:
        author = "区局"
    lines = [line for line in known_makers() if line.words == author]
    if not lines:
        return _as_then(author, on, office)
    line = next((line for line in lines if _in_force(line, on)), None)
    return "" if line is None else _named(line.maker, on, whose, office)


def office_on(on: str, office: Office) -> str:
    """What the office was called on a day (ISO text, as far as it is known; empty is today)."""
    if not on or _not_before(on, office.founded or EVERYWHERE_SINCE):
        return office.name
    if _before(on, office.founded or NO_OFFICE_BEFORE):
        return office.predecessor or OF_VETERANS.sub(CIVIL_AFFAIRS, office.name)
    return ""


def _named(maker: str, on: str, whose: FileOwner, office: Office) -> str:
    town, village = whose.town.strip(), whose.village.strip()
    named = {
        "{office}": office_on(on, office),
        "{town}": _with_ending(town, TOWNS) if town else "街道办事处（镇人民政府）",
        "{town_name}": town or "街道(镇)",
        "{village}": _with_ending(village, VILLAGES) if village else "村（居）民委员会",
        "{person}": whose.name,
    }
    for mark, words in named.items():
        maker = maker.replace(mark, words)
    return maker


def _with_ending(name: str, endings: tuple[tuple[str, str], ...]) -> str:
    return next((name + more for ending, more in endings if name.endswith(ending)), name)


def _as_then(author: str, on: str, office: Office) -> str:
    """A name that an officer wrote; an office that was not there at the date by the name of the one before it."""
    if not on or not _before(on, NO_OFFICE_BEFORE):
        return author
    if office.predecessor and author == office.name:
        return office.predecessor
    named = OF_VETERANS.sub(CIVIL_AFFAIRS, author)
    if STATION.search(named):
        return _with_ending(STATION.sub("", named), TOWNS)
    return named


def _in_force(line: MakerWords, on: str) -> bool:
    if not on:
        return not line.ends
    return (not line.begins or _not_before(on, line.begins)) and (
        not line.ends or not _not_before(on, line.ends) or on == line.ends
    )


def _before(on: str, day: str) -> bool:
    """Whether a day, of which perhaps only the year is known, was surely before another."""
    return on < day[: len(on)] or (len(on) == len(day) and on < day)


def _not_before(on: str, day: str) -> bool:
    """Whether a day was surely not before another: of a year that begins it, nobody knows."""
    return on > day[: len(on)] or (len(on) == len(day) and on >= day)
