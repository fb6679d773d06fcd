"""Scans 扫描件, papers kept encrypted in the archive, each under the SHA-256 of what it holds, so that none is kept twice."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from models.archive import opened
from models.archive.wraps import NONCE
from models.core.files import UNFINISHED_ENDING, plain_words, write_whole
from models.core.jobs import Job, Step, finish
from models.core.record import Refusal
from models.incoming.paper_check import LARGEST_PAPER, PAPER_TOO_LARGE, Media, look_at
from models.incoming.paper_forms import archive_form

SCAN_MARK = b"YFS1"  # the form of a kept file: this mark, a nonce, the content encrypted with its hash as associated data


@dataclass(frozen=True)
class Kept:
    """A paper in the archive: the hash that names it, its media type, pages, and size in bytes."""

    sha256: str
    media: Media
    pages: int
    bytes: int


def keep_scan(content: bytes | Path) -> Kept:
    """Look at a paper and keep it. Raises ``Refusal``, saying what to do, for what is no whole paper.

    A picture of another kind than PDF, JPEG or PNG is kept in the form that ``archive_form`` makes of it.
    """
    paper = archive_form(_read_from(content) if isinstance(content, Path) else content)
    media, pages = look_at(paper)
    sha256 = hashlib.sha256(paper).hexdigest()
    if not _is_whole(sha256):
        path = _path(sha256)
        nonce = os.urandom(NONCE)
        sealed = SCAN_MARK + nonce + _cipher().encrypt(nonce, paper, _bound_to(sha256))
        with plain_words(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, sealed, part_in=opened.opened_archive().scans)
    return Kept(sha256, media, pages, len(paper))


def read_scan(sha256: str) -> bytes:
    """The paper's content. Raises ``Refusal`` when it is missing, or not what was kept."""
    path = _path(sha256)
    if not path.is_file():
        raise Refusal(f"扫描件 {sha256[:12]}… 不在档案库中，请从备份恢复，或重新扫描")
    with plain_words(path):
        sealed = path.read_bytes()
    return open_sealed(sha256, sealed)


def open_sealed(sha256: str, sealed: bytes) -> bytes:
    """The paper in a kept file. Raises ``Refusal`` when it is not what was kept."""
    mark, nonce, body = sealed[:4], sealed[4 : 4 + NONCE], sealed[4 + NONCE :]
    try:
        if mark != SCAN_MARK or len(body) < 16:
            raise InvalidTag
        return _cipher().decrypt(nonce, body, _bound_to(sha256))
    except InvalidTag as error:
        raise Refusal(f"扫描件 {sha256[:12]}… 已损坏或被换过，请从备份恢复，或重新扫描") from error


def is_scan_kept(sha256: str) -> bool:
    """Whether the paper's file is there, whatever state it is in."""
    return _path(sha256).is_file()


def check_scans(expected: Iterable[str] = ()) -> list[str]:
    """What is wrong with the papers, all at once."""
    return finish(scans_proof(expected))


def scans_proof(expected: Iterable[str] = ()) -> Job[list[str]]:
    """What is wrong with the papers, in plain words: those damaged, those expected but missing, and strange files."""
    folder = opened.opened_archive().scans
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != UNFINISHED_ENDING)
    there = {p.name: p for p in files if re.fullmatch("[0-9a-f]{64}", p.name) and p == _path(p.name)}
    strange = [f"scans 中有不认识的文件“{p.relative_to(folder)}”" for p in files if there.get(p.name) != p]
    found, papers = strange, sorted(there.keys() | set(expected))
    for number, sha256 in enumerate(papers):
        yield Step(number, len(papers), f"正在检查扫描件，第{number + 1:,}份，共{len(papers):,}份")
        try:
            read_scan(sha256)
        except Refusal as refusal:
            found.append(str(refusal))
    return found


def _read_from(path: Path) -> bytes:
    if not path.is_file():
        raise Refusal(f"找不到文件“{path}”")
    with plain_words(path):
        if path.stat().st_size > LARGEST_PAPER:
            raise Refusal(PAPER_TOO_LARGE)
        return path.read_bytes()


def _is_whole(sha256: str) -> bool:
    """Whether the paper is kept already; a damaged one is written anew."""
    try:
        read_scan(sha256)
    except Refusal:
        return False
    return True


def _path(sha256: str) -> Path:
    if not re.fullmatch("[0-9a-f]{64}", sha256):
        raise ValueError("not a SHA-256 in hex")
    return opened.opened_archive().scans / sha256[:2] / sha256


def _cipher() -> AESGCM:
    return AESGCM(opened.opened_archive().keys.key_for("scans"))


def _bound_to(sha256: str) -> bytes:
    return b"youfu scan " + bytes.fromhex(sha256)
