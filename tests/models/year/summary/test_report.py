"""The whole summary: shipped text, the office's own, and what is doubtful."""

from __future__ import annotations

from models.core import journal
from models.core.dates import PartDate
from models.ledger.publicity import Publicity
from models.visits.visit import Visit
from models.year.summary import report, texts
from tests.conftest import USER


def keep(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


def doubts(kind=texts.YEARLY_SUMMARY):
    return " ".join(doubt.message for doubt in report.summary_of(kind, 2020).doubts)


def test_an_empty_year_says_nothing(archive):
    found = report.summary_of(texts.YEARLY_SUMMARY, 2020)
    assert found.title == "西宁市城中区退役军人事务局\n2020年双拥优抚安置工作总结"
    assert found.paragraphs == []
    assert "项指标没有记录" in doubts()


def test_the_notes_on_a_year_before_the_office_worked_say_nothing(archive, person):
    person(street="总寨镇")
    keep(
        Publicity(day=PartDate(2020, 3, 1), form="横幅", quantity=5),
        Visit(unit="某部", day=PartDate(2020, 8, 1)),
    )
    assert report.summary_of("统计说明", 1995).paragraphs == []
    assert any(
        "横幅" in each or "双拥台账·宣传" in each for each in report.summary_of("统计说明", 2020).paragraphs
    )


def test_one_record_changes_the_sentence_that_depends_on_it_and_no_other(archive):
    keep(Publicity(day=PartDate(2020, 3, 1), form="横幅", quantity=5))
    before = report.summary_of(texts.YEARLY_SUMMARY, 2020).paragraphs
    keep(Publicity(day=PartDate(2020, 3, 1), form="双拥宣传牌", quantity=24))
    after = report.summary_of(texts.YEARLY_SUMMARY, 2020).paragraphs
    new = [words for words in after if words not in before]
    assert new == ["（一）阵地宣传。制作双拥宣传牌20余块。通过横幅发布双拥信息5条。"]


def test_the_half_year_ends_in_june(archive):
    keep(Publicity(day=PartDate(2020, 9, 1), form="双拥宣传牌", quantity=24))
    found = report.summary_of(texts.HALF_YEARLY_SUMMARY, 2020)
    assert "2020年上半年" in found.title
    assert (found.day.month, found.day.day) == (6, 30)
    assert "宣传牌" not in "".join(found.paragraphs)
