"""The past sheets 某一天的档案: those of one person, as the file stood on a day."""

from __future__ import annotations

from pathlib import Path

from models.core.jobs import Job, Step
from models.core.past_day import PastDay
from models.office import settings
from models.past.past_file import file_on
from models.people.person import Person
from reports.paper.fonts import Missing
from reports.person import gathering, sheets


def write_past_sheets(person: Person, day: PastDay, file: Path, practice: bool) -> Job[tuple[Missing, ...]]:
    """Write them as a PDF; returns the characters that no font has. Raises ``Refusal`` when there was no file yet."""
    yield Step(0, 0, "正在还原档案")
    with file_on(person, day) as was:
        copy = sheets.Copy(practice=practice)
        written = yield from sheets.write_person_files(
            gathering.of_all([was]), file, settings.office(), copy, 1
        )
    return written.missing
