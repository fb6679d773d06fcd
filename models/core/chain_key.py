"""The key of the journal's chain 操作日志的钥匙: since which entry it is keyed, and the digest by which entries are chained.

Entries of earlier programs are chained by SHA-256, which whoever can write the file can reckon anew. Since the mark they are chained
by HMAC under a key of the archive's own; the mark itself is proven by that key, with the last hash before it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable
from typing import Any

from peewee import AutoField, IntegerField, Model, TextField

from models.core.record import db

MARK_GONE = "操作日志从哪一条起加了密钥，这个记号不见了或者被改动过"

_key: bytes | None = None  # of the open archive, 32 bytes


class ChainMark(Model):
    """The one mark: the first keyed entry, and its proof."""

    id = AutoField()
    since = IntegerField()
    proof = TextField()

    class Meta:
        database = db
        legacy_table_names = False


def use_key(key: bytes | None) -> None:
    """Chain by this key from now on; none when the archive is closed."""
    global _key
    _key = key


def kept_mark() -> dict[str, str]:
    """The triggers that let nobody change, add to or remove the mark: name → statement."""
    refuse = "BEGIN SELECT RAISE(ABORT, '操作日志只能添加'); END"
    wanted = {
        f"chain_mark_no_{action.lower()}": f'CREATE TRIGGER "chain_mark_no_{action.lower()}" BEFORE {action} ON "chain_mark" {refuse}'
        for action in ("UPDATE", "DELETE")
    }
    second = 'BEFORE INSERT ON "chain_mark" WHEN EXISTS (SELECT 1 FROM "chain_mark")'
    return wanted | {"chain_mark_no_second": f'CREATE TRIGGER "chain_mark_no_second" {second} {refuse}'}


def begin_keyed(since: int, previous: str) -> None:
    """Mark the first entry that is keyed; ``previous`` is the hash of the one before it."""
    ChainMark.create(since=since, proof=_proof(since, previous))


def keyed_since() -> int | None:
    """The first keyed entry; None in a file that has no mark yet, as while it is being upgraded."""
    if not db.table_exists("chain_mark"):
        return None
    mark = ChainMark.get_or_none()
    return mark.since if mark is not None else None


def mark_faults(previous: str) -> list[str]:
    """What is wrong with the mark; ``previous`` is the hash of the last entry before the keyed ones."""
    if _key is None:
        return []
    marks = list(ChainMark.select())
    whole = len(marks) == 1 and hmac.compare_digest(marks[0].proof, _proof(marks[0].since, previous))
    return [] if whole else [MARK_GONE]


def digest(head: list[Any], rows: Iterable[tuple[Any, ...]], keyed: bool) -> str:
    """The hash that chains an entry, over all it says (``head``) and all its changes (``rows``)."""
    first = json.dumps(head, ensure_ascii=False).encode()
    chain = hmac.new(_the_key(), first, hashlib.sha256) if keyed else hashlib.sha256(first)
    for row in rows:
        chain.update(repr(row).encode())
    return chain.hexdigest()


def _proof(since: int, previous: str) -> str:
    return hmac.new(_the_key(), f"since {since} {previous}".encode(), hashlib.sha256).hexdigest()


def _the_key() -> bytes:
    if _key is None:
        raise RuntimeError("no key of the journal")
    return _key
