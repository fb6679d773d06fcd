"""Tables that are plain text: parted by the sign that most lines have, and otherwise by gaps."""

from __future__ import annotations

import csv

import pytest

from models.imports.workbooks import text_tables
from models.imports.workbooks.parts import Unfit
from models.imports.workbooks.sheet import Sheet
from models.imports.workbooks.text_tables import read_text, separator_of, text_sheet


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a,b\nc,d", ","), ("a,b,c\nd;e\nf;g", ";"), ("姓名  金额\n甲  650\n乙  700，补", ""), ("姓名  金额\n甲  650，补", "，"), ("姓名  金额\n甲,乙  650\n丙,丁  700", ","),
        ("甲  1\n乙  2\n丙  3\n丁,戊  4", ""), ("甲  1\n乙,丙  2\n丁,戊  4", ","), ("姓名", ""), ("", ""), ("甲  乙,丙", ","), ("甲|乙\t丙\n丁|戊\t己", "|"),
    ],
)  # fmt: skip
def test_the_sign_that_parts_the_cells(text, sign):
    assert separator_of(text) == sign


def test_only_the_first_lines_are_asked(monkeypatch):
    monkeypatch.setattr(text_tables, "LOOKED_AT_LINES", 2)
    assert separator_of("a,b\nc,d\ne;f;g;h\ni;j;k;l\ni;j;k;l") == ","


@pytest.mark.parametrize("text", ["姓名,村\n张三,东村", "姓名  村\n张三  东村"])
def test_a_text_is_a_sheet_from_its_first_cell_on(text):
    rows = [["姓名", "村"], ["张三", "东村"]]
    assert read_text(text, "名单", ("说明",)) == Sheet(
        "名单", False, rows, 1, 0, (), frozenset(), 0, remarks=("说明",)
    )


def test_what_is_pasted_is_parted_by_tabs_and_its_quotation_marks_are_its_own():
    assert text_sheet('姓名\t说明\n张三\t"好') == Sheet(
        "", False, [["姓名", "说明"], ["张三", '"好']], 1, 0, (), frozenset(), 0
    )


def test_a_cell_in_quotation_marks_may_have_several_lines():
    sheet = text_sheet('姓名,说明\n张三,"一\n二"\n', ",", "甲", csv.QUOTE_MINIMAL, ["说明"])
    assert (sheet.rows, sheet.name, sheet.remarks) == (
        [["姓名", "说明"], ["张三", "一\n二"]],
        "甲",
        ("说明",),
    )


def test_a_cell_without_end_is_refused():
    with pytest.raises(Unfit, match="不是一份可读的文本表格"):
        read_text('a,b\n"' + "x" * (csv.field_size_limit() + 1), "名单")
