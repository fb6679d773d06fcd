from __future__ import annotations

from models.superior_forms.left_open import LeftOpen
from ui.superior_forms.left_list import LeftList


def test_a_form_with_nothing_left_shows_no_list(qtbot):
    made = LeftList()
    qtbot.addWidget(made)
    made.show_left([])
    assert made.isHidden()
    made.show_left([LeftOpen("6301", "张三", "联系电话", "档案中没有登记联系电话")])
    assert made.item(0, 0).text() == "张三"
