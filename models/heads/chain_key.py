"""The key of the journal's chain 操作日志的钥匙: since which entry it is keyed, and the mark that says so.

Entries of earlier programs are chained by SHA-256, which whoever can write the file can reckon anew. Since the mark they are chained
by HMAC under a key of the archive's own; the mark itself is proven by that key, with the last hash before it.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from peewee import AutoField, IntegerField, TextField

from models.core import journal
from models.core.journal import Entry
from models.core.record import StoredRow, db

MARK_GONE = "操作日志从哪一条起加了密钥，这个记号不见了或者被改动过"

_key: bytes | None = None  # of the open archive, 32 bytes
_since: int | None = None  # as the mark says; read once


class ChainMark(StoredRow):
    """The one mark: the first keyed entry, and its proof."""

    id = AutoField()
    since = IntegerField()
    proof = TextField()


def use_key(key: bytes | None) -> None:
    """Chain by this key from now on; none when the archive is closed."""
    global _key, _since
    _key, _since = key, None


def begin_keyed() -> None:
    """Mark the next entry as the first that is keyed."""
    global _since
    last, previous = journal.journal_head()
    _since = last + 1
    ChainMark.create(since=_since, proof=_proof(_since, previous))


def kept_mark() -> dict[str, str]:
    """The triggers that let nobody change, add to or remove the mark: name → statement."""
    stop = "BEGIN SELECT RAISE(ABORT, '操作日志只能添加'); END"
    more = 'INSERT ON "chain_mark" WHEN EXISTS (SELECT 1 FROM "chain_mark")'
    acts = {"update": 'UPDATE ON "chain_mark"', "delete": 'DELETE ON "chain_mark"', "second": more}
    return {
        f"chain_mark_no_{name}": f'CREATE TRIGGER "chain_mark_no_{name}" BEFORE {act} {stop}'
        for name, act in acts.items()
    }


def digest_begun(number: int) -> Any:
    """The digest of an entry, keyed or, of one before the mark, plain."""
    since = _keyed_since()
    if since is None or number < since:
        return hashlib.sha256()
    return hmac.new(_the_key(), digestmod=hashlib.sha256)


def keyed_digest(words: str) -> str:
    """The digest, under the same key, of what is chained beside the journal."""
    return hmac.new(_the_key(), words.encode(), hashlib.sha256).hexdigest()


def mark_faults() -> list[str]:
    """What is wrong with the mark; nothing in a database that no archive's keys opened."""
    if _key is None:
        return []
    marks = list(ChainMark.select())
    if len(marks) == 1:
        before = Entry.get_or_none(Entry.number == marks[0].since - 1)
        if hmac.compare_digest(
            marks[0].proof, _proof(marks[0].since, before.hash if before is not None else "")
        ):
            return []
    return [MARK_GONE]


def _keyed_since() -> int | None:
    """The first keyed entry; None in a file that has no mark yet, as while it is being upgraded."""
    global _since
    if _since is None and db.table_exists(ChainMark._meta.table_name):
        mark = ChainMark.get_or_none()
        _since = mark.since if mark is not None else None
    return _since


def _proof(since: int, previous: str) -> str:
    return hmac.new(_the_key(), f"since {since} {previous}".encode(), hashlib.sha256).hexdigest()


def _the_key() -> bytes:
    if _key is None:
        raise RuntimeError("no key of the journal")
    return _key


journal.CHAINED_BY[:] = [digest_begun]
journal.MORE_FAULTS[:] = [mark_faults]
