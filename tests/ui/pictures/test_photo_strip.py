"""The photos of the years beside each other."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QLabel

from models.approvals import confirmations
from models.approvals.confirmations import Confirmation
from models.archive import scans
from ui.approvals.confirmations import ConfirmationsPage
from ui.pictures.photo_strip import PHOTOS_SHOWN, PhotoStripDialog


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


def test_the_photo_of_the_file_stands_first_then_the_newest_years(session, shown, person, save, tmp_path):
    Image.new("RGB", (40, 60), "white").save(tmp_path / "照片.png")
    photo = scans.keep_scan(tmp_path / "照片.png").sha256
    someone = person(photo=photo)
    years = [
        Confirmation(person=someone, year=year, state="未确认", photo=photo) for year in range(2014, 2021)
    ]
    save(*years)
    dialog = shown(PhotoStripDialog(years[-1], lambda one: False))
    held = [dialog.strip.itemAt(n).widget() for n in range(dialog.strip.count() - 1)]
    words = [label.text() for each in held for label in each.findChildren(QLabel) if label.text()]
    assert words == ["档案照片", "2020年", "2019年", "2018年", "2017年"]
    assert len(words) == PHOTOS_SHOWN
