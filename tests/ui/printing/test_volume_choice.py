"""Which paper of volumes, and how broad the boxes are."""

from __future__ import annotations

from ui.printing.volume_choice import VolumeChoice


def test_how_broad_a_box_is_matters_for_labels_only(qtbot):
    choice = VolumeChoice()
    qtbot.addWidget(choice)
    choice.show()
    assert choice.is_labels()
    assert choice.breadth.isVisible()
    choice.paper.setCurrentText("案卷目录")
    assert not choice.breadth.isVisible()


def test_what_was_chosen_last_is_recalled(qtbot):
    choice = VolumeChoice()
    qtbot.addWidget(choice)
    choice.recall({"volume_paper": "案卷销毁清册", "broadest": 30})
    assert (choice.name(), choice.broadest()) == ("案卷销毁清册", 30)
    choice.recall({"volume_paper": "没有这种", "broadest": 35})
    assert choice.broadest() == 30
