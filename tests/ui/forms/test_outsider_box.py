"""Somebody without a file, found or written down inside a form."""

from __future__ import annotations

from models.people.outsiders import Outsider
from ui.forms.outsider_box import OutsiderBox


def test_somebody_without_a_file_is_found_or_written_down(session, qtbot, archive, filled, save):
    box = OutsiderBox(session)
    qtbot.addWidget(box)
    save(Outsider(name="兵甲", number=""))
    box.words.setText("兵甲")
    box.settle()
    assert box.value().name == "兵甲"
    box.set_value(None)
    box.words.setText("兵乙")
    assert "登记" in box.fault()
    filled(lambda dialog: None)
    box.add()
    assert box.value().name == "兵乙"
    assert Outsider.select().count() == 2
