"""What the tests of approvals begin with: a matter taken in, and a level that signs."""

from __future__ import annotations

import pytest

from models.approvals.approval import Approval, accept, steps_of
from models.approvals.signing import sign_step
from models.core import journal
from models.core.dates import PartDate
from tests.conftest import USER

DAY = PartDate(2020, 9, 10)


@pytest.fixture
def case(person):
    """An approval taken in: ``case("临时救助")``."""

    def make(matter="临时救助", someone=None, **facts):
        made = Approval(person=someone or person(), matter=matter, accepted_on=DAY, handler=USER)
        for name, value in facts.items():
            setattr(made, name, value)
        with journal.entry("受理", USER):
            accept(made)
        return made

    return make


def signed(approval, place, verdict="同意", day=DAY, user=USER, opinion="同意。", by="负责人"):
    step = steps_of(approval)[place]
    step.verdict, step.opinion, step.signed_by, step.signed_on = verdict, opinion, by, day
    with journal.entry("签署", user):
        sign_step(step, user)
    return Approval.get_by_id(approval.id)
