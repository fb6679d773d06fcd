"""The restore drill 恢复演练: the newest backup brought back as a copy, opened, counted and compared; what came of it is kept with its day."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from models.archive import key_file, scans
from models.archive.opened import Archive, opened_archive
from models.backups import backup_contents, backup_places
from models.backups.automatic_backup import places_now
from models.backups.backup import SCANS, hashes_in, proven_files
from models.backups.generations import Generation, newest_good
from models.core.files import UNFINISHED_ENDING, plainly
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.heads import journal_heads

NOTHING_TO_TRY = "还没有自动备份，请先备份一次再演练"


class DrillOutcome(NamedTuple):
    """What a drill found, in a sentence."""

    good: bool
    words: str


def drill() -> Job[DrillOutcome]:
    """Try the newest backup of the second place, or of the first while there is no second; remembered on this PC."""
    now = opened_archive()
    generation = _newest(now)
    try:
        with plainly(generation.file):
            papers = yield from _try(generation, now)
    except Refusal as refusal:
        outcome = DrillOutcome(False, f"{generation.file}：{refusal}")
    else:
        there = f"，扫描件{papers:,}份" if papers else ""
        outcome = DrillOutcome(
            True, f"{generation.at:%Y-%m-%d %H:%M}的备份（{generation.words()}{there}）恢复得出来"
        )
    backup_places.note_backups(
        now.keys.archive_mark,
        drill=datetime.now().isoformat(timespec="seconds"),
        drill_words=outcome.words,
        drill_good=outcome.good,
    )
    return outcome


def _newest(now: Archive) -> Generation:
    for place in reversed(places_now(now)):
        if (found := newest_good(place, now.keys.archive_mark)) is not None:
            return found
    raise Refusal(NOTHING_TO_TRY)


def _try(generation: Generation, now: Archive) -> Job[int]:
    """Restore keys and database as a copy and open it, and read every scan. Returns how many scans there are."""
    papers, total = 0, len(hashes_in(generation.file))
    with TemporaryDirectory(dir=now.backups, suffix=UNFINISHED_ENDING) as folder:
        for number, (name, content) in enumerate(proven_files(generation.file)):
            yield Step(number, total, f"正在试着恢复，第{number + 1:,}个文件，共{total:,}个")
            if name.startswith(f"{SCANS}/"):
                scans.open_sealed(Path(name).name, content)
                papers += 1
            else:
                (Path(folder) / name).write_bytes(content)
        if key_file.read_key_file(Path(folder))[0].archive != now.keys.archive_mark:
            raise Refusal("里面的钥匙文件不是这个档案库的")
        assert generation.contents is not None
        backup_contents.prove_database(Path(folder) / now.database.name, now, generation.contents)
    if not journal_heads.holds(generation.head):
        raise Refusal("里面的操作日志和档案库现在的不是同一本：放回过旧的档案库，或者日志被改写过")
    return papers
