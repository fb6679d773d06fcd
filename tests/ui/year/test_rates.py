"""五个100% in the window."""

from __future__ import annotations

from models.ledger.rates import Rate
from tests.ui.year.conftest import keep


def test_a_rate_is_entered_and_one_that_is_asked_opens_who_is_missing(page, fill, person, rows, boxes, qtbot):
    someone = person(insurance="")
    person(insurance="城乡居民基本医疗保险")
    section = page("五个100%")

    def enter(dialog):
        dialog.form.editors["name"].set_value("参保率")
        dialog.form.source.set_value("insured")
        dialog.save()

    fill(enter)
    section.add()
    qtbot.waitUntil(lambda: section.grid.words.rowCount() == 1, timeout=10_000)
    assert section.grid.words.rows[0][1:6] == ["参保率", "1", "2", "50%", "1"]
    assert "登记的指标是1个" in section.notes.text()
    section.grid.setCurrentIndex(section.grid.words.index(0, 0))
    section.open_missing()
    (window,) = rows
    window.table.selectAll()
    with qtbot.waitSignal(section.person_wanted) as asked:
        window.table.setCurrentIndex(window.rows.index(0, 0))
        window.open_person()
    assert asked.args == [someone.id]


def test_an_entered_rate_has_no_list(page, boxes):
    keep(Rate(year=2020, name="落实率", done=2, due=2))
    section = page("五个100%")
    section.grid.setCurrentIndex(section.grid.words.index(0, 0))
    section.open_missing()
    assert "没有名单" in boxes[0]
