"""Commands about backups, as a scheduler calls them."""

from __future__ import annotations

import json
import shutil

from tests.commands import OFFICE_ROSTER


def test_a_scheduler_backs_up_and_lists_and_the_newest_comes_back(run, folder, tmp_path):
    assert run("import", folder, OFFICE_ROSTER, "--user", "王芳")[0] in (0, 1)
    status, said, _ = run("backup", folder, tmp_path / "盘", "--auto", "--user", "王芳")
    assert status == 0
    assert "人，操作日志" in said
    status, said, _ = run("restore", tmp_path / "盘", "--list", "--json")
    (told,) = json.loads(said)
    assert (status, told["reason"], told["fault"]) == (0, "随时", None)
    assert told["people"] > 100
    assert run("restore", tmp_path / "盘", tmp_path / "恢复")[0] == 0
    assert run("check", tmp_path / "恢复", "--user", "王芳")[1] == "档案库完好\n"


def test_what_was_before_the_import_is_kept_with_the_archive(run, folder):
    run("import", folder, OFFICE_ROSTER, "--user", "王芳")
    status, said, _ = run("restore", folder, "--list")
    assert status == 0
    assert "导入前　0人" in said


def test_the_exit_status_tells_a_scheduler_what_is_missing(run, folder, tmp_path):
    assert run("backup", folder, "--auto", "--user", "王芳")[0] == 0
    (made,) = (folder / "backups").glob("*.youfu")
    shutil.copy(made, folder / "backups" / "坏.youfu")
    (folder / "backups" / "坏.youfu").write_bytes(made.read_bytes()[:-30])
    assert run("restore", folder, "--list")[0] == 1
    assert run("restore", tmp_path, "--list")[0] == 2
    (tmp_path / "文件").write_text("")
    status, _, complaint = run("backup", folder, tmp_path / "文件", "--auto", "--user", "王芳")
    assert (status, complaint.count("\n")) == (2, 1)
