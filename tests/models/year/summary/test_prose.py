"""A summary's text: figures filled in, and what is nothing not told."""

from __future__ import annotations

from models.year.summary.prose import chinese, fill_prose, text
from models.year.summary.template import read_template
from tests.models.year.summary.figures import FIGURES, WORDS


def prose(*lines, **options):
    return fill_prose(read_template("\n".join(("{年度}年总结", *lines))), FIGURES, WORDS, **options)


def said(*lines, **options):
    return [text(each) for each in prose(*lines, **options).paragraphs]


def test_figures_and_words_are_filled_in():
    made = prose("制作宣传牌{signs}。")
    assert text(made.title) == "2020年总结"
    assert text(made.paragraphs[0]) == "制作宣传牌20块。"


def test_each_number_knows_its_figure():
    (spans,) = prose("制作宣传牌{signs}，走访{visits}。").paragraphs
    assert [(span.text, span.key) for span in spans if span.key] == [("20块", "signs"), ("2次", "visits")]


def test_a_sentence_whose_figures_are_nothing_falls_away():
    assert said("制作宣传牌{signs}。放映电影{films}。") == ["制作宣传牌20块。"]


def test_a_sentence_with_something_to_tell_is_whole():
    assert said("制作宣传牌{signs}，放映电影{films}。") == ["制作宣传牌20块，放映电影0场。"]


def test_a_part_in_brackets_falls_away_alone():
    assert said("制作宣传牌{signs}[，放映电影{films}]。") == ["制作宣传牌20块。"]
    assert said("[放映电影{films}，]制作宣传牌{signs}。") == ["制作宣传牌20块。"]
    assert said("[放映电影{films}]，制作宣传牌{signs}。") == ["制作宣传牌20块。"]
    assert said("制作宣传牌{signs}，[放映电影{films}]。") == ["制作宣传牌20块。"]


def test_by_choice_something_else_is_said_instead():
    line = "制作宣传牌{signs}。[放映电影{films}。|今年没有放映电影。]"
    assert said(line) == ["制作宣传牌20块。今年没有放映电影。"]


def test_by_choice_nothing_is_told_as_nothing():
    assert said("放映电影{films}。", tell_zero=True) == ["放映电影0场。"]
    assert said("宣传牌{signs}[，电影{films}]。", tell_zero=True) == ["宣传牌20块，电影0场。"]


def test_a_paragraph_of_which_nothing_is_left_to_tell_falls_away_with_its_opening():
    assert said("丰富文化生活。放映电影{films}。", "走访{visits}。") == ["走访2次。"]


def test_a_heading_falls_away_with_all_that_stands_under_it_and_the_others_are_counted_anew():
    lines = (
        "一、文化",
        "放映电影{films}。",
        "二、宣传",
        "（一）电影",
        "电影{films}。",
        "（二）标牌",
        "标牌{signs}。",
    )
    assert said(*lines) == ["一、宣传", "（一）标牌", "标牌20块。"]


def test_a_comparison_falls_away_where_nothing_is_known_of_last_year():
    assert said("标牌{signs}[，上年{signs|上年}]。") == ["标牌20块，上年18块。"]
    assert said("横幅{banners}[，上年{banners|上年}]。") == ["横幅150条。"]
    assert said("横幅{banners}[，上年{banners|上年}]。", tell_zero=True) == ["横幅150条。"]


def test_what_nobody_knows_is_left_standing_and_named():
    made = prose("共有{persons}。")
    assert text(made.paragraphs[0]) == "共有{persons}。"
    assert made.unknown == ("persons",)


def test_an_empty_text_is_an_empty_summary():
    assert prose().paragraphs == ()
    assert fill_prose(read_template(""), FIGURES, WORDS).paragraphs == ()


def test_headings_are_numbered_beyond_ten():
    assert [chinese(n) for n in (1, 9, 10, 11, 20, 35)] == ["一", "九", "十", "十一", "二十", "三十五"]
