"""Commands about the archive as a whole."""

from __future__ import annotations

import json
import random
import re
import shutil

import pytest

from tests.factories import combatant, roster


def test_nothing_in_the_folder_can_be_read(whole_office, told):
    people = told("people", whole_office)
    whole = b"".join(file.read_bytes() for file in whole_office.rglob("*") if file.is_file())
    digits = re.findall(rb"\d{17,}X?", whole)
    numbers = {run[at : at + 18] for run in digits for at in range(len(run) - 17)}
    assert numbers.isdisjoint(person["number"].encode() for person in people)
    for person in people[::7]:  # each name costs a reading of the whole
        assert person["name"].encode() not in whole
        if len(person["name"]) > 2:  # four bytes stand somewhere in three million by chance
            assert person["name"].encode("gb18030") not in whole
            assert person["name"].encode("utf-16-le") not in whole
    assert "王芳".encode() not in whole


@pytest.mark.parametrize("name", ["archive.db", "keys.json"])
def test_a_changed_byte_is_noticed(whole_office, told, run, name):
    file = whole_office / name
    whole = bytearray(file.read_bytes())
    for place in random.Random(name).sample(range(len(whole)), 12):
        spoilt = bytearray(whole)
        spoilt[place] ^= 0x20
        file.write_bytes(spoilt)
        status, said, complaint = run("people", whole_office, "--user", "王芳")
        assert (status, said) == (2, ""), f"byte {place} of {name}"
        assert complaint
    file.write_bytes(whole)
    assert run("check", whole_office, "--user", "王芳")[0] == 0


def test_a_damaged_archive_gives_back_what_can_be_read(folder, run, told, tmp_path):
    run("import", folder, roster(tmp_path / "参战.xlsx", combatant("张三")), "--user", "王芳")
    assert run("rescue", folder, tmp_path / "新")[0] == 2  # whose password?
    status, said, _ = run("rescue", folder, tmp_path / "新", "--user", "王芳")
    assert (status, "抢救出1人" in said) == (0, True)
    (folder / "archive.db").write_bytes((folder / "archive.db").read_bytes()[:-4096])
    rescued = told("rescue", folder, tmp_path / "又")
    assert (rescued["people"], rescued["folder"]) == (1, str(tmp_path / "又"))
    assert len(told("people", tmp_path / "又")) == 1


def test_a_backup_is_restored_as_a_new_archive(whole_office, told, run, tmp_path):
    assert run("backup", whole_office, tmp_path / "备份.youfu", "--user", "王芳")[0] == 0
    assert run("restore", tmp_path / "备份.youfu", tmp_path / "新库")[0] == 0
    assert len(told("people", tmp_path / "新库")) == 681
    assert run("restore", tmp_path / "备份.youfu", whole_office)[0] == 2


def test_a_scheduler_backs_up_and_lists_and_the_newest_comes_back(run, whole_office, tmp_path):
    status, said, _ = run("backup", whole_office, tmp_path / "盘", "--auto", "--user", "王芳")
    assert status == 0
    assert "人，操作日志" in said
    status, said, _ = run("restore", tmp_path / "盘", "--list", "--json")
    (told,) = json.loads(said)
    assert (status, told["reason"], told["fault"]) == (0, "随时", None)
    assert told["people"] > 100
    assert run("restore", tmp_path / "盘", tmp_path / "恢复")[0] == 0
    assert run("check", tmp_path / "恢复", "--user", "王芳")[1] == "档案库完好\n"


def test_what_was_before_the_import_is_kept_with_the_archive(run, whole_office):
    status, said, _ = run("restore", whole_office, "--list")
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


def test_everything_can_be_taken_out_of_the_archive(run, folder, tmp_path):
    run(
        "import",
        folder,
        roster(tmp_path / "参战.xlsx", combatant("张三"), combatant("李四")),
        "--user",
        "王芳",
    )
    status, said, _ = run("export", folder, tmp_path / "导出", "--user", "王芳")
    assert status == 0
    assert "已导出到" in said
    assert len(json.loads((tmp_path / "导出" / "people.json").read_text("utf-8"))) == 2
    status, _, complaint = run("export", folder, tmp_path / "导出", "--user", "王芳")
    assert status == 2
    assert "不会覆盖任何东西" in complaint
    status, _, _ = run("export", folder, tmp_path / "外送", "张三", "--masked", "--user", "王芳")
    (someone,) = json.loads((tmp_path / "外送" / "people.json").read_text("utf-8"))
    assert (status, someone["name"]) == (0, "张三")
    assert "********" in someone["number"]


def test_a_file_is_looked_through_before_it_leaves_the_office(run, folder, tmp_path):
    run(
        "import",
        folder,
        roster(tmp_path / "参战.xlsx", combatant("张三", **{"联系方式(手机)": "8123456"})),
        "--user",
        "王芳",
    )
    leaking, clean = tmp_path / "名单.csv", tmp_path / "公示.csv"
    leaking.write_text("张三,8123456", "utf-8")
    clean.write_text("张三,残疾军人,电话0971-6130000", "utf-8")
    status, said, _ = run("scan", folder, leaking, "--user", "王芳")
    assert (status, "电话 8****56" in said) == (1, True)
    assert run("scan", folder, clean, "--open", "0971-6130000", "--user", "王芳")[0] == 0
