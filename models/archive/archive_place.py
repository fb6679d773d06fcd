"""The place where an archive may lie: in a folder of its own on a disk of this PC, never on a network share.

A share's locks and flushes cannot be trusted, and a broken line in the middle of a write can ruin the file.
"""

from __future__ import annotations

import glob
import os
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from models.archive import folder_lock, key_file
from models.archive.cloud_folder import cloud_of
from models.core.files import UNFINISHED_ENDING, plain_words, sweep
from models.core.record import Refusal

DATABASE, UNFINISHED = "archive.db", f"archive.db{UNFINISHED_ENDING}"
ARCHIVE_CONTENTS = {DATABASE, key_file.KEY_FILE_NAME, "scans", "backups"}
SWAPPED_OUT = "换下"  # in the name of a folder whose place another took
JUNK = {"desktop.ini", "thumbs.db", ".ds_store", "system volume information", "$recycle.bin"}  # systems' own
NETWORK = {
    "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "glusterfs", "lustre", "davfs",
    "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "fuse.s3fs", "fuse.smbnetfs",
    "fuse.curlftpfs", "fuse.gvfsd-fuse",
}  # fmt: skip
TOO_LONG = "文件夹的位置太长（{1}字，最多{2}字），打不开里面的文件。请放到浅一些的位置，或把上面的文件夹改个短名：{0}"
MOUNTS = Path("/proc/mounts")
# UTF-16 units of a new archive's folder: Windows' 260 less what lies deepest in one, and at three bytes each within SQLite's 512
LONGEST_NEW, LONGEST_OPENED = (
    150,
    490,
)  # the latter in bytes, of an older one: beyond, SQLite does not open it
DRIVE_REMOTE = 4  # the answer of Windows' GetDriveTypeW for a mapped share


def refuse_network_share(folder: Path, mounts: str | None = None) -> None:
    """Raise ``Refusal`` when the folder, existing or not, lies on a network share.

    ``mounts`` is the text of Linux's ``/proc/mounts``; this PC's own when not given.
    """
    real = Path(os.path.realpath(folder))
    if is_unc(str(folder)) or is_unc(str(real)) or _is_remote_drive(real) or _is_remote_mount(real, mounts):
        raise Refusal(
            f"“{folder}”在网络共享盘上。断网或多台电脑同时写入会损坏档案，请把档案库放在本机硬盘或移动硬盘上"
        )


def refuse_shared_place(folder: Path) -> None:
    """Raise ``Refusal`` when nothing of an archive may be put there: on a network share, or where a cloud copies it away."""
    refuse_network_share(folder)
    if cloud := cloud_of(folder):
        raise Refusal(
            f"“{folder}”在云盘文件夹里（{cloud}），里面的东西会传到网上。档案不能上网，同步时也容易写坏，请放在本机硬盘上别的文件夹里"
        )


