"""Rescued tables 抢救出的表: a new database file with all rows that could be read of a hurt one, and with those that its journal still tells.

A row is put in again from the journal only where the journal itself was read without a gap; so nothing older than it was comes back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from models import records
from models.core.jobs import Job, Step
from models.core.record import KINDS_OF_RECORDS
from models.migrations.steps import STEPS
from models.rescue.hurt_file import HurtFile, Shape
from models.rescue.journal_rows import ids_made, rows_standing
from models.rescue.table_rows import HIGHEST_ID, LOWEST_ID, Gap, Row

JOURNAL_TABLES = {"entry": "操作日志", "change": "操作日志的内容"}
NOUNS = JOURNAL_TABLES | {
    model._meta.table_name: model.NOUN
    for model in (*KINDS_OF_RECORDS.values(), *records.SNAPSHOTS)
    if hasattr(model, "NOUN")
}
ROWS_AT_ONCE = 2000  # rows put in at a time


class Lost(NamedTuple):
    """What could not be read: of which table, whose where that is known, and whether the journal told it."""

    table: str
    words: str
    put_in_again: bool = False

    def told(self) -> str:
        return f"{NOUNS.get(self.table, '可以重新生成的内容')}：{self.words}"


class RescuedTables:
    """Fills the empty database ``new`` (a connection of the driver's) with what ``hurt`` still says."""

    def __init__(self, hurt: HurtFile, new: Any) -> None:
        self._hurt, self._new = hurt, new
        self._gaps: dict[str, list[Gap]] = {}

    @property
    def journal_whole(self) -> bool:
        """Whether the journal was read without a gap."""
        return not JOURNAL_TABLES.keys() & self._gaps.keys() and all(map(self._has, JOURNAL_TABLES))

    def fill(self) -> Job[list[Lost]]:
        """Returns what could not be read, and what was put in again from the journal."""
        tables = self._make_tables()
        for number, table in enumerate(tables):
            for rows in self._copy(table):
                told = f"正在读出{NOUNS.get(table.name, '其他内容')}，{rows:,}行"
                yield Step(number, len(tables) + 2, told)
        yield Step(len(tables), len(tables) + 2, "正在找散落的内容")
        self._find_again()
        lost = [*self._missing_tables(tables), *self._refilled(), *self._left_out()]
        self._finish_form()
        return lost

    def _make_tables(self) -> list[Shape]:
        tables = [each for each in self._hurt.shapes if each.kind == "table"]
        for each in tables:
            self._new.execute(each.sql)
        return tables

    def _copy(self, table: Shape) -> Iterator[int]:
        """Bring over what can be read of a table; yields again and again how many rows that are so far."""
        gaps: list[Gap] = []
        names = self._columns(table.name)
        read, count = self._hurt.rows(table), 0
        while lot := list(islice(read, ROWS_AT_ONCE)):
            rows = [each for each in lot if isinstance(each, Row)]
            gaps += [each for each in lot if isinstance(each, Gap)]
            self._put(table.name, names, rows)
            count += len(rows)
            yield count
        if gaps:
            self._gaps[table.name] = gaps

    def _find_again(self) -> None:
        if not self._gaps:
            return
        columns = {table: self._columns(table) for table in self._gaps}
        for table, row in self._hurt.found_again(
            self._gaps, {table: len(names) for table, names in columns.items()}
        ):
            self._put(table, columns[table], [row])

    def _put(self, table: str, names: Sequence[str], rows: Sequence[Row]) -> None:
        """Put rows in under their ids; a row of before a column was added has as many values as there were then."""
        by_length: dict[int, list[Row]] = defaultdict(list)
        for row in rows:
            by_length[len(row.values)].append(row)
        for length, alike in by_length.items():
            said = [place for place in range(length) if names[place] != self._id_of(table)]
            into = ", ".join(["rowid", *(f'"{names[place]}"' for place in said)])
            self._new.executemany(
                f'INSERT INTO "{table}" ({into}) VALUES ({", ".join("?" * (len(said) + 1))})',
                [(row.id, *(row.values[place] for place in said)) for row in alike],
            )

    def _columns(self, table: str) -> list[str]:
        return [name for _, name, *_ in self._new.execute(f'PRAGMA table_info("{table}")').fetchall()]

    def _id_of(self, table: str) -> str:
        """The column that is SQLite's own number of the row; it stands in no row itself."""
        told = self._new.execute(f'PRAGMA table_info("{table}")').fetchall()
        ids = [name for _, name, sort, _, _, key in told if key and sort.upper() == "INTEGER"]
        return ids[0] if len(ids) == 1 else ""

    # --- what the journal tells

    def _refilled(self) -> Iterator[Lost]:
        """Each hurt table: what of it came back from the journal, or which ids are in doubt."""
        whole = self.journal_whole
        for table, gaps in self._gaps.items():
            made = ids_made(self._new, table) if whole else set()
            if table in KINDS_OF_RECORDS and whole:
                yield from self._put_in_again(table)
            if table in NOUNS:
                yield from (Lost(table, _gap_words(gap)) for gap in gaps if not _all_told(gap, made))

    def _put_in_again(self, table: str) -> Iterator[Lost]:
        names = self._columns(table)
        there = {uid for (uid,) in self._new.execute(f'SELECT uid FROM "{table}"').fetchall()}
        for uid, (person, said) in rows_standing(self._new, table).items():
            if uid not in there:
                kept = {name: said[name] for name in names if name in said}
                into, places = ", ".join(f'"{name}"' for name in kept), ", ".join("?" * len(kept))
                self._new.execute(f'INSERT INTO "{table}" ({into}) VALUES ({places})', (*kept.values(),))
                yield Lost(table, f"{self._name(person, said)}第{said.get('id')}号，已按操作日志补回", True)

    def _name(self, person: str | None, said: dict[str, Any]) -> str:
        found = self._new.execute("SELECT name FROM person WHERE uid = ?", (person,)).fetchone()
        name = found[0] if found else said.get("name")
        return f"{name}，" if name else ""

    # --- what must fit together in the end

    def _missing_tables(self, tables: Sequence[Shape]) -> Iterator[Lost]:
        """Tables of which the file tells nothing any more are made empty, where it had the form of today."""
        told = {each.name for each in tables}
        if self._hurt.form not in (None, len(STEPS)):
            return
        for sql in records.schema_statements():
            name = sql.split('"')[1]
            if sql.startswith("CREATE TABLE") and name not in told:
                self._new.execute(sql)
                if name in NOUNS:
                    yield Lost(name, "整张表都读不出")

    def _left_out(self) -> Iterator[Lost]:
        """Rows that hang on one that could not be read go, too, until all fit together."""
        while broken := {(table, row) for table, row, *_ in self._new.execute("PRAGMA foreign_key_check")}:
            for table, row in sorted(broken):
                self._new.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))
                yield Lost(table, f"第{row}号，它所属的记录读不出，没有带过来")

    def _finish_form(self) -> None:
        """Indexes, without which nothing is unique or quickly found; triggers come at the first opening."""
        wanted = [each.sql for each in self._hurt.shapes if each.kind == "index"]
        if self._hurt.form in (None, len(STEPS)):
            wanted += [sql for sql in records.schema_statements() if "INDEX" in sql.split('"')[0]]
        standing: set[str] = set()
        for sql in wanted:
            name = sql.split('"')[1]
            if name not in standing:
                self._new.execute(sql)
                standing.add(name)
        self._new.execute(f"PRAGMA user_version = {self._hurt.form or len(STEPS)}")
        self._new.commit()

    def _has(self, table: str) -> bool:
        return bool(self._new.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone())


def _all_told(gap: Gap, made: set[int]) -> bool:
    """Whether each id that the gap certainly had is one of a row that the journal tells; ids are given in order, each once."""
    first = max(gap.first, 1)
    return made.issuperset(range(first, (first if gap.last == HIGHEST_ID else gap.last) + 1))


def _gap_words(gap: Gap) -> str:
    first = "开头" if gap.first == LOWEST_ID else f"第{gap.first}号"
    last = "末尾" if gap.last == HIGHEST_ID else f"第{gap.last}号"
    return f"{first}到{last}之间可能有读不出的"
