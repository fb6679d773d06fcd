"""The months that are looked at."""

from __future__ import annotations

from datetime import date

from models.forecast.forecasts import coming_months
from models.pay.standards import months
from ui.forecast.span_box import SpanBox


def test_it_begins_with_the_coming_months_and_says_when_others_are_chosen(qtbot):
    box, said = SpanBox(), []
    qtbot.addWidget(box)
    assert box.span() == coming_months(date.today())
    box.changed.connect(lambda: said.append(box.span()))
    box.first.set_month(months.month(2030, 1))
    box.count.setCurrentIndex(0)
    assert said == [
        range(months.month(2030, 1), months.month(2033, 1)),
        range(months.month(2030, 1), months.month(2031, 1)),
    ]
