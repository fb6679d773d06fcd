"""The office's own texts of its summaries, and those that the program brings."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger.activities import Activity
from models.undo import undo
from models.year import figures
from models.year.figures.sources import source_names
from models.year.summary import report, texts
from models.year.summary.allotted import ALLOTTED_KEY
from models.year.summary.late_months import ON_TIME_KEY
from models.year.summary.template import bracket_faults, read_template
from models.year.summary.told_rates import FULL_RATES_KEY, RATES_KEY
from tests.conftest import USER

WORDS = {"单位", "年度", "上年", "期间", "期末", "止日", ON_TIME_KEY, ALLOTTED_KEY}


@pytest.mark.parametrize("kind", texts.SUMMARY_KINDS)
def test_the_shipped_texts_quote_figures_that_exist_and_nothing_else(archive, kind):
    text = texts.shipped_text(kind)
    assert bracket_faults(text) == []
    known = {
        *figures.DEFINITIONS,
        *source_names(figures.DEFINITIONS.values()),
        FULL_RATES_KEY,
        RATES_KEY,
        *WORDS,
    }
    assert {place.key for place in read_template(text).places()} <= known
    assert report.summary_of(kind, 2020).prose.unknown == ()


def test_the_yearly_text_quotes_every_figure_of_the_acceptance_table(archive):
    quoted = {place.key for place in read_template(texts.shipped_text(texts.YEARLY_SUMMARY)).places()}
    of_article = {key for key, each in figures.DEFINITIONS.items() if each.kept_by_all}
    assert of_article <= quoted
    assert {FULL_RATES_KEY, RATES_KEY} <= quoted


@pytest.mark.parametrize("kind", texts.SUMMARY_KINDS)
def test_the_shipped_texts_have_no_typed_number(archive, kind):
    assert report.summary_of(kind, 2020).typed == ()


def test_an_office_keeps_its_own_text_and_undo_brings_the_old_one_back(archive):
    texts.keep_text(
        texts.YEARLY_SUMMARY, 2020, "总结\n建档{files.persons}。", USER, texts.TextChoices(tell_zero=True)
    )
    found = report.summary_of(texts.YEARLY_SUMMARY, 2020)
    assert (found.title, found.paragraphs) == ("总结", ["建档0名。"])
    undo.undo(journal.Entry.select().order_by(journal.Entry.number.desc()).first().number, USER)
    assert texts.summary_text_of(texts.YEARLY_SUMMARY, 2020).text == texts.shipped_text(texts.YEARLY_SUMMARY)


def test_the_shipped_text_can_be_brought_back(archive):
    texts.keep_text(texts.YEARLY_SUMMARY, 2020, "总结", USER)
    texts.restore_text(texts.YEARLY_SUMMARY, 2020, USER)
    assert texts.summary_text_of(texts.YEARLY_SUMMARY, 2020).text == texts.shipped_text(texts.YEARLY_SUMMARY)
    texts.restore_text(texts.YEARLY_SUMMARY, 2020, USER)  # nothing to bring back any more


@pytest.mark.parametrize("text", ["", "总结\n[共{files.persons}"])
def test_a_text_that_cannot_be_read_is_refused(archive, text):
    with pytest.raises(Invalid):
        texts.keep_text(texts.YEARLY_SUMMARY, 2020, text, USER)


def test_a_kind_of_summary_that_is_none_has_no_text():
    assert set(texts.SummaryText(kind="月报", text="总结").problems()) == {"kind"}


def test_each_kind_has_its_own_text_and_what_is_kept_says_how_nothing_is_told(archive):
    texts.keep_text(texts.YEARLY_SUMMARY, 2020, "总结", USER, texts.TextChoices(tell_zero=True))
    assert texts.summary_text_of(texts.HALF_YEARLY_SUMMARY, 2020).text == texts.shipped_text(
        texts.HALF_YEARLY_SUMMARY
    )
    texts.keep_text(texts.YEARLY_SUMMARY, 2020, "总结二", USER)
    kept = texts.SummaryText.get()
    assert (kept.text, kept.tell_zero, texts.SummaryText.select().count()) == ("总结二", None, 1)


def test_a_text_is_read_from_the_program_until_it_is_kept(archive):
    assert texts.summary_text_of(texts.YEARLY_SUMMARY, 2020).id is None
    assert texts.SummaryText.select().count() == 0


def test_a_new_year_starts_with_the_text_of_the_year_before(archive):
    texts.keep_text(
        texts.YEARLY_SUMMARY, 2019, "总结\n走访部队11支。", USER, texts.TextChoices(tell_zero=True)
    )
    texts.keep_text(texts.YEARLY_SUMMARY, 2021, "总结\n二一年。", USER)
    told = texts.summary_text_of(texts.YEARLY_SUMMARY, 2020)
    assert (told.id, told.year, told.text, told.tell_zero) == (None, 2020, "总结\n走访部队11支。", True)
    assert texts.text_origin(texts.YEARLY_SUMMARY, 2020) == "沿用2019年的文字"
    assert texts.text_origin(texts.YEARLY_SUMMARY, 2018) == "程序自带的文字"
    assert report.summary_of(texts.YEARLY_SUMMARY, 2020).typed[0].text == "11支"
    texts.keep_text(texts.YEARLY_SUMMARY, 2020, "总结\n二零年。", USER)
    assert [texts.summary_text_of(texts.YEARLY_SUMMARY, year).text[3:] for year in (2019, 2020, 2021, 2022)] == [
        "走访部队11支。", "二零年。", "二一年。", "二一年。",
    ]  # fmt: skip


def test_the_program_s_text_comes_back_for_one_year_and_the_others_keep_theirs(archive):
    shipped = texts.shipped_text(texts.YEARLY_SUMMARY)
    for year in (2019, 2020):
        texts.keep_text(texts.YEARLY_SUMMARY, year, f"总结\n{year}", USER)
    texts.restore_text(texts.YEARLY_SUMMARY, 2020, USER)
    assert texts.summary_text_of(texts.YEARLY_SUMMARY, 2020).text == shipped
    assert texts.summary_text_of(texts.YEARLY_SUMMARY, 2019).text == "总结\n2019"


def test_a_text_from_before_there_was_one_for_each_year_is_meant_for_all(archive):
    with journal.entry("旧档案", USER):
        texts.SummaryText(kind=texts.YEARLY_SUMMARY, text="总结\n旧的。").save()
    assert texts.summary_text_of(texts.YEARLY_SUMMARY, 2015).text == "总结\n旧的。"
    assert texts.text_origin(texts.YEARLY_SUMMARY, 2015) == "沿用以前的文字"


def test_a_sentence_written_by_hand_stays_in_a_year_of_which_nothing_is_told(archive):
    shipped = texts.shipped_text(texts.YEARLY_SUMMARY)
    own = shipped.replace(
        "[制作双拥宣传牌{publicity.signs}。]", "[制作双拥宣传牌{publicity.signs}。]各街道的宣传栏都更新了。"
    )
    assert own != shipped
    texts.keep_text(texts.YEARLY_SUMMARY, 2020, own, USER)
    found = report.summary_of(texts.YEARLY_SUMMARY, 2020)
    assert found.paragraphs == [
        "一、加强宣传教育，密切军政军民关系",
        "（一）阵地宣传。各街道的宣传栏都更新了。",
    ]
    assert [each.message for each in found.doubts if "各街道的宣传栏都更新了。" in each.message]


def test_units_are_left_out_of_the_document_that_does_without_them_and_of_next_years(archive):
    with journal.entry("登记", USER):
        for unit in ("区妇联", "区文化馆"):
            Activity(day=PartDate(2020, 2, 1), kind="慰问活动", theme="春节", organiser=unit).save()
    kind, text = texts.YEARLY_SUMMARY, texts.shipped_text(texts.YEARLY_SUMMARY)

    def told(year=2020):
        return next(each for each in report.summary_of(kind, year).paragraphs if "主题慰问" in each)

    assert "（一）节日慰问。区妇联和区文化馆开展迎春、春节主题慰问活动2场。" in told()
    texts.keep_text(kind, 2020, text, USER, texts.TextChoices(names_units=False))
    assert "（一）节日慰问。开展迎春、春节主题慰问活动2场。" in told()
    assert not texts.summary_text_of(kind, 2021).choices.names_units
