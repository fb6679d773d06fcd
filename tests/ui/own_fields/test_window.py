from __future__ import annotations

from ui.own_fields.window import OwnFieldsWindow


def test_the_window_leads_to_its_chapter_of_the_manual(session, shown, qtbot):
    window = shown(OwnFieldsWindow(session))
    window.show_help()
    qtbot.addWidget(window.help)
    assert "自设栏目" in window.help.text.toPlainText()
