"""Sentences on what is lacking and what is planned, as an officer takes them into a text or leaves them."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.tasks import Task
from models.visits.visit import Visit
from models.year.summary import report, texts
from models.year.summary.proposals import proposed_sentences, with_proposals
from tests.conftest import USER

WISHES = "部分诉求还没有办结。走访中反映的诉求，还有1件没有办结。"
SETTLE = "办结遗留诉求。对没有办结的1件诉求，逐件明确承办单位和时限，尽快办结。"
TASKS = "抓好双拥任务落实。2021年列入台账、需要办理的双拥任务有1项，逐项落实责任，按时限完成。"


@pytest.fixture
def wish(person):
    visit = Visit(person=person(), day=PartDate(2020, 3, 1), wishes="反映房屋漏雨")
    with journal.entry("登记", USER):
        visit.save()
        Task(year=2021, unit="某局", words="走访").save()
    return visit


def offered(kind, text):
    asked = report.ask_proposals(report.ask(kind, 2020, text))
    return [each for each in proposed_sentences(asked, text) if "诉求" in each.line or "任务" in each.line]


def said(kind, text):
    return report.write_summary(report.ask(kind, 2020, text), text).paragraphs


@pytest.mark.parametrize("kind", texts.SUMMARY_KINDS)
def test_what_is_taken_is_said_below_its_heading_and_what_is_left_is_not(wish, kind):
    shipped = texts.shipped_text(kind)
    found = offered(kind, shipped)
    tasks = [TASKS] if kind != texts.HALF_YEARLY_SUMMARY else []  # of the next year, not of the other half
    assert [(each.words, each.taken) for each in found] == [
        (words, False) for words in (WISHES, *tasks, SETTLE)
    ]
    text = with_proposals(kind, shipped, found[:1], found[1:])
    told = said(kind, text)
    at = next(n for n, words in enumerate(told) if words.endswith("存在问题"))
    assert told[at + 1].endswith(WISHES)
    assert [each.taken for each in offered(kind, text)][:2] == [True, False]
    again = with_proposals(kind, text, [], found)
    assert [words for words in said(kind, again) if "诉求" in words] == []


def test_what_was_taken_keeps_its_own_words_and_falls_away_with_what_it_tells_of(wish):
    kind = texts.YEARLY_SUMMARY
    shipped = texts.shipped_text(kind)
    text = with_proposals(kind, shipped, offered(kind, shipped), [])
    own = text.replace("走访中反映的诉求", "上门时群众反映的诉求")
    assert with_proposals(kind, own, offered(kind, own), []) == own
    assert any("上门时群众反映的诉求，还有1件" in words for words in said(kind, own))
    with journal.entry("办结", USER):
        wish.done = True
        wish.save()
    told = report.write_summary(report.ask(kind, 2020, text), text)
    assert not any("诉求" in words for words in told.paragraphs)
    assert not any("诉求" in each.message for each in told.doubts)
    assert [each.words for each in offered(kind, text) if each.taken] == ["", TASKS, ""]


def test_what_is_no_figure_of_the_report_stands_in_no_table_of_it(wish):
    kind = texts.YEARLY_SUMMARY
    shipped = texts.shipped_text(kind)
    text = with_proposals(kind, shipped, offered(kind, shipped), [])
    told = report.write_summary(report.ask(kind, 2020, text), text)
    assert "problems.open_wishes" in told.told
    assert not any(each.figure.key.startswith(("problems.", "plans.")) for each in told.figures)
    assert "problems.open_wishes" not in report.summary_of(kind, 2020).told  # asked only when it is quoted
