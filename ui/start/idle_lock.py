"""The lock: after some idle minutes, or at once by Ctrl+L, the windows are covered until the same user's password is given.

Nothing is closed: what was being typed stays where it is, and long work goes on.
"""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QMessageBox, QVBoxLayout, QWidget
from shiboken6 import isValid

from models.archive.keys import Keys
from models.core.past_day import when_today
from models.office import settings, sign_ins, signing_in
from models.office.sign_ins import SignInDeed
from ui.jobs import messages
from ui.jobs.session import Session
from ui.start.sign_in import SignInForm
from ui.widgets.icons import icon
from ui.widgets.theme import look

KEYS = "Ctrl+L"
LOOK_EVERY = 2000  # milliseconds
ACTIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}
CHANGE_OF_USER = "换用户要先关闭{}打开的档案库，没有保存的内容会丢失。"


class Cover(QWidget):
    """Hides all that a window shows, and grows with it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAutoFillBackground(True)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        elif event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        return False


class LockScreen(QDialog):
    """The sign-in form over covered windows; closed only by its owner."""

    def __init__(self, form: SignInForm, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("已锁定")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        card = look(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 22, 28, 22)
        inside.addWidget(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self.setFixedWidth(min(460, window.width() or 460))

    def stand_over(self, window: QWidget) -> None:
        """In the middle of the window."""
        self.adjustSize()
        self.move(window.geometry().center() - self.rect().center())

    def reject(self) -> None:
        """Esc and Alt+F4 open nothing."""


class IdleLock(QObject):
    """Locks all windows of a session; ``action`` is for the window's menu."""

    locked_changed = Signal(bool)
    leave_wanted = Signal()  # somebody else wants to sign in: close everything without saving and asking

    def __init__(self, session: Session, window: QWidget, minutes: float | None = None) -> None:
        """``minutes``: other than the office has set."""
        super().__init__(window)
        self._session, self._window = session, window
        self._own_limit = minutes
        self._limit = self._seconds()
        self._last = time.time()
        self._screen: LockScreen | None = None
        self._covers: list[Cover] = []
        self._focus: QWidget | None = None
        self.form: SignInForm | None = None
        self.action = QAction(icon("mdi6.lock-outline"), "锁定", self)
        self.action.setShortcut(QKeySequence(KEYS))
        self.action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self.action.setEnabled(not session.practice)
        self.action.setToolTip("演练库没有密码，不用锁定" if session.practice else f"锁定（{KEYS}）")
        self.action.triggered.connect(self.lock)
        window.addAction(self.action)
        self._clock = QTimer(self, interval=round(max(50, min(LOOK_EVERY, self._limit * 250))))
        self._clock.timeout.connect(self._look)
        session.changed.connect(self._follow)
        self._begin()

    @property
    def locked(self) -> bool:
        return self._screen is not None

    def lock(self) -> None:
        """Cover every window and ask for the password; nothing happens in a practice archive, which has none."""
        if self.locked or self._session.practice:
            return
        QGuiApplication.inputMethod().commit()  # what is being composed would be lost with the focus
        self._focus = QApplication.focusWidget()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self.form = SignInForm(self._session.folder, self._unlock, self._session.user, locked=True)
        self._screen = LockScreen(self.form, self._window)
        self.form.succeeded.connect(self._open)
        self.form.left.connect(self._leave)
        for window in QApplication.topLevelWidgets():
            self._cover(window)
        self._screen.show()
        self._screen.stand_over(self._window)
        self._screen.activateWindow()
        self.form.begin()
        self.locked_changed.emit(True)

    def stop(self) -> None:
        """End of the session: no lock any more."""
        self._clock.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._window.removeAction(self.action)
        self._uncover()

    def _begin(self) -> None:
        if not self._session.practice:
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
            self._clock.start()

    def _seconds(self) -> float:
        minutes = self._own_limit if self._own_limit is not None else settings.office().idle_minutes
        return minutes * 60

    def _follow(self) -> None:
        """The office may have set another limit."""
        self._limit = self._seconds()

    def _look(self) -> None:
        """By the clock on the wall, so that a PC that slept comes back locked; without a limit never."""
        if (
            self._limit
            and not self.locked
            and time.time() - self._last >= self._limit
            and self._window.isVisible()
        ):
            self.lock()

    def _unlock(self, user: str, password: str) -> Keys:
        """Only prove the password: the archive stays open, and its keys are those of the session."""
        return signing_in.proven(self._session.archive.keys, user, password)

    def _open(self, _keys: Any) -> None:
        keys, user = self._session.archive.keys, self._session.user
        when_today(lambda: sign_ins.note_sign_in(keys, user, SignInDeed.UNLOCKED))
        self._uncover()
        self._last = time.time()
        self.locked_changed.emit(False)
        if self._focus is not None and isValid(self._focus):
            self._focus.activateWindow()
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None

    def _leave(self) -> None:
        if messages.ask_losing(self._screen, CHANGE_OF_USER.format(self._session.user), "关闭并换用户"):
            self.leave_wanted.emit()

    def _cover(self, window: QWidget) -> None:
        """Message boxes stay to be seen: they may stand above the lock and then must be answered first."""
        wanted = window.isVisible() and window.isWindow() and window is not self._screen
        passing = window.windowType() in (
            Qt.WindowType.ToolTip,
            Qt.WindowType.Popup,
            Qt.WindowType.SplashScreen,
        )
        covered = any(isValid(cover) and cover.parent() is window for cover in self._covers)
        if wanted and not passing and not covered and not isinstance(window, QMessageBox):
            self._covers.append(Cover(window))

    def _uncover(self) -> None:
        for cover in self._covers:
            if isValid(cover):
                cover.hide()
                cover.deleteLater()
        self._covers.clear()
        if self._screen is not None:
            self._screen.done(QDialog.DialogCode.Accepted)
            self._screen.deleteLater()
            self._screen = self.form = None

    # --- what Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in ACTIVE:
            self._last = time.time()
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._asked_by(event):
                self.lock()
                return True
        elif kind == QEvent.Type.Show and self.locked and isinstance(watched, QWidget) and watched.isWindow():
            self._cover(watched)
        return False

    @staticmethod
    def _asked_by(event: QKeyEvent) -> bool:
        """Ctrl+L in a dialog, where the window's own shortcut does not reach."""
        return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
