"""Forgotten passwords: the recovery code from the envelope, and a new password for a user."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.archive.recovery_code import CODE_GROUP, CODE_GROUPS, read_code
from models.core.record import Refusal
from ui.forms.editors import LineEdit
from ui.forms.password_edit import NewPassword
from ui.jobs.messages import explain
from ui.jobs.one_thread import Aside
from ui.widgets.theme import look, marked

RECOVERY_WIDTH = 520
CODE_LENGTH = CODE_GROUP * CODE_GROUPS


class CodeEdit(QPlainTextEdit):
    """A recovery code as it is copied from paper, in any spelling; Tab and Enter leave it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(
            f"照恢复码单输入{CODE_GROUPS}组、每组{CODE_GROUP}个字符，大小写、空格、横线都不要紧"
        )
        self.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 14)

    def code(self) -> str:
        return self.toPlainText()

    def fault(self) -> str:
        """What is wrong with what was typed so far; empty when nothing is, or when there is more to come."""
        if sum(each.isalnum() for each in self.code()) < CODE_LENGTH:
            return ""
        try:
            read_code(self.code())
        except Refusal as refusal:
            return str(refusal)
        return ""

    def whole(self) -> bool:
        """Whether a code stands there that was not mistyped."""
        return sum(each.isalnum() for each in self.code()) >= CODE_LENGTH and not self.fault()


class RecoveryForm(QWidget):
    """Gives code, user's name and new password to ``recover``, which works aside and returns what they open."""

    succeeded = Signal(object)
    left = Signal()

    def __init__(
        self,
        folder: Path,
        recover: Callable[[str, str, str], Any],
        user: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._recover = recover
        self._working = False
        self.code = CodeEdit()
        self.count = look(QLabel(), "hint")
        self.user = LineEdit(40)
        self.user.set_value(user)
        self.new = NewPassword(self)
        self.new.set_user(user)
        self.problem = look(QLabel(), "problem")
        self.enter_button = look(QPushButton("设新密码并登录"), "primary")
        self.leave_button = QPushButton("返回")
        self._lay_out(folder)
        self.code.textChanged.connect(self._check_code)
        self.user.textChanged.connect(self.new.set_user)
        self.new.entered.connect(self.enter)
        self.enter_button.clicked.connect(self.enter)
        self.leave_button.clicked.connect(self.left)
        self._check_code()

    def begin(self) -> None:
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def busy(self) -> bool:
        return self._working

    def enter(self) -> None:
        """Try what was typed."""
        if self._working:
            return
        code, user, password = self.code.code(), self.user.value(), self.new.password()
        if reason := self._fault():
            self._say("" if self.new.tells(reason) else reason)
            return
        self._set_working(True)
        Aside(self, lambda: self._recover(code, user, password)).then(
            self._on_right, self._on_refused
        ).begin()

    def _fault(self) -> str:
        try:
            read_code(self.code.code())
        except Refusal as refusal:
            return str(refusal)
        return "请输入用户名：给哪个用户设新密码" if not self.user.value() else self.new.fault()

    def _lay_out(self, folder: Path) -> None:
        self.setMaximumWidth(RECOVERY_WIDTH)
        self.problem.setWordWrap(True)
        heading = look(QLabel("用恢复码重设密码"), "title")
        words = look(QLabel(f"请打开建立“{folder.name}”时封存的信封，照恢复码单输入。"), "quiet")
        words.setWordWrap(True)
        rows = QFormLayout()
        rows.addRow("恢复码", self.code)
        rows.addRow("", self.count)
        rows.addRow("用户名", self.user)
        self.new.add_to(rows, "新密码")
        buttons = QHBoxLayout()
        buttons.addWidget(self.enter_button, stretch=1)
        buttons.addWidget(self.leave_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(words)
        layout.addLayout(rows)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.problem.hide()

    def _check_code(self) -> None:
        """Count what was typed, and tell a mistyped code as soon as all of it is there."""
        typed = sum(each.isalnum() for each in self.code.code())
        fault = self.code.fault()
        said = fault or ("恢复码没有抄错" if self.code.whole() else f"已输入{typed}个，共{CODE_LENGTH}个字符")
        self.count.setText(said)
        self.count.setWordWrap(True)
        look(self.count, "problem" if fault else "good" if self.code.whole() else "hint")
        marked(self.code, "state", "problem" if fault else "")

    def _set_working(self, working: bool) -> None:
        self._working = working
        self._say("")
        self.enter_button.setEnabled(not working)
        self.leave_button.setEnabled(not working)
        self.enter_button.setText("正在核对……" if working else "设新密码并登录")

    def _on_right(self, opened: Any) -> None:
        self._set_working(False)
        self.succeeded.emit(opened)

    def _on_refused(self, error: Exception) -> None:
        self._set_working(False)
        if isinstance(error, Refusal):
            self._say(str(error))
        else:
            explain(error, self)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
