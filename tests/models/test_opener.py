"""The file that a double click opens an archive with."""

from __future__ import annotations

from models import opener


def test_it_says_what_it_is_and_is_written_once(tmp_path):
    opener.lay(tmp_path)
    file = tmp_path / opener.OPENER_NAME
    assert "双击" in file.read_text("utf-8-sig")
    file.write_text("改过", "utf-8")
    opener.lay(tmp_path)
    assert file.read_text("utf-8") == "改过"


def test_an_archive_that_is_gone_is_not_made_by_it(tmp_path):
    opener.lay(tmp_path / "没有")
    assert not (tmp_path / "没有").exists()
