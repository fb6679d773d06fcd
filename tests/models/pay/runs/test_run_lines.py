"""The lines of a run as an officer looks through them."""

from __future__ import annotations

import pytest

from models.core import journal
from models.pay.returns import returns
from models.pay.runs import bank_files, run_lines
from models.pay.runs.drawn_lines import LineChange
from models.pay.runs.run_lines import LINE_GROUPS, group_counts, run_lines_of
from models.people.person import Person
from tests.models.pay.conftest import USER, tell
from tests.models.pay.runs.conftest import SICK, answer, hand_over, someone


def names(run, group, words=""):
    return [(line.name, str(line.month)) for line in run_lines_of(run, group, words)]


def test_each_group_has_its_lines_and_is_counted(draw, paid, person, granted, standard):
    stops, raised, back = (someone(person, granted, name, **SICK) for name in "甲乙丙")
    paid("2019-08")
    someone(person, granted, "丁", "2019-08-02", **SICK)
    someone(person, granted, "戊", "2019-09-02", **SICK)
    someone(person, granted, "己", grade="二级")
    tell(stops, "停发", "2019-07-20")
    standard("7", "2019-08", layer="地方", kind=SICK["kind"], unit="月")
    run = draw("2019-09")
    found = {group: names(run, group) for group in LINE_GROUPS}
    september = [(name, "2019-09") for name in "乙丙"]
    assert found["新增"] == [("丁", "2019-09"), ("戊", "2019-09")]
    assert found["停发"] == [("甲", "2019-09")]
    assert found["变更"] == september
    assert found["补发"] == [("乙", "2019-08"), ("丙", "2019-08"), ("丁", "2019-08")]
    assert found["扣回追缴"] == [("甲", "2019-08")]
    assert found["未计算"] == [("己", "2019-08")]
    assert found["没有账号"] == [
        ("乙", "2019-08"), ("乙", "2019-09"), ("丙", "2019-08"), ("丙", "2019-09"), ("丁", "2019-08"), ("丁", "2019-09"),
        ("戊", "2019-09"),
    ]  # fmt: skip
    assert found["发放失败"] == found["没有回盘"] == []
    assert group_counts(run) == {group: len(lines) for group, lines in found.items()}
    assert len(found["全部"]) == 10
    assert raised.id != back.id


def test_words_find_lines_by_name_number_account_street_and_category(payee, draw):
    first, second = payee("甲", 1), payee("乙", 2, kind="伤残人员", grade="一级", nature="因战")
    with journal.entry("登记", USER):
        Person.update(street="总寨镇").where(Person.id == first.person_id).execute()
    run = draw("2019-09")
    account = bank_files.payees(run)[1].account
    for words, expected in (
        ("甲", ["甲"]), (second.person.number[-6:], ["乙"]), (account, ["乙"]), ("总寨", ["甲"]), ("残疾军人 一级", ["乙"]),
        ("甲 总寨", ["甲"]), ("甲 残疾军人", []), (" ", ["甲", "乙"]),
    ):  # fmt: skip
        assert [name for name, _ in names(run, "全部", words)] == expected, words


def test_what_the_bank_said_stands_beside_each_line(tmp_path, payee, draw):
    payee("甲", 1)
    payee("乙", 2)
    payee("丙", 3)
    run = draw("2019-09")
    assert names(run, "没有回盘") == []  # it has not gone to the bank yet
    hand_over(run)
    assert [name for name, _ in names(run, "没有回盘")] == ["甲", "乙", "丙"]
    told = answer(tmp_path / "一.xlsx", run, {"乙": "账号不存在"})
    reading = returns.read_return(run, told)
    reading.paid = [p for p in reading.paid if p.name == "甲"]
    returns.apply_return(reading, USER)
    assert [(run_lines.outcome(line), run_lines.bank_failed(line)) for line in run_lines_of(run)] == [
        ("成功", False), ("失败：账号不存在", True), ("", False),
    ]  # fmt: skip
    assert [name for name, _ in names(run, "发放失败")] == ["乙"]
    assert [name for name, _ in names(run, "没有回盘")] == ["丙"]


@pytest.mark.parametrize(("amount", "waiting"), [(600, []), (599, ["甲"])])
def test_who_is_paid_nothing_in_all_waits_for_no_answer(payee, paid, standard, amount, waiting):
    extra = standard(amount, "2019-08", layer="地方", kind=SICK["kind"], unit="月", ends="2019-08")
    payee("甲", 1)
    first = paid("2019-08")
    returns.pay_by_hand(first, bank_files.payees(first), USER)
    with journal.entry("错的标准", USER):
        extra.delete_instance()
    run = paid("2019-09")
    assert sorted({name for name, _ in names(run, "没有回盘")}) == waiting


def test_what_waits_for_an_answer_stands_so_on_the_line_whatever_its_reason_says(draw, person, granted):
    both = person(name="戊")
    granted(someone=both, kind="参战退役人员", category="", grade="", nature="")
    granted(someone=both, **SICK)
    someone(person, granted, "己", grade="二级")
    run = draw("2019-09")
    held, unknown = (
        list(run_lines_of(run, run_lines.GROUP_HELD)),
        list(run_lines_of(run, run_lines.GROUP_UNKNOWN)),
    )
    assert [(line.name, line.change) for line in held] == [("戊", LineChange.HELD)]
    assert [(line.name, line.change) for line in unknown] == [("己", "")]
