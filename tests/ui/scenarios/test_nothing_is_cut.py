"""No word is cut without a sign, in type of any size, on a screen of 1366 × 768 at 100 to 200 %.

``YOUFU_PROOFS=1`` looks at every window in every size on every screen; else every sixth, in the largest type
where there is least room.
"""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.cut_words import cut_words
from tests.ui.every_window import every_window, made
from ui.forms.record_dialog import RecordDialog
from ui.forms.record_form import RecordForm
from ui.pages.page import Page
from ui.widgets import theme, window_size
from ui.widgets.fitting import fit_to_screen
from ui.widgets.scrolling import Room

PROOFS = bool(os.environ.get("YOUFU_PROOFS"))
SCREENS = {100: QSize(1366, 768), 125: QSize(1093, 614), 150: QSize(911, 512), 200: QSize(683, 384)}
SEEN = [(size, scale) for size in theme.SIZES for scale in SCREENS] if PROOFS else [(theme.SIZES[-1], 200)]
AROUND_PAGE = QSize(110, 120)  # of the main window
LOCKS = "LockScreen"  # has the mouse of every other window


@pytest.mark.timeout(1200)
@pytest.mark.parametrize(("size", "scale"), SEEN)
def test_no_words_are_cut_without_a_sign(office, qapp, monkeypatch, size, scale):
    screen = SCREENS[scale] - QSize(0, window_size.FRAME)
    monkeypatch.setattr(window_size, "free", lambda window: screen)
    theme.set_size(qapp, size)
    cut = {}
    for kind in [kind for kind in every_window() if kind.__name__ != LOCKS][:: 1 if PROOFS else 6]:
        window = _shown(made(kind, office), office, screen)
        if found := [*_too_large(window, screen), *cut_words(window)]:
            cut[kind.__name__] = found
        window.hide()
        window.deleteLater()
    theme.set_size(qapp, theme.USUAL_SIZE)
    assert not cut, "\n".join(f"{kind}: {found}" for kind, found in cut.items())


def _shown(widget, office, screen):
    """A window as the program shows it: a form in its dialog, a page in the room that the main window has for it."""
    window, wanted = widget, screen
    if isinstance(widget, RecordForm):
        window = RecordDialog(office, widget, "登记")
    if isinstance(widget, Page):
        window, wanted = Room(), screen - AROUND_PAGE
        window.setWidget(widget)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    if isinstance(window, QDialog):
        fit_to_screen(window)
    window.show()
    window.resize(wanted if isinstance(window, Room) else window.size().boundedTo(wanted))
    for _ in range(5):  # what grows asks what it stands in for room, and that in its turn
        QApplication.processEvents()
    return window


def _too_large(window, screen):
    if window.size().boundedTo(screen) != window.size():
        yield f"{window.size().toTuple()} on {screen.toTuple()}"
