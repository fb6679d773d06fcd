"""The sign-in: a user's name and password, and what a wrong one costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.archive.keys import WRONG, WrongSecret
from models.archive.wrong_passwords import Patience
from models.core.record import Refusal
from ui.forms.editors import LineEdit
from ui.forms.password_edit import PasswordEdit, caps_hint
from ui.jobs.messages import explain
from ui.jobs.one_thread import Aside
from ui.start.recent_archives import ElidedLabel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.theme import look

SIGN_IN_WIDTH = 440
UNSAVED_IS_KEPT = "没有保存的内容都还在，输入密码后接着做。"


class SeenUsers(QWidget):
    """The users that this PC knows of the archive, a button each; Alt and the number choose too. Nothing where there is but one."""

    chosen = Signal(str)

    def __init__(self, users: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        row = FlowLayout(self)
        for number, user in enumerate(users if len(users) > 1 else (), start=1):
            button = look(QPushButton(f"{number} {user}"), "flat")
            keys = f"Alt+{number}" if number < 10 else ""
            button.setShortcut(keys)
            button.setToolTip(f"用“{user}”登录（{keys}）" if keys else f"用“{user}”登录")
            button.clicked.connect(lambda _=False, user=user: self.chosen.emit(user))
            row.addWidget(button)
            self.buttons.append(button)


class SignInForm(QWidget):
    """Asks for name and password and gives both to ``unlock``, which works aside and returns what they open.

    With a ``locked`` user the name is fixed, as on the screen of a locked window.
    """

    succeeded = Signal(object)  # what ``unlock`` returned
    forgotten = Signal(str)  # the user's name as typed
    left = Signal()

    def __init__(
        self,
        folder: Path,
        unlock: Callable[[str, str], Any],
        user: str = "",
        locked: bool = False,
        seen: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``seen``: the users to choose from."""
        super().__init__(parent)
        self._unlock, self._locked = unlock, locked
        self.patience = Patience(folder)
        self.user = LineEdit(40)
        self.user.set_value(user)
        self.user.set_read_only(locked)
        self.seen = SeenUsers([] if locked else seen)
        self.password = PasswordEdit()
        self.problem = look(QLabel(), "problem")
        self.enter_button = look(QPushButton(), "primary")
        self.leave_button = QPushButton("换用户登录…" if locked else "返回")
        self.forgotten_button = look(QPushButton("忘记密码…"), "flat")
        self._working = False
        self._clock = QTimer(self, interval=200)
        self._lay_out(folder)
        self._connect()
        self._show_state()

    def begin(self) -> None:
        """Put the cursor where the next word is to be typed."""
        ready = self.user if not self.user.value() else self.password
        ready.setFocus(Qt.FocusReason.OtherFocusReason)

    def busy(self) -> bool:
        return self._working

    def enter(self) -> None:
        """Try what was typed."""
        if self._working or self.patience.seconds():
            return
        user, password = self.user.value(), self.password.text()
        if not user or not password:
            self._say("请输入用户名" if not user else "请输入密码")
            self.begin()
            return
        self._working = True
        self._say("")
        self.password.hide_words()
        self._show_state()
        Aside(self, lambda: self._unlock(user, password)).then(self._on_right, self._on_refused).begin()

    def _lay_out(self, folder: Path) -> None:
        self.problem.setWordWrap(True)
        self.setMaximumWidth(SIGN_IN_WIDTH)
        name = look(ElidedLabel("已锁定" if self._locked else folder.name), "title")
        place = look(QLabel(UNSAVED_IS_KEPT) if self._locked else ElidedLabel(str(folder.parent)), "quiet")
        place.setWordWrap(self._locked)
        rows = QFormLayout()
        rows.addRow("用户名", self.user)
        if self.seen.buttons:
            rows.addRow("", self.seen)
        rows.addRow("密码", self.password)
        buttons = QHBoxLayout()
        buttons.addWidget(self.enter_button, stretch=1)
        buttons.addWidget(self.leave_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(name)
        layout.addWidget(place)
        layout.addSpacing(8)
        layout.addLayout(rows)
        layout.addWidget(caps_hint(self.password))
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        layout.addWidget(self.forgotten_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.forgotten_button.setVisible(not self._locked)
        self.problem.hide()

    def _connect(self) -> None:
        self.user.returnPressed.connect(self.password.setFocus)
        self.seen.chosen.connect(self._take)
        self.password.returnPressed.connect(self.enter)
        self.enter_button.clicked.connect(self.enter)
        self.leave_button.clicked.connect(self.left)
        self.forgotten_button.clicked.connect(lambda: self.forgotten.emit(self.user.value()))
        self._clock.timeout.connect(self._show_state)

    def _take(self, user: str) -> None:
        """Somebody who signed in here before: only the password is missing."""
        self.user.set_value(user)
        self.password.clear()
        self.password.setFocus()

    def _on_right(self, opened: Any) -> None:
        self._working = False
        self.password.clear()
        self._show_state()
        self.succeeded.emit(opened)

    def _on_refused(self, error: Exception) -> None:
        self._working = False
        if isinstance(error, Refusal):
            self._say(self._wrong() if isinstance(error, WrongSecret) else str(error))
        self._show_state()
        self.password.selectAll()
        self.begin()
        if not isinstance(error, Refusal):
            explain(error, self)

    def _wrong(self) -> str:
        count = self.patience.count()
        what = "密码不对" if self._locked else WRONG
        more = "。请检查大小写和输入法" if count < 3 else f"，已连续{count}次。每错一次，等待的时间加一倍"
        return what + more

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _show_state(self) -> None:
        """The button says what is going on: ready, waiting, opening."""
        wait = self.patience.seconds()
        self.enter_button.setEnabled(not wait and not self._working)
        self.leave_button.setEnabled(not self._working)
        self.forgotten_button.setEnabled(not self._working)
        ready = "解锁" if self._locked else "登录"
        self.enter_button.setText("正在核对……" if self._working else f"请等{wait}秒再试" if wait else ready)
        if wait and not self._clock.isActive():
            self._clock.start()
        elif not wait:
            self._clock.stop()
