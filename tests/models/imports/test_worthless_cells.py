"""What says nothing in a register's cells is told, and neither kept nor asked of an officer."""

from __future__ import annotations

import pytest

from models.imports.registers.lines import RegisterLine
from models.imports.worthless_cells import drop_worthless


def dropped(**facts):
    line = RegisterLine(3, "补助发放登记", {"account": "F", "phone": "G"}, facts=facts)
    drop_worthless([line])
    return line


@pytest.mark.parametrize("words", ["待核实", "#N/A", "0", "无", "—"])
def test_an_account_or_telephone_that_says_nothing_is_told_and_not_kept(words):
    line = dropped(name="张三", account=words, phone=words)
    assert line.facts == {"name": "张三"}
    assert [(each.column, each.value, each.words) for each in line.findings] == [
        ("F", words, f"“{words}”不是银行账号，没有采用"),
        ("G", words, f"“{words}”不是联系电话，没有采用"),
    ]


def test_what_says_something_is_kept_and_of_other_facts_nothing_is_asked():
    line = dropped(name="无", item="待定", account="6228480000000000018", phone="13900001111")
    assert (len(line.facts), line.findings) == (4, [])
