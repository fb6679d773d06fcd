"""How a printer wants its pages."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFormLayout, QWidget

from ui.printing.placing_box import PlacingBox, edge_words
from ui.printing.sheet_placing import Edges, Placing

OUT = Edges(4.2, 4.2, 4.2, 4.2)


@pytest.fixture
def box(qtbot):
    form = QWidget()
    qtbot.addWidget(form)
    yield PlacingBox(QPrinter(), QFormLayout(form))
    form.close()


def test_each_printer_has_its_own_placing_that_is_recalled(box):
    box.show_printer("一楼")
    box.right.setValue(1.5)
    box.pictures.setChecked(True)
    box.remember()
    box.show_printer("二楼")
    assert box.placing() == Placing()
    box.show_printer("一楼")
    assert box.placing() == Placing(right=1.5, pictures=True)


@pytest.mark.parametrize(
    ("out", "free", "shrunk", "said"),
    [
        (Edges(0, 0, 0, 0), Edges(0, 0, 0, 0), False, ""),
        (OUT, Edges(10, 8, 10, 11), False, "不受影响"),
        (OUT, Edges(10, 0, 10, 11), False, "会缺边。请选“缩小到打印机打得到的范围”"),
        (OUT, None, False, "如果边上缺字"),
        (OUT, Edges(10, 0, 10, 11), True, "略微缩小"),
    ],
)
def test_edges_that_cannot_be_printed_are_told_with_what_to_do(out, free, shrunk, said):
    words = edge_words(out, free, shrunk)
    assert said in words
    assert bool(words) is bool(said)
