"""The self-test says the truth about this PC: what works, and with what words something failed."""

from __future__ import annotations

from models.archive import opened
from reports import self_test


def test_everything_that_needs_no_window_works_here(tmp_path):
    told = self_test.tried(self_test.TRIALS, tmp_path)
    assert [each["said"] for each in told if not each["ok"]] == []
    assert len(told) == len(self_test.TRIALS)
    assert opened.opened is None


def test_what_fails_is_told_and_hinders_nothing_else(tmp_path):
    def broken(folder):
        raise OSError("no disk")

    told = self_test.tried([("磁盘", broken), ("字体", self_test.typefaces_shipped)], tmp_path)
    assert [each["ok"] for each in told] == [False, True]
    assert "no disk" in told[0]["said"]
