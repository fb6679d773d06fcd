"""What the command ``due`` answers."""

from __future__ import annotations

import json

import pytest

import main


@pytest.fixture
def folder(two_combatants):
    return two_combatants


def test_a_roster_taken_in_is_due_at_once(folder, capsys):
    capsys.readouterr()
    assert main.main(["due", str(folder), "--month", "2019-09", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found.pop("number").startswith("6301")
    assert "参战退役人员 650元/月" in found.pop("why")
    assert found == {
        "name": "张三", "kind": "参战退役人员", "class": None, "grade": None, "nature": None,
        "month": "2019-09", "amount": "650.00", "standard": "650.00", "unit": "月", "ask": None,
        "clause": None,  # no national text of 2019 was read about them
    }  # fmt: skip


def test_a_month_without_a_confirmed_standard_is_refused_line_by_line(folder, capsys):
    capsys.readouterr()
    assert main.main(["due", str(folder), "--month", "2021-09", "--json"]) == 1
    told = capsys.readouterr()
    (found,) = json.loads(told.out)
    assert (found["amount"], found["standard"]) == (None, None)
    assert "2021年9月的国家标准未确认：参战退役人员" in found["why"]
    assert told.err.count("\n") == 1
    assert "张三" in told.err


def test_people_are_told_in_lines(folder, capsys):
    capsys.readouterr()
    assert main.main(["due", str(folder), "--month", "2019-09"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2
    assert told[-1] == "2019年9月：1项待遇应发650.00元，0项不能计算"


def test_what_is_no_month_is_said_in_a_sentence(folder, capsys):
    capsys.readouterr()
    assert main.main(["due", str(folder), "--month", "2019"]) == 2
    assert capsys.readouterr().err == "月份“2019”写法不对，请写成 2021-09 这样\n"
