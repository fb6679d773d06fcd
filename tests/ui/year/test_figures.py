"""指标 in the window."""

from __future__ import annotations

from models.core.dates import PartDate
from models.ledger.publicity import Publicity
from models.year.figures import DEFINITIONS
from tests.ui.year.conftest import keep
from ui.year.spans import ANY_DAYS


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


def test_figures_of_chosen_days_are_those_days_alone_and_open_their_rows(page, rows, qtbot):
    keep(Publicity(day=PartDate(2020, 9, 1), form="双拥宣传牌", unit="总寨镇", quantity=6))
    section = page("指标")

    def signs():
        qtbot.waitUntil(lambda: not section.counting.busy, timeout=10_000)
        keys = [each.told.figure.key for each in section.lines]
        return section.grid.words.rows[row := keys.index("publicity.signs")][3:5], row

    section.days_box.choice.setCurrentText("上半年")
    assert signs()[0] == ["24块", "20块"]
    section.days_box.choice.setCurrentText(ANY_DAYS)
    assert "请填写起始日期" in section.fault.text()
    assert (section.lines, section.print_button.isEnabled()) == ([], False)
    for day, words in ((section.days_box.first, "2019-3-1"), (section.days_box.last, "2020-8-31")):
        day.setText(words)
        day.editingFinished.emit()
    told, row = signs()
    assert told == ["44块", "20块"]
    assert (section.fault.isHidden(), section.years.isEnabled()) == (True, False)
    section.open_figure(row)
    (window,) = rows
    assert (window.rows.rowCount(), "2019年3月1日至2020年8月31日" in window.windowTitle()) == (2, True)
