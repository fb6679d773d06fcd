"""A checkup 数据体检: database, paper, bank returns and the superior's lists laid beside each other, person by person, both ways."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from peewee import chunked

from models.checkups.bank_differences import BankDifferences
from models.checkups.check_items import CheckedBook, check_item
from models.checkups.differences import UNSURE, Difference, Subject, by_effort
from models.checkups.health_scores import (
    GroupScore,
    by_subject,
    communities_of,
    group_scores,
    kinds_of,
    score_of_weights,
)
from models.checkups.list_differences import ListDifferences
from models.checkups.list_matching import match_rows
from models.checkups.list_money import ListMoney, MoneyBalance
from models.checkups.paid_sums import PaidSums
from models.checkups.paper_differences import PaperDifferences
from models.checkups.superior_lists import SuperiorList, read_superior_lists
from models.core.jobs import Job, Step
from models.deaths.matching import PeopleOnFile
from models.people.findings import Dossier, Listed, all_findings, dossiers
from models.people.person import Person

CHECKED_AT_ONCE = 500  # people read at a time
NO_LIST = "没有放进上级名单，没有与上级系统核对"


@dataclass
class Checkup:
    """What was found: of whom, what differs, what was not asked and why, and both sums of money."""

    listed: SuperiorList
    subjects: list[Subject] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    left_aside: list[str] = field(default_factory=list)
    balance: MoneyBalance | None = None

    @cached_property
    def of_subjects(self) -> Mapping[str, list[Difference]]:
        """The differences of each subject by its key."""
        return by_subject(self.differences)

    @cached_property
    def worklist(self) -> list[Difference]:
        """What is to be done, the least effort first."""
        return by_effort(self.differences)

    def score(self, key: str) -> Fraction:
        """The score of one subject."""
        return score_of_weights(each.grave for each in self.of_subjects.get(key, ()))

    def whole_score(self) -> GroupScore:
        """The score of everybody together."""
        return next(
            iter(group_scores(self.subjects, self.of_subjects, lambda _: ("全部",))),
            GroupScore("全部", 0, 0, 0, Fraction(100)),
        )

    def by_community(self) -> list[GroupScore]:
        return group_scores(self.subjects, self.of_subjects, communities_of)

    def by_kind(self) -> list[GroupScore]:
        return group_scores(self.subjects, self.of_subjects, kinds_of)

    def corrections(self) -> list[Difference]:
        """What is to be typed into the superior's system, person by person."""
        found = (each for each in self.worklist if each.wrong == CheckedBook.SUPERIOR)
        return sorted(
            found, key=lambda each: (each.subject.street, each.subject.community, each.subject.number)
        )

    def to_be_verified(self) -> list[Difference]:
        """What the superior's list says otherwise while nothing tells which is right."""
        found = (
            each for each in self.worklist if each.other == CheckedBook.SUPERIOR and each.wrong == UNSURE
        )
        return sorted(
            found, key=lambda each: (each.subject.street, each.subject.community, each.subject.number)
        )


def check_up(lists: Sequence[Path] = ()) -> Job[Checkup]:
    """Lay the books beside each other; nothing is written. Raises ``Refusal`` for a list that cannot be read."""
    listed = yield from read_superior_lists(lists)
    made = Checkup(listed)
    books = _Books(listed)
    doubts = _doubts_by_person()
    ids: Any = Person.select(Person.id).order_by(Person.file_no, Person.id).tuples()
    everybody = [person for (person,) in ids]
    for some in chunked(everybody, CHECKED_AT_ONCE):
        yield Step(len(made.subjects), len(everybody), "正在逐人核对")
        files = _files(some)
        made.subjects += [subject for subject, _ in files]
        made.differences += books.of_people(files)
        made.differences += (
            _doubt(subject, each) for subject, file in files for each in doubts.get(file.person.id, ())
        )
    books.finish(made)
    return made


class _Books:
    """The books that stand beside the archive, each asked of some people at a time."""

    def __init__(self, listed: SuperiorList) -> None:
        self.listed = listed
        matched = match_rows(listed.rows, PeopleOnFile.read() if listed.rows else PeopleOnFile(()))
        paid = PaidSums.read(max(row.made for row in listed.rows)) if listed.rows else PaidSums()
        self.money = ListMoney(listed.rows, matched, paid)
        self.list = ListDifferences(matched, self.money)
        self.paper, self.bank = PaperDifferences(), BankDifferences()

    def of_people(self, files: Sequence[tuple[Subject, Dossier]]) -> Iterator[Difference]:
        if self.listed.rows:
            for subject, file in files:
                yield from self.list.of_person(subject, file)
        yield from self.paper.of_people(files)
        yield from self.bank.of_people(files)

    def finish(self, made: Checkup) -> None:
        """Those whom the list alone has, both sums, and what was not asked."""
        for row in self.list.matched.of_nobody:
            subject, found = self.list.of_nobody(row)
            if found:
                made.subjects.append(subject)
                made.differences += found
        self.listed.refused += self.list.unread
        made.balance = self.money.balance()
        told = [
            f"{why}，档案库里有{people:,}人，没有逐人列出"
            for why, people in sorted(self.list.left_aside.items())
        ]
        lists = [self.money.why_not()] if self.listed.rows else [NO_LIST]
        made.left_aside = [each for each in (*told, *lists, *self.paper.left_aside()) if each]


def _files(ids: Collection[int]) -> list[tuple[Subject, Dossier]]:
    """The files of some people in this order, each with its subject."""
    found = {file.person.id: file for file in dossiers(Person.select().where(Person.id.in_(list(ids))))}
    return [(_subject(found[person]), found[person]) for person in ids if person in found]


def _subject(file: Dossier) -> Subject:
    person = file.person
    kinds = tuple(dict.fromkeys(each.kind for each in file.identities))
    return Subject(person.uid, person.id, person.name, person.number, person.street, person.community, kinds)


def _doubts_by_person() -> dict[int, list[Listed]]:
    """The unsettled findings of everybody: what the archive contradicts by itself."""
    found: dict[int, list[Listed]] = {}
    for each in all_findings():
        found.setdefault(each.person, []).append(each)
    return found


def _doubt(subject: Subject, found: Listed) -> Difference:
    return Difference(
        subject, check_item("archive.doubt"), CheckedBook.ARCHIVE, found.message, "", CheckedBook.ARCHIVE,
        "在“疑点”里核对、改正，或写明处理意见", found.label, weight=found.weight,
    )  # fmt: skip
