"""The tab 统计报表: the report with live numbers, figures, rates, tables and charts, each opening its rows."""

from __future__ import annotations

from ui.main.main_window import MainWindow
from ui.main.pages import number_of
from ui.printing.print_button import PrintButton

USER = "王芳"


def test_ctrl_p_opens_what_the_section_offers_to_print(session, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(PrintButton, "showMenu", lambda button: opened.append(button.text()))
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    window.go_to(number_of("ReportingPage"))
    first = window.page().shown()
    section = window.page().show_section("统计表")
    window.print()
    assert opened == ["打印"]
    qtbot.waitUntil(lambda: not (first.counting.busy or section.counting.busy), timeout=10_000)
