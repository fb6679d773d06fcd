"""An application that was taken in."""

from __future__ import annotations

import pytest

from models.approvals.approval import Approval, ApprovalState, accept
from models.core import journal
from models.core.dates import PartDate
from tests.conftest import USER

DAY = PartDate(2020, 9, 10)


@pytest.fixture
def case(person):
    def make(matter="临时救助", someone=None, **facts):
        made = Approval(
            person=someone or person(), matter=matter, accepted_on=DAY, state=ApprovalState.OPEN, **facts
        )
        with journal.entry("受理", USER):
            accept(made)
        return made

    return make
