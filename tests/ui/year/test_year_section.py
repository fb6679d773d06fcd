"""What the sections of a year share."""

from __future__ import annotations


def test_another_year_is_shown_in_every_section(page, qtbot):
    section = page("指标")
    section.years.setCurrentText("2019年")
    qtbot.waitUntil(lambda: section.grid.words.rows[0][2] == "20块", timeout=10_000)
    assert page("五个100%").years.year() == 2019
