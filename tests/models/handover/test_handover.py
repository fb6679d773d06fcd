"""A handover is kept as it was on the day, with the journal's head, and is not changed any more."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal
from models.handover.handover import (
    HandedOver,
    Handover,
    HandoverLine,
    handovers,
    keep_handover,
    lines_of_handover,
)
from models.undo import undo
from tests.conftest import USER

LINES = [
    HandedOver("审批", "李四", "残疾关系迁入", "2020年9月20日", "7个工作日"),
    HandedOver("承诺", "王五", "送轮椅"),
]


def handover(**facts):
    return Handover(
        **{"day": PartDate(2020, 9, 10), "kind": "休假替班", "giver": "王芳", "taker": "李明"} | facts
    )


def test_what_was_handed_over_stays_with_the_journals_head(person):
    person()
    head = journal.journal_head()
    kept = keep_handover(handover(), LINES, USER)
    assert lines_of_handover(kept) == LINES
    assert (kept.entry, kept.head) == head
    assert [each.title() for each in handovers()] == ["2020年9月10日 王芳 → 李明（休假替班）"]


def test_it_is_not_changed_any_more(archive):
    kept = keep_handover(handover(), LINES, USER)
    with pytest.raises(Refusal, match="不能改动"):
        keep_handover(kept, LINES, USER)
    for record in (Handover.get(), HandoverLine.get()):
        record.words = "别的"
        with pytest.raises(Invalid, match="不能改动"), journal.entry("改", USER):
            record.save()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"taker": " "}, "taker"),
        ({"taker": "王芳"}, "taker"),
        ({"giver": ""}, "giver"),
        ({"kind": "离职"}, "kind"),
        ({"day": PartDate(2020, 9)}, "day"),
        ({"until": PartDate(2020, 9, 1)}, "until"),
    ],
)
def test_what_cannot_be_is_refused(archive, facts, field):
    with pytest.raises(Invalid) as refused:
        keep_handover(handover(**facts), LINES, USER)
    assert set(refused.value.problems) == {field}
    assert not Handover.select().exists()


def test_one_that_was_kept_by_mistake_is_undone_whole(archive):
    keep_handover(handover(), LINES, USER)
    undo.undo(journal.last_number(), USER)
    assert not Handover.select().exists()
    assert not HandoverLine.select().exists()
