"""How files are printed: pay, empty tables, the stamp."""

from __future__ import annotations

from ui.printing.file_options import FileOptions


def test_what_is_usual_is_a_line_for_each_year_no_empty_tables_and_stamping_by_hand(qtbot):
    options = FileOptions()
    qtbot.addWidget(options)
    assert options.chosen() == {"months": False, "empty_tables": False, "readings": False, "stamp": ""}


def test_what_was_chosen_last_is_recalled_and_a_stamp_there_is_no_more_is_not(qtbot):
    options = FileOptions()
    qtbot.addWidget(options)
    options.recall({"months": True, "stamp": "档号章"})
    assert options.chosen() == {"months": True, "empty_tables": False, "readings": False, "stamp": "档号章"}
    options.recall({"stamp": "骑缝章"})
    assert options.chosen()["stamp"] == ""
