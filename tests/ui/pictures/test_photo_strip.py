"""The photos of the years beside each other."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from models.approvals import confirmations
from models.approvals.confirmations import Confirmation
from ui.approvals.confirmations import ConfirmationsPage
from ui.pictures.photo_strip import PhotoStripDialog


@pytest.fixture
def page(session, qtbot, identity, person):
    identity(person(name="甲某", street="总寨镇", community="清河村"))
    made = ConfirmationsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_photo_of_the_year_stands_beside_the_older_ones(page, answers, monkeypatch, tmp_path, qtbot):
    answers["year"] = "2020"
    page.begin()
    Image.new("RGB", (400, 600), "white").save(tmp_path / "照片.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "照片.png"), ""))
    dialog = PhotoStripDialog(Confirmation.get(), page.take_photo)
    qtbot.addWidget(dialog)
    dialog.take()
    assert Confirmation.get().photo
    assert [each.year for each in confirmations.photos_of(Confirmation.get().person)] == [2020]
