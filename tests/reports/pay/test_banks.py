"""The bank's file of a run."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import load_workbook

from models.core.record import Invalid, Refusal
from models.pay.runs import bank_files
from models.pay.runs.bank_files import BankTemplate
from reports.pay.banks import write_bank_file
from tests import factories
from tests.reports.pay.handing import handed_over

COLUMNS = '序号|账号=银行账号|户名|金额|用途="优抚"'


def template(**facts):
    usual = {
        "name": "模板",
        "format": "csv",
        "encoding": "gbk",
        "separator": ",",
        "heading": True,
        "columns": COLUMNS,
    }
    return BankTemplate(**{**usual, **facts})


@pytest.fixture
def approved(entitled, run):
    """A run of two with an account and one without, handed over."""
    for serial, name in enumerate(("甲某", "乙某"), start=1):
        entitled(name, serial)
    entitled("丙某")
    return handed_over(run("2019-12"))


def test_each_payee_with_an_account_has_a_line_and_who_has_none_is_told(approved, tmp_path):
    written = write_bank_file(approved, template(), tmp_path / "a.csv")
    lines = (tmp_path / "a.csv").read_bytes().decode("gbk").split("\r\n")
    assert lines[0] == "序号,账号,户名,金额,用途"
    amount = written.amount / 2
    assert lines[1:] == [f"{n},{factories.card_number(n)},{name},{amount:.2f},优抚" for n, name in ((1, "甲某"), (2, "乙某"))] + [""]  # fmt: skip
    assert (written.payees, [each.name for each in written.left_out]) == (2, ["丙某"])


def test_accounts_in_a_workbook_are_text_and_amounts_numbers_with_two_places(approved, tmp_path):
    write_bank_file(approved, template(format="xlsx", heading=False), tmp_path / "a.xlsx")
    first = next(load_workbook(tmp_path / "a.xlsx").active.iter_rows())
    assert (first[1].value, first[1].data_type) == (factories.card_number(1), "s")
    assert (first[3].data_type, first[3].number_format) == ("n", "0.00")
    assert Decimal(str(first[3].value)) > 0


def test_the_separator_never_stands_in_a_cell_of_a_text_file(entitled, run, tmp_path):
    entitled("甲|某", 1)
    write_bank_file(
        handed_over(run("2019-12")), template(format="txt", separator="|", heading=False), tmp_path / "a.txt"
    )
    (line, _) = (tmp_path / "a.txt").read_bytes().decode("gbk").split("\r\n")
    assert line.count("|") == 4
    assert "|甲 某|" in line


def test_a_name_that_the_bank_s_characters_lack_is_refused_and_nothing_written(entitled, run, tmp_path):
    entitled("马䶮", 1)
    with pytest.raises(Refusal, match="没有“马䶮”的“䶮”字"):
        write_bank_file(handed_over(run("2019-12")), template(encoding="gb2312"), tmp_path / "a.csv")
    assert list(tmp_path.glob("*.csv*")) == []


def test_a_shipped_template_has_room_for_every_rare_character(entitled, run, tmp_path):
    entitled("马\U0002cc56", 1)
    write_bank_file(
        handed_over(run("2019-12")), bank_files.template("一卡通（CSV，GB18030）"), tmp_path / "a.csv"
    )
    assert "马\U0002cc56" in (tmp_path / "a.csv").read_bytes().decode("gb18030")


def test_a_run_that_is_not_approved_and_a_file_of_another_kind_are_refused(approved, entitled, run, tmp_path):
    with pytest.raises(Refusal, match="审批以后才能导出银行文件"):
        write_bank_file(run("2020-01"), template(), tmp_path / "a.csv")
    with pytest.raises(Refusal, match=r"不能写成“a\.xlsx”"):
        write_bank_file(approved, template(), tmp_path / "a.xlsx")
    with pytest.raises(Invalid, match="银行账号"):
        write_bank_file(approved, template(columns="户名|金额"), tmp_path / "a.csv")
    assert list(tmp_path.glob("a.*")) == []
