"""A backup 备份, the whole archive in one second file, as encrypted as itself; made and proven while the archive is open."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from sqlcipher3 import dbapi2

from models.archive import key_file, opened, seen_heads
from models.core.files import UNFINISHED_ENDING, plainly, sync_folder
from models.core.jobs import Job, Step
from models.core.record import Refusal, db
from models.heads.journal_heads import JournalHead

CONTENTS = "contents.json"  # name → SHA-256 of each file in the backup
SEALED_HEAD = "head.json"  # the journal's last entry, sealed; readable without a password, and telling nothing of anybody
NOT_OURS = "“{}”不是本程序的备份文件，或者已损坏，请换一份备份"


def back_up(out: Path) -> Job[Path]:
    """Copy the open archive into one file, which appears only once it is whole and proven.

    Raises ``Refusal`` when the place cannot be written, is inside the archive's own data, or a paper is damaged.
    """
    now = opened.opened_archive()
    if out.resolve().is_relative_to(now.scans.resolve()) or out.name in (
        now.database.name,
        key_file.KEY_FILE_NAME,
    ):
        raise Refusal("备份文件不能放在档案库的数据里，请另选位置")
    papers = sorted(
        file for file in now.scans.rglob("*") if file.is_file() and file.suffix != UNFINISHED_ENDING
    )
    total = len(papers) + 3
    part = out.with_name(out.name + UNFINISHED_ENDING)
    with plainly(out.parent):
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield Step(0, total, "正在复制档案库文件")
            _write(part, now, papers)
            yield Step(total - 1, total, "正在核对备份")
            list(_proven(part))
            part.replace(out)
            sync_folder(out.parent)
        finally:
            part.unlink(missing_ok=True)
    yield Step(total, total, out.name)
    return out


def _write(part: Path, now: opened.Archive, papers: list[Path]) -> None:
    hashes: dict[str, str] = {}
    with tempfile.TemporaryDirectory(dir=now.backups) as folder, zipfile.ZipFile(part, "w") as whole:
        database = Path(folder) / now.database.name
        _copy_database(database, now)
        for file, name in [
            (database, database.name),
            (now.folder / key_file.KEY_FILE_NAME, key_file.KEY_FILE_NAME),
        ] + [(paper, str(PurePosixPath(paper.relative_to(now.folder)))) for paper in papers]:
            whole.write(file, name)
            hashes[name] = _hash(file)
        head = seen_heads.sealed_head(now)
        whole.writestr(SEALED_HEAD, head)
        hashes[SEALED_HEAD] = hashlib.sha256(head).hexdigest()
        whole.writestr(CONTENTS, json.dumps(hashes, indent=0))


def _copy_database(target: Path, now: opened.Archive) -> None:
    """SQLite's own copy under the same key: whole even while the archive is written to."""
    copy = dbapi2.connect(str(target))
    try:
        copy.execute(f"PRAGMA key = \"x'{now.keys.key_for('database').hex()}'\"")
        db.connection().backup(copy)
        faults = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        verdict = copy.execute("PRAGMA integrity_check").fetchone()
    finally:
        copy.close()
    if faults or verdict != ("ok",):
        raise Refusal("备份未通过检验，没有保存，请先用 check 检查档案库")


def restore(backup: Path, folder: Path) -> Job[Path]:
    """Bring a backup back as an archive in a folder that is new or empty; all of it or nothing.

    Nothing existing is ever overwritten. Raises ``Refusal`` when the file is no backup, or damaged anywhere.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(f"“{folder}”不是空文件夹。恢复不会覆盖任何东西，请另选一个新文件夹")
    part = folder.with_name(folder.name + UNFINISHED_ENDING)
    if part.exists():
        raise Refusal(f"“{part}”是上次没有完成的恢复留下的，请先删除它")
    with plainly(folder.parent):
        part.mkdir(parents=True)
        try:
            for number, (name, content) in enumerate(_proven(backup), start=1):
                if name == SEALED_HEAD:
                    continue
                file = part / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
                yield Step(number, number + 1, name)
            (part / "scans").mkdir(exist_ok=True)
            (part / "backups").mkdir(exist_ok=True)
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
            seen_heads.note_restored(key_file.read_key_file(folder)[0].archive, backup)
        finally:
            _remove(part)
    return folder


def sealed_heads(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The name and the sealed head of each backup that lies in a folder; older backups carry none."""
    for file in sorted(folder.rglob("*")):
        try:
            with zipfile.ZipFile(file) as whole:
                yield file.name, whole.read(SEALED_HEAD)
        except (OSError, zipfile.BadZipFile, KeyError, NotImplementedError):
            continue


def head_in(file: Path, archive: opened.Archive) -> JournalHead:
    """The journal's last entry that a backup of the archive holds. Raises ``Refusal`` when it is none, or carries no head."""
    try:
        with zipfile.ZipFile(file) as whole:
            head = seen_heads.opened_head(archive, whole.read(SEALED_HEAD))
    except (OSError, zipfile.BadZipFile, KeyError) as error:
        raise Refusal(NOT_OURS.format(file.name)) from error
    if head is None:
        raise Refusal(f"“{file.name}”不是这个档案库的备份")
    return head


def _proven(backup: Path) -> Iterator[tuple[str, bytes]]:
    """Each file of a backup, once its hash is right; ``Refusal`` at the first that is not."""
    broken = Refusal(NOT_OURS.format(backup.name))
    try:
        with zipfile.ZipFile(backup) as whole:
            hashes: dict[str, str] = json.loads(whole.read(CONTENTS))
            if (
                sorted(whole.namelist()) != sorted([*hashes, CONTENTS])
                or key_file.KEY_FILE_NAME not in hashes
            ):
                raise broken
            for name, expected in hashes.items():
                content = whole.read(name)
                if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
                    raise broken
                if hashlib.sha256(content).hexdigest() != expected:
                    raise broken
                yield name, content
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, EOFError) as error:
        raise broken from error


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _remove(folder: Path) -> None:
    if folder.exists():
        for each in sorted(folder.rglob("*"), reverse=True):
            each.rmdir() if each.is_dir() else each.unlink()
        folder.rmdir()
