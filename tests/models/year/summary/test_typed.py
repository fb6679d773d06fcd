"""Numbers that somebody typed and no figure gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ledger.rates import Rate, Standing
from models.year.summary.sentences import Span
from models.year.summary.template import read_template
from models.year.summary.told_rates import RATES_KEY, RatesTold
from models.year.summary.typed import typed
from models.year.summary.usual_places import usual_places


class Figure:
    """A figure that may be written in some ways."""

    def __init__(self, *ways):
        self.ways = ways

    def wordings(self, form):
        return {"上年": ("9支",), "人数": ("1名",)}.get(form, self.ways)


TOLD = {
    "signs": Figure("20余块", "24块"), "units": Figure("11支", "十一支"), "rounds": Figure("2次"),
    "gifts": Figure("7万余元"), "money": Figure("22万余元"), "brave": Figure("2000元"),
}  # fmt: skip
SHIPPED = """总结
制作宣传牌{signs}。走访驻军部队{rounds}，共走访部队{units}[，慰问品折价{gifts}]。[发放慰问金{money}。]
看望{brave|人数}见义勇为的退役军人，送去慰问金{brave}。"""
PLACES = usual_places([read_template(SHIPPED)])


def found(*spans):
    return [each.text for each in typed([tuple(spans)], TOLD, PLACES)]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("制作宣传牌20余块。", []),
        ("制作宣传牌24块。", []),
        ("制作宣传牌21余块。", ["21余块"]),
        ("制作宣传牌11支。", ["11支"]),  # another figure happens to have that wording
        ("走访驻军部队2次，共走访部队11支，慰问品折价22万余元。", ["22万余元"]),
        ("走访驻军部队11次，共走访部队2支，慰问品折价7万余元。", ["11次", "2支"]),
        ("慰问品折价7万余元，发放慰问金22万余元。", []),
        ("发放慰问金7万余元。", ["7万余元"]),
        ("看望1名见义勇为的退役军人，送去慰问金2000元。", []),
        ("看望2名见义勇为的退役军人，送去慰问金7万余元。", ["2名", "7万余元"]),
        ("上年共走访部队9支。", []),
        ("今年共走访部队9支。", ["9支"]),
        ("支出66.25万元，占15.5%。", ["66.25万元", "15.5%"]),
        ("共发放1,586,327.50元。", ["1,586,327.50元"]),
        ("举办活动三场、五个100%。", ["三场", "五个", "100%"]),
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
    assert found(Span(f"共走访部队{words}。")) == ([] if words == "11支" else [words])


def test_in_words_that_the_program_does_not_know_a_number_is_checked_against_its_own_sentence():
    live = (Span("到过"), Span("11支", "units"), Span("连队，这11支都是驻军，另有2次。"))
    assert found(*live) == ["2次"]
    assert found(Span("到过11支连队。")) == ["11支"]


def test_each_tells_where_it_stands():
    sentences = (
        Span("走访", sentence=1),
        Span("2次", "rounds", 1),
        Span("。", sentence=1),
        Span("另9支。", sentence=2),
    )
    (number,) = typed([(Span("一、走访"),), sentences], TOLD, PLACES)
    assert (number.paragraph, number.start, number.text) == (1, 6, "9支")


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("甲率、城市和农村乙率均达到100%，丙甲率达到98.5%。", []),
        ("城市乙率达到100%，丙甲率达到98%。", ["98%"]),
        ("甲率和丙甲率均达到100%。", ["100%"]),
        ("丁率达到100%。", ["100%"]),
    ],
)
def test_rates_that_are_told_by_hand_are_compared_with_those_of_their_names(words, marked):
    told = [("甲率", 3, 3), ("乙率（城市）", 4, 4), ("乙率（农村）", 5, 5), ("丙甲率", 197, 200)]
    rates = RatesTold(tuple(Standing(Rate(name=name), done, due) for name, done, due in told), True)
    assert [each.text for each in typed([(Span(words),)], {RATES_KEY: rates}, PLACES)] == marked
