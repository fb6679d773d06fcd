"""The ways to an archive besides the list, each with a line that says when it is the right one."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollArea

from ui.start.ways_in import WaysIn


def test_each_way_says_when_it_is_the_right_one(shown):
    ways = shown(WaysIn())
    below = [label.text() for label in ways.findChildren(QLabel)]
    for button, words, when in (
        (ways.open_button, "打开其他档案库…", "在别的文件夹或移动硬盘上"),
        (ways.new_button, "新建档案库…", "第一次使用从这里开始"),
        (ways.practice_button, "演练库", "全是编造的人，放心练习"),
        (ways.restore_button, "从备份恢复…", "换电脑或档案库损坏时"),
    ):
        assert button.text() == words
        label = next(each for each in ways.findChildren(QLabel) if each.text() == when)
        assert 0 < label.y() - button.y() < 3 * button.height()
    assert "资料加密存在本机，不联网" in below


def test_on_a_low_screen_all_ways_can_be_scrolled_to(shown):
    ways = shown(WaysIn())
    ways.resize(ways.width(), 200)
    area = ways.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    area.ensureWidgetVisible(ways.restore_button)
    assert (
        area.viewport()
        .rect()
        .contains(ways.restore_button.mapTo(area.viewport(), ways.restore_button.rect().center()))
    )
    assert not area.horizontalScrollBar().isVisible()
    assert ways.practice_button.width() <= area.viewport().width()
