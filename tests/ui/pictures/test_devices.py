"""读卡器和高拍仪: settings of this PC; without a device nothing changes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from models.archive.scans import read_scan as scan
from models.core.record import Refusal
from models.devices.card_readers import SimulatedReader, VendorsReader
from models.people.person import Person
from ui.jobs import messages
from ui.person_forms.new_person import NewPerson
from ui.person_forms.number_step import NumberStep
from ui.pictures import devices
from ui.pictures.devices import DevicesDialog
from ui.widgets import window_memory


def test_without_a_reader_the_button_explains_what_to_do():
    with pytest.raises(Refusal) as refused:
        devices.card_reader(practice=False)
    assert "照常输入" in str(refused.value)
    assert isinstance(devices.card_reader(practice=True), SimulatedReader)


def test_what_is_set_is_remembered_for_this_pc(qtbot, tmp_path):
    asked = DevicesDialog()
    qtbot.addWidget(asked)
    asked.dll.set_value("C:\\驱动\\sdtapi.dll")
    asked.port.setCurrentText("串口 COM3")
    asked.folder.set_value(str(tmp_path))
    asked.accept()
    assert devices.card_reader(practice=True) == VendorsReader("C:\\驱动\\sdtapi.dll", 3)
    assert devices.watched_folder() == tmp_path
    again = DevicesDialog()
    qtbot.addWidget(again)
    assert again.port.currentText() == "串口 COM3"


def test_trying_a_reader_that_does_not_work_says_why(qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    asked = DevicesDialog()
    qtbot.addWidget(asked)
    asked.try_reader()
    asked.dll.set_value("C:\\驱动\\sdtapi.dll")
    asked.try_reader()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "请先选定" in said[0]
    assert asked.try_button.isEnabled()


def test_the_number_step_without_a_reader_stays_as_it_was(qtbot, session, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "tell", lambda parent, words: told.append(words))
    step = NumberStep(practice=False)
    qtbot.addWidget(step)
    step.read_button.click()
    assert "没有设置身份证读卡器" in told[0]
    assert step.number() == ""
    assert step.card() is None


def test_a_card_fills_the_new_file_and_brings_its_photo(qtbot, session):
    window_memory.forget(devices.READER)
    window = NewPerson(session)
    qtbot.addWidget(window, before_close_func=lambda made: made.number.editor.clear())
    window.show()
    window.number.read_card()
    qtbot.waitUntil(lambda: window.number.card() is not None)
    card = window.number.card()
    assert window.next_button.isEnabled()
    assert card.name in window.number.words.text()
    window.forward()
    window.kinds.choose("参战退役人员")
    form = window.person_form
    for name, value in card.facts.items():
        assert form.editors[name].value() == value
    with qtbot.waitSignal(window.opened):
        window.save()
    person = Person.numbered(card.number)
    assert person.name == card.name
    assert scan(person.photo).startswith(b"\xff\xd8")


def test_another_number_typed_over_the_cards_is_not_the_cards_person(qtbot, session):
    step = NumberStep(practice=True)
    qtbot.addWidget(step)
    step.read_card()
    qtbot.waitUntil(lambda: step.card() is not None)
    step.editor.setText("630103195006151015")
    assert step.card() is None
