"""The book of a handover: a list for each subject, the counts of the day, the journal's head, and both sign."""

from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.core.jobs import finish
from models.handover.handover import HandedOver, Handover, keep_handover
from models.handover.open_matters import HandoverSpan
from reports.handover.handover_book import (
    COUNTS,
    counts_of_the_day,
    found_matters,
    subjects_of,
    write_handover_book,
)
from tests.conftest import USER
from tests.models.handover.conftest import TODAY, busy, case, draw, granted, payee
from tests.reports.papers import text_of

__all__ = ["busy", "case", "draw", "granted", "payee"]  # fixtures


@pytest.fixture
def handover(archive):
    return Handover(
        day=PartDate.of(TODAY),
        kind="休假替班",
        giver="王芳",
        taker="李明",
        until=PartDate(2020, 9, 30),
        words="多跑一趟",
    )


def test_the_book_holds_every_subject_and_room_for_both_to_sign(handover, busy, tmp_path):
    lines = finish(found_matters(HandoverSpan.of(TODAY, handover.until)))
    assert [subject for subject, _ in subjects_of(lines)][-2:] == ["档案盒", COUNTS]
    out = tmp_path / "交接册.pdf"
    assert finish(write_handover_book(handover, lines, out)) == ()
    words = text_of(out)
    for said in (
        "工作交接册",
        "草稿，还没有存为交接记录",
        "王芳",
        "李明",
        "屋顶漏雨",
        "送轮椅",
        "2号柜3层1盒",
        "移交人",
        "接手人",
        "签字：",
    ):
        assert said in words, said


def test_one_that_was_kept_says_the_journals_head(handover, tmp_path):
    kept = keep_handover(handover, [HandedOver("承诺", "王五", "送轮椅")], USER)
    out = tmp_path / "交接册.pdf"
    finish(write_handover_book(kept, [], out))
    words = text_of(out)
    assert "没有开着的事情" in words
    assert "草稿" not in words
    assert f"操作日志共{kept.entry}条" in words or kept.entry == 0


def test_counts_are_those_of_the_desk(busy):
    told = {line.whose: line.words for line in counts_of_the_day(TODAY)}
    assert told["全部优抚对象"] == "3人，1个身份"
    assert told["档案借出过了应还日期"] == "1人"
