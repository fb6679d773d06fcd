"""The command that hands volumes over."""

from __future__ import annotations

import pytest

from tests.factories import combatant, roster


@pytest.fixture
def filled(folder, run, tmp_path):
    paper = roster(tmp_path / "参战.xlsx", combatant("张三"), combatant("李四"))
    run("import", folder, paper, "--user", "王芳")
    return folder


def test_those_found_are_handed_over_and_the_hash_of_the_list_is_said(filled, run, tmp_path):
    out = tmp_path / "移交"
    status, said, _ = run("transfer", filled, out, "张三", "--to", "区档案馆", "--user", "王芳")
    assert status == 0
    assert "：1卷，" in said
    assert "清单校验值：" in said
    assert len(list((out / "档案").glob("*.pdf"))) == 1


def test_nobody_is_a_refusal_and_nothing_is_written(filled, run, tmp_path):
    status, _, complaint = run("transfer", filled, tmp_path / "移交", "王五", "--user", "王芳")
    assert (status, complaint.strip()) == (2, "没有找到要移交的人")
    assert not (tmp_path / "移交").exists()


def test_a_folder_with_something_in_it_is_left_as_it_is(filled, run, tmp_path):
    (tmp_path / "移交").mkdir()
    (tmp_path / "移交" / "别的.txt").write_text("x")
    status, _, complaint = run("transfer", filled, tmp_path / "移交", "--user", "王芳")
    assert status == 2
    assert "不是空文件夹" in complaint
    assert [each.name for each in (tmp_path / "移交").iterdir()] == ["别的.txt"]
