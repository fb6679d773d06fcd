"""What the standards would be: a rise, another amount, a grid that waits to be confirmed; and what lasts for want of a better."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.core.record import Refusal
from models.forecast.standard_changes import StandardChange, changed_standards, lasting_standards
from models.pay.standards import months
from models.pay.standards.months import NEVER
from models.pay.standards.standards import Standard

AUGUST = months.month(2026, 8)


def made(amount, begins="2025-08", ends=None, confirmed=True, **facts):
    facts = {"layer": "国家", "kind": "参战退役人员", "unit": "月", **facts}
    days = {"begins": PartDate.parse(begins), "ends": PartDate.parse(ends) if ends else None}
    return Standard(amount=Decimal(amount), confirmed=confirmed, **days, **facts)


def told(found):
    lines = (
        (months.iso(e.first), None if e.last == NEVER else months.iso(e.last), str(e.amount)) for e in found
    )
    return sorted(lines, key=lambda line: line[0])


def test_a_rise_begins_with_its_month_and_is_rounded_to_fen():
    found = changed_standards([made("1105.30")], StandardChange(AUGUST, Decimal(5)))
    assert told(found) == [("2025-08", "2026-07", "1105.30"), ("2026-08", None, "1160.57")]


def test_a_rise_of_one_kind_leaves_the_others_alone():
    other = made(700, kind="烈士子女")
    found = changed_standards([made(1000), other], StandardChange(AUGUST, Decimal(10), kind="参战退役人员"))
    assert [e.amount for e in found if e.kind == "烈士子女"] == [700]
    assert ("2026-08", None, "1100.00") in told(found)


def test_what_is_known_for_later_rises_too():
    found = changed_standards(
        [made(1000, ends="2026-09"), made(1100, "2026-10")], StandardChange(AUGUST, Decimal(5))
    )
    assert told(found) == [
        ("2025-08", "2026-07", "1000"), ("2026-08", "2026-09", "1050.00"), ("2026-10", None, "1155.00"),
    ]  # fmt: skip


def test_a_kind_with_one_standard_gets_another_amount():
    found = changed_standards([made(1000)], StandardChange(AUGUST, amounts={"参战退役人员": Decimal(1200)}))
    assert told(found)[-1] == ("2026-08", None, "1200")


def test_a_kind_with_a_grid_of_standards_cannot_get_one_amount():
    grid = [made(1000, kind="伤残人员", grade=grade, nature="因战") for grade in ("九级", "十级")]
    grid[1].amount = Decimal(900)
    with pytest.raises(Refusal, match="伤残人员有2种标准，不能只写一个数"):
        changed_standards(grid, StandardChange(AUGUST, amounts={"伤残人员": Decimal(1200)}))


def test_a_grid_that_waits_is_tried_in_the_place_of_the_old_one():
    old, draft = made(1000), made(1080, "2026-08", confirmed=False)
    assert told(e for e in changed_standards([old, draft], StandardChange(AUGUST, drafts=True)) if e.confirmed) == [
        ("2025-08", "2026-07", "1000"), ("2026-08", None, "1080"),
    ]  # fmt: skip


def test_a_copied_grid_that_nobody_has_filled_in_is_not_tried():
    draft = made(1000, "2026-08", confirmed=False, notes="照抄2025年8月起的1000元/月，待填新标准")
    with pytest.raises(Refusal, match="没有未确认的新标准"):
        changed_standards([made(1000), draft], StandardChange(AUGUST, drafts=True))


def test_a_copied_grid_that_was_filled_in_is_tried_before_anybody_confirms_it():
    draft = made(1080, "2026-08", confirmed=False, notes="照抄2025年8月起的1000元/月，待填新标准")
    found = changed_standards([made(1000, ends="2026-07"), draft], StandardChange(AUGUST, drafts=True))
    assert [e.amount for e in found if e.confirmed and e.first == AUGUST] == [1080]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (StandardChange(AUGUST), "请写明标准提高百分之几"),
        (StandardChange(AUGUST, Decimal(-100)), "不合理"),
        (StandardChange(AUGUST, Decimal(5000)), "不合理"),
        (StandardChange(AUGUST, amounts={"烈士子女": Decimal(0)}), "大于0"),
        (StandardChange(AUGUST, amounts={"烈士子女": Decimal(1)}), "没有已确认的烈士子女标准"),
    ],
)
def test_what_cannot_be_meant_is_refused(change, words):
    with pytest.raises(Refusal, match=words):
        changed_standards([made(1000)], change)


def test_the_last_known_standard_goes_on():
    assert told(lasting_standards([made(900, "2024-08", "2025-07"), made(1000, ends="2026-07")])) == [
        ("2024-08", "2025-07", "900"), ("2025-08", None, "1000"),
    ]  # fmt: skip


def test_a_standard_of_some_does_not_go_on_beside_a_later_one_of_all():
    rural = made(900, "2012-08", "2013-07", household="农村")
    assert lasting_standards([rural, made(1000)])[0].last < NEVER


def test_what_nobody_confirmed_neither_goes_on_nor_ends_another():
    draft = made(1100, "2026-08", "2027-07", confirmed=False)
    found = lasting_standards([made(1000, ends="2026-07"), draft])
    assert found[0].last == NEVER
    assert found[1].last < NEVER


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (StandardChange(AUGUST, Decimal("5.50")), "2026年8月起全部标准提高5.5%"),
        (StandardChange(AUGUST, Decimal(10)), "2026年8月起全部标准提高10%"),
        (StandardChange(AUGUST, Decimal(-2), "三属"), "2026年8月起三属标准降低2%"),
        (StandardChange(AUGUST, amounts={"烈士子女": Decimal(800)}), "2026年8月起烈士子女标准改为800元"),
        (StandardChange(AUGUST, drafts=True), "2026年8月起按未确认的新标准"),
    ],
)
def test_a_change_is_said_in_a_sentence(change, words):
    assert change.words() == words
