"""The archives opened last on this PC."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.start.recent_archives import RecentArchives, last_opening, remember_opening, said_of
from ui.widgets import window_memory


@pytest.fixture
def known(qtbot):
    def make(*folders):
        for folder in reversed(folders):
            remember_opening(Path(folder), "王芳")
        made = RecentArchives()
        qtbot.addWidget(made)
        made.resize(500, 400)
        made.show()
        return made

    return make


def words(card):
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_the_empty_list_says_what_to_do(known):
    shown = known()
    assert shown.heading.text() == "这台电脑上还没有打开过档案库"
    said = words(shown.empty)
    for way in ("新建档案库", "打开其他档案库", "拖到", "演练库"):
        assert way in said


def test_each_archive_shows_name_place_user_and_last_opening(known):
    shown = known("/资料/优抚一人一档", "/U盘/街道档案")
    assert not shown.empty.isVisible()
    assert [card.folder.name for card in shown.cards] == ["优抚一人一档", "街道档案"]
    said = words(shown.cards[1])
    for fact in ("街道档案", str(Path("/U盘")), "上次打开：今天", "王芳"):
        assert fact in said


def test_a_click_anywhere_on_it_chooses_it(known, qtbot):
    shown = known("/资料/优抚一人一档")
    with qtbot.waitSignal(shown.chosen) as said:
        qtbot.mouseClick(shown.cards[0], Qt.MouseButton.LeftButton)
    assert said.args == [Path("/资料/优抚一人一档")]
    with qtbot.waitSignal(shown.chosen):
        shown.cards[0].open_button.click()


def test_what_is_wrong_stands_beside_the_archive(known):
    shown = known("/资料/优抚一人一档", "/U盘/街道档案")
    shown.complain(
        {Path("/U盘/街道档案"): "找不到文件夹，请检查移动盘是否插好", Path("/资料/优抚一人一档"): ""}
    )
    good, bad = shown.cards
    assert "移动盘" in words(bad)
    assert bad.drop_button.isVisible()
    assert bad.open_button.text() == "再试一次"
    assert not good.problem.isVisible()
    shown.complain({Path("/U盘/街道档案"): ""})
    assert not bad.problem.isVisible()


def test_an_archive_that_is_not_listed_is_shown_with_what_is_wrong(known, qtbot):
    shown = known("/资料/优抚一人一档")
    shown.complain({Path("/别处/文件夹"): "不是档案库"})
    assert shown.cards[0].folder == Path("/别处/文件夹")
    qtbot.waitUntil(lambda: "不是档案库" in words(shown.cards[0]))
    assert window_memory.recent_archives() == [Path("/资料/优抚一人一档")]


def test_an_archive_can_be_taken_off_the_list(known):
    shown = known("/资料/优抚一人一档")
    shown.complain({Path("/资料/优抚一人一档"): "找不到文件夹"})
    shown.cards[0].drop_button.click()
    assert shown.cards == []
    assert shown.heading.text().startswith("这台电脑上还没有")


def test_only_the_last_openings_are_remembered(known):
    shown = known(*(f"/资料/{n}" for n in range(12)))
    assert len(shown.cards) == window_memory.RECENT
    assert last_opening(Path("/资料/0")).user == "王芳"
    assert last_opening(Path("/资料/11")).at is None


def test_a_long_name_is_shortened_in_the_middle_and_whole_in_the_tool_tip(known):
    name = "城中区优抚对象档案库二〇二六年重新整理后的正式版本" * 4
    shown = known(f"/资料/{name}")
    (label,) = [each for each in shown.cards[0].findChildren(QLabel) if each.toolTip() == name]
    assert "…" in label.text()
    assert (
        shown.cards[0].open_button.visibleRegion().boundingRect().width()
        == shown.cards[0].open_button.width()
    )


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 11, 24, 9, 5), "今天 09:05"),
        (datetime(2026, 11, 23, 17, 30), "昨天 17:30"),
        (datetime(2026, 3, 1, 8, 0), "3月1日"),
        (datetime(2025, 12, 31, 8, 0), "2025年12月31日"),
    ],
)
def test_a_past_moment_is_told_as_people_say_it(moment, said):
    assert said_of(moment, date(2026, 11, 24)) == said


def test_enter_opens_the_archive_that_was_open_last(known, qtbot):
    shown = known("/资料/优抚一人一档", "/U盘/街道档案")
    shown.begin()
    with qtbot.waitSignal(shown.chosen) as said:
        qtbot.keyClick(shown.cards[0].open_button, Qt.Key.Key_Return)
    assert said.args == [Path("/资料/优抚一人一档")]
