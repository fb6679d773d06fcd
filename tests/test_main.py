"""The command line, as officers and other programs use it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

import main
from models import store
from models.core import journal
from models.core.dates import PartDate
from models.ledger.rates import Rate
from models.visits.visit import Visit
from tests.factories import HEADING, combatant, roster

ROOT = Path(__file__).parent.parent
OFFICE_ROSTER = Path(__file__).parent / "data" / "2020-优抚对象花名册.xlsx"
PASSWORD = "城中区-2020-八一"


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command in this process: ``(status, what it printed, what it complained)``."""
    monkeypatch.setenv("YOUFU_PASSWORD", PASSWORD)

    def command(*words):
        status = main.main([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


@pytest.fixture
def folder(run, tmp_path):
    """A real archive, with an account and a password."""
    status, said, _ = run("new", tmp_path / "档案库", "--user", "王芳")
    assert status == 0
    assert "恢复码" in said
    return tmp_path / "档案库"


@pytest.fixture
def told(run):
    """Run a command with ``--json`` and return its answer."""

    def command(*words):
        status, said, complaint = run(*words, "--json", "--user", "王芳")
        assert status in (0, 1), complaint
        return json.loads(said)

    return command


def test_the_offices_own_roster_comes_in_whole(folder, told, run):
    """681 people, nothing refused; a second time nothing changes; turned back nothing is left."""
    answer = told("import", folder, OFFICE_ROSTER)
    (file,) = answer["files"]
    assert file["file"] == OFFICE_ROSTER.name
    assert {(s["sheet"], s["read_as"], s["rows"], s["new"]) for s in file["sheets"]} == {
        ("伤残人员", "伤残人员", 118, 118), ("三属", "三属", 42, 42), ("在乡复员军人", "在乡复员军人", 23, 23),
        ("带病回乡", "带病回乡退役军人", 67, 67), ("参战", "参战退役人员", 148, 148), ("参试", "参试退役人员", 61, 61),
        ("60岁士兵", "农村籍退役士兵", 166, 166), ("老烈子女", "烈士子女", 56, 56),
    }  # fmt: skip
    assert answer["refused"] == []
    people = told("people", folder)
    assert len({person["number"] for person in people}) == 681
    again = told("import", folder, OFFICE_ROSTER)
    assert [(s["same"], s["new"], s["changed"]) for s in again["files"][0]["sheets"]] == [
        (n, 0, 0) for n in (118, 42, 23, 67, 148, 61, 166, 56)
    ]
    (entry,) = told("journal", folder)
    assert entry["title"] == f"导入{OFFICE_ROSTER.name}：新增681"
    assert run("undo", folder, entry["entry"], "--user", "王芳")[0] == 0
    assert told("people", folder) == []
    assert run("journal", folder, "--check", "--user", "王芳")[0] == 0


def test_people_are_told_as_the_paper_says(folder, told):
    told("import", folder, OFFICE_ROSTER)
    (person,) = told("people", folder, "630103195508289971")
    assert person == {
        "number": "630103195508289971", "name": "姜伟福", "sex": "男", "born": "1955-08-28", "ethnic": "回族",
        "household": "农村", "street": "总寨镇", "community": "清河村",
        "address": "西宁市城中区总寨镇清河村192号4单元142室", "phone": "15942147196",
        "insurance": "城镇职工基本医疗保险", "bank": "青海银行", "account": "6228481589671632561",
        "identities": [
            {
                "kind": "伤残人员", "class": "残疾军人", "grade": "一级", "nature": "因病", "state": "享受待遇",
                "certificate": "青军A885552", "approved": "2013-07-04", "joined": "1975-12-06", "left": "1981-12-08",
                "service_years": None,
            }
        ],
    }  # fmt: skip


def test_words_may_stand_behind_options(folder, told, run):
    told("import", folder, OFFICE_ROSTER)
    status, said, _ = run("people", folder, "--json", "--user", "王芳", "jwf", "总寨")
    assert status == 0
    assert [person["name"] for person in json.loads(said)] == ["姜伟福"]


def test_refusals_are_told_and_the_rest_is_done(folder, run, tmp_path):
    file = roster(tmp_path / "r.xlsx", combatant("张三"), combatant("", 备注="没有名字"))
    status, said, _ = run("import", folder, file, "--json", "--user", "王芳")
    assert status == 1
    answer = json.loads(said)
    assert answer["refused"] == [
        {"file": "r.xlsx", "sheet": "参战", "row": 4, "column": "B", "value": None, "reason": "没有姓名"}
    ]
    assert answer["files"][0]["sheets"] == [
        {
            "sheet": "参战",
            "read_as": "参战退役人员",
            "rows": 2,
            "new": 1,
            "changed": 0,
            "same": 0,
            "refused": 1,
        }
    ]


def test_a_plan_only_tells(folder, told):
    assert told("import", folder, OFFICE_ROSTER, "--plan")["files"][0]["sheets"][0]["new"] == 118
    assert told("people", folder) == []
    assert told("journal", folder) == []


def test_the_officers_sheets_come_back_coloured_and_can_be_mended(folder, run, tmp_path):
    good, bad = combatant("张三"), combatant("", 备注="没有名字")
    file = roster(tmp_path / "r.xlsx", good, bad)
    out = tmp_path / "退回.xlsx"
    run("import", folder, file, "--findings", out, "--user", "王芳")
    book = load_workbook(out)
    page = book["参战"]
    assert [cell.value for cell in page[2]][: len(HEADING)] == list(HEADING)
    assert page.cell(2, len(HEADING) + 1).value == "导入结果"
    assert page.cell(4, len(HEADING) + 1).value == "未导入：没有姓名"
    assert page["B4"].fill.fgColor.rgb.endswith("FFC7CE")
    assert page["F3"].value == good[5]
    assert page["F3"].data_type == "s"
    page["B4"].value = "李四"
    book.save(out)
    status, said, _ = run("import", folder, out, "--user", "王芳")
    assert status == 0
    assert "新增1，变更0，相同1，未导入0" in said


@pytest.mark.parametrize(
    ("out", "complaint"),
    [
        ("没有/x.xlsx", "没有这个文件或文件夹"),
        ("r.xlsx", "“r.xlsx”就是要导入的原表"),
        ("x.xls", "核对结果只能写成 .xlsx"),
    ],
)
def test_nothing_is_taken_in_when_the_findings_cannot_be_written(folder, told, tmp_path, out, complaint):
    file = roster(tmp_path / "r.xlsx", combatant())
    before = file.read_bytes()
    words = ["import", folder, file, "--user", "王芳", "--findings", tmp_path / out]
    end = subprocess.run([sys.executable, ROOT / "main.py", *map(str, words)], capture_output=True, text=True)
    assert (end.returncode, end.stdout) == (2, "")
    assert complaint in end.stderr
    assert end.stderr.count("\n") == 1
    assert told("people", folder) == []
    assert file.read_bytes() == before


def test_sheets_and_rosters_are_printed_for_those_found(folder, run, tmp_path):
    run("import", folder, OFFICE_ROSTER, "--user", "王芳")
    status, said, _ = run(
        "sheets", folder, tmp_path / "x.pdf", "姜伟福", "--sections", "登记表,备考", "--user", "王芳"
    )
    assert status == 0
    assert "1人" in said
    words = "".join(page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages)
    assert "姜伟福" in words
    assert "630103195508289971" in words
    status, said, _ = run("roster", folder, tmp_path / "x.xlsx", "总寨镇", "--user", "王芳")
    assert status == 0
    page = load_workbook(tmp_path / "x.xlsx").active
    assert page.max_row - 4 == int(said.rpartition("：")[2].removesuffix("人\n"))


def test_a_roster_of_the_archive_read_back_contradicts_nothing(folder, told, run, tmp_path):
    run("import", folder, OFFICE_ROSTER, "--user", "王芳")
    run("roster", folder, tmp_path / "x.xlsx", "--user", "王芳")
    answer = told("import", folder, tmp_path / "x.xlsx", "--plan")
    ((sheet,),) = (file["sheets"] for file in answer["files"])
    assert (sheet["rows"], sheet["new"], sheet["refused"]) == (681, 0, 0)
    assert [each["finding"] for each in answer["findings"] if "改为" in each["finding"]] == []
    assert {each["finding"] for each in answer["findings"] if "档案中没有" in each["finding"]} == set()


def test_nobody_to_print_is_said(folder, run, tmp_path):
    status, _, complaint = run("sheets", folder, tmp_path / "x.pdf", "--user", "王芳")
    assert (status, complaint) == (2, "没有找到要打印的人\n")
    assert not (tmp_path / "x.pdf").exists()


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


def test_the_password_may_stand_in_a_file(folder, run, tmp_path, monkeypatch):
    monkeypatch.delenv("YOUFU_PASSWORD")
    (tmp_path / "密码.txt").write_text(PASSWORD + "\n", "utf-8")
    assert run("people", folder, "--user", "王芳", "--password-file", tmp_path / "密码.txt")[0] == 0
    (tmp_path / "密码.txt").write_text("别的\n", "utf-8")
    assert run("people", folder, "--user", "王芳", "--password-file", tmp_path / "密码.txt")[0] == 2


def test_nothing_in_the_folder_can_be_read(folder, told):
    told("import", folder, OFFICE_ROSTER)
    people = told("people", folder)
    whole = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    for person in people:
        assert person["number"].encode() not in whole
        assert person["name"].encode() not in whole
        if len(person["name"]) > 2:  # four bytes stand somewhere in three million by chance
            assert person["name"].encode("gb18030") not in whole
            assert person["name"].encode("utf-16-le") not in whole
    assert "王芳".encode() not in whole


@pytest.mark.parametrize("name", ["archive.db", "keys.json"])
def test_a_changed_byte_is_noticed(folder, told, run, name):
    told("import", folder, OFFICE_ROSTER)
    file = folder / name
    whole = bytearray(file.read_bytes())
    for place in random.Random(name).sample(range(len(whole)), 12):
        spoilt = bytearray(whole)
        spoilt[place] ^= 0x20
        file.write_bytes(spoilt)
        status, said, complaint = run("people", folder, "--user", "王芳")
        assert (status, said) == (2, ""), f"byte {place} of {name}"
        assert complaint
    file.write_bytes(whole)
    assert run("check", folder, "--user", "王芳")[0] == 0


def test_a_kill_at_any_moment_leaves_all_of_an_import_or_nothing(folder, told):
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "import",
        str(folder),
        str(OFFICE_ROSTER),
        "--user",
        "王芳",
    ]
    environment = os.environ | {"YOUFU_PASSWORD": PASSWORD}
    start = time.monotonic()
    subprocess.run([*command, "--plan"], env=environment, check=True, capture_output=True)
    length = time.monotonic() - start
    chance = random.Random(1)
    seen = set()
    for _ in range(8):
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        time.sleep(length * chance.uniform(0.6, 1.4))
        process.kill()
        process.wait()
        seen.add(len(told("people", folder)))
        assert seen <= {0, 681}
        if 681 in seen:
            break
    assert "操作日志完整" in _journal(folder, environment)


def _journal(folder, environment):
    command = [sys.executable, str(ROOT / "main.py"), "journal", str(folder), "--check", "--user", "王芳"]
    return subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8").stdout


def test_a_backup_is_restored_as_a_new_archive(folder, told, run, tmp_path):
    told("import", folder, OFFICE_ROSTER)
    assert run("backup", folder, tmp_path / "备份.youfu", "--user", "王芳")[0] == 0
    assert run("restore", tmp_path / "备份.youfu", tmp_path / "新库")[0] == 0
    assert len(told("people", tmp_path / "新库")) == 681
    assert run("restore", tmp_path / "备份.youfu", folder)[0] == 2


def test_commands_load_no_qt(tmp_path):
    probe = (
        "import sys, main; main.main(['demo', sys.argv[1], '--people', '3', '--no-window']); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(tmp_path / "演练")], cwd=ROOT, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_practice_archive_is_made_afresh_each_time(run, tmp_path):
    for count in (30, 12):
        status, said, complaint = run("demo", tmp_path / "演练", "--people", count, "--no-window")
        assert status == 0, complaint
        assert f"编造人员{count}人" in said
    status, said, _ = run("people", tmp_path / "演练", "--json")
    assert len(json.loads(said)) == 12
    prints = sorted(file.name for file in (tmp_path / "演练" / "打印").iterdir())
    assert prints == ["一人一档.pdf", "年度总结.docx", "年度总结.pdf", "花名册.pdf", "花名册.xlsx"]
    words = PdfReader(tmp_path / "演练" / "打印" / "一人一档.pdf").pages[0].extract_text()
    assert "演练" in words


def test_the_figures_of_a_year_are_told(tmp_path, run):
    folder = tmp_path / "演练库"
    store.create_practice(folder)
    with store.practice_session(folder, "王芳"), journal.entry("登记", "王芳"):
        Visit(unit="某部", day=PartDate(2020, 7, 28), gifts="米", gift_value=Decimal("70000.5")).save()
        Rate(year=2020, name="落实率", done=2, due=3).save()
    status, said, _ = run("figures", folder, "--year", 2020, "--json")
    told = {each["key"]: each for each in json.loads(said)}
    assert status == 0
    assert told["visits.gifts_yuan"] == {
        "key": "visits.gifts_yuan", "text": "慰问驻区部队的慰问品折价", "value": "70000.50", "unit": "元", "shown": "7万余元",
    }  # fmt: skip
    assert told["visits.units"]["value"] == 1
    assert told["rates"] == {"key": "rates", "rows": [["落实率", 2, 3]]}
    _, said, _ = run("figures", folder, "--year", 2020)
    assert "走访的驻区部队：1支" in said
    assert "落实率：66.6%（应3，已2）" in said
    status, _, complaint = run("figures", folder, "--year", 20)
    assert (status, complaint) == (2, "年度“20”不对，请写成四位数，如 --year 2020\n")


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
