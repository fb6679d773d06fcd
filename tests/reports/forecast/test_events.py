"""The list of coming events on paper and for programs."""

from __future__ import annotations

from datetime import date

from models.forecast.coming_events import ComingEvent, EventMatter
from reports.forecast import events

EVENT = ComingEvent(
    date(2027, 5, 4), EventMatter.EIGHTY, 1, "张三", "630103194705040017", "总寨镇", "参战退役人员", "请核对"
)
OUTSIDE = ComingEvent(
    date(2027, 5, 5), EventMatter.APPROVAL, None, "李四", "", "", "医疗救助", "期限10个工作日"
)


def test_an_event_is_a_row_of_the_register(archive):
    register = events.events_register([EVENT, OUTSIDE], range(2027 * 12, 2027 * 12 + 12))
    assert register.title == "2027年1月至12月到期事项清单"
    assert register.rows[0][1:5] == ("2027-05-04", "满80周岁", "张三", "630103194705040017")
    assert register.rows[1][4] == ""


def test_programs_and_people_are_told():
    assert events.event_answers([OUTSIDE]) == [
        {
            "day": "2027-05-05", "matter": "审批到期限", "number": None, "name": "李四",
            "title": "医疗救助", "words": "期限10个工作日",
        }
    ]  # fmt: skip
    assert events.event_lines([EVENT]) == ["2027年5月4日　满80周岁　张三（参战退役人员）：请核对"]
