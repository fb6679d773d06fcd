"""The facts of volumes 案卷: of each person's volume what a list or a label says, counted from its papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from models.office.settings import Office
from models.people.identity import DISABLED, EntitlementState
from models.people.person import Person
from models.transfers.volume_removal import DESTROYED, MOVED_AWAY
from reports.paper.layout import Gaps
from reports.person import gathering
from reports.person.person_file import PersonFile
from reports.person.sheets import WHOLE, volume_of
from reports.person.volume_papers import VolumePiece

YEARS_UNTIL_TRANSFER = 5  # after death, to the state archive of the same level: 伤残抚恤人员档案管理办法
HIGH_GRADES = ("一级", "二级", "三级", "四级")
KEPT_FOR_SURVIVORS = "一至四级，遗属仍享受待遇的暂不移交"  # the same rule
FOR_EVER = "永久"


@dataclass(frozen=True, slots=True)
class VolumeFacts:
    """One volume; ``pages`` is None where not all its papers have been counted, ``counted`` what has been."""

    name: str
    volume: str
    number: str  # 档号; empty until the archive has assigned it
    subject: str
    certificate: str
    first: str  # the earliest and the latest paper, YYYYMMDD as far as known
    last: str
    papers: int
    pages: int | None
    counted: int
    retention: str
    security: str
    died: date | None
    moved: tuple[str, str]  # since when and where to; empty for who has not moved
    high_grade: bool
    destroyed: str = ""  # how, when and on whose approval; empty while it is there

    @property
    def span(self) -> str:
        return self.first if self.first == self.last else f"{self.first}—{self.last}"

    @property
    def kept_until(self) -> int | None:
        """The last year of the retention, counted from 1 January after the first paper; None where it never ends or is not known."""
        term = re.match(r"(\d+)年", self.retention)
        return int(self.first[:4]) + int(term.group(1)) if term and self.first else None

    @property
    def to_transfer_from(self) -> date | None:
        """The day from which the volume of a dead person goes to the state archive."""
        if self.died is None:
            return None
        year = self.died.year + YEARS_UNTIL_TRANSFER
        leap = (self.died.month, self.died.day) == (2, 29) and year % 4 != 0
        return self.died.replace(year=year, day=28 if leap else self.died.day)


def volumes_of(people: Iterable[Person], office: Office) -> Iterator[VolumeFacts]:
    """The volumes of people, in their order."""
    gaps = Gaps()
    for file in gathering.of_all(people):
        pieces, _ = volume_of(file, office, WHOLE, gaps)
        yield facts_of_volume(file, pieces, office)


def facts_of_volume(file: PersonFile, pieces: list[VolumePiece], office: Office) -> VolumeFacts:
    """What lists say of the volume that these papers make."""
    days = sorted(piece.paper.day for piece in pieces if piece.paper.day) or [""]
    kinds = "、".join(dict.fromkeys(i.facts.get("category") or i.kind for i in file.identities))
    certificates = (i.facts.get("certificate", "") for i in file.identities)
    counts = [int(piece.paper.pages) for piece in pieces if piece.paper.pages.isdigit()]
    return VolumeFacts(
        file.name, file.volume.zfill(4) if file.volume else "", office.archive_number(file.volume),
        f"{file.name}优抚档案" + (f"（{kinds}）" if kinds else ""), "、".join(filter(None, certificates)),
        days[0], days[-1], len(pieces), pieces[-1].last if pieces else 0, sum(counts), office.retention, office.security,
        _day(file.facts.get("died", "")), _moved(file),
        any(i.kind == DISABLED and i.facts.get("grade") in HIGH_GRADES for i in file.identities),
        next((each.words for each in file.removals if each.way == DESTROYED), ""),
    )  # fmt: skip


def _day(words: str) -> date | None:
    """A day in words; of a year or month alone its last day, so that no volume goes too early."""
    known = [int(part) for part in re.findall(r"\d+", words)]
    if not known:
        return None
    year, month = known[0], known[1] if len(known) > 1 else 12
    if len(known) > 2:
        return date(year, month, known[2])
    return date(year, month, {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31))


def _moved(file: PersonFile) -> tuple[str, str]:
    """Since when and where to: as the volume was entered as moved out, else as the person moved away."""
    if away := [each for each in file.removals if each.way == MOVED_AWAY]:
        return away[-1].since, away[-1].to
    if file.states and file.states[-1].state == EntitlementState.MOVED:
        return file.states[-1].since, file.states[-1].reason
    return "", ""
