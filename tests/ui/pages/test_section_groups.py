"""The groups of a page's sections."""

from __future__ import annotations

import pytest

from ui.jobs.session import Session
from ui.pages.page import Page
from ui.pages.sections import SectionsPage
from ui.widgets import window_memory


class Grouped(SectionsPage):
    NAME = "分组试验"
    SECTIONS = (("发放批次", Page), ("待遇", Page), ("补助标准", Page), ("政策依据", Page))
    GROUPS = (("按月发放", "发放批次"), ("标准和政策", "补助标准"))


@pytest.fixture
def grouped(qtbot, archive):
    window_memory.forget("section/分组试验")
    made = Grouped(Session())
    qtbot.addWidget(made)
    return made


def in_sight(page):
    strip = page.strip
    return [strip.tabText(number) for number in range(strip.count()) if strip.isTabVisible(number)]


def shown(page):
    return page.groups.currentIndex(), page.strip.tabText(page.strip.currentIndex())


def test_only_the_sections_of_one_group_are_in_sight(grouped):
    assert (shown(grouped), in_sight(grouped)) == ((0, "发放批次"), ["发放批次", "待遇"])
    grouped.groups.setCurrentIndex(1)
    assert (shown(grouped), in_sight(grouped)) == ((1, "补助标准"), ["补助标准", "政策依据"])
    assert all(not grouped.strip.tabRect(number).isEmpty() for number in (2, 3))  # and laid out


def test_a_group_opens_where_one_was_in_it_last(grouped):
    grouped.show_section("待遇")
    grouped.show_section("政策依据")
    grouped.groups.setCurrentIndex(0)
    assert shown(grouped) == (0, "待遇")
    grouped.groups.setCurrentIndex(1)
    assert shown(grouped) == (1, "政策依据")


def test_the_keyboard_goes_on_from_group_to_group(grouped):
    grouped.show_section("待遇")
    grouped._step(1)
    assert shown(grouped) == (1, "补助标准")
    grouped.show_section("政策依据")
    grouped._step(1)
    assert (shown(grouped), in_sight(grouped)) == ((0, "发放批次"), ["发放批次", "待遇"])
