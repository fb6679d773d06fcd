"""The contents of a backup 备份里有什么: rows by table, the journal's head and its last entries; told as figures, or sealed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlcipher3 import dbapi2

from models.archive.opened import Archive
from models.archive.wraps import NONCE
from models.core.files import SQL_ERRORS
from models.core.record import Refusal, db
from models.heads.journal_heads import JournalHead

MADE_BY_HAND = "手工备份"
LAST_ENTRIES = 5  # of the journal, by which an officer knows a backup again
NOT_THE_SAME = "备份打开来核对，和档案库不一样，没有保存。请再备份一次；还是这样，请先检查档案库"
FAULTY_COPY = "备份未通过检验，没有保存，请先检查档案库"


@dataclass(frozen=True)
class BackupContents:
    """What a backup holds: when and why it was made, rows of each table, the head, the last entries (moment, title)."""

    at: datetime
    reason: str
    folder: str  # the archive's own name
    archive: str  # its mark
    counts: dict[str, int]
    head: JournalHead
    salt: str = ""  # of the archive's file, in hex: no secret, but a file that lost its beginning is not read without it
    entries: tuple[tuple[str, str], ...] = ()

    @property
    def people(self) -> int:
        return self.counts.get("person", 0)

    def told(self) -> bytes:
        """What may be read without a password: figures and the archive's name, of nobody."""
        facts = {
            "at": self.at.isoformat(timespec="seconds"), "reason": self.reason, "folder": self.folder,
            "archive": self.archive, "counts": self.counts, "salt": self.salt,
        }  # fmt: skip
        return json.dumps(facts, ensure_ascii=False).encode()

    def sealed_entries(self, archive: Archive) -> bytes:
        """The titles of the last entries, under a key of the archive, for they may name people."""
        nonce = os.urandom(NONCE)
        return nonce + _cipher(archive).encrypt(nonce, json.dumps(self.entries).encode(), b"lately")


def read_contents(about: bytes, head: bytes) -> BackupContents:
    """What a backup tells without a password. ``ValueError`` or ``KeyError`` when it is none."""
    facts, last = json.loads(about), json.loads(head)
    return BackupContents(
        datetime.fromisoformat(facts["at"]),
        str(facts["reason"]),
        str(facts["folder"]),
        str(facts["archive"]),
        {str(table): int(rows) for table, rows in facts["counts"].items()},
        JournalHead(int(last["number"]), str(last["at"]), str(last["hash"])),
        str(facts.get("salt", "")),
    )


def opened_entries(archive: Archive, sealed: bytes) -> list[tuple[str, str]]:
    """The last entries (moment, title) of a backup of this archive; none when it is of another."""
    try:
        said = _cipher(archive).decrypt(sealed[:NONCE], sealed[NONCE:], b"lately")
    except (InvalidTag, ValueError):
        return []
    return [(str(at)[:16].replace("T", " "), str(title)) for at, title in json.loads(said)]


def copy_database(copy: Path, archive: Archive, reason: str) -> BackupContents:
    """SQLite's own copy under the same key, and what it holds: both of one moment, even while the archive is written to."""
    copy.unlink(missing_ok=True)
    with db.atomic():
        contents = _contents(db.connection(), archive, reason)
        with connected(copy, archive.keys.key_for("database")) as target:
            db.connection().backup(target)
    return contents


def prove_database(copy: Path, archive: Archive, expected: BackupContents) -> None:
    """Open a copy, look at every page, and compare what it holds. ``Refusal`` when anything differs."""
    with connected(copy, archive.keys.key_for("database")) as opened:
        try:
            faults = opened.execute("PRAGMA cipher_integrity_check").fetchall()
            if faults or opened.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise Refusal(FAULTY_COPY)
            counts, head = _counts(opened), _head(opened)
        except SQL_ERRORS as error:
            raise Refusal(FAULTY_COPY) from error
    if counts != expected.counts or head != expected.head:
        raise Refusal(NOT_THE_SAME)


@contextmanager
def connected(file: Path, key: bytes) -> Iterator[Any]:
    """A connection of its own to a database file under the key, beside the program's."""
    with closing(dbapi2.connect(str(file))) as connection:
        connection.execute("PRAGMA cipher_log_level = none")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        yield connection


def _contents(connection: Any, archive: Archive, reason: str) -> BackupContents:
    return BackupContents(
        datetime.now(),
        reason,
        archive.folder.name,
        archive.keys.archive_mark,
        _counts(connection),
        _head(connection),
        str(connection.execute("PRAGMA cipher_salt").fetchone()[0]),
        tuple(_entries(connection)),
    )


def _counts(connection: Any) -> dict[str, int]:
    """The rows of each table; what a virtual one keeps lies in plain tables, which are counted."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    return {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for (table,) in tables}


def _head(connection: Any) -> JournalHead:
    """The last entry, of an archive of any form."""
    if not _has_journal(connection):
        return JournalHead()
    found = connection.execute('SELECT number, "at", hash FROM entry ORDER BY number DESC').fetchone()
    return JournalHead(*found) if found else JournalHead()


def _entries(connection: Any) -> list[tuple[str, str]]:
    if not _has_journal(connection):
        return []
    found: list[tuple[str, str]] = connection.execute(
        'SELECT "at", title FROM entry ORDER BY number DESC LIMIT ?', (LAST_ENTRIES,)
    ).fetchall()
    return found


def _has_journal(connection: Any) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'entry'").fetchone())


def _cipher(archive: Archive) -> AESGCM:
    return AESGCM(archive.keys.key_for("backups"))
