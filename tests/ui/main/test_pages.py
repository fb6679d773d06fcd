"""The pages of the main window."""

from __future__ import annotations

from ui.main.pages import PAGES


def test_every_page_can_be_made(session, qtbot):
    for page in PAGES:
        qtbot.addWidget(page.make(session))
