"""What will be wanted is read while nobody waits."""

from __future__ import annotations

import subprocess
import sys

from ui.jobs import preloading
from ui.jobs.preloading import FIRST, Ahead, wanted

WINDOW = ("ui.main.main_window", "ui.desk.page", "ui.people.page")  # what is shown after signing in
OPENING = (  # what only an open archive needs, or a command
    "models.records",
    "models.migrations.steps",
    "models.backups.automatic_backup",
    "models.pay.grants.grants",
    "models.undo.undo",
    "reports.commands",
    "ui.forms.editors",
    "ui.start.idle_lock",
)
SLOW = (
    "openpyxl",
    "PIL",
    "pypdf",
    "pypinyin",
    "reportlab.pdfbase",
    "urllib.request",
    "xlsxwriter",
    "zxingcpp",
    "models.filters.pasted",
    "models.imports.workbooks",
    "models.practice",
    "ui.imports.wizard",
    "ui.merging.window",
    "ui.person.window",
    "ui.printing.print_dialog",
)


def loaded(*shown: str, of: tuple[str, ...]) -> list[str]:
    """Which of some modules a program has read that shows nothing but these."""
    told = f"import sys, {', '.join(shown)}; print(*sorted(set({of!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return done.stdout.split()


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
    """Together these take longer to import than the window takes to be made."""
    assert loaded("ui.main.app", *WINDOW, of=SLOW) == []


def test_signing_in_waits_for_nothing_that_comes_after_it():
    assert loaded("main", "ui.main.app", of=WINDOW + OPENING + SLOW) == []
    assert set(WINDOW) < set(FIRST)
