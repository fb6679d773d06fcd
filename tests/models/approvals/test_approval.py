"""An approval is taken in with its number and its levels, and what is said of it can be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.approvals.approval import approvals, steps_of
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from tests.models.approvals.conftest import USER, signed


def test_a_limit_that_no_text_confirms_is_said_to_be_doubtful_until_the_office_sets_its_own(case):
    step = steps_of(case("评定残疾等级"))[0]
    assert step.limit_words == "20个工作日（待核实）"
    with journal.entry("改期限", USER):
        step.limit = 15
        step.save()
    assert step.limit_words == "15个工作日"
    assert steps_of(case("残疾关系迁入"))[0].limit_words == "20个工作日"


@pytest.mark.parametrize("field", ["signed_on", "accepted_on", "applied_on"])
def test_a_day_in_the_future_is_refused(case, field):
    tomorrow = PartDate.of(date.today() + timedelta(1))
    made = case() if field == "signed_on" else None
    with pytest.raises(Invalid, match="晚于今天"):
        signed(made, 0, day=tomorrow) if made else case(**{field: tomorrow})


def test_a_signature_has_a_name_and_a_whole_day_and_a_no_has_its_reason(case):
    made = case()
    for facts, words in (({"by": ""}, "负责人"), ({"day": PartDate(2020, 9)}, "年月日"), ({"verdict": "不同意", "opinion": ""}, "理由")):  # fmt: skip
        with pytest.raises(Invalid, match=words):
            signed(made, 0, **facts)


def test_numbers_run_by_year_and_the_same_matter_is_not_under_way_twice(case, person, identity):
    someone = identity(kind="三属", state="受理").person
    assert case("三属定期抚恤金", someone).number == "2020-0001"
    assert case(accepted_on=PartDate(2019, 5, 6)).number == "2019-0001"
    assert case().number == "2020-0002"
    with pytest.raises(Invalid, match="正在办理：2020-0001"):
        case("三属定期抚恤金", someone)
    assert [each.number for each in approvals(year=2020)] == ["2020-0002", "2020-0001"]
    assert approvals(matter="临时救助").count() == 2
