"""A backup 备份, the archive in one second file, as encrypted as itself; made and proven while the archive is open.

A whole backup holds the scans too. A generation names them with their hashes, and they lie in ``scans`` beside it, once for all
generations of the place.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from models.archive import key_file, opened, seen_heads
from models.backups import backup_contents
from models.backups.backup_contents import MADE_BY_HAND, BackupContents
from models.core.files import UNFINISHED_ENDING, plainly, sync_folder
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.heads.journal_heads import JournalHead
from models.incoming.packed_files import unpacked

ENDING = ".youfu"  # how a backup's name ends
CONTENTS = "contents.json"  # name → SHA-256 of each file in the backup, and of each scan beside it
SEALED_HEAD = "head.json"  # the journal's last entry, sealed; readable without a password, and telling nothing of anybody
ABOUT = "about.json"  # what it holds, in figures alone
LAST_TITLES = "lately.bin"  # the last entries' titles, under the archive's own key
OF_BACKUP = (SEALED_HEAD, ABOUT, LAST_TITLES)  # what is the backup's and no file of an archive
SCANS = "scans"
LARGEST_OWN = 64 << 20  # bytes of what is the backup's own: the list of half a million scans
BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    RuntimeError,
    EOFError,
    struct.error,
    zlib.error,
)  # what zipfile says of damage
NOT_OURS = "“{}”不是本程序的备份文件，或者已损坏，请换一份备份"


def back_up(out: Path) -> Job[Path]:
    """Copy the open archive into one file, which appears only once it is whole and proven.

    Raises ``Refusal`` when the place cannot be written, is inside the archive's own data, or the copy is not what was copied.
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
    return (yield from write_backup(out, papers, {}, MADE_BY_HAND))


def write_backup(out: Path, papers: list[Path], beside: Mapping[str, str], reason: str) -> Job[Path]:
    """Write a backup with these papers in it and those ``beside`` (name → hash) named in it; prove it; give it its name."""
    total = len(papers) + 3
    part = out.with_name(out.name + UNFINISHED_ENDING)
    with plainly(out.parent):
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield Step(0, total, "正在复制档案库文件")
            contents = yield from _write(part, papers, beside, reason)
            yield Step(total - 1, total, "正在核对备份")
            _prove_opened(part, contents)
            os.replace(part, out)
            sync_folder(out.parent)
        finally:
            part.unlink(missing_ok=True)
            _copy_of(part).unlink(missing_ok=True)
    yield Step(total, total, out.name)
    return out


def restored_files(backup: Path, folder: Path) -> Job[Path]:
    """Write each file of a proven backup into a folder, on the disk itself."""
    names = len(hashes_in(backup))
    for number, (name, content) in enumerate(proven_files(backup), start=1):
        yield Step(number, names, "正在恢复")
        if name not in OF_BACKUP:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as written:
                written.write(content)
                written.flush()
                os.fsync(written.fileno())
    for each in (SCANS, "backups"):
        (folder / each).mkdir(exist_ok=True)
    sync_folder(folder)
    return folder


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
            yield from restored_files(backup, part)
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
            sync_folder(folder.parent)
            seen_heads.note_restored(key_file.read_key_file(folder)[0].archive, backup)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return folder


