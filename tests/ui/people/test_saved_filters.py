"""Filters that the office keeps under a name."""

from __future__ import annotations

from models.filters.filters import Filter
from models.filters.saved_filters import SavedFilter
from tests.ui.people.conftest import names
from ui.people.saved_filters import SavedFilters


def test_a_filter_is_kept_under_a_name_and_brought_back(qtbot, page, person, session, monkeypatch):
    person(name="张三", street="总寨镇"), person(name="李四")
    page.refresh()
    qtbot.waitUntil(lambda: page.panel.street.findText("总寨镇") > 0)
    page.panel.street.setCurrentText("总寨镇")
    monkeypatch.setattr("ui.pages.kept_choices.QInputDialog.getText", lambda *_, **__: ("总寨", True))
    page.saved.wanted.emit()
    page.nothing.click()
    assert len(names(page)) == 2

    kept = next(action for action in page.saved.choices.actions() if action.text() == "总寨")
    kept.trigger()
    assert names(page) == ["张三"]
    assert page.panel.street.currentText() == "总寨镇"
    assert session.last_undoable().title == "保存筛选：总寨"


def test_no_filter_at_all_is_not_kept(session, shown, boxes, monkeypatch):
    monkeypatch.setattr("ui.pages.kept_choices.QInputDialog.getText", lambda *_, **__: ("全部", True))
    saved = shown(SavedFilters(session))
    saved.keep(Filter())
    assert boxes == ["现在没有筛选。请先在左边选好条件，再保存"]
    assert SavedFilter.select().count() == 0


def test_without_a_name_nothing_is_kept_and_without_a_yes_nothing_is_deleted(
    session, shown, boxes, monkeypatch
):
    saved = shown(SavedFilters(session))
    said = ("  ", True)
    monkeypatch.setattr("ui.pages.kept_choices.QInputDialog.getText", lambda *_, **__: said)
    saved.keep(Filter(street="总寨镇"))
    said = ("总寨", False)
    saved.keep(Filter(street="总寨镇"))
    assert SavedFilter.select().count() == 0
    said = ("总寨", True)
    saved.keep(Filter(street="总寨镇"))
    saved.forget(SavedFilter.get())
    assert boxes == ["删除常用筛选“总寨”？"]
    assert SavedFilter.select().count() == 1
    boxes.answer = "删除"
    saved.forget(SavedFilter.get())
    assert SavedFilter.select().count() == 0
