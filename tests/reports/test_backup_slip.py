from __future__ import annotations

from models.archive import opened
from models.backups.backup import back_up
from models.core.jobs import finish
from models.heads import journal_heads
from reports.backup_slip import BackupSlip, write_backup_slip


def test_the_slip_tells_the_head_that_the_backup_holds_and_not_a_later_one(person, tmp_path):
    person()
    file = finish(back_up(tmp_path / "备份.youfu"))
    code = journal_heads.head_now().code
    person()
    slip = BackupSlip.of(file, opened.opened_archive())
    assert slip.head.code == code
    write_backup_slip(slip, tmp_path / "备份单.pdf")
    assert (tmp_path / "备份单.pdf").read_bytes().startswith(b"%PDF")
