"""For which months and kinds there is a standard that may be used: what no text gave is what is wanting."""

from __future__ import annotations

import pytest

from models.core import journal
from models.pay.dues import coverage
from models.pay.dues.rates import StandardRates
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.pay.standards.standards import Standard

USER = "王芳"
TODAY = months.month(2026, 11)
DISABLED, BEREAVED, RED_ARMY = "伤残人员", "三属", "在乡退伍红军老战士"
SICK, FOUGHT, TESTED = "带病回乡退役军人", "参战退役人员", "参试退役人员"
RURAL, CHILDREN, DEMOBILISED = "农村籍退役士兵", "烈士子女", "在乡复员军人"
THREE = {BEREAVED: 3, RED_ARMY: 3}
FOUR = {BEREAVED: 4}  # 因公牺牲 and 病故, in town and country, whose amounts are first known in 2015
# By the first month of each rise, how many standards no page printed.
NOT_PRINTED = {
    "2009-10": {BEREAVED: 6, RED_ARMY: 3},
    "2010-10": {DISABLED: 23} | FOUR,
    "2011-10": {DISABLED: 15} | FOUR,
    "2012-10": {DISABLED: 23} | FOUR,
    "2013-10": {DISABLED: 23} | FOUR,
    "2014-10": {DISABLED: 2, RURAL: 1, CHILDREN: 1} | FOUR,
    "2015-10": {DISABLED: 23, RURAL: 1},
    "2016-10": {DISABLED: 23},
    "2017-10": {},
    "2018-08": {DISABLED: 23},
    "2019-08": {DISABLED: 23},
    "2020-08": {DISABLED: 26} | THREE,
    "2021-08": {},
    "2022-08": THREE,
    "2023-08": {DISABLED: 24} | THREE,
    "2024-08": {FOUGHT: 1, TESTED: 1, RURAL: 1, CHILDREN: 1} | THREE,
    "2025-08": {DISABLED: 22, SICK: 1, TESTED: 1, RURAL: 1, CHILDREN: 1} | THREE,
}
# What the rule of rates and rounding does not give either.
NOT_DERIVED = {
    "2009-10": {BEREAVED: 6, RED_ARMY: 3},
    **dict.fromkeys(("2010-10", "2011-10", "2012-10", "2013-10", "2014-10"), FOUR),
    "2025-08": {TESTED: 1, RURAL: 1, CHILDREN: 1},
}


def wanting(chosen, first="2009-10", last=TODAY):
    """What is wanting if those standards alone were confirmed; the province's own kind apart."""
    rows = list(Standard.select())
    for each in rows:
        each.confirmed = each in chosen
    found = coverage.coverage_gaps(months.read_month(first), last, StandardRates(Ways(), rows))
    return [each for each in found if each.kind != DEMOBILISED]


def counted(found):
    """Month → kind → how many are wanting."""
    by_month = {}
    for each in found:
        by_month.setdefault(months.iso(each.month), {})[each.kind] = len(each.missing) + len(each.unconfirmed)
    return by_month


def expected(table):
    """The table of rises, month for month up to today."""
    starts = [months.read_month(begins) for begins in NOT_PRINTED]
    found = {}
    for first, after in zip(starts, [*starts[1:], TODAY + 1], strict=True):
        for month in range(first, after):
            if lack := table.get(months.iso(first)):
                found[months.iso(month)] = lack
    return found


@pytest.fixture
def read(archive):
    """The shipped standards that a page printed for the whole country."""
    there = [each for each in Standard.select() if not each.derived_by and each.begins.known == 2]
    return [each for each in there if (each.kind, str(each.begins)) != (BEREAVED, "2009-10")]


def test_what_was_read_leaves_out_what_no_page_printed(read):
    assert counted(wanting(read)) == expected(NOT_PRINTED)


def test_with_what_was_derived_every_kind_can_be_paid_but_where_no_text_gave_a_base(read):
    derived = list(Standard.select().where(Standard.derived_by != ""))
    assert counted(wanting(read + derived)) == expected(NOT_DERIVED)


def test_a_payment_that_had_not_begun_is_not_wanting(read):
    others = [each for each in read if each.kind not in (RURAL, CHILDREN)]
    found = wanting(others, "2011-06", months.month(2011, 8))
    kinds = {(months.iso(each.month), each.kind) for each in found}
    assert {pair for pair in kinds if pair[1] in (RURAL, CHILDREN)} == {
        ("2011-07", CHILDREN), ("2011-08", CHILDREN), ("2011-08", RURAL),
    }  # fmt: skip


def test_what_nobody_has_confirmed_is_told_with_its_row(archive):
    month = months.month(2019, 9)
    (found,) = [each for each in coverage.coverage_gaps(month, month) if each.kind == DISABLED]
    assert found.missing == ()
    assert len(found.unconfirmed) == 23
    assert all(each.derived_by for each in found.unconfirmed)


def test_a_layer_that_the_office_adds_is_wanting_too(archive):
    month = months.month(2021, 9)
    with journal.entry("确认", USER):
        Standard.update(confirmed=True).where(Standard.kind == FOUGHT).execute()
    ways = Ways(supplements=f"{FOUGHT}：地方")
    (found,) = [
        each for each in coverage.coverage_gaps(month, month, StandardRates(ways)) if each.kind == FOUGHT
    ]
    assert found.missing == (FOUGHT,)


def test_months_in_a_row_that_lack_the_same_are_one_span(archive):
    found = coverage.coverage_gaps(months.month(2019, 6), months.month(2019, 10))
    spans = [
        (months.iso(first), months.iso(last))
        for first, last, each in coverage.gap_spans(found)
        if each.kind == DISABLED
    ]
    assert spans == [("2019-06", "2019-07"), ("2019-08", "2019-10")]
