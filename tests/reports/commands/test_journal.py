"""An entry is turned back and done again; the journal's code is compared."""

from __future__ import annotations

import json

from tests.factories import citizen_number, combatant, roster


def test_an_entry_is_undone_with_what_stands_on_it_and_done_again(folder, run, tmp_path):
    number, who = citizen_number(), ("--user", "王芳")
    for phone in ("13900000001", "13900000002"):
        file = roster(
            tmp_path / f"{phone}.xlsx",
            combatant("张三", 身份证号=number, 银行账号="", **{"联系方式(手机)": phone}),
        )
        run("import", folder, file, *who)
    status, _, why = run("undo", folder, 1, *who)
    assert status == 2
    assert "后来有1次操作建立在它上面：第2条" in why
    assert "--with-later" in why
    status, said, _ = run("undo", folder, 1, "--with-later", *who)
    assert (status, [line[:5] for line in said.splitlines()]) == (0, ["已撤销第2", "已撤销第1"])
    status, said, _ = run("redo", folder, 1, *who)
    assert (status, said[:5]) == (0, "已重做第1")


def test_the_code_of_the_journal_is_printed_and_compared(whole_office, told, run, tmp_path):
    head = told("journal", whole_office, "--head")
    assert run("backup", whole_office, tmp_path / "b.youfu", "--slip", tmp_path / "单.pdf", "--user", "王芳")[
        1
    ].count(head["code"])
    assert told("journal", whole_office, "--head", head["code"])["holds"] is True
    assert run("journal", whole_office, "--head", head["code"][:-1] + "G", "--user", "王芳")[0] == 2
    assert (
        run("journal", whole_office, "--out", tmp_path / "日志.json", "--kind", "优抚身份", "--user", "王芳")[
            0
        ]
        == 0
    )
    assert {each["what"][:6] for each in json.loads((tmp_path / "日志.json").read_text("utf-8"))} == {
        "登记优抚身份"
    }
