"""Files that after a power cut are either whole or not there, and the errors of disk and database in plain words."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from peewee import DatabaseError
from sqlcipher3 import dbapi2

from models.core.record import Refusal

UNFINISHED_ENDING = ".part"  # how the name of an unfinished file ends; what a crash leaves of them is swept at the next opening
FULL = "磁盘已满，没有保存。请先腾出空间再试"
FILE_FAULTS = {
    errno.ENOSPC: FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): FULL,
    errno.EACCES: "不能读写“{path}”：没有权限，或者正被别的程序占用",
    errno.EPERM: "不能读写“{path}”：没有权限，或者正被别的程序占用",
    errno.EROFS: "不能写入“{path}”：所在的盘是只读的，请复制到本机硬盘后再用",
    errno.ENOENT: "找不到“{path}”，请检查位置是否写对、移动盘是否插好",
    errno.EFBIG: "这个盘上一个文件放不下这么大（FAT32的U盘单个文件最多4GB），请换一个盘，或把盘格式化成exFAT",
    errno.EIO: "读写“{path}”时磁盘出错，盘可能已损坏，请尽快备份并更换",
}

NO_LEAVE = "没有权限，或者正被别的程序占用"
FILE_CAUSES = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EEXIST: "已经有同名的文件",
    errno.EACCES: NO_LEAVE,
    errno.EPERM: NO_LEAVE,
    errno.EROFS: "所在的盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘出错，盘可能已损坏",
}

DATABASE_DAMAGED = "档案库文件 archive.db 已损坏，或者不是与 keys.json 一起的那一份。请不要再写入，从最近的备份恢复；没有好的备份，用开始窗口的“抢救”"
DATABASE_FAULTS = {
    "disk is full": FULL,
    "not a database": DATABASE_DAMAGED,
    "malformed": DATABASE_DAMAGED,
    "disk I/O error": "读写档案库文件时磁盘出错，没有保存。盘可能已拔出、已满或已损坏，请检查后重试",
    "readonly database": "档案库文件是只读的，不能写入。请去掉只读属性，或复制到本机硬盘后再用",
    "unable to open database": "打不开档案库文件 archive.db：没有权限，或者所在的盘不可写",
    "database is locked": "档案库文件正被别的程序占用（如杀毒、同步软件），请稍后再试",
}
SQL_ERRORS = (DatabaseError, dbapi2.DatabaseError)  # while rows are fetched peewee hands on the driver's own


def cause(error: OSError) -> str:
    """Why the file system would not, in Chinese; what it says itself when we have no words for it."""
    return FILE_CAUSES.get(error.errno or 0) or error.strerror or str(error)


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn an error of the file system met inside into a ``Refusal`` that says what to do."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever read our output has gone: no file's fault
    except OSError as error:
        known = FILE_FAULTS.get(error.errno or 0, "读写“{path}”时出错（{reason}）")
        raise Refusal(known.format(path=error.filename or path, reason=cause(error))) from error


@contextmanager
def plainly(folder: Path) -> Iterator[None]:
    """Turn errors of the disk and of the database file into a ``Refusal``; our own mistakes stay what they are."""
    try:
        with plain_words(folder):
            yield
    except SQL_ERRORS as error:
        if told := _told(error):
            raise Refusal(told) from error
        raise


def told_plainly(error: Exception, folder: Path) -> Exception:
    """The same of an error that was caught already: the ``Refusal`` that it means, or itself."""
    try:
        with plainly(folder):
            raise error
    except Exception as told:
        return told


def _told(error: BaseException | None) -> str:
    """What an error means to the officer; empty when it is our own mistake.

    When the disk is full SQLite itself turns the transaction back, and peewee's vain attempt to do so hides the cause.
    """
    while error is not None:
        for words, told in DATABASE_FAULTS.items():
            if words in str(error):
                return told
        error = error.__cause__ or error.__context__
    return ""


def write_whole(path: Path, content: bytes, part_in: Path | None = None) -> None:
    """Write the file on the disk itself before its name appears; an older one of the name is replaced.

    The unfinished file lies in ``part_in``, a folder of the same disk; beside the file when not given.
    """
    with _replacing(path, part_in) as file:
        file.write(content)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file of any size so that the copy appears only once it is whole."""
    with source.open("rb") as original, _replacing(target) as file:
        shutil.copyfileobj(original, file, 1 << 20)


def sync_folder(folder: Path) -> None:
    """See that names made in the folder outlive a power cut; Windows offers no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some USB sticks' file systems cannot
            raise
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove the unfinished files and folders that a crash left in the folder."""
    for part in folder.glob(f"*{UNFINISHED_ENDING}"):
        shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)


@contextmanager
def _replacing(path: Path, part_in: Path | None = None) -> Iterator[BinaryIO]:
    part = (part_in or path.parent) / f"{path.name}.{secrets.token_hex(4)}{UNFINISHED_ENDING}"
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _replace(part: Path, path: Path) -> None:
    """Give the file its name; on Windows a virus scanner may hold the old one for a moment."""
    for wait in (0.05, 0.1, 0.2, 0.4, 0.8):
        try:
            os.replace(part, path)
            return
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(wait)
    os.replace(part, path)
