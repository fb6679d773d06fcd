"""档案借阅 and 承诺 in the window: whom it is about is asked, and a file comes back in one step."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate, this_day
from models.ledger.loans import Loan
from models.ledger.promises import Promise
from tests.conftest import USER
from tests.ui.ledger.conftest import column
from ui.ledger.tab import LoansPage


@pytest.fixture
def lent(person):
    loan = Loan(
        person=person(), day=PartDate(2020, 5, 6), borrower="赵建国", unit="纪委", due=PartDate(2020, 6, 6)
    )
    with journal.entry("借阅", USER):
        loan.save()
    return loan


def test_a_file_is_lent_to_whoever_is_typed(page, dialogs, person):
    someone = person()

    def fill(dialog):
        editors = dialog.form.editors
        editors["person"].set_value(someone)
        editors["borrower"].set_value("赵建国")
        dialog.save()

    dialogs.fill = fill
    page(made=LoansPage).add()
    assert [(each.person_id, each.borrower, each.day) for each in Loan.select()] == [
        (someone.id, "赵建国", PartDate.of(this_day()))
    ]


def test_a_file_comes_back_in_one_step_and_not_twice(page, session, lent, boxes):
    shown = page(made=LoansPage)
    assert column(shown, "state") == ["已超期"]
    shown.table.selectRow(0)
    shown.give_back()
    assert Loan.get().returned == PartDate.of(this_day())
    assert session.last_undoable().title == "归还档案：张三"
    shown.table.selectRow(0)
    shown.give_back()
    assert "已经归还" in boxes[-1]


def test_a_promise_is_listed_with_what_became_of_it(page, dialogs, person):
    someone = person()

    def fill(dialog):
        dialog.form.editors["person"].set_value(someone)
        dialog.form.editors["words"].set_value("送轮椅")
        dialog.save()

    dialogs.fill = fill
    shown = page("承诺")
    shown.add()
    shown.refresh()
    assert Promise.get().person_id == someone.id
    assert column(shown, "state") == ["未兑现"]
