"""A run of months after the last known rise says that nobody knows whether there was another."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.journal import Entry
from models.pay.runs import drawing_up
from models.pay.runs.runs import PayRun
from models.pay.standards import months, rise_questions, standards

USER = "王芳"
QUESTION = "2026年8月起是否提标未知，最近一次提标2025年8月"
RISES = {months.month(2024, 8), months.month(2025, 8)}


@pytest.mark.parametrize(
    ("month", "words"),
    [("2025-08", ""), ("2026-07", ""), ("2026-08", QUESTION), ("2027-09", QUESTION), ("2024-08", ""), ("2020-01", "")],
)  # fmt: skip
def test_a_month_more_than_a_year_after_the_last_known_rise_asks(month, words):
    assert rise_questions.rise_question(months.read_month(month), RISES) == words


@pytest.fixture
def run_of(granted, standard):
    """A run of a month; one man is paid."""
    granted(kind="带病回乡退役军人", category="", grade="", nature="")
    standard("844", "2025-08", kind="带病回乡退役军人", unit="月", layer="地方")

    def make(month):
        first = PartDate.parse(month)
        return PayRun.get_by_id(finish(drawing_up.draw_up_run(first, first, USER)).id)

    return make


def test_the_question_stands_in_the_notes_of_the_run_and_hinders_nothing(run_of):
    run = run_of("2026-09")
    assert (run.notes, run.state) == (QUESTION, "编制")
    assert run_of("2026-07").notes == ""


def test_what_an_officer_wrote_stays_and_the_question_goes_when_a_rise_is_known(run_of, standard):
    run = run_of("2026-09")
    with journal.entry("备注", USER):
        run.notes = f"李明退回：数额；{run.notes}"
        run.save()
    assert run_of("2026-09").notes == f"李明退回：数额；{QUESTION}"
    entries = Entry.select().count()
    run_of("2026-09")
    assert Entry.select().count() == entries  # nothing changed, nothing is told
    standard("110", "2026-08", kind="参战退役人员", unit="月", confirmed=False, source="省厅通知")
    assert run_of("2026-09").notes == "李明退回：数额"


def test_a_grid_copied_to_be_filled_in_is_no_rise(run_of):
    standards.copy_year(PartDate(2026, 8), USER)
    assert run_of("2026-09").notes == QUESTION
