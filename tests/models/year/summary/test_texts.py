"""The office's own texts of its summaries, and those that the program brings."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.record import Invalid
from models.undo import undo
from models.year import figures
from models.year.figures.veterans import SERVICES_SECTION
from models.year.summary import report, texts
from models.year.summary.template import bracket_faults, read_template
from models.year.summary.told_figures import FULL_RATES_KEY, RATES_KEY
from tests.conftest import USER

NUMBERS = {"单位", "年度", "上年"}


@pytest.mark.parametrize("kind", texts.SUMMARY_KINDS)
def test_the_shipped_texts_quote_figures_that_exist_and_nothing_else(archive, kind):
    text = texts.shipped_text(kind)
    assert bracket_faults(text) == []
    known = {*figures.DEFINITIONS, FULL_RATES_KEY, RATES_KEY, *NUMBERS}
    assert {place.key for place in read_template(text).places()} <= known
    assert report.summary_of(kind, 2020).prose.unknown == ()


def test_the_yearly_text_quotes_every_figure_of_the_acceptance_table(archive):
    quoted = {place.key for place in read_template(texts.shipped_text(texts.YEARLY_SUMMARY)).places()}
    of_article = {key for key, each in figures.DEFINITIONS.items() if each.section != SERVICES_SECTION}
    assert of_article <= quoted
    assert {FULL_RATES_KEY, RATES_KEY} <= quoted


@pytest.mark.parametrize("kind", texts.SUMMARY_KINDS)
def test_the_shipped_texts_have_no_typed_number(archive, kind):
    assert report.summary_of(kind, 2020).typed == ()


def test_an_office_keeps_its_own_text_and_undo_brings_the_old_one_back(archive):
    texts.keep_text(texts.YEARLY_SUMMARY, "总结\n建档{files.persons}。", True, USER)
    found = report.summary_of(texts.YEARLY_SUMMARY, 2020)
    assert (found.title, found.paragraphs) == ("总结", ["建档0名。"])
    undo.undo(journal.Entry.select().order_by(journal.Entry.number.desc()).first().number, USER)
    assert texts.summary_text_of(texts.YEARLY_SUMMARY).text == texts.shipped_text(texts.YEARLY_SUMMARY)


def test_the_shipped_text_can_be_brought_back(archive):
    texts.keep_text(texts.YEARLY_SUMMARY, "总结", False, USER)
    texts.restore_text(texts.YEARLY_SUMMARY, USER)
    assert texts.summary_text_of(texts.YEARLY_SUMMARY).text == texts.shipped_text(texts.YEARLY_SUMMARY)
    texts.restore_text(texts.YEARLY_SUMMARY, USER)  # nothing to bring back any more


@pytest.mark.parametrize("text", ["", "总结\n[共{files.persons}"])
def test_a_text_that_cannot_be_read_is_refused(archive, text):
    with pytest.raises(Invalid):
        texts.keep_text(texts.YEARLY_SUMMARY, text, False, USER)


def test_a_kind_of_summary_that_is_none_has_no_text():
    assert set(texts.SummaryText(kind="月报", text="总结").problems()) == {"kind"}


def test_each_kind_has_its_own_text_and_what_is_kept_says_how_nothing_is_told(archive):
    texts.keep_text(texts.YEARLY_SUMMARY, "总结", True, USER)
    assert texts.summary_text_of(texts.HALF_YEARLY_SUMMARY).text == texts.shipped_text(
        texts.HALF_YEARLY_SUMMARY
    )
    texts.keep_text(texts.YEARLY_SUMMARY, "总结二", False, USER)
    kept = texts.SummaryText.get()
    assert (kept.text, kept.tell_zero, texts.SummaryText.select().count()) == ("总结二", None, 1)


def test_a_text_is_read_from_the_program_until_it_is_kept(archive):
    assert texts.summary_text_of(texts.YEARLY_SUMMARY).id is None
    assert texts.SummaryText.select().count() == 0
