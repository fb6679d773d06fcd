"""The month's page on paper."""

from __future__ import annotations

from datetime import date

import pypdf
import pytest

from models.core.jobs import finish
from models.forecast.coming_events import EVENT_MATTERS, ComingEvent
from models.forecast.month_calendar import MonthDay
from reports.forecast.month_sheet import write_month_sheet


def week(events=()):
    return [
        MonthDay(date(2026, 8, day), True, True, "八一建军节" if day == 3 else "", events)
        for day in range(3, 10)
    ]


@pytest.mark.usefixtures("archive")
def test_a_full_month_stands_on_one_page(tmp_path):
    events = tuple(
        ComingEvent(date(2026, 8, 3), matter, None, "名字很长很长的一个走访批次", "", "", "", "")
        for matter in EVENT_MATTERS
    )
    file = tmp_path / "月历.pdf"
    finish(write_month_sheet(2026 * 12 + 7, [week(events)] * 6, file))
    (page,) = pypdf.PdfReader(file).pages
    words = page.extract_text()
    assert "2026年8月工作月历" in words
    assert "八一建军节" in words
    assert f"另有{len(EVENT_MATTERS) - 3}件" in words
