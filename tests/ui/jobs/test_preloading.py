"""What will be wanted is read while nobody waits."""

from __future__ import annotations

import subprocess
import sys

from ui.jobs import preloading
from ui.jobs.preloading import Ahead, wanted

SLOW = (
    "openpyxl",
    "pypdf",
    "reportlab",
    "models.practice",
    "ui.person.window",
    "ui.imports.wizard",
    "ui.printing.print_dialog",
)


def test_everything_is_read_one_after_the_other(qtbot, monkeypatch):
    monkeypatch.setattr(preloading, "FIRST_PRELOADING", 0)
    monkeypatch.setattr(preloading, "PRELOADING_PAUSE", 0)
    reading = Ahead(None)
    reading.begin()
    assert {"ui.person.window", "ui.imports.wizard", "reports.imports.sheets_given_back"} <= {
        *reading.left,
        *sys.modules,
    }
    qtbot.waitUntil(lambda: not reading.left, timeout=20_000)
    assert set(wanted()) - set(sys.modules) <= {"ui.pictures.live_camera"}  # which takes libraries for sound


def test_the_window_waits_for_nothing_that_it_does_not_show():
    """Each of these takes as long to import as the window takes to be made."""
    shown = f"import sys, ui.main.app, ui.desk.page; print(*sorted(set({SLOW!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
