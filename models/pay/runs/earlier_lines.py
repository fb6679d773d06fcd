"""Earlier lines 以前的明细: what a draft said before it was drawn up anew, deleted or undone, so that undoing brings it back.

The lines of one drawing are kept together, packed, under their run and the hash by which it vouches for them: the journal tells which
hash a run had when, and this which lines that were. Nothing of it is ever changed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from peewee import AutoField, BlobField, IntegerField, TextField, fn

from models.core.record import Refusal, StoredRow, db, put_rows
from models.pay.runs import line_hashes
from models.pay.runs.line_hashes import LINE_COLUMNS
from models.pay.runs.runs import PayLine, PayRun

NOT_KEPT = "{}以前的明细没有留下（当时的程序不留），不能倒回；请重新编制"
FASTEST = 1  # zlib's level: 100,000 lines in a third of a second, a tenth of their size


class EarlierLines(StoredRow):
    """The lines of one drawing of a run, by its uid: JSON of their rows, each its id and ``columns``; and the highest id of them."""

    NOUN = "以前的明细"
    NAMED_BY = "hash"

    id = AutoField()
    run = TextField()
    hash = TextField()
    columns = TextField()
    last = IntegerField()
    rows = BlobField()

    class Meta:
        indexes = ((("run", "hash"), True),)


def keep_lines(run: PayRun) -> None:
    """Keep the lines that a run has, before they give way; those that its hash does not vouch for are not worth keeping."""
    if _kept(run) is not None or not line_hashes.intact(run):
        return
    names = ", ".join(f'"{name}"' for name in LINE_COLUMNS)
    sql = f'SELECT "id", {names} FROM "pay_line" WHERE "run_id" = ? ORDER BY "position"'
    rows = db.execute_sql(sql, (run.id,)).fetchall()
    packed = zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), FASTEST)
    last = max((row[0] for row in rows), default=0)
    EarlierLines.create(run=run.uid, hash=run.hash, columns=json.dumps(LINE_COLUMNS), last=last, rows=packed)


def put_lines_back(run: PayRun) -> None:
    """Give a run the lines that its hash vouches for, inside an entry. Raises ``Refusal`` when they were never kept."""
    if line_hashes.intact(run):
        return
    if not replace_lines(run) or not line_hashes.intact(run):
        raise Refusal(NOT_KEPT.format(run.title()))


def replace_lines(run: PayRun) -> bool:
    """Give a run the lines that were kept under its hash, inside an entry; False when none were."""
    if (kept := _kept(run)) is None:
        return False
    columns = json.loads(kept.columns)
    _insert_lines(run, columns, _with_their_people(columns, kept))
    return True


def write_lines(run: PayRun, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Give a run new lines in place of those it has, inside an entry; each row is its ``columns``."""
    highest: Any = EarlierLines.select(fn.MAX(EarlierLines.last)).scalar()
    now: Any = PayLine.select(fn.MAX(PayLine.id)).scalar()  # none has an id that another one had before
    _insert_lines(
        run, columns, ((id_, *row) for id_, row in enumerate(rows, max(highest or 0, now or 0) + 1))
    )


def _insert_lines(run: PayRun, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    db.execute_sql('DELETE FROM "pay_line" WHERE "run_id" = ?', (run.id,))
    put_rows("pay_line", ("run_id", "id", *columns), ((run.id, *row) for row in rows))


def _kept(run: PayRun) -> EarlierLines | None:
    found: EarlierLines | None = EarlierLines.get_or_none(
        EarlierLines.run == run.uid, EarlierLines.hash == run.hash
    )
    return found


def _with_their_people(columns: list[str], kept: EarlierLines) -> Iterator[list[Any]]:
    """The rows as they were, but of whoever has each identity by now: files may have become one since, or were parted."""
    owners = dict(db.execute_sql('SELECT "id", "person_id" FROM "identity"').fetchall())
    person, identity = 1 + columns.index("person_id"), 1 + columns.index("identity_id")
    for row in json.loads(zlib.decompress(kept.rows)):
        row[person] = owners.get(row[identity], row[person])
        yield row
