"""Widgets beside each other as far as there is room, then below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.widgets.flow_layout import FlowLayout


class Block(QWidget):
    def __init__(self, width=100, height=20):
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self):
        return self._size


@pytest.fixture
def flow(shown):
    """Blocks of these widths in so much room."""

    kept = []  # or Python would let go of what the blocks stand in

    def make(room, *blocks):
        holder = QWidget()
        kept.append(holder)
        layout = FlowLayout(holder)
        for block in blocks:
            layout.addWidget(block)
        shown(holder)
        holder.resize(room, 200)
        layout.activate()
        return layout

    yield make
    kept.clear()


def places(blocks):
    return [(block.x(), block.y()) for block in blocks]


def test_as_many_as_fit_to_the_pixel_stand_in_one_line(flow):
    blocks = [Block() for _ in range(3)]
    flow(312, *blocks)  # three of 100 and two gaps of 6
    assert places(blocks) == [(0, 0), (106, 0), (212, 0)]
    blocks = [Block() for _ in range(3)]
    flow(311, *blocks)
    assert places(blocks) == [(0, 0), (106, 0), (0, 26)]


def test_the_next_line_stands_below_the_highest(flow):
    blocks = [Block(height=20), Block(height=50), Block()]
    layout = flow(210, *blocks)
    assert places(blocks)[2] == (0, 56)
    assert layout.heightForWidth(210) == 76
    assert layout.heightForWidth(400) == 50


def test_what_is_hidden_takes_no_room(flow):
    blocks = [Block(), Block(), Block()]
    layout = flow(210, *blocks)
    blocks[0].hide()
    layout.activate()
    assert places(blocks)[1:] == [(0, 0), (106, 0)]


def test_what_is_too_broad_is_as_broad_as_the_room(flow):
    block = Block(width=500)
    flow(210, Block(), block)
    assert (block.x(), block.y(), block.width()) == (0, 26, 210)


def test_what_was_emptied_holds_nothing(flow):
    block = Block()
    layout = flow(210, block, Block())
    layout.empty()
    assert layout.count() == 0
    assert not block.isVisible()
    assert layout.heightForWidth(210) == 0
