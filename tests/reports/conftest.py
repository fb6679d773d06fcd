"""An approval in the making."""

from __future__ import annotations

import pytest

from models.approvals.approval import Approval, accept, steps_of
from models.approvals.signing import sign_step
from models.core import journal
from models.core.dates import PartDate
from tests.reports.papers import USER

DAY = PartDate(2020, 9, 10)


@pytest.fixture
def case(person):
    def make(matter, someone, signatures=0, verdict="同意", **facts):
        made = Approval(person=someone, matter=matter, accepted_on=DAY, handler=USER)
        for name, value in facts.items():
            setattr(made, name, value)
        with journal.entry("受理", USER):
            accept(made)
        for step in steps_of(made)[:signatures]:
            step.verdict, step.opinion, step.signed_by, step.signed_on = verdict, "情况属实。", "马负责", DAY
            with journal.entry("签署", USER):
                sign_step(step, USER)
        return Approval.get_by_id(made.id)

    return make
