"""The window of the transfer to the archive bureau."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.core.journal import Entry
from models.transfers.transfer import Transfer
from models.uses.uses import uses_asked
from ui.pages.page import PrintWish
from ui.transfer.window import TransferWindow


@pytest.fixture
def window(qtbot, session, person):
    first, second = person(name="马建国", volume=1), person(name="李四", volume=2)
    made = TransferWindow(session, PrintWish([first.id], [first.id, second.id], "全部"))
    qtbot.addWidget(made)
    made.show()
    return made


def hand_over(qtbot, window, monkeypatch, place, boxes):
    monkeypatch.setattr("ui.jobs.saving.QFileDialog.getExistingDirectory", lambda *_: str(place))
    window.choose_place.click()
    before = len(boxes)
    window.start_button.click()
    qtbot.waitUntil(lambda: len(boxes) > before)


def test_nothing_is_handed_over_before_a_place_was_chosen(window):
    assert not window.start_button.isEnabled()


def test_those_selected_are_handed_over_and_the_hash_is_told(
    qtbot, window, session, monkeypatch, tmp_path, boxes
):
    window.receiver.setText("区档案馆")
    hand_over(qtbot, window, monkeypatch, tmp_path, boxes)
    (out,) = tmp_path.glob("归档移交*")
    assert [each.name[:8] for each in (out / "档案").iterdir()] == ["0001_马建国"]
    kept = Transfer.get()
    assert kept.list_hash in boxes[-1]
    assert "1卷" in boxes[-1]
    assert window.earlier.item(0, 1).text() == "区档案馆"
    assert window.earlier.item(0, 5).text() == kept.list_hash
    assert Entry.select().order_by(Entry.number.desc()).get().title == f"归档移交给区档案馆：{out.name}"
    assert session.last_undoable().title == "登记"  # what the archive bureau has got is not offered
    assert [(each.deed, each.people, each.place) for each in uses_asked()] == [("移交", 1, str(out))]


def test_a_second_transfer_of_the_day_has_a_folder_of_its_own(qtbot, window, monkeypatch, tmp_path, boxes):
    hand_over(qtbot, window, monkeypatch, tmp_path, boxes)
    hand_over(qtbot, window, monkeypatch, tmp_path, boxes)
    assert len(list(tmp_path.glob("归档移交*"))) == 2


def test_the_receiver_of_the_last_time_is_offered(qtbot, window, session, monkeypatch, tmp_path, boxes):
    window.receiver.setText("区档案馆")
    hand_over(qtbot, window, monkeypatch, tmp_path, boxes)
    again = TransferWindow(session, PrintWish([], [], ""))
    qtbot.addWidget(again)
    assert again.receiver.text() == "区档案馆"
    assert len(again.ids()) == 2, "all, where nobody is listed"


def test_a_hash_is_copied_whole(qtbot, window, monkeypatch, tmp_path, boxes):
    hand_over(qtbot, window, monkeypatch, tmp_path, boxes)
    window.earlier.setCurrentCell(0, 5)
    QTest.keyClick(window.earlier, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == Transfer.get().list_hash
    QTest.keyClick(window.earlier, Qt.Key.Key_Escape)
