"""Opening + in - out = closing, whatever the histories."""

from __future__ import annotations

from models.core.dates import PartDate
from models.people.identity import RECEIVING
from models.year.statistics import moves
from tests.models.year.statistics.states import state


def told(sheet, column, group=""):
    columns = [(each.group, each.label) for each in sheet.columns]
    return sheet.cells[0][columns.index((group, column))].value


def test_who_came_and_who_went_and_why(identity):
    stays, new, dead, back = (identity() for _ in range(4))
    state(stays, RECEIVING, PartDate(2010, 5))
    state(new, RECEIVING, PartDate(2020, 3, 2))
    state(dead, RECEIVING, PartDate(2010, 5))
    state(dead, "去世", PartDate(2020, 6))
    for words, since in (
        (RECEIVING, (2010, 1)),
        ("停发", (2019, 5)),
        (RECEIVING, (2020, 2)),
        ("停发", (2020, 8)),
    ):
        state(back, words, PartDate(*since))
    sheet = moves.changes(2020)
    assert told(sheet, "年初人数") == 2
    assert [told(sheet, each, "新增") for each in ("新批准", "恢复", "小计")] == [1, 1, 2]
    assert [told(sheet, each, "减员") for each in ("去世", "停发", "小计")] == [1, 1, 2]
    assert told(sheet, "年末人数") == 2
    assert sheet.proofs[0] == "合计：年初2＋新增2－减员2＝年末2"


def test_a_state_of_unknown_day_holds_from_the_approval(identity):
    someone = identity(approved=PartDate(2020, 4))
    state(someone, RECEIVING, None)
    assert told(moves.changes(2020), "新批准", "新增") == 1
    assert told(moves.changes(2021), "年初人数") == 1


def test_a_history_that_does_not_end_in_the_present_state_is_told(identity):
    state(identity(), "停发", PartDate(2019))
    assert any("与现在的状态不符（张三）" in each for each in moves.changes(2020).proofs)
