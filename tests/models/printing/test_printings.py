from __future__ import annotations

import pytest

from models.core.record import Refusal
from models.printing import printings
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted, PrintBatch, Printing, PrintState, Progress


def test_a_printing_says_who_printed_what_where_and_how_many_sheets(printout, printed):
    made = printed(printout(10), both_sides=True)
    assert (made.user, made.place, made.sheets, made.sent_pages) == ("王芳", "一楼打印机", 5, 10)
    assert made.state == PrintState.DONE


def test_a_batch_that_was_begun_and_not_sent_is_in_doubt(printout, printed):
    made = printed(printout(10), sheets=6)
    plan = PlannedSheets.of(made.wanted.numbers())
    printings.begin_batch(made, plan, 7, 9)
    assert made.progress == Progress(6, 9)
    assert made.state == PrintState.BROKEN
    assert made.pages_sent() == {1, 2, 3, 4, 5, 6}
    assert printings.broken_off() == [made]


def test_after_a_jam_it_goes_on_behind_the_last_good_sheet(printout, printed):
    made = printed(printout(10))
    plan = PlannedSheets.of(made.wanted.numbers())
    batch = printings.begin_batch(made, plan, 5, 10)
    assert made.progress.sent == 4
    printings.batch_sent(batch)
    assert made.state == PrintState.DONE


def test_no_sheet_may_be_left_out(printout, printed):
    made = printed(printout(10), sheets=3)
    with pytest.raises(ValueError, match="missing"):
        printings.begin_batch(made, PlannedSheets.of(made.wanted.numbers()), 5, 6)


def test_what_is_being_sent_is_not_broken_off(printout, printed):
    made = printed(printout(10), sheets=3)
    printings.run_began(made)
    assert made.state == PrintState.RUNNING
    printings.run_ended(made)
    assert made.state == PrintState.BROKEN


def test_a_broken_off_printing_can_be_given_up_and_a_whole_one_not(printout, printed):
    made = printed(printout(10), sheets=3)
    printings.give_up(made)
    assert Printing.get_by_id(made.id).state == PrintState.GIVEN_UP
    with pytest.raises(Refusal, match="打完"):
        printings.give_up(printed(printout(4)))


def test_a_saved_pdf_counts_as_printed_once_an_officer_says_so(printout):
    saved = printings.saved_as(printout(4), "王芳", "U盘/档案.pdf")
    assert saved.state == PrintState.SAVED
    assert saved.pages_sent() == set()
    printings.printed_elsewhere(saved)
    assert saved.state == PrintState.ELSEWHERE
    assert saved.pages_sent() == {1, 2, 3, 4}


def test_odd_and_even_sides_apart_are_two_printings_of_one_paper(printout, printed):
    paper = printout(5)
    odd = printed(paper, wanted=PagesWanted(1, 5, "只打单数页"))
    even = printed(paper, wanted=PagesWanted(1, 5, "只打双数页"))
    assert odd.pages_sent() == {1, 3, 5}
    assert even.pages_sent() == {2, 4}


def test_of_two_copies_the_second_is_promised_too(printout, printed):
    made = printed(printout(3), wanted=PagesWanted(1, 3, copies=2), sheets=4)
    assert (made.sheets, made.state) == (6, PrintState.BROKEN)
    assert made.pages_sent() == {1, 2, 3}


def test_batches_are_written_down_one_by_one(printout, printed):
    made = printed(printout(10))
    rows = [(each.first, each.last, each.pages_before, each.pages) for each in made.batches]
    assert rows == [(1, 3, 0, 3), (4, 6, 3, 6), (7, 9, 6, 9), (10, 10, 9, 10)]
    assert PrintBatch.select().where(PrintBatch.sent.is_null()).count() == 0
