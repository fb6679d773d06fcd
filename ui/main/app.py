"""The app: made once, here; from the start window to the main window and back."""

from __future__ import annotations

import faulthandler
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from models import store
from models.archive import opener, program_folders
from ui.jobs import jobs, messages, one_thread, private_folder
from ui.jobs.garbage import Rubbish
from ui.jobs.preloading import Ahead
from ui.jobs.session import Session
from ui.journal.journal_heads import tell_head_doubt
from ui.main.main_window import MainWindow
from ui.start.idle_lock import IdleLock
from ui.start.opening import archive_in, fault_of
from ui.start.recent_archives import remember_opening
from ui.start.window import StartWindow
from ui.widgets import theme, window_memory
from ui.widgets.icons import app_icon

BACKUP = ".youfu"  # how a backup's name ends


def run_program(argv: list[str], place: Path | None = None) -> int:
    """Show the window until it is closed, and return the exit code; ``place`` is an archive or a backup to open."""
    if (folder := program_folders.settings()) is not None:
        window_memory.put_into(folder)
    app = QApplication(argv)
    app.setApplicationName("优抚一人一档")
    app.setWindowIcon(app_icon())
    _keep_log()
    messages.install()
    rubbish = Rubbish(app)
    theme.apply(app)
    theme.speak_chinese(app)
    private_folder.sweep()
    program = Program(app)
    program.left.connect(lambda: app.exit(0))  # previews may be open still
    program.begin(place)
    code = app.exec()
    program.end()
    rubbish.stop()
    return code


class Program(QObject):
    """Which window is shown: the start window, or that of the archive which is open; says ``left`` at the end."""

    left = Signal()  # the main window was closed

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.start = StartWindow()
        self.window: MainWindow | None = None
        self.lock: IdleLock | None = None
        self.start.signed_in.connect(self.enter)
        self.ahead = Ahead(self)

    def begin(self, place: Path | None = None) -> None:
        """Show the start window; with a practice archive named, go straight into it; with a backup, offer to restore."""
        self.ahead.begin()
        if place is not None and place.suffix == BACKUP:
            self.start.show()
            self.start.restore_from(place)
            return
        folder = archive_in(place) if place is not None else None
        if folder is not None and not fault_of(folder) and store.is_practice(folder):
            store.open_practice(folder)
            session = Session()
            remember_opening(session.folder, session.user)
            self.enter(session)
            return
        self.start.show()
        if folder is not None:
            self.start.choose(folder)

    def enter(self, session: Session) -> None:
        """Show the window of the archive that was opened."""
        opener.lay(session.folder)
        self.window = MainWindow(session)
        self.lock = IdleLock(session, self.window)
        self.window.more.offer_lock(self.lock.action)
        self.window.closed.connect(self.left)
        self.window.change_wanted.connect(self.change)
        self.lock.leave_wanted.connect(self.change)
        self.window.show()
        tell_head_doubt(session, self.window)

    def change(self) -> None:
        """Leave the archive and let somebody choose another; what was not saved is given up."""
        self.end()
        self.start.reload()
        self.start.show()

    def end(self) -> None:
        """Close whatever belongs to the open archive, and the archive."""
        jobs.stop_all()
        if self.lock is not None:
            self.lock.stop()
            self.lock = None
        from ui.printing.preview import PreviewWindow  # when leaving: the first window need not wait for it

        for preview in list(PreviewWindow.shown):
            preview.close()
        if self.window is not None:
            self.window.put_away()
            self.window = None
        one_thread.wait_for_all()
        store.close()


def _keep_log() -> None:
    """Keep what goes wrong in the log of this PC's user; what ends the program at once, too."""
    kept = logging.FileHandler(program_folders.log(), encoding="utf-8", delay=True)
    kept.setLevel(logging.WARNING)
    kept.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
    logging.getLogger().addHandler(kept)
    faulthandler.enable(program_folders.log().with_suffix(".crash.log").open("a", encoding="utf-8"))
