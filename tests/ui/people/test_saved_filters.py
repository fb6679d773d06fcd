"""Filters that the office keeps under a name."""

from __future__ import annotations

from tests.ui.people.conftest import names


def test_a_filter_is_kept_under_a_name_and_brought_back(qtbot, page, person, session, monkeypatch):
    person(name="张三", street="总寨镇"), person(name="李四")
    page.refresh()
    qtbot.waitUntil(lambda: page.panel.street.findText("总寨镇") > 0)
    page.panel.street.setCurrentText("总寨镇")
    monkeypatch.setattr("ui.people.saved_filters.QInputDialog.getText", lambda *_, **__: ("总寨", True))
    page.saved.wanted.emit()
    page.nothing.click()
    assert len(names(page)) == 2

    kept = next(action for action in page.saved.choices.actions() if action.text() == "总寨")
    kept.trigger()
    assert names(page) == ["张三"]
    assert page.panel.street.currentText() == "总寨镇"
    assert session.last_undoable().title == "保存筛选：总寨"
