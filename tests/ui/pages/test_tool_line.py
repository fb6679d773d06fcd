"""The line of tools and the status line below."""

from __future__ import annotations

from ui.main.main_window import MainWindow


def test_the_keys_stand_beside_the_words_where_there_is_room(session, qtbot):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1366, 700)
    window.show()
    assert [action.text() for action in window.tools.by_key.values()][:2] == ["新建 Ctrl+N", "导入 Ctrl+I"]
    window.resize(660, 340)
    qtbot.waitUntil(lambda: window.tools.by_key["Ctrl+N"].text() == "新建")
    assert window.width() == 660  # no page makes the window larger than the screen
    assert window.height() == 340
