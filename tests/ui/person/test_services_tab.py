"""服务保障 in a person's file: his rows of each register of services, and no register that has none."""

from __future__ import annotations

from models.core.dates import PartDate
from models.veterans.hardship_aid import HardshipAid
from models.veterans.preference_cards import PreferenceCard
from ui.forms.record_dialog import RecordDialog
from ui.person.file_tabs import SERVICES_TAB


def shown(tab):
    return {each.noun: each.rows.rowCount() for each in tab.tables if not each.isHidden()}


def test_the_registers_that_tell_of_somebody_are_listed_and_open(file, person, session, monkeypatch):
    someone, other = person(), person()
    window = file(someone)
    window.go_to(SERVICES_TAB)
    tab = window.tabs.pages[SERVICES_TAB]
    assert shown(tab) == {}
    assert "还没有张三的记录" in tab.nothing.text()
    with session.entry("登记"):
        PreferenceCard(person=someone, kind="退役军人优待证", day=PartDate(2020, 3, 1)).save()
        HardshipAid(person=other, day=PartDate(2020, 3, 1)).save()
    assert shown(tab) == {"优待证": 1}
    assert tab.nothing.isHidden()
    asked = []
    monkeypatch.setattr(RecordDialog, "exec", lambda dialog: asked.append(dialog.windowTitle()))
    (table,) = (each for each in tab.tables if not each.isHidden())
    tab.layout().activate()
    assert table.height() == table.sizeHint().height()  # what room there is stands below it
    table.table.opened.emit(table.rows.record(0))
    assert asked == ["修改张三的优待证"]
