"""A file that the bank accepted teaches how the next ones are written."""

from __future__ import annotations

import pytest

from models.core.record import Refusal
from models.pay.runs import bank_files
from models.pay.templates.bank_lines import file_lines
from models.pay.templates.examples import keep_example, needed_facts, read_example
from tests import factories
from tests.models.pay.conftest import USER

CARDS = [factories.card_number(n) for n in (41, 42, 43)]
NAMES = ("张三", "李四", "王五")


def understood(example):
    return [column.what for column in example.columns]


def test_the_columns_are_known_by_heading_and_by_what_they_hold(tmp_path):
    rows = [
        ("序号", "户名", "账号", "开户行", "金额", "币种", "附言", ""),
        *((n, name, card, "青海银行城中支行", 600.5 * n, "人民币", "2021年8月优抚金", "")
          for n, (name, card) in enumerate(zip(NAMES, CARDS, strict=True), start=1)),
    ]  # fmt: skip
    example = read_example(factories.workbook(tmp_path / "代发.xlsx", {"代发": rows}))
    assert (example.format, example.headed, example.asked) == ("xlsx", True, [])
    assert understood(example) == [
        "序号", "户名", "银行账号", '"青海银行城中支行"', "金额", '"人民币"', '"{月份}优抚金"',
    ]  # fmt: skip


def test_lines_above_and_below_are_written_again_with_the_sums_of_each_run(tmp_path, run):
    lines = [
        "代发单位|630100123456789|20210925|3|1800.60",
        *(f"{card}|{name}|{amount}|" for card, name, amount in zip(CARDS, NAMES, ("600.10", "600.20", "600.30"), strict=True)),
        "合计3笔，1800.60元",
    ]  # fmt: skip
    file = tmp_path / "代发.txt"
    file.write_text("\r\n".join(lines) + "\r\n", "gbk")
    example = read_example(file)
    assert (example.encoding, example.separator, example.headed) == ("gbk", "|", False)
    assert understood(example) == ["银行账号", "户名", "金额", "空白"]
    template = keep_example(example, "农商行", USER)
    written = file_lines(template, run, bank_files.payees(run))
    assert written[0] == ["代发单位", "630100123456789", "20200105", 3, 1800]
    assert [line[1] for line in written[1:4]] == [payee.name for payee in bank_files.payees(run)]
    assert written[4] == ["合计3笔，1800.00元"]
    assert bank_files.template("农商行").notes == "按样表“代发.txt”学会"


def test_the_payer_s_account_is_fixed_and_the_payees_is_found_behind_it(tmp_path):
    heading = ("付款账号", "付款户名", "收款账号", "收款人", "交易金额", "用途")
    rows = [
        ("630100123456789", "某区局", card, name, "600.00", "补助")
        for card, name in zip(CARDS, NAMES, strict=True)
    ]
    example = read_example(
        factories.workbook(tmp_path / "网银.xlsx", {"Sheet1": [("批量转账",), heading, *rows]})
    )
    assert understood(example)[:5] == ['"630100123456789"', '"某区局"', "银行账号", "户名", "金额"]
    assert [column.heading for column in example.asked] == [
        "用途"
    ]  # the same words each time, or each run's own?
    assert example.opening == "批量转账"


def test_amounts_in_fen_are_told_by_the_heading_and_large_whole_ones_are_asked(tmp_path):
    rows = [(card, name, 60050) for card, name in zip(CARDS, NAMES, strict=True)]
    said = factories.workbook(tmp_path / "一.xlsx", {"表": [("账号", "姓名", "金额(分)"), *rows]})
    example = read_example(said)
    assert (understood(example)[2], example.asked) == ("金额(分)", [])
    unsaid = factories.workbook(tmp_path / "二.xlsx", {"表": [("账号", "姓名", "金额"), *rows]})
    assert [column.heading for column in read_example(unsaid).asked] == ["金额"]


def test_two_columns_of_money_are_a_question_and_so_is_what_nobody_knows(tmp_path):
    heading = ("账号", "姓名", "应发金额", "代发金额", "代码")
    rows = [
        (card, name, 600 + n, 590.5 + n, f"A{n}")
        for n, (card, name) in enumerate(zip(CARDS, NAMES, strict=True))
    ]
    example = read_example(factories.workbook(tmp_path / "一.xlsx", {"表": [heading, *rows]}))
    assert {column.heading for column in example.asked} >= {"代码"}
    assert "金额" in understood(example)


@pytest.mark.parametrize("rows", [[("姓名", "电话"), ("张三", "13900000000")], [("说明",)]])
def test_a_file_without_payees_is_no_example(tmp_path, rows):
    with pytest.raises(Refusal, match="找不到收款账号"):
        read_example(factories.workbook(tmp_path / "别的.xlsx", {"表": rows}))


def test_without_an_amount_no_template_is_made(tmp_path, archive):
    rows = [("卡号", "姓名", "电话"), *zip(CARDS, NAMES, ("0971-1", "0971-2", "0971-3"), strict=True)]
    example = read_example(factories.workbook(tmp_path / "一.xlsx", {"表": rows}))
    assert needed_facts(example) == ["金额"]
    with pytest.raises(Refusal, match="应有一栏“金额”"):
        keep_example(example, "缺金额", USER)


def test_a_template_of_the_office_is_listed_and_can_be_taken_away(tmp_path, archive):
    rows = [("账号", "姓名", "金额"), *zip(CARDS, NAMES, (600, 601, 602), strict=True)]
    keep_example(read_example(factories.workbook(tmp_path / "一.xlsx", {"表": rows})), "本行", USER)
    assert bank_files.templates()[0].name == "本行"


def test_what_is_the_same_in_an_example_by_chance_is_asked(tmp_path):
    heading = ("收款行联行号", "收款行名称", "账号", "户名", "应发金额", "实发金额")
    banks = ("农业银行", "工商银行城中支行", "农业银行")
    rows = [
        ("102851000012", bank, card, name, 600, 600)
        for bank, card, name in zip(banks, CARDS, NAMES, strict=True)
    ]
    example = read_example(factories.workbook(tmp_path / "一.xlsx", {"表": [heading, *rows]}))
    assert understood(example)[1:4] == ["开户银行", "银行账号", "户名"]
    assert [column.heading for column in example.asked] == ["收款行联行号", "应发金额", "实发金额"]


def test_a_part_of_sums_above_the_list_is_written_anew_for_each_run(tmp_path, run):
    lines = [
        "#总计",
        "批次号,总笔数,总金额",
        "201908-1,3,1803.00",
        "#明细",
        "序号,收款人账号,收款人姓名,金额",
    ]
    lines += [
        f"{n},{card},{name},{600 + n}.00" for n, (card, name) in enumerate(zip(CARDS, NAMES, strict=True))
    ]
    file = tmp_path / "代发.csv"
    file.write_text("\n".join(lines), "gbk")
    example = read_example(file)
    written = file_lines(keep_example(example, "两段", USER), run, bank_files.payees(run))
    assert written[2] == ["201909-1", 3, 1800]
    assert written[4] == ["序号", "收款人账号", "收款人姓名", "金额"]
