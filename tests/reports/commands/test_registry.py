"""Who acts, and by which password."""

from __future__ import annotations

from tests.commands import PASSWORD


def test_the_password_may_stand_in_a_file(folder, run, tmp_path, monkeypatch):
    monkeypatch.delenv("YOUFU_PASSWORD")
    (tmp_path / "密码.txt").write_text(PASSWORD + "\n", "utf-8")
    assert run("people", folder, "--user", "王芳", "--password-file", tmp_path / "密码.txt")[0] == 0
    (tmp_path / "密码.txt").write_text("别的\n", "utf-8")
    assert run("people", folder, "--user", "王芳", "--password-file", tmp_path / "密码.txt")[0] == 2
