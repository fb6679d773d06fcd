"""The restore drill: it says what came back, notices what would not, and is remembered with its day."""

from __future__ import annotations

import pytest

from models.backups import backup_places
from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places
from models.backups.drill import drill
from models.core.jobs import finish
from models.core.record import Refusal


def test_a_good_backup_passes_and_the_day_is_kept(office):
    with pytest.raises(Refusal, match="先备份一次"):
        finish(drill())
    finish(back_up_to_places(IN_BETWEEN))
    outcome = finish(drill())
    assert outcome.good
    assert "1人" in outcome.words
    assert "扫描件1份" in outcome.words
    known = backup_places.backup_memory(office.keys.archive_mark)
    assert (known.drill_good, known.drill_words) == (True, outcome.words)
    assert not list(office.backups.glob("*.part"))


def test_a_scan_that_does_not_come_back_fails_the_drill(office):
    finish(back_up_to_places(IN_BETWEEN))
    (kept,) = (office.backups / "scans").glob("??/*")
    kept.unlink()
    outcome = finish(drill())
    assert not outcome.good
    assert "扫描件不全" in outcome.words
