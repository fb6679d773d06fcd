"""The self-test says the truth about this PC: what works, and with what words something failed."""

from __future__ import annotations

from models.archive import opened
from reports import self_test


def test_it_leaves_no_archive_open(tmp_path):
    """Everything else that it tries is tried by the command itself, in tests/test_main.py."""
    (told,) = self_test.tried([("数据库", self_test.database)], tmp_path)
    assert (told["ok"], told["said"]) == (True, "写入并读回12人")
    assert opened.opened is None


def test_what_fails_is_told_and_hinders_nothing_else(tmp_path):
    def broken(folder):
        raise OSError("no disk")

    told = list(self_test.tried([("磁盘", broken), ("字体", self_test.typefaces_shipped)], tmp_path))
    assert [each["ok"] for each in told] == [False, True]
    assert "no disk" in told[0]["said"]
