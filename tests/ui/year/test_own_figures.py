"""Figures of one's own."""

from __future__ import annotations

from models.year.figures.own_figures import OwnFigure


def test_a_figure_of_ones_own_is_made_changed_and_deleted(page, fill, qtbot, boxes):
    section = page("指标")
    before = section.grid.words.rowCount()

    def make(dialog):
        form = dialog.form
        form.editors["name"].set_value("总寨镇宣传")
        form.kind.set_value("双拥宣传")
        form.measure.set_value("合计")
        form.summed.set_value("quantity")
        line = form.conditions.add()
        line.column.set_value("unit")
        line.value.setText("总寨镇")
        form.editors["unit"].set_value("块")
        dialog.save()

    fill(make)
    section.add()
    assert OwnFigure.get().chosen == [("unit", "是", "总寨镇")]
    qtbot.waitUntil(lambda: section.grid.words.rowCount() == before + 1, timeout=10_000)
    assert section.grid.words.rows[-1][:3] == ["自定义", "总寨镇宣传", "24块"]
    section.grid.setCurrentIndex(section.grid.words.index(before, 1))
    assert section.change_button.isEnabled()
    boxes.answer = "删除"
    section.delete()
    assert OwnFigure.select().count() == 0
