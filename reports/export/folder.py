"""An export 导出: a folder with one .json and one .csv per kind of record, the same bytes for the same facts.

Rows stand in the order of the citizen numbers of those they belong to, and of what they say: no key of the database and no
time of writing is told. Some hundreds of people are held at a time, so that memory does not grow with the archive.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import starmap
from pathlib import Path
from typing import Any, NamedTuple

from peewee import ModelSelect, chunked

from models.core.jobs import Job, Step
from models.core.masks import Secret
from models.core.record import Refusal, db
from models.office.deeds import EXPORT_WHOLE, SAVE_FILE, require_here
from models.people import findings, search
from models.people.outsiders import Outsider
from models.people.person import Person
from models.printing.named_people import tell_named
from reports.export.doubts import doubts_told
from reports.export.kinds import ExportedKind, exported_kinds
from reports.export.own_secrets import AT_ONCE, OwnSecrets
from reports.export.people import PERSON_KEYS, people_told
from reports.paper.new_folders import new_folder

PEOPLE, DOUBTS = "people", "findings"
DOUBT_KEYS = ("number", "name", "kind", "field", "finding", "weight")
encoded = json.JSONEncoder(ensure_ascii=False).encode


class WrittenExport(NamedTuple):
    """What was written: how many kinds of record, and rows of all of them."""

    kinds: int
    rows: int


class RecordOwner(NamedTuple):
    """Somebody to whom records belong, on file or not: the key of the database, and what the files tell of them."""

    key: int
    number: str
    name: str


class _Pair:
    """The two files of one kind of record; closed however the export ends."""

    def __init__(self, folder: Path, name: str, keys: Sequence[str]) -> None:
        self.rows = 0
        self._json = (folder / f"{name}.json").open("w", encoding="utf-8", newline="\n")
        self._csv = (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="")
        self._lines = csv.writer(self._csv)
        self._lines.writerow(keys)
        self._json.write("[")

    def __enter__(self) -> _Pair:
        return self

    def __exit__(self, *_: object) -> None:
        self._json.write("\n]\n" if self.rows else "]\n")
        self._json.close()
        self._csv.close()

    def add(self, line: str, cells: Iterable[Any]) -> None:
        self._json.write(f",\n{line}" if self.rows else f"\n{line}")
        self._lines.writerow(cells)
        self.rows += 1


def export_archive(out: Path, words: str = "", masked: bool = False) -> Job[WrittenExport]:
    """Write the open archive, or what belongs to those whom words find, into a folder that is new or empty; all or nothing.

    Raises ``Refusal`` when the folder cannot be taken, or nobody is found.
    """
    require_here(SAVE_FILE if masked else EXPORT_WHOLE)
    chosen = search.find_people(words)
    if words.strip() and not chosen.exists():
        raise Refusal(f"没有找到“{words.strip()}”，没有导出")
    with new_folder(out, "导出") as part:
        written = yield from _Export(part, chosen, bool(words.strip()), masked).run()
        tell_named(out, (number for (number,) in db.execute(chosen.select(Person.id))))
    return written


class _Export:
    """One export under way."""

    def __init__(self, folder: Path, chosen: ModelSelect[Person], narrowed: bool, masked: bool) -> None:
        self.folder, self.chosen, self.narrowed, self.masked = folder, chosen, narrowed, masked
        self.owners: tuple[Any, ...] = (Person,) if narrowed else (Person, Outsider)
        self.rows = self.done = 0
        self.total = 2 * chosen.count() + sum(owner.select().count() for owner in self.owners[1:])

    def run(self) -> Job[WrittenExport]:
        kinds = exported_kinds()
        with db.atomic():  # all files are of one moment
            with _Pair(self.folder, PEOPLE, (*PERSON_KEYS, "identities")) as people:
                yield from self._people(people)
            with _Pair(self.folder, DOUBTS, DOUBT_KEYS) as doubts:
                yield self._step("疑点")
                self._doubts(doubts)
            with ExitStack() as files:
                pairs = [
                    (kind, files.enter_context(_Pair(self.folder, kind.file, kind.keys))) for kind in kinds
                ]
                yield from self._records([each for each in pairs if _has_rows(each[0])])
        rows = sum(pair.rows for pair in (people, doubts, *(pair for _, pair in pairs)))
        return WrittenExport(len(pairs) + 2, rows)

    def _people(self, pair: _Pair) -> Job[None]:
        for some in chunked(people_told(self.chosen, self.masked), AT_ONCE):
            for each in some:
                rights = "、".join(i["class"] or i["kind"] for i in each["identities"])
                pair.add(encoded(each), (*(each[key] for key in PERSON_KEYS), rights))
            self.done += len(some)
            yield self._step("人员")

    def _doubts(self, pair: _Pair) -> None:
        wanted = {key for (key,) in db.execute(self.chosen.select(Person.id))} if self.narrowed else None
        found = (each for each in findings.all_findings() if wanted is None or each.person in wanted)
        for row in doubts_told(found, self.masked):
            pair.add(encoded(row), row.values())

    def _records(self, pairs: Sequence[tuple[ExportedKind, _Pair]]) -> Job[None]:
        """What is kept of people, of some of them at a time, and at last what belongs to nobody."""
        for owner in self.owners:
            for some in self._some_of(owner):
                secrets = OwnSecrets(owner, [key for key, *_ in some]) if self.masked else None
                for kind, pair in pairs:
                    self._rows_of(kind, pair, owner, some, secrets)
                    yield self._step(kind.noun)
                self.done += len(some)
        for kind, pair in () if self.narrowed else pairs:
            nobody = [None, None] if kind.belongs else []
            rows = ([*nobody, *kind.told(said, self.masked)] for said in kind.rows_of_nobody())
            for line, row in sorted(_line(kind, row) for row in rows):
                pair.add(line, row)
            yield self._step(kind.noun)

    def _rows_of(
        self,
        kind: ExportedKind,
        pair: _Pair,
        owner: Any,
        some: Sequence[RecordOwner],
        secrets: OwnSecrets | None,
    ) -> None:
        """Write what belongs to some people, in their order; of those whom nothing tells apart, in that of the rows."""
        by_key = {each.key: each for each in some}
        made = []
        for whose, said in kind.rows_of(owner, list(by_key)):
            row, (key, number, name) = kind.told(said, self.masked), by_key[whose]
            if secrets is not None:
                row = secrets.hidden(key, row)
            if kind.model is not owner:
                row = [(Secret.NUMBER.hide(number) if self.masked else number) or None, name, *row]
            made.append(((number, name), *_line(kind, row)))
        for _, line, row in sorted(made, key=lambda each: each[:2]):
            pair.add(line, row)

    def _some_of(self, owner: Any) -> Iterator[list[RecordOwner]]:
        """People by their numbers, some at a time, those of one number and name always together."""
        query = owner.select(owner.id, owner.number, owner.name).order_by(owner.number, owner.name)
        if self.narrowed:
            query = query.where(owner.id.in_(self.chosen.select(Person.id).order_by()))
        some: list[RecordOwner] = []
        for each in starmap(RecordOwner, db.execute(query)):
            if len(some) >= AT_ONCE and each[1:] != some[-1][1:]:
                yield some
                some = []
            some.append(each)
        if some:
            yield some

    def _step(self, noun: str) -> Step:
        return Step(self.done, self.total, f"正在导出{noun}")


def _has_rows(kind: ExportedKind) -> bool:
    return bool(kind.model.select(kind.model.id).exists())


def _line(kind: ExportedKind, row: list[Any]) -> tuple[str, list[Any]]:
    return encoded(dict(zip(kind.keys, row, strict=True))), row
