"""The differences of two files, and what is chosen of them."""

from __future__ import annotations

import pytest

from models.merging.merging import FileDifference
from ui.merging.differing_fields import DifferingFields


@pytest.fixture
def fields(qtbot):
    made = DifferingFields()
    qtbot.addWidget(made)
    return made


def test_the_kept_words_hold_until_others_are_chosen(fields):
    fields.show_differences(
        [FileDifference("name", "姓名", "张三", "张叁"), FileDifference("phone", "电话", "1", "2")]
    )
    assert fields.taken() == set()
    fields.choices["name"][1].setChecked(True)
    assert fields.taken() == {"name"}
    fields.choose_all(True)
    assert fields.taken() == {"name", "phone"}


def test_long_words_are_cut_and_whole_in_the_tip(fields):
    fields.show_differences([FileDifference("notes", "备注", "甲" * 300, "A&B")])
    kept, other = fields.choices["notes"]
    assert len(kept.text()) == 41
    assert kept.toolTip() == "甲" * 300
    assert other.text() == "A&&B"
