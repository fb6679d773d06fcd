"""The command line, as officers and other programs use it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import main
from models.archive import program_folders
from tests.commands import ROOT
from tests.factories import combatant, roster


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["people", "{folder}"], "请用 --user 写明是哪个用户"),
        (["people", "{folder}", "--user", "李四"], "用户名或密码不对"),
        (["people", "{folder}/没有", "--user", "王芳"], "找不到文件夹"),
        (["import", "{folder}", "--user", "王芳"], "命令写法不对"),
        (["undo", "{folder}", "9", "--user", "王芳"], "没有第9条操作日志"),
        (["roster", "{folder}", "x.doc", "--user", "王芳"], "不能写成“.doc”"),
        (["sheets", "{folder}", "x.pdf", "--sections", "封皮", "--user", "王芳"], "没有“封皮”这一部分"),
        (["new", "{folder}", "--user", "王芳"], "已经有档案库"),
        (["飞"], "没有“飞”这个命令"),
    ],
)
def test_what_is_not_done_is_said_in_one_sentence(folder, run, words, complaint):
    status, said, complained = run(*(word.format(folder=folder) for word in words))
    assert (status, said) == (2, "")
    assert complaint in complained
    assert "Traceback" not in complained


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["people"], "命令写法不对：缺少档案库。用法：main.py people"),
        (["people", "{folder}", "--josn"], "没有“--josn”这个选项"),
        (["undo", "{folder}", "三"], "“条号”应为整数，这里是“三”"),
        (["people", "{folder}", "--user"], "“--user”后面要写内容"),
        (["people", "{folder}", "--json=1"], "“--json”后面不写内容"),
        (["sheets", "{folder}", "--user", "王芳"], "缺少OUT.pdf"),
        (["sheets", "{folder}", "x.xlsx", "--user", "王芳"], "档案只能写成 .pdf，不能写成“.xlsx”"),
        (["sheets", "{folder}", "{folder}/没有/x.pdf", "--user", "王芳"], "没有这个文件或文件夹，请换一个文件夹"),
        (["people", "{folder}", "--user", "王芳", "--password-file", "没有"], "读不到密码文件没有：没有这个文件"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_told_in_one_chinese_sentence(folder, run, words, complaint):
    run("import", folder, roster(folder.parent / "r.xlsx", combatant()), "--user", "王芳")
    status, said, complained = run(*(word.format(folder=folder) for word in words))
    assert (status, said) == (2, "")
    assert complaint in complained
    assert complained.count("\n") == 1


def test_commands_load_no_qt(tmp_path):
    probe = (
        "import sys, main; main.main(['demo', sys.argv[1], '--people', '3', '--no-window']); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(tmp_path / "演练")], cwd=ROOT, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_self_test_tells_people_and_programs(tmp_path):
    out = tmp_path / "自检.json"
    done = subprocess.run([sys.executable, "main.py", "self-test", out], cwd=ROOT, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()
    told = json.loads(out.read_text("utf-8"))
    assert told["ok"]
    assert {"数据库", "加密与备份", "字体", "工作簿", "窗口（Qt）", "打印"} <= {
        each["check"] for each in told["checks"]
    }
    assert "这台电脑可以使用本程序" in done.stdout.decode()


def test_a_program_without_a_console_still_answers(monkeypatch):
    """A Windows program has neither; there a box tells instead."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main.main(["没有这个命令"]) == 2


def test_a_place_that_is_named_alone_is_opened(monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(main, "_window", lambda place=None: opened.append(place) or 0)
    assert main.main([str(tmp_path)]) == 0
    assert opened == [tmp_path]


def test_a_file_that_a_guard_holds_back_is_told_even_where_no_log_can_be_kept(monkeypatch, capsys):
    def blocked(place=None):
        raise ImportError("DLL load failed while importing QtCore")

    def nowhere():
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(main, "_window", blocked)
    assert main.main([]) == 2
    assert "youfu.log" in capsys.readouterr().err
    monkeypatch.setattr(program_folders, "log", nowhere)
    assert main.main([]) == 2
    told = capsys.readouterr().err
    assert "被杀毒软件拦下" in told
    assert "出错记录也写不进去" in told
