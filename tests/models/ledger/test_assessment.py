"""The assessment: the standard's items, year by year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.record import Invalid
from models.ledger import assessment, tasks
from models.ledger.assessment import AssessmentItem
from tests.conftest import USER


def test_the_assessment_of_a_year_begins_with_what_could_be_read(archive):
    with journal.entry("建立考评表", USER):
        assert assessment.set_up(2020) == 6
    with journal.entry("建立考评表", USER):
        assert assessment.set_up(2020) == 0
        assert assessment.set_up(2021) == 6
    items = list(AssessmentItem.select().where(AssessmentItem.year == 2020).order_by(AssessmentItem.number))
    assert tasks.total_points([item.full for item in items]) == 7
    assert all(item.source for item in items)
    assert tasks.total_points(["2", "", "0.25", "?"]) == Decimal("2.25")


def test_an_item_of_a_year_has_its_number_once_and_no_more_points_than_there_are(save):
    with journal.entry("建立考评表", USER):
        assessment.set_up(2020)
    with pytest.raises(Invalid, match="已有第3项"):
        save(AssessmentItem(year=2020, number=3, words="某项"))
    item = AssessmentItem.get(AssessmentItem.year == 2020, AssessmentItem.number == 1)
    item.score = "2.5"
    with pytest.raises(Invalid, match="多于分值"):
        save(item)
    item.score, item.evidence = "1.5", "政府工作报告"
    save(item)


def test_an_item_of_the_office_has_its_own_number_and_no_source(save):
    with journal.entry("建立考评表", USER):
        assessment.set_up(2020)
    assert AssessmentItem.select().where(AssessmentItem.number == 7).count() == 0
    own = save(AssessmentItem(year=2020, number=7, words="本省的一项", full="1"))
    save(AssessmentItem(year=2021, number=7, words="本省的一项"))
    save(AssessmentItem(year=2020, words="没有序号"))
    save(AssessmentItem(year=2020, words="也没有序号"))
    own.score = "1"
    assert save(own).source == ""


def test_what_the_office_took_away_or_wrote_comes_back_only_where_it_is_missing(archive):
    with journal.entry("建立考评表", USER):
        assessment.set_up(2020)
        AssessmentItem.get(number=3).delete_instance()
        kept = AssessmentItem.get(number=4)
        kept.evidence = "照片"
        kept.save()
        assert assessment.set_up(2020) == 1
    assert AssessmentItem.get(number=4).evidence == "照片"
    assert AssessmentItem.get(number=3).words == assessment.assessment_standard()[2]["words"]


def test_an_item_says_what_is_asked_and_in_which_year(save):
    for facts, reason in (
        ({"words": " "}, "考评内容"),
        ({"year": None}, "年度"),
        ({"full": "两分"}, "分值应是数字"),
    ):
        with pytest.raises(Invalid, match=reason):
            save(AssessmentItem(**{"year": 2020, "words": "某项", **facts}))
