"""What is asked before a change is tried, and what it becomes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.record import Refusal
from models.forecast.standard_changes import StandardChange
from models.pay.standards import months
from ui.forecast.trying import BY_AMOUNT, BY_DRAFTS, BY_PERCENT, ask_change, change_of

AUGUST = months.month(2026, 8)
ASKED = {"way": BY_PERCENT, "begins": "2026-08", "percent": "5", "kind": "", "amount": None}


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ({}, StandardChange(AUGUST, Decimal(5))),
        ({"percent": "５.５％", "kind": "三属"}, StandardChange(AUGUST, Decimal("5.5"), "三属")),
        (
            {"way": BY_AMOUNT, "kind": "烈士子女", "amount": Decimal(800)},
            StandardChange(AUGUST, amounts={"烈士子女": Decimal(800)}),
        ),
        ({"way": BY_DRAFTS}, StandardChange(AUGUST, drafts=True)),
    ],
)
def test_an_answer_becomes_a_change(said, change):
    assert change_of(ASKED | said) == change


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"percent": "五"}, "写法不对"),
        ({"percent": "NaN"}, "写法不对"),
        ({"begins": "2026"}, "月份“2026”写法不对"),
        ({"way": BY_AMOUNT, "kind": "烈士子女"}, "请选择身份，并填写新的金额"),
    ],
)
def test_what_cannot_be_read_is_refused(said, words):
    with pytest.raises(Refusal, match=words):
        change_of(ASKED | said)


def test_only_what_the_way_needs_can_be_filled_in_and_a_refusal_stays_in_the_question(archive, qtbot):
    taken = []
    asking = ask_change(None, AUGUST, taken.append)
    qtbot.addWidget(asking)
    assert asking.editors["percent"].isEnabled()
    asking.editors["way"].set_value(BY_DRAFTS)
    assert not asking.editors["percent"].isEnabled()
    assert not asking.editors["amount"].isEnabled()
    asking.editors["way"].set_value(BY_AMOUNT)
    asking.accept()
    assert asking.problem.text() == "请选择身份，并填写新的金额"
    asking.editors["kind"].set_value("烈士子女")
    asking.editors["amount"].set_value(Decimal(800))
    asking.accept()
    assert taken == [StandardChange(AUGUST, amounts={"烈士子女": Decimal(800)})]
