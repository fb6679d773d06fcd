"""What was taken in and decided: opening and in less out is closing."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from models.approvals import matters
from models.approvals.approval import Approval, ApprovalState, seal_of_decision
from models.core import journal
from models.core.dates import PartDate
from models.year.statistics import business
from models.year.statistics.business import CASES_AT_OPENING, CASES_DECIDED, CASES_STILL_OPEN, CASES_TAKEN
from tests.conftest import USER

DAYS = st.dates(date(2018, 1, 1), date(2022, 12, 31))


def keep(person, *cases):
    people = [person() for _ in cases]
    with journal.entry("登记", USER):
        for someone, (state, accepted, decided) in zip(people, cases, strict=True):
            case = Approval(
                person=someone, matter=next(iter(matters.matters())), state=state, accepted_on=PartDate(*accepted),
                decided_on=PartDate(*decided) if decided else None, refusal="不符合条件" if state == ApprovalState.REFUSED else "",
            )  # fmt: skip
            case.signed_hash = seal_of_decision(case)
            case.save()


def test_each_matter_stands_where_its_days_say(person):
    keep(
        person, (ApprovalState.OPEN, (2019, 5, 1), None), (ApprovalState.AGREED, (2019, 6, 1), (2020, 2, 1)), (ApprovalState.REFUSED, (2020, 3, 1), (2020, 4, 1)),
        (ApprovalState.AGREED, (2020, 11, 1), (2021, 1, 5)),
    )  # fmt: skip
    sheet = business.handled(2020)
    told = {
        (each.group, each.label): cell.value for each, cell in zip(sheet.columns, sheet.cells[0], strict=True)
    }
    assert told[("", "年初在办")] == 2
    assert told[("", "本年受理")] == 2
    assert told[("本年办结", "同意")] == 1
    assert told[("本年办结", "不予认定")] == 1
    assert told[("", "年末在办")] == 2
    assert sheet.proofs == ("年初在办2＋受理2－办结2＝年末在办2",)
    assert sheet.records(0, 0).count() == 2


@settings(max_examples=80)
@given(
    st.lists(
        st.tuples(st.sampled_from([ApprovalState.OPEN, ApprovalState.AGREED]), DAYS, st.none() | DAYS),
        max_size=8,
    ),
    st.integers(2018, 2022),
)
def test_whatever_the_days_it_comes_out(cases, year):
    first, last = date(year, 1, 1), date(year, 12, 31)
    counted = dict.fromkeys((CASES_AT_OPENING, CASES_TAKEN, CASES_DECIDED, CASES_STILL_OPEN), 0)
    for state, begun, decided in cases:
        ended = business._ended(state, begun, PartDate.of(decided) if decided else None)
        counted[CASES_AT_OPENING] += begun < first <= ended
        counted[CASES_TAKEN] += first <= begun <= last
        counted[CASES_DECIDED] += first <= ended <= last
        counted[CASES_STILL_OPEN] += begun <= last < ended
    assert (
        counted[CASES_AT_OPENING] + counted[CASES_TAKEN] - counted[CASES_DECIDED] == counted[CASES_STILL_OPEN]
    )
