from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.printing.planned_sheets import PlannedSheets


def test_on_both_sides_a_sheet_carries_two_pages():
    assert PlannedSheets.of([1, 2, 3, 4, 5], both_sides=True).sheets == ((1, 2), (3, 4), (5,))


def test_each_copy_begins_on_a_sheet_of_its_own():
    plan = PlannedSheets.of([1, 2, 3], both_sides=True, copies=2)
    assert plan.sheets == ((1, 2), (3,), (1, 2), (3,))
    assert plan.pages == 6


def test_a_page_laid_crosswise_is_on_no_sheet_with_an_upright_one():
    plan = PlannedSheets.of([1, 2, 3, 4], both_sides=True, look=lambda page: page in (2, 3))
    assert plan.sheets == ((1,), (2, 3), (4,))


@given(st.integers(1, 60), st.booleans(), st.integers(1, 3), st.integers(1, 9), st.data())
def test_the_batches_from_any_sheet_are_all_the_sheets_that_are_left(pages, both, copies, most, data):
    plan = PlannedSheets.of(range(1, pages + 1), both, copies)
    first = data.draw(st.integers(1, len(plan.sheets)))
    batches = list(plan.batches(first, most))
    sheets = [sheet for start, end in batches for sheet in range(start, end + 1)]
    assert sheets == list(range(first, len(plan.sheets) + 1))
    assert plan.pages_before(first) + sum(len(plan.sheets[n - 1]) for n in sheets) == plan.pages
