"""The proof of an archive 检查: every byte, every reference, every paper, the runs, the accounts, the journal and what is chained beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from models import store
from models.archive import scans, seen_heads
from models.archive.opened import opened_archive
from models.backups import backup
from models.core import journal
from models.core.files import SQL_ERRORS
from models.core.jobs import Job, Step, finish
from models.core.record import KINDS_OF_RECORDS, Paper, db
from models.office import sign_ins
from models.pay.runs import line_hashes
from models.uses import uses


class ProofPart(NamedTuple):
    """A part of the proof: what is looked at, and what is wrong with it, in plain words."""

    looked_at: str
    faults: Callable[[], list[str]]


def proof_of_archive() -> Job[list[str]]:
    """Look at every part; returns everything that is wrong. What is read once only is not told twice."""
    opened_archive()  # else there is nothing to be proven, which is told
    found: list[str] = []
    for number, part in enumerate(PROOF_PARTS):
        yield Step(number, len(PROOF_PARTS) + 1, f"正在检查{part.looked_at}")
        found += part.faults()
    found += yield from scans.scans_proof(_papers())
    return found


def check_archive() -> list[str]:
    """The same at once."""
    return finish(proof_of_archive())


def _file_faults() -> list[str]:
    found = [f"档案库文件 archive.db：{fault}" for fault in store.faulty_pages()]
    try:
        verdicts = [verdict for (verdict,) in db.execute_sql("PRAGMA integrity_check") if verdict != "ok"]
        lost = [f"{table}第{row}行" for table, row, *_ in db.execute_sql("PRAGMA foreign_key_check")]
    except SQL_ERRORS as error:
        verdicts, lost = [str(error)], []
    found += [f"档案库文件 archive.db 内部不一致：{verdict}" for verdict in verdicts]
    return found + [f"记录指向不存在的记录：{each}" for each in lost]


def _run_faults() -> list[str]:
    """The payment runs whose lines are not what they say."""
    return _of_table("pay_run", line_hashes.run_faults)


def _account_faults() -> list[str]:
    keys = opened_archive().keys
    return keys.check() + sign_ins.sign_in_faults() + sign_ins.key_faults(keys)


def _head_faults() -> list[str]:
    now = opened_archive()
    return seen_heads.head_faults(now, backup.sealed_heads(now.backups))


def _use_faults() -> list[str]:
    return _of_table("use", uses.use_faults)


def _journal_faults() -> list[str]:
    return _of_table("entry", journal.chain_faults)


def _of_table(table: str, faults: Callable[[], list[str]]) -> list[str]:
    """The faults of a table; of a file that cannot be read so far, that is told already."""
    try:
        return faults() if db.table_exists(table) else []
    except SQL_ERRORS:
        return []


def _papers() -> set[str]:
    """The hashes of all papers and photos that the records speak of."""
    try:
        return set(_told_papers())
    except SQL_ERRORS:
        return set()


def _told_papers() -> Iterator[str]:
    for table, kind in KINDS_OF_RECORDS.items():
        if not db.table_exists(table):
            continue
        for field in kind._meta.sorted_fields:
            if isinstance(field, Paper):
                found = db.execute_sql(f'SELECT "{field.column_name}" FROM "{table}"')
                yield from (paper for (paper,) in found if paper)


JOURNAL_PART = ProofPart("操作日志", _journal_faults)
PROOF_PARTS = (
    ProofPart("数据文件", _file_faults),
    ProofPart("发放批次", _run_faults),
    ProofPart("用户、钥匙和登录记录", _account_faults),
    ProofPart("日志核对码", _head_faults),
    ProofPart("使用记录", _use_faults),
    JOURNAL_PART,
)
