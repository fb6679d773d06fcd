"""Printed parts of files: which lie on paper and no longer say what the archive says; the last book of a checkup."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from models.checkups.check_items import CheckedBook, check_item
from models.checkups.checkup import Checkup, check_up
from models.checkups.differences import Difference, Subject
from models.core.jobs import Job, Step
from models.office import settings
from models.office.settings import Office
from models.people import listing
from models.printing.last_printed import LastPrinted, last_printed
from reports.person import gathering, sheets
from reports.person.person_file import PersonFile

PRINT_AGAIN = "重新打印，换下旧页；已签字的重新签"
MADE_WITH = {each.name for each in fields(sheets.Copy)} - {"mark"}  # what an order says of a copy


def check_all_books(lists: Sequence[Path] = ()) -> Job[Checkup]:
    """A checkup of all books, what was printed of each file among them. Raises ``Refusal`` for a list that cannot be read."""
    made = yield from check_up(lists)
    subjects = {subject.key: subject for subject in made.subjects if subject.person is not None}
    printed: dict[str, dict[str, LastPrinted]] = defaultdict(dict)
    for (uid, part), last in last_printed(subjects).items():
        printed[uid][part] = last
    ids = [each.person for key, each in subjects.items() if key in printed and each.person is not None]
    people = listing.people_in_order(ids)
    office = settings.office()
    for number, file in enumerate(gathering.of_all(people)):
        yield Step(number, len(printed), f"正在核对打印过的档案：{file.name}")
        made.differences += _old_parts(subjects[file.uid], file, printed[file.uid], office)
    return made


def _old_parts(
    subject: Subject, file: PersonFile, printed: Mapping[str, LastPrinted], office: Office
) -> Iterator[Difference]:
    """The parts of a file that would say something else if they were printed now as they were printed then."""
    now: dict[str, dict[str, str]] = {}
    for part, last in printed.items():
        if last.order not in now:
            now[last.order] = sheets.versions(file, office, _copy(last.order))
        if now[last.order].get(part) != last.facts:
            yield Difference(
                subject, check_item("paper.printed_old"), CheckedBook.PAPER, "现在的内容", f"{last.at[:10]}打印的内容", CheckedBook.PAPER,
                PRINT_AGAIN, part,
            )  # fmt: skip


def _copy(order: str) -> sheets.Copy:
    """How the paper was made; of an order that the ledger did not keep, as usual."""
    said = json.loads(order) if order else {}
    return sheets.Copy(**{name: value for name, value in said.items() if name in MADE_WITH})
