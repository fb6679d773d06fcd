"""Generations: which stay, and that no bad one pushes out a good one."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places
from models.backups.backup_contents import BackupContents
from models.backups.generations import (
    BEGINS,
    Generation,
    generations_in,
    kept_generations,
    superfluous,
)
from models.core.jobs import finish
from models.heads.journal_heads import JournalHead
from tests.models.backups.conftest import register


def generation(number, at):
    head = JournalHead(number, at.isoformat(), "")
    return Generation(Path(f"{BEGINS}{number}"), BackupContents(at, "日终", "库", "m", {}, head))


def three_years():
    first = datetime(2018, 1, 1, 18)
    return [generation(day, first + timedelta(days=day)) for day in range(1, 1096)][::-1]


def test_of_three_years_stay_days_weeks_months_and_years():
    kept = kept_generations(three_years())
    days = [each.at.date().isoformat() for each in kept]
    assert days[:8] == [f"2020-12-{day}" for day in (31, 30, 29, 28, 27, 26, 25, 20)]
    assert "2020-11-30" in days
    assert days[-2:] == ["2019-12-31", "2018-12-31"]
    assert len(days) < 30


def test_a_clock_set_back_costs_no_generation():
    every = three_years()
    after = generation(2000, datetime(2001, 1, 1))
    kept = kept_generations([after, *every])
    assert kept[0] == after
    assert len(kept) >= len(kept_generations(every)) - 3


def test_one_that_is_damaged_neither_goes_nor_stands_for_another(office):
    for name in "甲乙丙丁":
        finish(back_up_to_places(IN_BETWEEN))
        register(name)
    newest, second, good, _ = (each.file for each in generations_in(office.backups))
    for file in (newest, second):
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    for name in "戊己":
        finish(back_up_to_places(IN_BETWEEN))
        register(name)
    left = {each.file for each in generations_in(office.backups)}
    assert {newest, second, good} < left
    assert len(left) == 5  # the oldest has gone: the good one stands for it


def test_work_that_the_journal_no_longer_holds_is_never_let_go(office):
    for name in "甲乙丙丁戊己":
        finish(back_up_to_places(IN_BETWEEN))
        register(name)
    assert list(superfluous(generations_in(office.backups), lambda head: head.number < 2)) == []
