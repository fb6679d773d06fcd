"""A PC whose clock is years wrong, or whose zone another: what was entered stays in its order and whole."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta

import pytest

from models import proof, store
from models.backups import backup_contents
from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places
from models.backups.generations import generations_in
from models.core import journal
from models.core.jobs import finish
from models.core.journal import Entry
from models.office import sign_ins

CLOCKS = [(0, "Asia/Shanghai"), (-11, "Asia/Shanghai"), (16, "Pacific/Kiritimati"), (0, "America/Anchorage")]


@pytest.fixture
def clock(monkeypatch):
    """Set the PC's clock so many years off, in another zone."""

    def wrong(years, zone):
        class Wrong(datetime):
            @classmethod
            def now(cls, tz=None):
                return datetime.now(tz) + timedelta(days=365 * years)

        for module in (journal, sign_ins, backup_contents):
            if hasattr(module, "datetime"):
                monkeypatch.setattr(module, "datetime", Wrong)
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield wrong
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no tzset")
def test_clocks_years_off_and_other_zones_leave_journal_and_backups_in_their_order(archive, person, clock):
    store.close()
    for years, zone in CLOCKS:
        clock(years, zone)
        with store.practice_session(archive, "王芳"):
            person(name=zone)
            finish(back_up_to_places(IN_BETWEEN))
    with store.practice_session(archive, "王芳"):
        assert proof.check_archive() == []
        numbers = [each.head.number for each in generations_in(archive / "backups")]
        assert numbers == sorted(numbers, reverse=True)
        assert numbers[0] == Entry.select().count()
    store.open_practice(archive, "王芳")  # which the fixture closes
