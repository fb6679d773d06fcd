"""图表 of a year in the window."""

from __future__ import annotations

from models.visits.visit import Visit


def test_a_bar_opens_its_rows(page, rows):
    section = page("图表")
    number = next(n for n, each in enumerate(section.charts) if each.title == "各月走访慰问")
    section.views[number].clicked.emit("7月")
    (window,) = rows
    assert (window.rows.rowCount(), window.model) == (1, Visit)
