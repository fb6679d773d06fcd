"""The command of spot checks."""

from __future__ import annotations

import json

from tests.factories import combatant, roster


def test_people_are_drawn_and_their_gaps_are_told(run, folder, tmp_path):
    run(
        "import",
        folder,
        roster(tmp_path / "参战.xlsx", combatant("张三"), combatant("李四")),
        "--user",
        "王芳",
    )
    out = tmp_path / "抽查.pdf"
    status, said, _ = run("sample", folder, out, "--number", "2", "--seed", "7", "--user", "王芳")
    assert status == 0
    assert "抽取2人，种子7" in said
    assert "缺：" in said
    first = out.read_bytes()
    status, said, _ = run("sample", folder, out, "--number", "2", "--seed", "7", "--json", "--user", "王芳")
    told = json.loads(said)
    assert (told["seed"], len(told["people"])) == (7, 2)
    assert out.read_bytes() == first
    status, _, complaint = run("sample", folder, tmp_path / "抽查.xlsx", "--user", "王芳")
    assert (status, "只能写成 .pdf" in complaint) == (2, True)
