"""Where an archive may lie: on a disk of this PC, never on a network share, whose locks and flushes cannot be trusted."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from models.base import Refusal

NETWORK = {
    "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "glusterfs", "lustre", "davfs",
    "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "fuse.s3fs", "fuse.smbnetfs",
    "fuse.curlftpfs", "fuse.gvfsd-fuse",
}  # fmt: skip
MOUNTS = Path("/proc/mounts")
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


def _is_remote_mount(path: Path, mounts: str | None) -> bool:
    if mounts is None:
        if not MOUNTS.is_file():
            return False
        mounts = MOUNTS.read_text("utf-8", errors="surrogateescape")
    found, kind = Path(), ""
    for line in mounts.splitlines():
        point, sort = (line.split() + ["", "", ""])[1:3]
        place = Path(_plain(point))
        # of several mounts on one place the last hides the others
        if path.is_relative_to(place) and len(place.parts) >= len(found.parts):
            found, kind = place, sort
    return kind in NETWORK


def _plain(point: str) -> str:
    r"""A mount's place as it is called; the system writes space, tab and backslash as ``\040`` and so on (proc(5))."""
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point)
