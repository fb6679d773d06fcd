"""The cells that are filled in by hand."""

from __future__ import annotations

from reports.paper.forms import (
    Field,
    Form,
    Photo,
    Section,
)
from reports.paper.layout import Gaps
from reports.paper.page_breaks import paginate
from reports.paper.penned_rows import StaticRow

FORM = Form(
    Photo(((Field("姓名", "name"), Field("性别", "sex")), (Field("身份证号", "number", 4),))),
    (Field("住址", "home", 6),),
    Section("意见"),
    StaticRow("区级\n意见", "同意。", ("负责人签字：", "年　月　日")),
)


def test_the_cells_for_the_pen_take_what_is_left_but_not_too_much():
    (page,) = paginate(FORM.strips({}, Gaps()))
    alone = FORM.strips({}, Gaps())[-1].height
    assert alone < page[-1].strip.height <= 2.4 * alone + 1


def test_words_of_an_opinion_do_not_run_into_the_lines_to_sign():
    row = StaticRow("意见", "经调查核实，" * 40, ("负责人签字：", "年　月　日"))
    said = row.print(row.height).marks
    lowest = min(mark.y for mark in said if mark.text.startswith("经调查") or "核实" in mark.text)
    assert lowest > max(mark.y + mark.style.size for mark in said if mark.text.startswith("负责人"))
