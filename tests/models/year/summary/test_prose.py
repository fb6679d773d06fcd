"""A summary's text: figures filled in, and what is nothing not told."""

from __future__ import annotations

from models.year.summary.prose import chinese, fill_prose
from models.year.summary.sentences import text
from models.year.summary.template import read_template, template_words
from tests.models.year.summary.figures import FIGURES, WORDS


def prose(*lines, **options):
    return fill_prose(read_template("\n".join(("{年度}年总结", *lines))), FIGURES, WORDS, **options)


def frame(*lines):
    return {template_words(each) for each in read_template("\n".join(("总结", *lines))).sentences()}


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


def test_a_paragraph_of_which_nothing_is_left_to_tell_falls_away_with_the_program_s_own_words():
    lines = ("丰富文化生活。放映电影{films}。", "走访{visits}。")
    assert said(*lines, frame=frame(*lines)) == ["走访2次。"]


def test_what_was_written_by_hand_stays_whatever_falls_away_about_it_and_is_named():
    own = ("一、文化", "（一）电影。放映电影{films}。", "走访{visits}。")
    made = prose("一、文化", "（一）电影。放映电影{films}。群众都说好。", "走访{visits}。", frame=frame(*own))
    assert list(map(text, made.paragraphs)) == ["一、文化", "（一）电影。群众都说好。", "走访2次。"]
    assert made.kept == ("群众都说好。",)


def test_a_paragraph_written_by_hand_keeps_its_heading():
    own = ("一、文化", "（一）电影。放映电影{films}。", "二、走访", "走访{visits}。")
    lines = ("一、文化", "（一）电影。放映电影{films}。", "群众都说好。", "二、走访", "走访{visits}。")
    assert said(*lines, frame=frame(*own)) == ["一、文化", "群众都说好。", "二、走访", "走访2次。"]


def test_a_sentence_written_by_hand_whose_own_figures_are_nothing_is_named():
    made = prose("走访{visits}。今年还放了电影{films}。", frame=frame("走访{visits}。"))
    assert list(map(text, made.paragraphs)) == ["走访2次。"]
    assert made.dropped == ("今年还放了电影0场。",)


def test_where_nothing_is_told_the_program_s_own_words_say_nothing_either():
    lines = ("今年各项工作扎实推进。", "一、文化", "放映电影{films}。", "再上新台阶。")
    assert said(*lines, frame=frame(*lines)) == []
    assert said(*lines, "我写的。", frame=frame(*lines)) == ["一、文化", "我写的。"]
    assert said(*lines, "走访{visits}。", frame=frame(*lines)) == [lines[0], lines[1], lines[3], "走访2次。"]


def test_a_list_says_what_there_is():
    line = "订阅[、甲{signs}|乙{banners}|丙{films}|丁{visits}]。"
    assert said(line) == ["订阅甲20块、乙150条和丁2次。"]
    assert said("订阅[、甲{films}|乙{banners}]。") == ["订阅乙150条。"]
    assert said("订阅[、甲{films}|乙{films}]。") == []
    assert said("订阅[、甲{films}|乙{visits}]。", tell_zero=True) == ["订阅甲0场和乙2次。"]


def test_a_condition_says_nothing_and_without_it_nothing_is_said():
    assert said("走访[（会同{signs|若有}）]{visits}。") == ["走访（会同）2次。"]
    assert said("走访[会同{films|若有}区文化馆]{visits}。") == ["走访2次。"]
    assert said("走访{visits}{films|若有}。") == []
    assert said("走访{visits}{films|若有}。", tell_zero=True) == []
    assert said("走访[（仅{films|若无}{signs|若无}）]{visits}。") == ["走访2次。"]
    assert said("走访[（没有电影{films|若无}）]{visits}。") == ["走访（没有电影）2次。"]
    assert said("放映[（没有戏{films|若无}）]{films}。") == []  # a condition alone is no news
    assert said("[、甲{signs|若有}|乙{films|若有}]共{banners}。") == ["甲共150条。"]


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
