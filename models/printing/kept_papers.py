"""Kept papers 留存的版面: the file of a printout, encrypted beside the database until nobody needs to go on with it.

They lie in ``prints`` of the archive, each under the printout's uid, and go into no backup: what they say can be made again.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from models.archive import opened
from models.archive.wraps import NONCE
from models.core.files import plain_words, write_whole
from models.core.record import Refusal

PRINT_MARK = b"YFP1"  # the form of a kept file: this mark, a nonce, the content encrypted with its uid as associated data
PAPER_GONE = "这份印件的版面已经不在档案库里（打完30天后删除，备份里也不带），请到原来的页面重新打印"


def keep_paper(uid: str, paper: bytes) -> None:
    """Put a paper on the disk. Raises ``Refusal`` when there is no room."""
    path = _place(uid)
    nonce = os.urandom(NONCE)
    with plain_words(path):
        path.parent.mkdir(exist_ok=True)
        write_whole(path, PRINT_MARK + nonce + _lock().encrypt(nonce, paper, uid.encode()))


def is_kept(uid: str) -> bool:
    return _place(uid).is_file()


def read_paper(uid: str) -> bytes:
    """The paper's file. Raises ``Refusal`` when it is gone or damaged."""
    path = _place(uid)
    if not path.is_file():
        raise Refusal(PAPER_GONE)
    with plain_words(path):
        sealed = path.read_bytes()
    head = len(PRINT_MARK)
    mark, nonce, body = sealed[:head], sealed[head : head + NONCE], sealed[head + NONCE :]
    try:
        if mark != PRINT_MARK or len(body) < 16:
            raise InvalidTag
        return _lock().decrypt(nonce, body, uid.encode())
    except InvalidTag as error:
        raise Refusal("这份印件留存的版面已损坏，请到原来的页面重新打印") from error


def discard_others(wanted: Collection[str]) -> int:
    """Delete the papers of all printouts but these; returns how many."""
    folder = opened.opened_archive().folder / "prints"
    gone = [each for each in folder.glob("*") if each.is_file() and each.name not in wanted]
    for each in gone:
        each.unlink(missing_ok=True)
    return len(gone)


def _place(uid: str) -> Path:
    return opened.opened_archive().folder / "prints" / uid


def _lock() -> AESGCM:
    return AESGCM(opened.opened_archive().keys.key_for("prints"))
