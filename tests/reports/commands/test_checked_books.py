"""The command ``check`` with books beside each other."""

from __future__ import annotations

import json

from tests.factories import combatant, roster


def test_lists_are_laid_beside_the_archive_and_written_out(run, folder, tmp_path):
    zhang = combatant("张三")
    run("import", folder, roster(tmp_path / "参战.xlsx", zhang, combatant("李四")), "--user", "王芳")
    other = combatant("张三", 身份证号=zhang[5], **{"联系方式(手机)": "13700000000"})
    theirs = roster(tmp_path / "上级.xlsx", other)
    lists, report = tmp_path / "更正单.xlsx", tmp_path / "报告.pdf"
    status, said, _ = run(
        "check", folder, theirs, "--json", "--corrections", lists, "--report", report, "--user", "王芳"
    )
    told = json.loads(said)
    items = {(each["name"], each["item"]) for each in told["differences"] if each["book"] == "上级系统"}
    assert (status, told["faults"], told["lists"]) == (0, [], ["上级.xlsx"])
    assert {("张三", "person.phone"), ("李四", "list.no_person_there")} <= items
    assert lists.exists()
    assert report.exists()
    status, said, _ = run("check", folder, "--books", "--user", "王芳")
    assert (status, said.startswith("数据体检：2人")) == (0, True)
    status, said, _ = run("check", folder, "--user", "王芳")
    assert (status, said.strip()) == (0, "档案库完好")
    status, _, complaint = run("check", folder, "--report", tmp_path / "报告.docx", "--user", "王芳")
    assert (status, "请写成 .pdf 文件" in complaint) == (2, True)
