"""The backup slip 备份单: which backup was made when, how much it holds and the journal's head in it, to lie in a drawer apart from the backup."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.archive.opened import Archive
from models.backups import backup
from models.core.dates import PartDate, this_day
from models.heads.journal_heads import JournalHead
from models.office import settings
from models.people.person import Person
from reports.paper.forms import Field, Form, note, title
from reports.paper.layout import Gaps, Strip
from reports.paper.plain_pages import write_plain_pages

BACKUP_SLIP_TITLE = "档案库备份单"
BACKUP_FORM = Form(
    (Field("单位名称", "office", 6),),
    (Field("档案库", "archive", 4), Field("备份日期", "day")),
    (Field("备份文件", "file", 4), Field("大小", "size")),
    (Field("存放处", "place", 4), Field("备份人", "user")),
    (Field("档案人数", "people"), Field("操作日志", "entries"), Field("保管人签字", "keeper")),
)
HOW_TO_COMPARE = (
    "本单不和备份放在一起。以后怀疑档案库换成了旧的、日志被改写过，打开“操作日志”，点“核对…”，照抄上面的日志核对码："
    "一致，就知道从第1条到这一条都没有变。备份和档案库一样是加密的，用原来的用户名和密码打开。"
)


@dataclass(frozen=True, slots=True)
class BackupSlip:
    """What the slip says of one backup; ``size`` in bytes."""

    office: str
    archive: str
    file: str
    size: int
    day: PartDate
    user: str
    people: int
    head: JournalHead
    practice: bool = False

    @classmethod
    def of(cls, file: Path, archive: Archive) -> BackupSlip:
        """The slip of a backup that was just made of the open archive. ``Refusal`` when it is none of this archive."""
        office, people = settings.office().name, Person.select().count()
        head, day = backup.head_in(file, archive), PartDate.of(this_day())
        return cls(
            office, archive.folder.name, file.name, file.stat().st_size, day, archive.user, people, head, archive.practice
        )  # fmt: skip

    def strips(self) -> list[Strip]:
        gaps = Gaps()
        facts = {
            "office": self.office, "archive": self.archive, "day": self.day.chinese(), "file": self.file, "user": self.user,
            "size": f"{self.size / (1 << 20):,.1f} MB", "people": f"{self.people:,}人", "entries": f"{self.head.number:,}条",
        }  # fmt: skip
        return [
            title(BACKUP_SLIP_TITLE),
            *BACKUP_FORM.strips(facts, gaps),
            note(self.head.words()),
            note(HOW_TO_COMPARE),
        ]


def write_backup_slip(slip: BackupSlip, out: Path) -> None:
    """Write the slip as a PDF of one page."""
    write_plain_pages([slip.strips()], out, BACKUP_SLIP_TITLE, slip.office, slip.practice)
