"""The app: made once, here; from the start window to the main window and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from models import opener, store
from models.archive import program_folders
from models.core.past_day import PastDay
from models.faults.program_log import keep_log
from models.forms import drafts
from ui.jobs import jobs, messages, one_thread, private_folder
from ui.jobs.garbage import Rubbish
from ui.jobs.preloading import Ahead
from ui.jobs.session import Session
from ui.start.opening import archive_in, fault_of, tell_cloud
from ui.start.recent_archives import remember_opening
from ui.start.window import StartWindow
from ui.updates.update_window import begin_waiting_setup
from ui.widgets import theme, window_memory
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import app_icon
from ui.widgets.mouse_wheel import MouseWheel

if TYPE_CHECKING:
    from ui.main.main_window import MainWindow
    from ui.start.idle_lock import IdleLock

BACKUP = ".youfu"  # how a backup's name ends
UNWRITABLE = (
    "不能写入“{}”：U盘有写保护或已满，或者文件夹是只读的。\n\n"
    "程序可以用，这次的设置和出错记录改记在“{}”。请不要把档案库放在这个盘上；"
    "要长期这样用，请把整个程序文件夹复制到能写入的地方。"
)


def run_program(argv: list[str], place: Path | None = None) -> int:
    """Show the window until it is closed, and return the exit code; ``place`` is an archive or a backup to open."""
    if (folder := program_folders.settings()) is not None:
        window_memory.put_into(folder)
    app = QApplication(argv)
    app.setApplicationName("优抚一人一档")
    app.setWindowIcon(app_icon())
    keep_log()
    messages.install()
    rubbish = Rubbish(app)
    theme.apply(app)
    theme.speak_chinese(app)
    MouseWheel(app)
    private_folder.sweep()
    program = Program(app)
    program.left.connect(lambda: app.exit(0))  # previews may be open still
    program.begin(place)
    if unwritable := program_folders.unwritable():
        messages.tell(None, UNWRITABLE.format(unwritable, program_folders.log().parent))
    code = app.exec()
    program.end()
    rubbish.stop()
    begin_waiting_setup()
    return code


class Program(QObject):
    """Which window is shown: the start window, or that of the archive which is open; says ``left`` at the end."""

    left = Signal()  # the main window was closed

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.start = StartWindow()
        self.window: MainWindow | None = None
        self.today: MainWindow | None = None  # today's, while a past day is looked at
        self.lock: IdleLock | None = None
        self.start.signed_in.connect(self.enter)
        self.ahead = Ahead(self)

    def begin(self, place: Path | None = None) -> None:
        """Show the start window; with a practice archive named, go straight into it; with a backup, offer to restore."""
        self.ahead.begin()
        if place is not None and place.suffix == BACKUP:
            self.start.show()
            self.start.restoring.restore_beside(place)
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
        from ui.journal.journal_heads import tell_head_doubt  # when wanted

        opener.lay(session.folder)
        window = self._made(session)
        self._show(window)
        if window.tour is not None:
            window.tour.offer()
        tell_head_doubt(session, window)
        tell_cloud(session, window)

    def ask_past(self) -> None:
        """Ask which past day is to be looked at, and turn to it."""
        from ui.past.past_question import PastQuestion  # when wanted

        run_dialog(PastQuestion(self.window, self.look_back))

    def look_back(self, day: PastDay) -> None:
        """Look at a past day; today's window waits, as it is, until it is come back to."""
        from ui.past.turning import Turning  # when wanted

        assert self.window is not None
        Turning(self.window, day).turned.connect(self._enter_past)

    def come_back(self) -> None:
        """Look at today again."""
        from models.past import past_archive  # when wanted

        assert self.today is not None
        today, self.today = self.today, None
        self._put_away()
        past_archive.come_back(today.session.archive)
        self._show(today)
        today.session.wrote()  # what was being counted when it was left is counted again

    def _enter_past(self) -> None:
        assert self.window is not None
        self.today = self.window
        self._unlock()
        self.today.hide()
        self._show(self._made(Session()))

    def _made(self, session: Session) -> MainWindow:
        from ui.main.main_window import MainWindow  # when wanted: read ahead while the officer signs in

        window = MainWindow(session)
        window.closed.connect(self.left)
        window.change_wanted.connect(self.change)
        window.other_user_wanted.connect(self.change_user)
        window.restore_wanted.connect(self.restore)
        window.tour_wanted.connect(self.begin_tour)
        window.past_wanted.connect(self.ask_past)
        window.back_wanted.connect(self.come_back)
        return window

    def _show(self, window: MainWindow) -> None:
        """Show a window, a new one or the one that waited; it locks itself when nobody is there."""
        from ui.start.idle_lock import IdleLock  # when wanted

        self.window, self.lock = window, IdleLock(window.session, window)
        self.lock.leave_wanted.connect(self.change_user)
        window.more.offer_lock(self.lock.action)
        window.show()

    def change(self) -> None:
        """Leave the archive and let somebody choose another; what was not saved is given up."""
        self.end()
        self.start.reload()
        self.start.show()

    def restore(self) -> None:
        """Leave the archive and let a backup be chosen."""
        self.change()
        self.start.restore()

    def begin_tour(self) -> None:
        """Leave the archive for the practice archive, and offer the first tour there."""
        self.change()
        self.start.begin_tour()

    def change_user(self) -> None:
        """Leave the archive and ask who opens it next; what was not saved is given up."""
        folder = self.window.session.folder if self.window is not None else None
        self.change()
        if folder is not None:
            self.start.choose(folder)

    def end(self) -> None:
        """Close whatever belongs to the open archive, and the archive."""
        self._put_away()
        if self.today is not None:
            self.today.put_away()
            self.today = None
        drafts.drop_living()
        store.close()

    def _put_away(self) -> None:
        """Close the window with all that it opened, and wait until nothing works with the archive."""
        jobs.stop_all()
        self._unlock()
        from ui.printing.preview import PreviewWindow  # when wanted

        for preview in list(PreviewWindow.shown):
            preview.close()
        if self.window is not None:
            self.window.put_away()
            self.window = None
        one_thread.wait_for_all()

    def _unlock(self) -> None:
        if self.lock is not None:
            self.lock.stop()
            self.lock.deleteLater()
            self.lock = None
