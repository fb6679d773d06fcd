"""A cloud folder 云盘文件夹: one that a program copies to the net and to other PCs, while an archive in it is being written.

Known by the names that OneDrive, WPS and the like give their folders, by what Windows has noted of OneDrive's, and by the mark
that Windows sets on a folder which a cloud fills (``IO_REPARSE_TAG_CLOUD``, ntifs.h).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

CLOUD_NAMES = {
    "OneDrive": r"onedrive( - .+)?",
    "WPS云盘": r"wps ?云盘|wps ?云文档|wpsdrive|wps cloud files|kingsoft cloud",
    "百度网盘": r"baidu(sync|net)disk|百度网盘(同步空间)?|百度云同步盘",
    "坚果云": r"(我的)?坚果云|nutstore",
    "腾讯微云": r"微云同步助手.*|微云同步盘|weiyun",
    "阿里云盘": r"阿里云盘.*|adrive",
    "iCloud": r"icloud ?drive|icloud云盘",
    "Dropbox": r"dropbox( \(.+\))?",
    "Google Drive": r"google ?drive|google 云端硬盘",
}  # of a folder's whole name; sources: the folders that these programs make by themselves
TOLD_BY_WINDOWS = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")  # variables that OneDrive sets
CLOUD_TAG, WHICH_CLOUD = 0x9000001A, 0x0000F000  # one bit field of the tag says whose


def cloud_of(folder: Path) -> str:
    """Whose cloud copies the folder, existing or not; empty when none does."""
    real = Path(os.path.realpath(folder))
    for variable in TOLD_BY_WINDOWS:
        place = os.environ.get(variable)
        if place and real.is_relative_to(os.path.realpath(place)):
            return "OneDrive"
    for part in real.parts:
        for cloud, names in CLOUD_NAMES.items():
            if re.fullmatch(names, part, re.IGNORECASE):
                return cloud
    return "云盘" if any(_is_filled_by_a_cloud(each) for each in (real, *real.parents)) else ""


def _is_filled_by_a_cloud(folder: Path) -> bool:
    try:
        tag = getattr(folder.lstat(), "st_reparse_tag", 0)  # Windows' alone
    except OSError:
        return False
    return tag & ~WHICH_CLOUD == CLOUD_TAG
