"""The command ``payrun`` from the first roster to the settled run."""

from __future__ import annotations

import json

import openpyxl
import pytest

import main
from tests import factories


@pytest.fixture
def folder(three_combatants):
    return three_combatants


@pytest.fixture
def payrun(folder, capsys):
    """Run the command for September 2019; returns exit status, standard output and errors."""

    def run(*options, month="2019-09"):
        capsys.readouterr()
        status = main.main(["payrun", str(folder), "--month", month, *options])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def test_the_plain_call_draws_up_the_run_and_says_what_is_in_it(payrun):
    status, out, err = payrun()
    assert status == 1  # one grant has no date of approval
    lines = out.splitlines()
    assert lines[0] == "2019年9月 定期抚恤补助（201909-1）：编制，2人，合计1,300.00元"
    assert lines[-1].startswith("  未算 王五（")
    assert "没有登记批准日期" in lines[-1]
    assert err == ""
    assert payrun()[1] == out


def test_programs_get_one_document(payrun):
    status, out, err = payrun("--json")
    found = json.loads(out)
    assert (status, found["total"], found["people"], found["state"]) == (1, "1300.00", 2, "编制")
    assert [line["amount"] for line in found["lines"]] == ["650.00", "650.00"]
    assert [line["amount"] for line in found["refused"]] == [None]
    assert err.count("\n") == 1


def test_a_run_goes_its_way_to_the_end(payrun, tmp_path):
    payrun()
    assert payrun("--check")[0] == 2
    assert payrun("--check", "--approve", "--user", "李明")[0] == 0
    assert payrun("--bank", str(tmp_path / "代发.xlsx"), "--pay", "--day", "2019-09-25")[0] == 0
    rows = [
        [cell.value for cell in row] for row in openpyxl.load_workbook(tmp_path / "代发.xlsx").active.rows
    ]
    assert rows[0] == ["序号", "姓名", "身份证号", "账号", "金额", "备注"]
    assert [row[4] for row in rows[1:]] == [650, 650]
    assert rows[1][5] == "201909-1 2019年9月两参人员生活补助费"
    answer = [("姓名", "账号", "金额", "结果", "失败原因")]
    answer += [
        (row[1], row[3], row[4], "成功" if row[1] == "张三" else "失败", "户名不符") for row in rows[1:]
    ]
    file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": answer})
    status, out, _ = payrun("--return", str(file))
    assert status == 0
    assert out.splitlines()[0].endswith("成功1人，失败1人")
    assert "户名不符" in out
    assert payrun("--settle")[2].startswith("还有1行发放失败没有重发")
    assert payrun("--reissue")[0] == 0
    assert payrun("--settle")[0] == 0
    assert payrun()[0] == 2
    assert payrun("--show")[1].splitlines()[0].endswith("结清，2人，合计1,300.00元")


def test_a_payment_of_which_the_bank_s_word_is_not_known_is_told_and_waits(payrun, tmp_path):
    payrun()
    payrun("--check", "--approve", "--user", "李明")
    payrun("--bank", str(tmp_path / "代发.xlsx"), "--pay", "--day", "2019-09-25")
    rows = [
        [cell.value for cell in row] for row in openpyxl.load_workbook(tmp_path / "代发.xlsx").active.rows
    ]
    answer = [("姓名", "账号", "金额", "结果")]
    answer += [(row[1], row[3], row[4], "成功" if row[1] == "张三" else "处理中") for row in rows[1:]]
    file = factories.workbook(tmp_path / "回盘.xlsx", {"回盘": answer})
    status, _, told = payrun("--return", str(file), "--json")
    assert status == 1
    assert "处理中" in told
    status, out, _ = payrun("--return", str(file))
    assert status == 1
    assert out.splitlines()[0].endswith("成功0人，失败0人，待核实1人，以前已读入1人")
    assert "还没有办完，等银行的下一份回盘文件" in out.splitlines()[1]
    assert "没有回盘结果" in payrun("--settle")[2]


def test_what_the_runs_left_open_is_told_line_by_line(payrun):
    payrun()
    status, out, _ = payrun("--audit")
    assert status == 1
    assert [line.split("（")[0] for line in out.splitlines()[:-1]] == ["王五"]
    assert out.splitlines()[-1] == "到2019年9月为止：共1处，下一批次编制时补发、扣回或说明"
    assert json.loads(payrun("--audit", "--json")[1])[0]["type"] == "未算"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--check",), "没有从2019年9月起的批次"), (("--run", "1", "--show"), "没有批次“1”"),
        (("--fund", "工资"), "没有“工资”这个发放项目"), (("--to", "2019-08"), "截止月份早于起始月份"),
        (("--once",), "没有要一次性发给遗属的待遇"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_sentence(payrun, options, words):
    status, _, err = payrun(*options)
    assert status == 2
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--bank", "代发.xlsx"), "审批以后才能导出"), (("--pay",), "不能发放"), (("--settle",), "不能结清"),
        (("--return", "没有.xlsx"), "发放以后才能读入"), (("--send-back", "错"), "不能退回"),
    ],
)  # fmt: skip
def test_a_step_out_of_turn_is_refused(payrun, options, words):
    payrun()
    status, _, err = payrun(*options)
    assert status == 2
    assert words in err


def test_a_bank_file_of_text_is_in_the_banks_encoding(payrun, tmp_path):
    payrun()
    payrun("--check", "--approve", "--user", "李明")
    for name, encoding in (("代发.csv", "gbk"), ("代发.txt", "utf-8-sig")):
        assert payrun("--bank", str(tmp_path / name))[0] == 0
        text = (tmp_path / name).read_bytes().decode(encoding)
        assert text.count("650.00") == 2
        assert "\r\n" in text
    assert payrun("--bank", str(tmp_path / "代发.doc"))[0] == 2
    assert payrun("--bank", str(tmp_path / "代发.xlsx"), "--template", "文本（竖线分隔，UTF-8）")[0] == 2
    assert not (tmp_path / "代发.xlsx").exists()


def test_a_name_that_the_banks_encoding_has_not_is_said(folder, payrun, tmp_path):
    file = factories.roster(tmp_path / "补.xlsx", factories.combatant("李𬱖"))
    assert main.main(["import", str(folder), str(file)]) == 0
    payrun()
    payrun("--check", "--approve", "--user", "李明")
    status, _, err = payrun("--bank", str(tmp_path / "代发.csv"))
    assert status == 2
    assert "没有“李𬱖”的“𬱖”字" in err
    assert not (tmp_path / "代发.csv").exists()
    assert payrun("--bank", str(tmp_path / "代发.xlsx"))[0] == 0
