"""The hash that vouches for a run's lines, which the journal need not say a second time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from models.core.journal import Change
from models.core.record import db
from models.pay.runs.runs import TO_BANK, PayLine, PayRun, RunState
from models.people.person import MergedFile

# The columns of a line when the first run was hashed, in their order then; never change it.
HASHED = (
    "position", "kind", "person_id", "identity_id", "month", "amount", "provincial", "local", "item", "category",
    "standard", "name", "number", "bank", "account", "holder", "street", "change", "reason", "retry",
)  # fmt: skip
_OTHERS = {field.column_name for field in PayLine._meta.sorted_fields} - {"id", "run_id", *HASHED}
LINE_COLUMNS = (*HASHED, *sorted(_OTHERS))


def digest(rows: Iterable[Sequence[Any]]) -> str:
    """The hash of a run's lines, each of which has the values of ``LINE_COLUMNS`` as they are in the file.

    A column that lines got later counts only where it says something: the hashes of older runs stay what they were.
    So does whom a line is about: an identity that came from another file counts as the one's whose it was at first.
    """
    chain, were = hashlib.sha256(), _people_before_merging()
    names = LINE_COLUMNS[len(HASHED) :]
    person, identity = HASHED.index("person_id"), HASHED.index("identity_id")
    for row in rows:
        if (was := were.get(row[identity])) is not None:
            row = (*row[:person], was, *row[person + 1 :])
        if names:
            later = zip(names, row[len(HASHED) :], strict=True)
            said = [(name, value) for name, value in later if value not in (None, "")]
            row = (*row[: len(HASHED)], *said)
        chain.update(repr(tuple(row)).encode())
    return chain.hexdigest()


def _people_before_merging() -> dict[int, int]:
    """The identities that came from merged files, each with the id of the person who had it first."""
    merged: Any = MergedFile.select(MergedFile.was_id, MergedFile.identities).order_by(MergedFile.id.desc())
    return {identity: was for was, ids in merged.tuples() for identity in json.loads(ids or "[]")}


def _as_one(people: set[int]) -> set[int]:
    """One id for all whose files were ever put together, also where they have been parted again: so the journal says."""
    one = {person: person for person in people}
    came_in = (Change.table == MergedFile._meta.table_name) & Change.before.is_null()
    for change in Change.select().where(came_in).order_by(Change.id):
        merged = change.fields()[1]
        was, now = (one.get(int(each), int(each)) for each in (merged["was_id"], merged["person_id"]))
        one = {person: now if each == was else each for person, each in one.items()}
    return set(one.values())


def rows_of(run: PayRun) -> Iterator[Sequence[Any]]:
    """The lines of a run as the file has them, in their order, for the hash."""
    columns = ", ".join(f'"{name}"' for name in LINE_COLUMNS)
    sql = f'SELECT {columns} FROM "pay_line" WHERE "run_id" = ? ORDER BY "position"'
    yield from db.execute_sql(sql, (run.id,))


def run_faults() -> list[str]:
    """The runs whose lines are not what their heads say: hash, people and sum; empty when all are."""
    return [fault for run in PayRun.select().order_by(PayRun.id) for fault in _faults(run)]


def _faults(run: PayRun) -> Iterator[str]:
    what_next = "，请重新编制" if run.state == RunState.DRAWN else "，请用备份核对"
    if not intact(run):
        yield f"发放批次{run.title()}的明细与校验码不符{what_next}"
    paid = PayLine.select().where(PayLine.run == run, PayLine.kind.in_(TO_BANK))
    total: Any = paid.select(PayLine.amount.total()).scalar()
    pairs: Any = paid.select(PayLine.identity, PayLine.person).distinct().tuples()
    were = _people_before_merging()
    fewest, most = ({person for _, person in pairs}, {were.get(each, person) for each, person in pairs})
    people, said = run.people or 0, run.total or 0
    if people < len(fewest):  # two of them may have been one person's for a while
        fewest = _as_one(fewest)
    if total != said or not len(fewest) <= people <= len(most):  # or be by now
        told = f"写的是{people}人、{said:,.2f}元，明细合计{len(fewest)}人、{total:,.2f}元"
        yield f"发放批次{run.title()}{told}{what_next}"


def intact(run: PayRun) -> bool:
    """Whether the lines still are what the hash says."""
    return digest(rows_of(run)) == run.hash
