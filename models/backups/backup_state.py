"""The state of backups 备份情况: when one was good last, what is missing, and when the restore drill was, in an officer's words."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from models.archive.opened import Archive
from models.backups import automatic_backup
from models.backups.backup_places import BackupMemory, backup_memory
from models.core.dates import this_day

OLD_BACKUP, OLD_SECOND, OLD_DRILL = 7, 7, 90  # days after which it is said in another colour
NO_SECOND = "还没有设第二备份处：盘坏了，档案和备份一起没有。请设一个U盘或移动硬盘"


class BackupState(NamedTuple):
    """The line, what it means and asks for, and whether something should be done."""

    words: str
    hint: str
    nags: bool


def backup_state(archive: Archive) -> BackupState:
    """What is said of the backups all day."""
    known = backup_memory(archive.keys.archive_mark)
    last = known.last_good()
    if last is None:
        return BackupState("还没有备份", "退出时会自动备份；也可以现在就备份（更多→备份与恢复）", True)
    missing = _second_missing(archive, known)
    words = f"上次备份：{moment_words(last)}{missing}"
    hint = f"最近一次完好的备份：{last:%Y-%m-%d %H:%M}。{_second_words(archive, known)}"
    return BackupState(words, hint, bool(missing) or _days_since(last) > OLD_BACKUP)


def drill_state(archive: Archive) -> BackupState:
    """What is said of the restore drill."""
    known = backup_memory(archive.keys.archive_mark)
    if not known.drill:
        return BackupState("还没有做过恢复演练", "备份要试着恢复过才算数，一按就试，不动档案库", True)
    at = datetime.fromisoformat(known.drill)
    words = f"恢复演练：{moment_words(at)}，{'恢复得出来' if known.drill_good else '没有通过'}"
    return BackupState(words, known.drill_words, not known.drill_good or _days_since(at) > OLD_DRILL)


def moment_words(at: datetime) -> str:
    """``今天17:42``, ``3月1日``, of another year with it."""
    if at.date() == this_day():
        return f"今天{at:%H:%M}"
    year = "" if at.year == this_day().year else f"{at.year}年"
    return f"{year}{at.month}月{at.day}日"


def _second_missing(archive: Archive, known: BackupMemory) -> str:
    if not automatic_backup.awaited(archive):
        return ""
    if not known.second_good:
        return f"，请插上{known.second_words}"
    days = _days_since(datetime.fromisoformat(known.second_good))
    return f"，{known.second_words}已{days}天没备份，请插上" if days > OLD_SECOND else ""


def _second_words(archive: Archive, known: BackupMemory) -> str:
    if not known.folder:
        return NO_SECOND
    last = f"上次 {known.second_good[:16].replace('T', ' ')}" if known.second_good else "还没有备份过"
    return f"第二备份处：{known.second_words}，{last}。{automatic_backup.awaited(archive)}"


def _days_since(at: datetime) -> int:
    return max(0, (this_day() - at.date()).days)
