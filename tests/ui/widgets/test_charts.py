"""Charts in the window draw what the reports decide, and answer mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from reports.charts import drawing, paper
from reports.charts.drawing import Fact
from ui.widgets import theme
from ui.widgets.charts import Chart

FACTS = [
    Fact("伤残人员", "伤残人员", 137, "身份142个"),
    Fact("三属", "三属", 42),
    Fact("子女", "烈士子女", 0),
]


@pytest.fixture
def chart(qtbot):
    def make(shape=drawing.columns, facts=FACTS):
        made = Chart(shape)
        qtbot.addWidget(made)
        made.resize(480, 240)
        made.show_facts(facts)
        made.show()
        return made

    return make


@pytest.mark.parametrize("shape", [drawing.columns, drawing.bars])
def test_window_and_paper_have_one_geometry(chart, shape):
    shown = chart(shape)
    size = shown.fontInfo().pixelSize()
    assert shown.drawing() == shape(FACTS, 480, 240, size)
    assert paper.as_print(shown.drawing()).width == 480


def test_the_bars_are_painted_where_the_geometry_says(chart):
    shown = chart()
    picture = shown.grab().toImage()
    for box in shown.drawing().boxes[:2]:
        middle = picture.pixelColor(round(box.x + box.width / 2), round(box.y + box.height / 2))
        assert middle == theme.colour("accent")


def test_a_click_on_a_bar_or_its_label_asks_for_its_list(chart, qtbot):
    shown = chart()
    asked = []
    shown.clicked.connect(asked.append)
    band = shown.drawing().bands[1]
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(round(band.x + 10), 235))
    qtbot.mouseClick(shown, Qt.MouseButton.RightButton, pos=QPoint(round(band.x + 10), 100))
    assert asked == ["三属"]


def test_arrow_keys_choose_and_enter_asks(chart, qtbot):
    shown = chart()
    asked = []
    shown.clicked.connect(asked.append)
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return):
        qtbot.keyClick(shown, key)
    assert asked[-1] in ("三属", "伤残人员")
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert asked[-1] == "子女"


def test_what_is_pointed_at_is_told_with_its_note(chart, qtbot):
    shown = chart()
    assert shown.told("伤残人员") == "伤残人员：137人\n身份142个"
    box = shown.drawing().boxes[0]
    qtbot.mouseMove(shown, QPoint(1, 1))  # the mouse may stand there already
    qtbot.mouseMove(shown, QPoint(round(box.x + 5), round(box.y + 5)))
    qtbot.waitUntil(lambda: shown._pointed == "伤残人员")
    assert shown.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_other_facts_and_another_size_make_another_drawing(chart):
    shown = chart()
    before = shown.drawing()
    shown.resize(600, 300)
    assert shown.drawing().width == 600
    shown.show_facts([])
    assert [words.text for words in shown.drawing().words] == ["没有数据"]
    assert shown.drawing() != before
    assert "没有数据" in shown.accessibleDescription()
    shown.grab()


def test_before_anything_is_counted_it_does_not_say_that_there_is_nothing(qtbot):
    chart = Chart(drawing.columns)
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    chart.show()
    before = chart.grab().toImage()
    chart.show_facts([])
    assert chart.grab().toImage() != before
    blank = chart.grab().toImage()
    blank.fill(before.pixelColor(0, 0))
    assert before == blank
