"""The heads that this PC has seen 这台电脑记得的操作日志: the last entry of each archive, kept outside its folder and sealed by its keys.

By them an older copy of the folder that was put back shows, and a journal that somebody rewrote who has every key. Whoever deletes
the memory of the PC is not noticed by it: there are still the backups, which carry their heads, and the codes on paper.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from models.archive import program_folders
from models.archive.opened import Archive
from models.core.files import SQL_ERRORS, write_whole
from models.heads import journal_heads
from models.heads.journal_heads import JournalHead

FORGED = "这台电脑记着的操作日志末条被改动过或读不出来，无法核对档案库是不是换成了旧的。"
SHORTER = (
    "这台电脑上次见到这个档案库时，操作日志到第{seen.number}条（{seen.moment}），现在只到第{now.number}条（{moment}）："
    "后来登记的不见了。可能是从备份恢复的，也可能是有人放回了旧的文件夹。"
)
DIFFERENT = (
    "操作日志第{seen.number}条（{seen.moment}）和这台电脑见过的不一样：可能是放回了旧的档案库以后又接着登记，"
    "也可能是有人改写了日志。"
)
RESTORED = "这个档案库是{at}在这台电脑上从备份“{backup}”恢复的，操作日志到第{now.number}条（{moment}）；备份以后登记的不在里面。"


class HeadDoubt(NamedTuple):
    """In what an archive is other than this PC knows it: the head seen, the head now, the sentence, a likely reason."""

    seen: JournalHead
    now: JournalHead
    words: str
    reason: str = ""


def head_doubt(archive: Archive) -> HeadDoubt | None:
    """What is to be said and answered when the archive is opened; None when it goes on from what this PC has seen.

    None too when the journal cannot be read: that the check of the whole archive tells.
    """
    try:
        return None if archive.practice or archive.only_looked_at else _doubt(archive)
    except SQL_ERRORS:
        return None


def remember_head(archive: Archive) -> None:
    """Keep the archive's last entry as seen, unless it is in doubt; a PC that cannot keep it is not held up by that."""
    try:
        if not archive.practice and head_doubt(archive) is None:
            accept_head(archive)
    except (OSError, *SQL_ERRORS):
        logging.getLogger(__name__).warning("the head of the journal was not remembered", exc_info=True)


def accept_head(archive: Archive) -> None:
    """Keep the archive's last entry as seen, whatever was seen before."""
    file = _memory(archive.keys.archive_mark)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, sealed(archive, journal_heads.head_now()))
    _restored_note(archive.keys.archive_mark).unlink(missing_ok=True)


def sealed(archive: Archive, head: JournalHead) -> bytes:
    """An entry with a seal that only the archive's keys make; it tells nothing of anybody."""
    return json.dumps({**head._asdict(), "seal": _seal(archive, head)}).encode()


def opened_head(archive: Archive, sealed: bytes) -> JournalHead | None:
    """The head of a seal; None when it was not made by the archive's keys."""
    try:
        facts = json.loads(sealed)
        head = JournalHead(int(facts["number"]), str(facts["at"]), str(facts["hash"]))
        return head if hmac.compare_digest(str(facts["seal"]), _seal(archive, head)) else None
    except (ValueError, KeyError, TypeError):
        return None


def note_restored(mark: str, backup: Path) -> None:
    """Remember that the program itself brought an archive back, for its next opening to say so."""
    file = _restored_note(mark)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        facts = {"backup": backup.name, "at": f"{datetime.now():%Y-%m-%d %H:%M}"}
        write_whole(file, json.dumps(facts, ensure_ascii=False).encode())
    except OSError:
        logging.getLogger(__name__).warning("a restoring was not remembered", exc_info=True)


def head_faults(archive: Archive, backups: Iterator[tuple[str, bytes]]) -> list[str]:
    """In what the journal is other than this PC and the given backups (name, sealed head) know it, in plain words."""
    doubt = head_doubt(archive)
    faults = [doubt.words] if doubt is not None else []
    for name, sealed in backups:
        head = opened_head(archive, sealed)
        if head is not None and not journal_heads.holds(head):
            faults.append(f"备份“{name}”里的操作日志第{head.number}条（{head.moment}）本库没有，或者不一样")
    return faults


def _doubt(archive: Archive) -> HeadDoubt | None:
    now, kept = journal_heads.head_now(), _memory(archive.keys.archive_mark)
    seen = _seen(archive, kept)
    restored = _restored(archive.keys.archive_mark)
    if restored is not None and (seen is None or not seen.number or seen.number > now.number):
        words = RESTORED.format(now=now, moment=now.moment or "空的", **restored)
        return HeadDoubt(seen or JournalHead(), now, words, f"从备份“{restored['backup']}”恢复")
    if seen is None:
        return HeadDoubt(JournalHead(), now, FORGED) if kept.exists() else None
    if seen.number > now.number:
        return HeadDoubt(seen, now, SHORTER.format(seen=seen, now=now, moment=now.moment or "空的"))
    return None if journal_heads.holds(seen) else HeadDoubt(seen, now, DIFFERENT.format(seen=seen))


def _seen(archive: Archive, kept: Path) -> JournalHead | None:
    try:
        return opened_head(archive, kept.read_bytes())
    except OSError:
        return None


def _restored(mark: str) -> dict[str, str] | None:
    try:
        facts = json.loads(_restored_note(mark).read_bytes())
        return {"backup": str(facts["backup"]), "at": str(facts["at"])}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _memory(mark: str) -> Path:
    return program_folders.memory() / f"{mark}.json"


def _restored_note(mark: str) -> Path:
    return program_folders.memory() / f"{mark}.restored.json"


def _seal(archive: Archive, head: JournalHead) -> str:
    said = json.dumps([archive.keys.archive_mark, *head]).encode()
    return hmac.new(archive.keys.key_for("heads"), said, hashlib.sha256).hexdigest()
