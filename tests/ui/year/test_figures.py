"""指标 in the window."""

from __future__ import annotations

from models.year.figures import DEFINITIONS


def test_figures_are_listed_and_open_their_rows(page, rows):
    section = page("指标")
    left_out = DEFINITIONS.keys() - {each.told.figure.key for each in section.lines}
    assert section.grid.words.rowCount() == len(DEFINITIONS) - len(left_out)
    assert all(DEFINITIONS[key].may_be_nothing for key in left_out)
    row = next(n for n, each in enumerate(section.lines) if each.told.figure.key == "visits.gifts_yuan")
    assert section.grid.words.rows[row][2:] == ["7万余元", "73,600.00元", "", "", "走访慰问登记1条"]
    section.open_figure(row)
    (window,) = rows
    assert "慰问品折价合计73,600.00元" in window.sentence.text()
