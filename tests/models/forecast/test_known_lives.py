"""What the months need, gathered once: the same, to the fen, as if each month were reckoned for each person."""

from __future__ import annotations

from collections import Counter

import pytest

from models.core.dates import PartDate
from models.core.jobs import finish
from models.forecast.known_lives import gather_lives
from models.pay.dues.dues import Dues
from models.pay.dues.rates import StandardRates
from models.pay.grants import claims, rules
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.payments.payment import usual_item
from tests.conftest import USER

SPAN = range(months.month(2018, 11), months.month(2018, 11) + 18)
CHILD = {"kind": "三属", "category": "烈士遗属", "grade": "", "nature": "", "relation": "子女"}
BARE = {"category": "", "grade": "", "nature": ""}


def needs():
    return finish(gather_lives(SPAN, StandardRates(Ways.kept()), SPAN[0] // 12)).needs()


def month_by_month():
    """The same in the long way round: every grant of everybody in every month."""
    reckoner, fen, people, held = Dues(), Counter(), {}, Counter()
    for group in claims.by_person(claims.read_claims()):
        for month in SPAN:
            for due in reckoner.at(group, month):
                key = month, usual_item(due.claim.kind)
                if due.excluded or due.refused:
                    continue
                if due.held:
                    held[key] += due.fen
                else:
                    fen[key] += due.fen
                    people.setdefault(key, set()).add(due.claim.person)
    return fen, {key: len(some) for key, some in people.items()}, held


@pytest.fixture
def lives(granted, person, answered):
    """People to whom something happens within the months, and two who are alike."""
    granted()
    granted()
    granted(states=[{"state": "停发", "since": "2019-03-04"}, {"state": "享受待遇", "since": "2019-06-07"}])
    granted("2019-05-06", kind="带病回乡退役军人", **BARE)
    granted("2013-07-04", person(born=PartDate(1959, 2, 3)), kind="农村籍退役士兵", service_years=5, **BARE)
    granted("2010-07-04", person(born=PartDate(2001, 2, 3)), **CHILD)
    child = granted("2010-07-04", person(born=PartDate(2001, 1, 3)), **CHILD)
    answered(child, "2019-03", begins=PartDate(2019, 2), ends=PartDate(2019, 8))
    granted(someone=person(died=PartDate(2019, 9, 1)))
    granted(someone=person(died=PartDate(2019)))  # which month is not known
    both = person(born=PartDate(1950, 3, 4))
    granted("2013-07-04", both, kind="参战退役人员", **BARE)
    granted("2019-03-04", both, kind="带病回乡退役军人", **BARE)
    two = person(pension="城镇职工基本养老保险")
    granted("2013-07-04", two, kind="农村籍退役士兵", service_years=9, **BARE)


@pytest.mark.parametrize("exclusions", ["", "+带病-参战", "-农村籍-养老待遇"])
def test_all_months_come_to_what_each_comes_to_by_itself(lives, exclusions):
    rules.keep_ways(Ways(exclusions=exclusions), USER)
    found, (fen, people, held) = needs(), month_by_month()
    assert {(n.month, n.fund): n.fen for n in found.lines if n.fen} == {k: v for k, v in fen.items() if v}
    assert {(n.month, n.fund): n.people for n in found.lines if n.people} == people
    assert {(n.month, n.fund): n.held_fen for n in found.lines if n.held_fen} == {
        k: v for k, v in held.items() if v
    }


def test_who_is_paid_two_rights_of_one_fund_is_one_person(granted, person, answered):
    someone = person()
    rules.keep_ways(Ways(exclusions="-参战-参试"), USER)  # the office pays both
    for kind in ("参战退役人员", "参试退役人员"):
        granted("2013-07-04", someone, kind=kind, **BARE)
    found = [line for line in needs().lines if line.month == SPAN[0]]
    assert [(line.fund, line.people) for line in found] == [("两参人员生活补助费", 1)]


def test_what_cannot_be_reckoned_is_counted_and_said(granted):
    granted(grade="")
    found = needs()
    assert {line.unknown for line in found.lines} == {1}
    assert [*found.reasons] == ["没有登记伤残等级，找不到适用的标准"]


def test_gathering_can_be_given_up(lives):
    job = gather_lives(SPAN, StandardRates(Ways.kept()), 2018)
    assert next(job).note == "正在读取待遇"
    job.close()
