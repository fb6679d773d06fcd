"""Orders of the papers of volumes 案卷标签、目录和清册, by the name under which one is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.office.settings import Office
from models.people.person import Person
from models.printing.named_people import tell_named
from models.uses.named_rows import people_named
from reports.paper.fonts import Missing
from reports.tables.register import write_paper, write_workbook
from reports.volumes import spines, volume_facts
from reports.volumes.volume_lists import VOLUME_PAPERS, volume_register

BOX_LABELS = "盒签"
PAPERS_OF_VOLUMES = (BOX_LABELS, *VOLUME_PAPERS)


@dataclass(frozen=True, slots=True)
class VolumeOrder:
    """Which of them, for labels how broad the broadest box is in mm, and whether nobody in them is real."""

    name: str
    broadest: int = spines.BREADTHS[-1]
    practice: bool = False

    def __post_init__(self) -> None:
        if self.name not in PAPERS_OF_VOLUMES:
            raise Refusal(f"没有“{self.name}”，可选：{'、'.join(PAPERS_OF_VOLUMES)}")


def write_volumes(
    order: VolumeOrder, people: Iterable[Person], total: int, office: Office, out: Path
) -> Job[tuple[Missing, ...]]:
    """Count the volumes and write the paper, by the name's ending; returns what no font has.

    Raises ``Refusal`` when no volume is on it, or labels are asked for as a workbook.
    """
    book = out.suffix.lower() == ".xlsx"
    if book and order.name == BOX_LABELS:
        raise Refusal("盒签只能打印或存为PDF")
    found = []
    people = list(people)
    for volume in volume_facts.volumes_of(people, office):
        found.append(volume)
        yield Step(len(found), max(total, len(found)), volume.name)
    found.sort(key=lambda volume: volume.volume)
    tell_named(out, people_named(people))
    if order.name == BOX_LABELS:
        missing = yield from spines.write_spines(
            spines.boxes(found, order.broadest), office, out, order.practice
        )
        return missing
    register = volume_register(VOLUME_PAPERS[order.name], found, office, order.practice)
    if book:
        write_workbook(register, out)
        return ()
    missing = yield from write_paper([register], out)
    return missing
