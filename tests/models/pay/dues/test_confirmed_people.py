"""Who was not seen is not due from the month after the sixty days, and due again from the month after being seen."""

from __future__ import annotations

from datetime import date

from models.approvals import confirmation_steps, confirmations
from models.approvals.confirmations import Confirmation
from models.core import journal
from models.core.dates import PartDate
from models.people.identity import Identity
from tests.models.pay.conftest import USER


def test_the_runs_follow_the_confirmation(granted, person, standard, due):
    standard(12000, grade="六级")
    made = granted("2015-03-04", someone=person(name="甲某"), grade="六级", nature="因公")
    with journal.entry("名单", USER):
        confirmations.begin(2020)
    one = Confirmation.get()
    with journal.entry("通知", USER):
        confirmation_steps.notify([one], PartDate(2020, 6, 10), "电话")
    with journal.entry("停发", USER):
        confirmation_steps.stop_unconfirmed([one], USER, date(2020, 8, 20))
    stopped = Identity.get_by_id(made.id)
    assert due(stopped, "2020-08").yuan == 1000
    assert due(stopped, "2020-09") is None
    with journal.entry("确认", USER):
        confirmation_steps.confirm_person(Confirmation.get(), PartDate(2020, 11, 3), "见面", USER)
    resumed = Identity.get_by_id(made.id)
    assert [due(resumed, month) is not None for month in ("2020-08", "2020-09", "2020-11", "2020-12")] == [
        True, False, False, True,
    ]  # fmt: skip
