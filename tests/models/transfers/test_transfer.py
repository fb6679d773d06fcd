"""What is remembered of a transfer."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.transfers.transfer import HandedVolume, Transfer, TransferredVolume, remember_transfer, transfers

USER = "王芳"


def handed(someone, number=1):
    made = Transfer(day=PartDate(2026, 1, number), receiver="区档案馆", people=1, list_hash=f"{number:064}")
    with journal.entry("归档移交", USER):
        remember_transfer(made, [HandedVolume(someone.id, "档案/0001.pdf", "a" * 64, 7, 0)])
    return made


def test_a_transfer_is_told_in_the_history_of_everybody_in_it(person):
    someone = person()
    handed(someone)
    assert "transferred_volume" in {change.table for _, change in journal.history_of(someone.uid)}
    assert TransferredVolume.get().file_hash == "a" * 64


def test_the_latest_transfer_is_named_first(person):
    someone = person()
    first, second = handed(someone), handed(someone, 2)
    assert list(transfers()) == [second, first]
