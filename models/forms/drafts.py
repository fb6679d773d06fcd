"""Drafts 草稿: what was typed in a form when the program or the PC died, each encrypted in a file of its own in the archive's folder.

A draft lives as long as its form: whatever is saved, given up or closed takes its draft along, and only a sudden end leaves one.
It is its writer's alone; a backup holds none.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from models.archive import opened
from models.archive.passwords import folded
from models.archive.wraps import NONCE
from models.core.files import plain_words, write_whole

DRAFT_MARK = b"YFD1"  # the form of a kept file: this mark, a nonce, the content encrypted with the file's name as associated data
DRAFTS_FOLDER, DRAFT_ENDING = "drafts", ".draft"

_living: set[Path] = set()  # of forms that are open in this program


@dataclass(frozen=True)
class TypedDraft:
    """What stood in one form: ``place`` says in which and of what record, ``title`` whose it is and ``at`` when, in words.

    ``typed`` holds what was changed, by field; ``person`` is the id of whom it is about, where that is known.
    """

    place: str
    title: str
    at: str
    typed: dict[str, Any]
    person: int | None = None


def draft_path(place: str) -> Path:
    """Where this officer's draft of a form lies, or would."""
    archive = opened.opened_archive()
    name = hashlib.blake2b(f"{folded(archive.user)}\n{place}".encode(), key=_key(), digest_size=16)
    return archive.folder / DRAFTS_FOLDER / f"{name.hexdigest()}{DRAFT_ENDING}"


def keep_draft(draft: TypedDraft) -> Path:
    """Write a draft down, over an earlier one of its form. Raises ``Refusal`` where the disk will not."""
    path, nonce = draft_path(draft.place), os.urandom(NONCE)
    told = json.dumps({"user": folded(opened.opened_archive().user), **asdict(draft)}, ensure_ascii=False)
    sealed = AESGCM(_key()).encrypt(nonce, told.encode(), path.name.encode())
    with plain_words(path):
        path.parent.mkdir(exist_ok=True)
        write_whole(path, DRAFT_MARK + nonce + sealed)
    _living.add(path)
    return path


def read_draft(place: str) -> TypedDraft | None:
    """The draft that a form left which ended suddenly; None when it left none, or when its file is damaged."""
    path = draft_path(place)
    return _read(path) if path not in _living and path.is_file() else None


def drafts_left() -> list[TypedDraft]:
    """All drafts of this officer that a sudden end left, the newest first."""
    folder = opened.opened_archive().folder / DRAFTS_FOLDER
    found = [_read(path) for path in folder.glob(f"*{DRAFT_ENDING}") if path not in _living]
    return sorted((each for each in found if each is not None), key=lambda each: each.at, reverse=True)


def drop_draft(path: Path) -> None:
    """Its form was saved or given up; also after the archive was closed. Raises ``Refusal`` where the disk will not."""
    with plain_words(path):
        path.unlink(missing_ok=True)
    _living.discard(path)


def drop_living() -> None:
    """Every form is let go of."""
    for path in list(_living):
        drop_draft(path)


def _read(path: Path) -> TypedDraft | None:
    """A draft of this officer; another's, or what cannot be read, is none."""
    with plain_words(path):
        sealed = path.read_bytes()
    mark, nonce, body = sealed[:4], sealed[4 : 4 + NONCE], sealed[4 + NONCE :]
    try:
        if mark != DRAFT_MARK or len(body) < 16:
            raise InvalidTag
        told = json.loads(AESGCM(_key()).decrypt(nonce, body, path.name.encode()))
    except InvalidTag:
        return None
    return TypedDraft(**told) if told.pop("user") == folded(opened.opened_archive().user) else None


def _key() -> bytes:
    return opened.opened_archive().keys.key_for("drafts")
