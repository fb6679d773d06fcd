"""The first window: choose an archive or make one, and sign in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models import store
from models.archive import program_folders
from models.archive.opened import Archive
from models.archive.wraps import Cost
from models.core.record import Refusal
from models.office import sign_ins
from ui.backups.restoring import Restoring
from ui.jobs import messages
from ui.jobs.one_thread import Aside
from ui.jobs.session import Session
from ui.start.opening import archive_in, closed_elsewhere, fault_of, look_at, opened_aside, take_over
from ui.start.practice import PRACTICE_PEOPLE, PracticeArchive, tour_key
from ui.start.recent_archives import RecentArchives, last_opening, remember_accounts, remember_opening
from ui.start.ways_in import PACK_LOG, RESCUE, SELF_TEST, WaysIn
from ui.widgets import window_memory, window_size
from ui.widgets.dialogs import open_dialog, run_dialog
from ui.widgets.enter_key import press_by_enter
from ui.widgets.icons import app_icon, icon
from ui.widgets.scrolling import scrolled_page
from ui.widgets.theme import look

if TYPE_CHECKING:
    from ui.start.recovery import RecoveryForm
    from ui.start.sign_in import SignInForm

KEYS_CHANGED = (
    "请注意：档案库的钥匙文件 keys.json 在程序外面改过：\n\n{}。\n\n"
    "请告诉管理员查清是谁、为什么，再到“更多→用户和密码”里核对。"
)
F = TypeVar("F", "SignInForm", "RecoveryForm")


class StartWindow(QWidget):
    """Lists the recent archives, lets somebody in, and says ``signed_in`` with the session; then it is hidden."""

    signed_in = Signal(object)  # the Session
    closed = Signal()  # nobody wants to open anything

    def __init__(
        self, documents: Path | None = None, cost: Cost | None = None, people: int = PRACTICE_PEOPLE
    ) -> None:
        """``documents``: where new archives are proposed; ``cost``: of a guess of a new password; ``people``: invented ones."""
        super().__init__()
        self._documents = documents or program_folders.documents()
        self._cost = cost
        self._waiting = False
        self._form: SignInForm | RecoveryForm | None = None
        self.setWindowTitle("优抚一人一档")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.recent = RecentArchives()
        self.pages = QStackedWidget()
        self.ways = WaysIn()
        self.practice = PracticeArchive(self._documents, people, self)
        self.restoring = Restoring(self._documents, self._beside, self)
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Show the list as it is now, and look aside whether each archive is where it was."""
        self._show_list()
        self.recent.reload()
        self.recent.begin()
        look(self.ways.new_button, "" if self.recent.cards else "primary")
        if not self.recent.cards:
            self.ways.new_button.setFocus()
        self.ways.new_button.setIcon(icon("mdi6.plus-box-outline", "icon" if self.recent.cards else "paper"))
        folders = window_memory.recent_archives()
        Aside(self, lambda: {folder: fault_of(folder) for folder in folders}).then(
            self.recent.complain
        ).begin()

    def choose(self, place: Path) -> None:
        """Open the archive in that folder: ask who it is, unless it is a practice archive."""
        if self._waiting:
            return
        folder = archive_in(place)
        self._wait(True)
        Aside(self, lambda: look_at(folder)).then(
            lambda practice: self.practice.open(folder) if practice else self._ask(folder),
            lambda error: self._complain(folder, error),
        ).begin()

    def open_other(self) -> None:
        """Pick an archive's folder."""
        chosen = QFileDialog.getExistingDirectory(self, "选择档案库的文件夹", str(self._documents))
        if chosen:
            self.choose(Path(chosen))

    def make_new(self) -> None:
        """The first steps, with a folder proposed that is free."""
        from ui.start.archive_place import free_archive  # when wanted: the first window need not wait for it
        from ui.start.first_steps import FirstSteps

        steps = FirstSteps(free_archive(self._documents), self._cost, self)
        steps.made.connect(self._enter)
        open_dialog(steps)

    def practise(self) -> None:
        """Open the practice archive; make it first if there is none."""
        if self.practice.made():
            self.choose(self.practice.folder)
        else:
            self._wait(True)
            self.practice.make()

    def begin_tour(self) -> None:
        """Open the practice archive, which offers its tour anew."""
        window_memory.forget(tour_key(self.practice.folder))
        self.practise()

    def restore(self) -> None:
        """Choose a backup to make an archive of."""
        self.restoring.choose()

    def _follow(self, link: str) -> None:
        """What helps before any archive is open."""
        from ui.start.about import AboutDialog  # when wanted, too
        from ui.support import problem_report, self_test

        if link == SELF_TEST:
            self_test.try_this_pc(self, lambda checks: problem_report.pack_log(self, None, checks))
        elif link == PACK_LOG:
            problem_report.pack_log(self)
        elif link == RESCUE:
            self._rescue()
        else:
            run_dialog(AboutDialog(self))

    def _rescue(self) -> None:
        from ui.rescue.rescue_window import RescueWindow  # when wanted
        from ui.rescue.rescued_window import tell_rescued

        asked = RescueWindow(
            window_memory.recent_archives(), lambda: self._beside("（抢救）"), self._cost, self
        )
        asked.rescued.connect(lambda rescued: tell_rescued(self, rescued, self.choose))
        open_dialog(asked)

    def _beside(self, mark: str = "（恢复）") -> Path:
        from ui.start.archive_place import free_archive  # when wanted

        return free_archive(self._documents, mark)

    # --- what follows

    def _ask(self, folder: Path) -> None:
        """The sign-in form in the place of the list."""
        from ui.start.sign_in import SignInForm  # when wanted: read ahead first of all

        self._wait(False)

        def unlock(user: str, password: str) -> Archive:
            return opened_aside(lambda: store.open(folder, user, password, self._cost))()

        opening = last_opening(folder)
        form = SignInForm(folder, unlock, opening.user, seen=opening.users)
        form.succeeded.connect(lambda opened: self._enter(take_over(opened)))
        form.forgotten.connect(lambda user: self._ask_code(folder, user))
        form.left.connect(self._show_list)
        self._show(form)

    def _ask_code(self, folder: Path, user: str) -> None:
        from ui.start.recovery import RecoveryForm  # when wanted

        def recover(code: str, user: str, password: str) -> Archive:
            return opened_aside(lambda: store.recover(folder, code, user, password, self._cost))()

        form = RecoveryForm(folder, recover, user)
        form.succeeded.connect(lambda opened: self._enter(take_over(opened)))
        form.left.connect(lambda: self._ask(folder))
        self._show(form)

    def _enter(self, session: Session) -> None:
        self._wait(False)
        if not session.archive.only_looked_at:
            remember_opening(session.folder, session.user)
        if not session.practice and not session.archive.only_looked_at:
            remember_accounts(session.folder, session.archive.keys.accounts())
        self._show_list()
        self.hide()
        self.signed_in.emit(session)
        if faults := sign_ins.key_faults(session.archive.keys):
            messages.tell(None, KEYS_CHANGED.format("；\n".join(faults)))

    def _complain(self, folder: Path, error: Exception) -> None:
        self._wait(False)
        self._show_list()
        if isinstance(error, Refusal):
            self.recent.complain({folder: str(error)})
            if closed_elsewhere(folder, error, self):
                self.choose(folder)
        else:
            messages.explain(error, self)

    def _wait(self, waiting: bool) -> None:
        self._waiting = waiting
        self.setCursor(Qt.CursorShape.BusyCursor if waiting else Qt.CursorShape.ArrowCursor)
        for widget in (self.recent, self.ways):
            widget.setEnabled(not waiting)

    # --- how it looks

    def _show(self, form: F) -> F:
        self._show_list()
        card = look(QFrame(), "card")
        QVBoxLayout(card).addWidget(form)
        card.setMaximumWidth(form.maximumWidth() + 40)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.addWidget(card)
        middle.addStretch()
        area = scrolled_page(inside)
        self._form = form
        press_by_enter(form)
        self.pages.addWidget(area)
        self.pages.setCurrentWidget(area)
        form.begin()
        return form

    def _show_list(self) -> None:
        self.pages.setCurrentIndex(0)
        self._form = None
        while self.pages.count() > 1:
            page = self.pages.widget(1)
            self.pages.removeWidget(page)
            page.deleteLater()

    def _lay_out(self) -> None:
        self.pages.addWidget(self.recent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.ways)
        right = QVBoxLayout()
        right.setContentsMargins(28, 24, 24, 20)
        right.addWidget(self.pages)
        layout.addLayout(right, stretch=1)
        window_size.resize(self, 920, 580)
        press_by_enter(self.ways)
        window_memory.restore_place("start", self)

    def _connect(self) -> None:
        self.recent.chosen.connect(self.choose)
        self.ways.about.linkActivated.connect(self._follow)
        self.restoring.began.connect(lambda: self._wait(True))
        self.restoring.ended.connect(lambda: self._wait(False))
        self.restoring.restored.connect(self.choose)
        self.practice.ready.connect(self._enter)
        self.practice.refused.connect(self._complain)
        self.practice.cancelled.connect(lambda: self._wait(False))
        for button, act in (
            (self.ways.open_button, self.open_other),
            (self.ways.new_button, self.make_new),
            (self.ways.practice_button, self.practise),
            (self.ways.restore_button, self.restore),
        ):
            button.clicked.connect(act)

    # --- what Qt asks for

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.choose(Path(event.mimeData().urls()[0].toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._waiting or (self._form is not None and self._form.busy()):
            event.ignore()  # an archive is just being opened; in a second it can be closed properly
            return
        window_memory.keep_place("start", self)
        super().closeEvent(event)
        self.closed.emit()
