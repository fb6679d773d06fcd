"""A newer setup on a stick is offered in a line, which goes with the stick."""

from __future__ import annotations

from models.updates.update_pack import read_pack
from tests.models.updates.conftest import setup_in
from ui.updates import update_offer
from ui.updates.update_offer import UpdateOffer


def test_a_stick_that_is_put_in_is_noticed(qtbot, tmp_path, monkeypatch):
    found = [read_pack(setup_in(tmp_path))]
    monkeypatch.setattr(update_offer, "newest_pack", lambda: found.pop() if found else None)
    line = UpdateOffer()
    qtbot.addWidget(line)
    assert line.isHidden()
    line.look()
    qtbot.waitUntil(lambda: not line.isHidden())
    assert "99.1.0" in line.text()
    line.look()
    qtbot.waitUntil(line.isHidden)