def sealed_heads(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The name and the sealed head of each backup that lies in a folder; older backups carry none."""
    for file in sorted(folder.rglob("*")):
        if SCANS in file.relative_to(folder).parts:
            continue
        try:
            with zipfile.ZipFile(file) as whole:
                yield file.name, unpacked(whole, SEALED_HEAD, LARGEST_OWN)
        except (OSError, *BROKEN):
            continue


def head_in(file: Path, archive: opened.Archive) -> JournalHead:
    """The journal's last entry that a backup of the archive holds. Raises ``Refusal`` when it is none, or carries no head."""
    head = seen_heads.opened_head(archive, read_own(file, SEALED_HEAD).get(SEALED_HEAD, b""))
    if head is None:
        raise Refusal(f"“{file.name}”不是这个档案库的备份")
    return head


def read_own(backup: Path, *names: str) -> dict[str, bytes]:
    """Those of the backup's own small files that it has, each with the right hash. ``Refusal`` when it is none or hurt."""
    hashes = hashes_in(backup)
    try:
        with zipfile.ZipFile(backup) as whole:
            size = backup.stat().st_size  # nothing in it is packed, so nothing is larger than it
            found = {name: unpacked(whole, name, size) for name in names if name in hashes}
    except (OSError, *BROKEN) as error:
        raise Refusal(NOT_OURS.format(backup.name)) from error
    if any(hashes[name] != hashlib.sha256(content).hexdigest() for name, content in found.items()):
        raise Refusal(NOT_OURS.format(backup.name))
    return found


def hashes_in(backup: Path) -> dict[str, str]:
    """What a backup says of its files and of the scans beside it: name → SHA-256."""
    try:
        with zipfile.ZipFile(backup) as whole:
            told = json.loads(unpacked(whole, CONTENTS, LARGEST_OWN))
            hashes: dict[str, str] = dict(told.items())
            strange = set(whole.namelist()) ^ {*hashes, CONTENTS}
    except (OSError, AttributeError, *BROKEN) as error:
        raise Refusal(NOT_OURS.format(backup.name)) from error
    ours = key_file.KEY_FILE_NAME in hashes and all(_beside(name) for name in strange)
    if not ours or not all(map(_inside, hashes)):
        raise Refusal(NOT_OURS.format(backup.name))
    return hashes


def proven_files(backup: Path, with_scans: bool = True) -> Iterator[tuple[str, bytes]]:
    """Each file of a backup, once its hash is right; ``Refusal`` at the first that is not."""
    hashes = hashes_in(backup)
    try:
        with zipfile.ZipFile(backup) as whole:
            inside, size = set(whole.namelist()), backup.stat().st_size
            for name, expected in hashes.items():
                if name not in inside and not with_scans:
                    continue
                beside = backup.parent / name
                content = unpacked(whole, name, size) if name in inside else beside.read_bytes()
                if hashlib.sha256(content).hexdigest() != expected:
                    raise Refusal(NOT_OURS.format(backup.name))
                yield name, content
    except FileNotFoundError as error:
        raise Refusal(f"备份“{backup.name}”旁边的扫描件不全，请换一份备份") from error
    except BROKEN as error:
        raise Refusal(NOT_OURS.format(backup.name)) from error


def _beside(name: str) -> bool:
    """Whether that may lie beside a backup instead of in it."""
    return name.startswith(f"{SCANS}/")


def _inside(name: str) -> bool:
    """Whether a name stays inside the folder on any system."""
    return not {"\\", ":", "\0"} & set(name) and not {"", ".", ".."} & set(name.split("/"))


def _write(part: Path, papers: list[Path], beside: Mapping[str, str], reason: str) -> Job[BackupContents]:
    now, copy, hashes = opened.opened_archive(), _copy_of(part), dict(beside)
    contents = backup_contents.copy_database(copy, now, reason)
    with part.open("xb") as file:
        with zipfile.ZipFile(file, "w") as whole:
            for number, (source, name) in enumerate(
                [
                    (copy, now.database.name),
                    (now.folder / key_file.KEY_FILE_NAME, key_file.KEY_FILE_NAME),
                    *((paper, str(PurePosixPath(paper.relative_to(now.folder)))) for paper in papers),
                ]
            ):
                yield Step(number, len(papers) + 3, "正在复制")
                whole.write(source, name)
                hashes[name] = hash_of(source)
            for name, content in (
                (SEALED_HEAD, seen_heads.sealed(now, contents.head)),
                (ABOUT, contents.told()),
                (LAST_TITLES, contents.sealed_entries(now)),
            ):
                whole.writestr(name, content)
                hashes[name] = hashlib.sha256(content).hexdigest()
            whole.writestr(CONTENTS, json.dumps(hashes, indent=0))
        file.flush()
        os.fsync(file.fileno())
    return contents


def _prove_opened(part: Path, contents: BackupContents) -> None:
    """Read all of it back, and open the database in it: the same counts, the same head. ``Refusal`` otherwise."""
    now, copy = opened.opened_archive(), _copy_of(part)
    for name, content in proven_files(part, with_scans=False):
        if name == now.database.name:
            copy.write_bytes(content)
            backup_contents.prove_database(copy, now, contents)


def _copy_of(part: Path) -> Path:
    """The database alone, while the backup is made; swept like every unfinished file."""
    return part.with_name(f"db-{part.name}")


def hash_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, as it lies there."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
