"""Numbers that somebody typed and no figure gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.year.summary.prose import Span
from models.year.summary.typed import typed

GIVEN = {"20余块", "11支", "7万余元", "2次", "100%"}


def found(*spans):
    return [each.text for each in typed([tuple(spans)], GIVEN)]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("制作宣传牌20余块。", []),
        ("制作宣传牌21余块。", ["21余块"]),
        ("走访驻军部队11支、12支。", ["12支"]),
        ("慰问品折价7万余元，慰问金22万余元。", ["22万余元"]),
        ("支出66.25万元，占15.5%。", ["66.25万元", "15.5%"]),
        ("共发放1,586,327.50元。", ["1,586,327.50元"]),
        ("举办活动三场、五个100%。", ["三场", "五个"]),
        ("一名退役军人。", []),
        ("2020年8月1日，第9届，“两节”期间，《民法典》第3章，60周岁以上。", []),
    ],
)
def test_typed_numbers_are_found(words, marked):
    assert found(Span(words)) == marked


def test_what_a_figure_gave_is_never_marked():
    assert found(Span("走访"), Span("99支", "visits.units"), Span("部队。")) == []


@given(st.integers(0, 10_000_000), st.sampled_from(["支", "名", "元", "场", "万元"]))
def test_a_wrong_number_is_always_caught(number, unit):
    words = f"{number}{unit}"
    assert found(Span(f"共{words}。")) == ([] if words in GIVEN else [words])


def test_each_tells_where_it_stands():
    (number,) = typed([(Span("一、走访"),), (Span("走访"), Span("2次", "x"), Span("、9支。"))], GIVEN)
    assert (number.paragraph, number.start, number.text) == (1, 5, "9支")
