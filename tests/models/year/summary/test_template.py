"""A summary's text is read into sentences, figures and what falls away."""

from __future__ import annotations

import pytest

from models.year.summary.prose import fill_prose
from models.year.summary.template import Group, TemplatePlace, TemplateWords, bracket_faults, read_template
from tests.models.year.summary.figures import FIGURES, WORDS


@pytest.mark.parametrize("line", ["制作[{signs}。", "制作{signs}]。", "制作{signs。", "制作signs}。"])
def test_brackets_without_their_fellow_are_named_by_line(line):
    (fault,) = bracket_faults(f"总结\n{line}")
    assert fault.startswith("第2行")
    fill_prose(read_template(f"总结\n{line}"), FIGURES, WORDS)  # and it can be read all the same


def paragraph(line):
    return read_template(f"总结\n{line}").paragraphs[0]


def test_the_first_line_is_the_title_and_empty_lines_are_none():
    made = read_template("\n  {年度}年总结 \n\n一、宣传\n \n（一）阵地。\n")
    assert [each.key for each in made.places()] == ["年度"]
    assert [each.opening for each in made.paragraphs] == ["一、宣传", "（一）阵地。"]


def test_a_place_says_its_figure_and_the_form_wanted():
    assert paragraph("{ signs | 比上年 }。").sentences[0][0] == TemplatePlace("signs", "比上年")
    assert paragraph("{signs}。").sentences[0][0] == TemplatePlace("signs")


def test_what_is_said_instead_stands_behind_the_bar():
    (group, _) = paragraph("[制作{signs}|没有制作]。").sentences[0]
    assert group == Group((TemplateWords("制作"), TemplatePlace("signs")), (TemplateWords("没有制作"),))
    assert paragraph("[制作{signs}]。").sentences[0][0].otherwise is None
    assert paragraph("[制作{signs}|]。").sentences[0][0].otherwise == ()


def test_a_bar_outside_brackets_is_a_word():
    assert "".join(each.text for each in paragraph("甲|乙。").sentences[0]) == "甲|乙。"


def test_groups_stand_in_groups_and_every_place_is_found_in_its_order():
    made = read_template("{年度}\n[{a}[，{b}|{c}]|{d}]。{e}。")
    assert [each.key for each in made.places()] == ["年度", "a", "b", "c", "d", "e"]


def test_a_sentence_ends_with_its_full_stop_and_the_quotation_mark_behind_it():
    def cut(line):
        return ["".join(each.text for each in sentence) for sentence in paragraph(line).sentences]

    assert cut("甲。乙。") == ["甲。", "乙。"]
    assert cut("“甲。”乙") == ["“甲。”", "乙"]
    assert cut("甲，乙") == ["甲，乙"]


def test_a_group_that_ends_with_a_full_stop_ends_its_sentence():
    assert len(paragraph("[制作{signs}。]另有{banners}。").sentences) == 2
    assert len(paragraph("[制作{signs}，]另有{banners}。").sentences) == 1


@pytest.mark.parametrize(
    ("line", "level", "numbered"),
    [
        ("一、宣传", 1, False), ("十二、宣传。", 1, False), ("（一）阵地", 2, True), ("（一）阵地。", 0, True),
        ("（一）阵地。制作{signs}。", 0, True), ("宣传", 0, False), ("{signs}", 0, False), ("（甲）阵地", 0, False),
    ],
)  # fmt: skip
def test_a_heading_is_told_by_its_number(line, level, numbered):
    assert (paragraph(line).level, paragraph(line).is_numbered) == (level, numbered)


def test_brackets_that_fit_have_no_fault():
    assert bracket_faults("总结\n[制作[{signs}|{banners}]]。") == []
    assert bracket_faults("]甲[\n{}") == ["第1行的方括号“[”“]”没有成对", "第2行的花括号“{”“}”没有成对"]
