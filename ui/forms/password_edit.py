"""An edit for passwords: one that is known, or a new one twice."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from models.archive.passwords import SHORTEST_PASSWORD, same_typing, weakness
from ui.widgets.icons import icon
from ui.widgets.theme import look

CAPS = "大写锁定（Caps Lock）开着，输入的字母都是大写"
RULE = f"至少{SHORTEST_PASSWORD}个字符，不要用姓名、生日、电话和常用的词。三个不相干的词的拼音连起来，好记又难猜。"
DIFFERENT = "两次输入的密码不一样"
CAPS_KEY = 0x14  # Windows: VK_CAPITAL


class PasswordEdit(QLineEdit):
    """A password in dots, with an eye to look at it, that notices the caps lock."""

    caps_lock = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = self.addAction(icon("mdi6.eye-outline"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip("显示输入的密码")
        self._eye.triggered.connect(self._toggle)

    def hide_words(self) -> None:
        """Back to dots."""
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("mdi6.eye-outline"))
        self._eye.setToolTip("显示输入的密码")

    def _toggle(self) -> None:
        if self.echoMode() == QLineEdit.EchoMode.Normal:
            self.hide_words()
        else:
            self.setEchoMode(QLineEdit.EchoMode.Normal)
            self._eye.setIcon(icon("mdi6.eye-off-outline"))
            self._eye.setToolTip("不显示密码")

    # What Qt asks for

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        typed = event.text()
        if len(typed) == 1 and typed.isascii() and typed.isalpha():
            shift = bool(event.modifiers() & event.modifiers().ShiftModifier)
            self.caps_lock.emit(typed.isupper() != shift)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if sys.platform == "win32":
            import ctypes

            self.caps_lock.emit(bool(ctypes.windll.user32.GetKeyState(CAPS_KEY) & 1))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.caps_lock.emit(False)


def caps_hint(*edits: PasswordEdit) -> QLabel:
    """Words that show below the editors while the caps lock is on."""
    hint = look(QLabel(CAPS), "doubt")
    hint.setWordWrap(True)
    hint.hide()
    for edit in edits:
        edit.caps_lock.connect(hint.setVisible)
    return hint


class NewPassword(QObject):
    """A new password typed twice, with what is wrong with it said while it is typed."""

    changed = Signal()
    entered = Signal()  # Enter in the second one

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._user = ""
        self.first, self.second = PasswordEdit(), PasswordEdit()
        self.hint = look(QLabel(RULE), "hint")
        self.hint.setWordWrap(True)
        self.hint.ensurePolished()  # two lines stand in any form, however it measures words that wrap
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().lineSpacing())
        self.hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for edit in (self.first, self.second):
            edit.textChanged.connect(self._tell)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self.entered)

    def add_to(self, rows: QFormLayout, label: str = "密码") -> None:
        """Put both editors and what is to be said of them at the end of a form."""
        rows.addRow(label, self.first)
        rows.addRow("再输一遍", self.second)
        rows.addRow("", caps_hint(self.first, self.second))
        rows.addRow("", self.hint)

    def set_user(self, user: str) -> None:
        """Whose password it will be: it may not be just the name."""
        self._user = user
        self._tell()

    def password(self) -> str:
        return self.first.text()

    def fault(self) -> str:
        """Why it cannot be taken yet; empty when it can."""
        if not self.first.text():
            return "请设一个密码"
        if weak := weakness(self._user, self.first.text()):
            return weak
        if not self.second.text():
            return "请再输一遍密码"
        if same_typing(self.first.text()) != same_typing(self.second.text()):
            return DIFFERENT
        return ""

    def tells(self, fault: str) -> bool:
        """Whether a fault stands beside the password already: it is marked there then, has the keyboard, and is said nowhere else."""
        if not fault or fault != self.hint.text():
            return False
        look(self.hint, "problem")
        wrong = self.second if fault == DIFFERENT else self.first
        wrong.setFocus()
        wrong.selectAll()
        return True

    def _tell(self) -> None:
        """Say what is wrong with what stands there, not with what is still to come."""
        first, second = self.first.text(), self.second.text()
        words, manner = RULE, "hint"
        if first and (weak := weakness(self._user, first)):
            words, manner = weak, "doubt"
        elif first and second and not same_typing(first).startswith(same_typing(second)):
            words, manner = DIFFERENT, "problem"
        elif first and not self.fault():
            words, manner = "密码可以用，两次一样", "good"
        self.hint.setText(words)
        look(self.hint, manner)
        self.changed.emit()
