"""An export 导出: a folder with one .json and one .csv per kind of record, the same bytes for the same facts.

Rows stand in the order of the citizen numbers of those they belong to, and of what they say: no key of the database and no
time of writing is told. Some hundreds of people are held at a time, so that memory does not grow with the archive.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from peewee import ModelSelect, chunked

from models.archive import opened
from models.core.files import UNFINISHED_ENDING, plain_words, sync_folder
from models.core.jobs import Job, Step
from models.core.masks import Secret
from models.core.record import Refusal, db
from models.people import findings, search
from models.people.outsiders import Outsider
from models.people.person import Person
from reports.export.doubts import doubts_told
from reports.export.kinds import ExportedKind, exported_kinds
from reports.export.own_secrets import OwnSecrets
from reports.export.people import PERSON_KEYS, people_told

AT_ONCE = 1000  # people whose rows are read together
PEOPLE, DOUBTS = "people", "findings"
DOUBT_KEYS = ("number", "name", "kind", "field", "finding", "weight")
encoded = json.JSONEncoder(ensure_ascii=False).encode


class WrittenExport(NamedTuple):
    """What was written: how many kinds of record, and rows of all of them."""

    kinds: int
    rows: int


class _Pair:
    """The two files of one kind of record."""

    def __init__(self, folder: Path, name: str, keys: Sequence[str]) -> None:
        self.rows = 0
        self._keys = keys
        self._json = (folder / f"{name}.json").open("w", encoding="utf-8", newline="\n")
        self._csv = (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="")
        self._lines = csv.writer(self._csv)
        self._lines.writerow(keys)
        self._json.write("[")

    def add(self, line: str, cells: Iterable[Any]) -> None:
        self._json.write(f",\n{line}" if self.rows else f"\n{line}")
        self._lines.writerow(cells)
        self.rows += 1

    def close(self) -> None:
        self._json.write("\n]\n" if self.rows else "]\n")
        self._json.close()
        self._csv.close()


def export_archive(out: Path, words: str = "", masked: bool = False) -> Job[WrittenExport]:
    """Write the open archive, or what belongs to those whom words find, into a folder that is new or empty; all or nothing.

    Raises ``Refusal`` when the folder cannot be taken, or nobody is found.
    """
    chosen = search.find_people(words)
    if words.strip() and not chosen.exists():
        raise Refusal(f"没有找到“{words.strip()}”，没有导出")
    with _making(out) as part:
        written = yield from _Export(part, chosen, bool(words.strip()), masked).run()
    return written


@contextmanager
def _making(out: Path) -> Iterator[Path]:
    """A folder beside the wanted one, which gets its name at the end; what fails or is cancelled leaves nothing."""
    if out.resolve().is_relative_to(opened.opened_archive().folder.resolve()):
        raise Refusal("不能导出到档案库自己的文件夹里，请另选位置")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refusal(f"“{out}”不是空文件夹。导出不会覆盖任何东西，请另选一个新文件夹")
    part = out.with_name(out.name + UNFINISHED_ENDING)
    if part.exists():
        raise Refusal(f"“{part}”是上次没有完成的导出留下的，请先删除它")
    with plain_words(out):
        part.mkdir(parents=True)
        try:
            yield part
            if out.exists():
                out.rmdir()
            part.rename(out)
            sync_folder(out.parent)
        finally:
            shutil.rmtree(part, ignore_errors=True)


class _Export:
    """One export under way."""

    def __init__(self, folder: Path, chosen: ModelSelect[Person], narrowed: bool, masked: bool) -> None:
        self.folder, self.chosen, self.narrowed, self.masked = folder, chosen, narrowed, masked
        self.kinds = exported_kinds()
        self.rows = self.done = 0
        self.total = len(self.kinds) + 2

    def run(self) -> Job[WrittenExport]:
        with db.atomic():  # all files are of one moment
            yield from self._people()
            yield from self._doubts()
            for kind in self.kinds:
                yield from self._kind(kind)
        return WrittenExport(self.total, self.rows)

    def _people(self) -> Job[None]:
        pair = _Pair(self.folder, PEOPLE, (*PERSON_KEYS, "identities"))
        for some in chunked(people_told(self.chosen, self.masked), AT_ONCE):
            for each in some:
                rights = "、".join(i["class"] or i["kind"] for i in each["identities"])
                pair.add(encoded(each), (*(each[key] for key in PERSON_KEYS), rights))
            yield self._step("人员")
        self._end(pair)

    def _doubts(self) -> Job[None]:
        pair = _Pair(self.folder, DOUBTS, DOUBT_KEYS)
        yield self._step("疑点")
        wanted = {key for (key,) in db.execute(self.chosen.select(Person.id))} if self.narrowed else None
        found = (each for each in findings.all_findings() if wanted is None or each.person in wanted)
        for row in doubts_told(found, self.masked):
            pair.add(encoded(row), row.values())
        self._end(pair)

    def _kind(self, kind: ExportedKind) -> Job[None]:
        pair = _Pair(self.folder, kind.file, kind.keys)
        yield self._step(kind.noun)
        if not kind.model.select(kind.model.id).exists():
            self._end(pair)
            return
        for owner in (Person,) if self.narrowed else (Person, Outsider):
            for some in self._owners(owner):
                self._rows_of(kind, pair, owner, some)
                yield self._step(kind.noun)
        if not self.narrowed:
            nobody = [None, None] if kind.belongs else []
            lines = sorted(
                _line(kind, [*nobody, *kind.told(said, self.masked)]) for said in kind.rows_of_nobody()
            )
            for line, row in lines:
                pair.add(line, row)
        self._end(pair)

    def _rows_of(
        self, kind: ExportedKind, pair: _Pair, owner: Any, some: Sequence[tuple[int, str, str]]
    ) -> None:
        """Write what belongs to some people, in their order."""
        ids = {key: place for place, (key, *_) in enumerate(some)}
        secrets = OwnSecrets(list(ids)) if self.masked and owner is Person else None
        made = []
        for whose, said in kind.rows_of(owner, list(ids)):
            row = kind.told(said, self.masked)
            if secrets is not None:
                row = secrets.hidden(whose, row)
            if kind.model is not owner:
                _, number, name = some[ids[whose]]
                row = [(Secret.NUMBER.hide(number) if self.masked else number) or None, name, *row]
            made.append((ids[whose], *_line(kind, row)))
        for _, line, row in sorted(made, key=lambda each: each[:2]):
            pair.add(line, row)

    def _owners(self, owner: Any) -> Iterator[list[tuple[int, str, str]]]:
        """People by their numbers, some at a time: id, number, name."""
        query = owner.select(owner.id, owner.number, owner.name).order_by(owner.number, owner.name, owner.id)
        if self.narrowed:
            query = query.where(owner.id.in_(self.chosen.select(Person.id).order_by()))
        yield from (list(some) for some in chunked(db.execute(query), AT_ONCE))

    def _step(self, noun: str) -> Step:
        return Step(self.done, self.total, f"正在导出{noun}")

    def _end(self, pair: _Pair) -> None:
        pair.close()
        self.done += 1
        self.rows += pair.rows


def _line(kind: ExportedKind, row: list[Any]) -> tuple[str, list[Any]]:
    return encoded(dict(zip(kind.keys, row, strict=True))), row
