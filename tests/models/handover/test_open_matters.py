"""What is open is told subject by subject, each with its limit and what is left of it."""

from __future__ import annotations

from datetime import date

from models.core import journal
from models.core.dates import PartDate
from models.handover import open_matters as matters
from models.handover.open_matters import SUBJECTS, HandoverSpan, matters_named
from models.ledger.loans import Loan
from tests.conftest import USER
from tests.models.handover.conftest import TODAY


def open_lines():
    return [matter.line for source in SUBJECTS for matter in source(HandoverSpan.of(TODAY))]


def test_every_subject_is_asked(busy):
    told = {line.subject: line for line in open_lines()}
    assert told["发放批次"].words == "待复核：1人600.00元"
    assert (told["审批"].whose, told["审批"].words[:6]) == ("李四", "残疾关系迁入")
    assert told["审批"].left.endswith("个工作日")
    assert (told["诉求"].words, told["诉求"].left) == ("屋顶漏雨；最近：已报住建局", "超9天")
    assert (told["承诺"].words, told["承诺"].left) == ("送轮椅（王芳2020年8月1日答应的）", "10天")
    assert told["借出的档案"].words.endswith("应还日期2020年9月1日，还回2号柜3层1盒")
    assert told["借出的档案"].left == "超9天"
    assert ("王五", "2020年9月20日") in {
        (line.whose, line.day) for line in open_lines() if line.subject == "日历"
    }


def test_the_calendar_looks_to_the_end_of_the_leave(busy):
    assert HandoverSpan.of(TODAY) == (TODAY, date(2020, 11, 9))
    short = HandoverSpan.of(TODAY, PartDate(2020, 9, 15))
    assert short.until == date(2020, 9, 15)
    assert "王五" not in [matter.line.whose for matter in matters.calendar_to_come(short)]
    assert HandoverSpan.of(TODAY, PartDate(2020, 9, 1)).until == TODAY


def test_of_a_subject_with_very_many_the_rest_is_told_as_a_number(identity, monkeypatch):
    identity(state="")
    monkeypatch.setattr(matters, "MOST_LISTED", 0)
    ((line, *_),) = matters.conflicts(HandoverSpan.of(TODAY))
    assert (line.whose, line.words) == ("其余", "还有1件，在优抚对象，筛选“有未处理的疑点”里")


def test_an_office_with_nothing_open_hands_over_nothing(archive):
    assert open_lines() == []


def test_what_stands_in_somebodys_name_is_found_however_he_is_written(busy):
    assert [each.line.subject for each in matters_named({"王芳"})] == ["发放批次", "审批", "承诺"]


def test_a_borrower_of_another_office_is_not_the_colleague_of_the_same_name(busy):
    assert matters_named({"赵建国"}) == []
    with journal.entry("更正", USER):
        loan = Loan.get()
        loan.unit = ""
        loan.save()
    assert [each.line.subject for each in matters_named({"赵建国"})] == ["借出的档案"]