def refuse_long(folder: Path) -> None:
    """Raise ``Refusal`` when files of a new archive there would have longer paths than Windows and SQLite know."""
    if (length := len(str(folder.absolute()).encode("utf-16-le", "surrogatepass")) // 2) > LONGEST_NEW:
        raise Refusal(TOO_LONG.format(folder, length, LONGEST_NEW))


def refuse_taken(folder: Path, alone: bool) -> None:
    """Raise ``Refusal`` when a new archive has no room: beside another one, or, if ``alone``, beside anything.

    Empty folders, and what a crash left of an earlier try, do not count.
    """
    with plain_words(folder):
        _clear_unfinished(folder)
        there = {each.name for each in folder.iterdir() if not (each.is_dir() and not any(each.iterdir()))}
    if there & ARCHIVE_CONTENTS:
        raise Refusal(f"“{folder}”中已经有档案库或它的一部分，请另选一个空文件夹")
    others = {n for n in there - {folder_lock.LOCK, folder_lock.HOLDER} if n.lower() not in JUNK}
    if alone and others:
        raise Refusal(f"“{folder}”不是空文件夹（有“{min(others)}”等{len(others)}项），请另选一个空文件夹")


def _clear_unfinished(folder: Path) -> None:
    """Remove what a crash left of an archive in the making: it held nobody, and its recovery code was never shown."""
    if (folder / UNFINISHED).exists() and not (folder / DATABASE).exists():
        (folder / key_file.KEY_FILE_NAME).unlink(missing_ok=True)
    (folder / f"{UNFINISHED}-journal").unlink(missing_ok=True)
    sweep(folder)


def replaced_name(folder: Path, at: datetime) -> Path:
    """What an archive is called from the moment on in which another takes its place."""
    return folder.with_name(f"{folder.name}（{at:%Y%m%d-%H%M}{SWAPPED_OUT}）")


def mend_swap(folder: Path) -> None:
    """Where the power failed while another took an archive's place, and none stands there: the old one, whole, takes it again."""
    fresh = folder.with_name(f"{folder.name}{UNFINISHED_ENDING}")
    if folder.exists() or not fresh.is_dir():
        return
    olds = sorted(
        folder.parent.glob(f"{glob.escape(folder.name)}（*{SWAPPED_OUT}）*"), key=lambda old: old.name
    )
    if olds:
        olds[-1].rename(folder)
        shutil.rmtree(fresh, ignore_errors=True)


def refuse_unfit(folder: Path) -> None:
    """Raise ``Refusal`` when the folder is no archive that can be opened here, before anybody types a password."""
    with plain_words(folder):
        mend_swap(folder)
    if not folder.is_dir():
        raise Refusal(f"找不到文件夹“{folder}”，请检查位置是否写对、移动盘是否插好")
    refuse_network_share(folder)
    if len(os.fsencode(folder.absolute())) > LONGEST_OPENED:
        raise Refusal(TOO_LONG.format(folder, len(str(folder)), LONGEST_NEW))
    file = folder / DATABASE
    if not file.is_file():
        if not (folder / key_file.KEY_FILE_NAME).exists():
            raise Refusal(f"“{folder}”不是档案库：里面没有 archive.db 和 keys.json")
        raise Refusal(f"“{folder}”中没有档案库文件 archive.db，请从备份恢复")
    key_file.read_key_file(folder)
    if not os.access(file, os.W_OK) or not os.access(folder, os.W_OK):
        raise Refusal(f"“{folder}”是只读的，不能写入。请去掉只读属性，或复制到本机硬盘后再用")


def is_unc(path: str) -> bool:
    r"""Whether Windows reads the path as a share: ``\\server\share`` or ``\\?\UNC\server\share``."""
    if os.name != "nt" and not path.startswith("\\\\"):
        return False
    path = path.replace("/", "\\")
    if re.match(r"\\\\[?.]\\", path):
        return path[4:8].upper() == "UNC\\"
    return path.startswith("\\\\")


def _is_remote_drive(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == DRIVE_REMOTE)


def mount_points(mounts: str | None = None) -> Iterator[tuple[str, str, str]]:
    """Each mount of Linux in its order: device, place, kind of file system."""
    if mounts is None:
        mounts = MOUNTS.read_text("utf-8", errors="surrogateescape") if MOUNTS.is_file() else ""
    for line in mounts.splitlines():
        device, point, sort = [*line.split(), "", "", ""][:3]
        yield device, _plain(point), sort


def _is_remote_mount(path: Path, mounts: str | None) -> bool:
    found, kind = "", ""
    for _, point, sort in mount_points(mounts):
        place = f"{point.rstrip('/')}/"
        # of several mounts on one place the last hides the others
        if f"{path}/".startswith(place) and len(place) >= len(found):
            found, kind = place, sort
    return kind in NETWORK


def _plain(point: str) -> str:
    r"""A mount's place as it is called; the system writes space, tab and backslash as ``\040`` and so on (proc(5))."""
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point)
