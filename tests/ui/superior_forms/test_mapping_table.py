from __future__ import annotations

from tests.ui.imports.conftest import choose
from ui.superior_forms.mapping_table import EMPTY_WORDS
from ui.widgets import theme


def test_a_heading_that_waits_offers_no_answer_of_its_own(looked_through):
    box = looked_through.mapping.cellWidget(4, 2)
    assert box.currentData() is None
    assert looked_through.mapping.item(4, 1).background().color() == theme.colour("doubtsoft")


def test_a_heading_may_stay_empty(looked_through):
    choose(looked_through.mapping.cellWidget(4, 2), EMPTY_WORDS)
    assert looked_through.mapping.item(4, 5).text() == "留空"
    assert "各栏都认出来了" in looked_through.about.text()
