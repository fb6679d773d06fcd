"""The money that the time ahead is expected to take stands in 下一步打算 as what it is: expected."""

from __future__ import annotations

from decimal import Decimal

from models.core.dates import this_day
from models.core.jobs import Step, finish
from models.year.proposals.expected_need import LEFT_OUT_KEY, NEED_KEY, expected_need
from models.year.proposals.plans import coming_time
from models.year.summary import proposals, report, texts
from tests.models.pay.conftest import granted, standard

__all__ = ["granted", "standard"]
YEAR = this_day().year
BARE = {"category": "", "grade": "", "nature": ""}


def proposed():
    kind = texts.YEARLY_SUMMARY
    asked = finish(report.ask_need(report.ask_proposals(report.ask(kind, YEAR))))
    return [each.words for each in proposals.proposed_sentences(asked, "") if NEED_KEY in each.line]


def test_next_year_is_expected_to_take_what_its_months_do(granted, standard):
    standard("1000", f"{YEAR}-01", kind="带病回乡退役军人", unit="月")
    granted(kind="带病回乡退役军人", **BARE)
    told = finish(expected_need(coming_time(YEAR)))
    assert (told[NEED_KEY].value, told[LEFT_OUT_KEY].value) == (Decimal(12_000), 0)
    (words,) = proposed()
    assert f"预计{YEAR + 1}年1月至12月定期抚恤补助需要资金约1.2万元，及早列入预算" in words
    granted(kind="伤残人员", category="残疾军人", grade="", nature="")  # nobody knows by which grade
    assert "（另有1项待遇待核定或算不出，没有计入）" in proposed()[0]


def test_it_is_reckoned_in_steps_so_that_it_can_be_given_up(archive):
    asked = report.ask_proposals(report.ask(texts.YEARLY_SUMMARY, YEAR))
    assert isinstance(next(report.ask_need(asked)), Step)


def test_what_cannot_be_reckoned_or_is_past_is_not_expected(granted):
    granted(kind="伤残人员", category="残疾军人", grade="", nature="")
    assert proposed() == []
    assert finish(expected_need(coming_time(YEAR - 2)))[NEED_KEY].is_nothing
