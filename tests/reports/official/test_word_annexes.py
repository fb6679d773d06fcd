"""Annexes of a Word file."""

from __future__ import annotations

from tests.reports.official.opened import opened


def test_annexes_bring_their_tables_and_charts(tmp_path):
    made = opened(tmp_path, annexes=2)
    assert [cell.text for cell in made.tables[0].rows[1].cells] == ["1", "驻军部队", "11支"]
    assert len(made.inline_shapes) == 2
    assert "附件：1.指标数据来源表" in [each.text for each in made.paragraphs]


def test_a_picture_and_a_table_say_in_words_what_they_show(tmp_path):
    made = opened(tmp_path, annexes=2)
    told = [each._inline.docPr for each in made.inline_shapes]
    assert [each.get("descr") for each in told] == ["各类优抚对象人数：伤残人员80人，三属30人"] * 2
    assert all(each.get("name").startswith("图") for each in told)
    assert "指标数据来源表" in made.tables[0]._tbl.tblPr.xml
