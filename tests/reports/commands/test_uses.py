"""What a command takes out is a use."""

from __future__ import annotations

from tests.commands import OFFICE_ROSTER


def test_what_a_command_takes_out_is_a_use(folder, told, run, tmp_path):
    told("import", folder, OFFICE_ROSTER)
    assert run("export", folder, tmp_path / "导出", "--user", "王芳")[0] == 0
    ((deed, place),) = [(each["deed"], each["place"]) for each in told("uses", folder)]
    assert (deed, place) == ("用命令导出", str(tmp_path / "导出"))
