from __future__ import annotations

from models.printing import printings
from models.printing.last_printed import last_printed
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted
from tests.models.printing.paper_parts import part


def versions(*uids, **how):
    return {key: found.facts for key, found in last_printed(uids, **how).items()}


def test_what_lies_on_paper_is_known_by_person_and_part(printout, printed):
    printed(printout(3, [part("a", "封面", 1, 1), part("a", "登记表", 2, 2), part("b", "封面", 3, 3, "B1")]))
    assert versions("a") == {("a", "封面"): "A1", ("a", "登记表"): "A1"}
    assert versions("b") == {("b", "封面"): "B1"}


def test_the_version_printed_last_counts(printout, printed):
    printed(printout(1, [part("a", "封面", 1, 1, "旧")]))
    printed(printout(1, [part("a", "封面", 1, 1, "新")]))
    assert versions("a") == {("a", "封面"): "新"}


def test_a_part_of_which_a_page_did_not_come_out_was_not_printed(printout, printed):
    made = printed(printout(4, [part("a", "封面", 1, 1), part("a", "登记表", 2, 4)]), sheets=3)
    assert versions("a") == {("a", "封面"): "A1"}
    printings.batch_sent(printings.begin_batch(made, PlannedSheets.of(made.wanted.numbers()), 4, 4))
    assert versions("a") == {("a", "封面"): "A1", ("a", "登记表"): "A1"}


def test_odd_and_even_sides_together_are_the_whole(printout, printed):
    paper = printout(2, [part("a", "登记表", 1, 2)])
    printed(paper, wanted=PagesWanted(1, 2, "只打单数页"))
    assert versions("a") == {}
    printed(paper, wanted=PagesWanted(1, 2, "只打双数页"))
    assert versions("a") == {("a", "登记表"): "A1"}


def test_a_masked_copy_and_a_saved_pdf_are_not_the_paper_of_the_volume(printout, printed):
    printed(printout(1, [part("a", "封面", 1, 1)], masked=True))
    printings.saved_as(printout(1, [part("a", "封面", 1, 1)]), "王芳", "档案.pdf")
    assert versions("a") == {}
    assert versions("a", masked=True) == {("a", "封面"): "A1"}


def test_a_saved_pdf_counts_where_the_officer_wants_it(printout):
    printings.saved_as(printout(1, [part("a", "封面", 1, 1)]), "王芳", "档案.pdf")
    assert versions("a", saved=True) == {("a", "封面"): "A1"}
