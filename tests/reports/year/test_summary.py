"""The summary as a file: its text, the table of its figures with their sources, its charts."""

from __future__ import annotations

import docx
import pytest
from pypdf import PdfReader

from models import store
from models.core.jobs import finish
from models.core.record import Refusal
from models.practice import filling
from models.year import figures
from models.year.statistics import charts
from models.year.summary import report, texts
from reports.official import Remark, is_heading, pieces
from reports.paper.fonts import KAITI
from reports.year import summary

OF_THE_ARTICLE = (
    "20余块", "150余条", "41份", "54份", "40余条", "7万余元", "22万余元", "150余幅", "2000元", "1.5万元", "200余册",
    "85名", "17场", "20000元", "4.2万元", "23.4万元", "66.25万元", "582名", "12.61万元", "10.584万元",
    "5万元", "5.8万余元", "67家", "61个", "600余人", "35篇",
)  # fmt: skip


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """The practice archive of 681 people, its summary and charts."""
    folder = tmp_path_factory.mktemp("演练") / "演练库"
    store.create_practice(folder)
    with store.practice_session(folder, "王芳"):
        finish(filling.fill_archive(681, "王芳"))
        yield report.summary_of(texts.YEARLY_SUMMARY, 2020), charts.charts_of_year(2020)


def test_the_practice_archive_says_every_figure_of_the_acceptance_table(practice):
    found, _ = practice
    whole = [each for each in found.figures if not each.figure.definition.may_be_nothing]
    assert [each.figure.key for each in whole if each.is_nothing] == []
    words = "".join(found.paragraphs)
    for told in whole:
        assert told.figure.shown in words
    assert "均达到100%" in words
    assert "“四个100%”" in words  # five rows, of which two are one rate kept apart for town and country
    assert found.typed == ()
    assert found.prose.unknown == ()


def test_the_precision_is_that_of_the_acceptance_table(practice):
    words = "".join(practice[0].paragraphs)
    for shown in OF_THE_ARTICLE:
        assert shown in words


def test_news_says_the_same_numbers_under_small_headings_and_has_no_annex(practice):
    found = report.summary_of("简报", 2020)
    assert [shown for shown in OF_THE_ARTICLE if shown not in "".join(found.paragraphs)] == []
    assert {words[0] for words in found.paragraphs[1:]} == {"■", "●"}
    assert (found.typed, found.prose.unknown) == ((), ())
    document = summary.official(found, practice[1])
    assert document.annexes == ()
    assert document.mark.startswith("日志核对码")
    assert [is_heading(words) for words in found.paragraphs[1:3]] == [True, False]
    assert pieces(found.paragraphs[2])[0].face == KAITI


@pytest.mark.parametrize("kind", ["半年总结", "述职数据", "统计说明"])
def test_each_other_kind_says_nothing_that_nobody_counted(practice, kind):
    found = report.summary_of(kind, 2020)
    assert (found.typed, found.prose.unknown) == ((), ())
    annexes = [each.title for each in summary.official(found, practice[1]).annexes]
    assert annexes == ["主要指标及数据来源", "统计图"][: 1 if kind == "述职数据" else 2]


def test_the_document_has_the_table_of_figures_and_the_charts(practice):
    found, drawn = practice
    document = summary.official(found, drawn, practice=True)
    table, pictures = document.annexes
    rows = table.parts[0].rows
    told = [each for each in found.figures if not each.goes_without_saying]
    assert len(rows) == len(told) + 5
    remarks = [part.words for annex in (table, pictures) for part in annex.parts if isinstance(part, Remark)]
    assert [words for words in remarks if "在世、已认定的在册对象" in words] == [
        summary.population(found)
    ] * 2
    signs = next(row for row in rows if row[1] == "制作双拥宣传牌")
    assert signs[2:] == ("20余块", "24块", "", "双拥台账·宣传8条")
    assert "各类优抚对象人数" in [part.title for part in pictures.parts if not isinstance(part, Remark)]


def test_it_is_written_as_pdf_and_as_word(practice, tmp_path):
    document = summary.official(*practice)
    pages, missing = summary.write_summary_document(document, tmp_path / "总结.pdf")
    assert (pages, missing) == (len(PdfReader(tmp_path / "总结.pdf").pages), ())
    assert summary.write_summary_document(document, tmp_path / "总结.docx") == (None, ())
    told = [each.text for each in docx.Document(str(tmp_path / "总结.docx")).paragraphs]
    assert [words for words in practice[0].paragraphs if words not in told] == []


def test_another_kind_of_file_is_refused(practice, tmp_path):
    with pytest.raises(Refusal, match=r"\.txt"):
        summary.write_summary_document(summary.official(*practice), tmp_path / "总结.txt")


def test_charts_of_nothing_are_left_out(practice):
    found, drawn = practice
    empty = [chart._replace(bars=()) for chart in drawn]
    assert len(summary.official(found, empty).annexes) == 1


def test_every_figure_says_where_it_comes_from():
    assert all(each.model.COUNTED for each in figures.DEFINITIONS.values())
