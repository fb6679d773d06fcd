"""What a command takes out is a use."""

from __future__ import annotations


def test_what_a_command_takes_out_is_a_use(whole_office, told, run, tmp_path):
    assert run("export", whole_office, tmp_path / "导出", "--user", "王芳")[0] == 0
    ((deed, place),) = [(each["deed"], each["place"]) for each in told("uses", whole_office)]
    assert (deed, place) == ("用命令导出", str(tmp_path / "导出"))
