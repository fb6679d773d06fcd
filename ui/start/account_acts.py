"""What can be done with accounts and recovery code: each act asks for the password of whoever acts."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.archive.keys import WrongSecret
from models.archive.wrong_passwords import Patience
from models.core.record import Refusal, db
from models.office import accounts, sign_ins, signing_in
from models.office.sign_ins import SignInDeed
from ui.forms.password_edit import NewPassword, PasswordEdit, caps_hint
from ui.jobs import messages
from ui.jobs.one_thread import Aside
from ui.jobs.session import Session
from ui.widgets.scrolling import HighEnough, scrolled_page
from ui.widgets.theme import look


class ActDialog(QDialog):
    """One act on the accounts: what it needs, the password of whoever acts, and the work, done aside."""

    def __init__(
        self, session: Session, title: str, words: str, yes: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._session = session
        self._working = False
        self._patience = Patience(session.folder)
        self.outcome: Any = None
        self.own = PasswordEdit()
        self.problem = look(QLabel(), "problem")
        self.yes_button = look(QPushButton(yes), "primary")
        self.no_button = QPushButton("取消")
        self.inside = HighEnough()
        self.rows = QFormLayout(self.inside)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self._lay_out(words)
        self.yes_button.clicked.connect(self.accept)
        self.no_button.clicked.connect(self.reject)
        self.no_button.setAutoDefault(False)
        self.yes_button.setAutoDefault(False)  # Enter goes on to the next field
        self.own.returnPressed.connect(self._after_own)

    def fault(self) -> str:
        """What is missing still, besides one's own password."""
        return ""

    def tells(self, fault: str) -> bool:
        """Whether what is missing stands beside its field already."""
        return False

    def work(self) -> Any:
        """The act itself, after the password was right; on another thread."""
        raise NotImplementedError

    def accept(self) -> None:
        """Prove the password and act; a refusal is shown and nothing has changed."""
        if self._working:
            return
        wait = self._patience.seconds()
        missing = self.fault() or ("" if self.own.text() else f"请输入{self._session.user}现在的密码")
        if wait or missing:
            self._say(f"请等{wait}秒再试" if wait else "" if self.tells(missing) else missing)
            return
        self._set_working(True)
        keys, user, own = self._session.archive.keys, self._session.user, self.own.text()

        def act() -> Any:
            signing_in.proven(keys, user, own, self._patience)
            with db.connection_context():
                sign_ins.note_sign_in(keys, user, SignInDeed.PROVEN, self._patience)
                return self.work()

        Aside(self, act).then(self._on_done, self._on_refused).begin()

    def reject(self) -> None:
        if not self._working:
            super().reject()

    def _after_own(self) -> None:
        """Enter in one's own password goes on to what is asked below it, or acts when nothing is."""
        if self.rows.rowCount() > 2:
            self.focusNextChild()
        else:
            self.accept()

    def _lay_out(self, words: str) -> None:
        said = QLabel(words)
        said.setWordWrap(True)
        self.problem.setWordWrap(True)
        self.rows.addRow(f"{self._session.user}现在的密码", self.own)
        self.rows.addRow("", caps_hint(self.own))
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.yes_button)
        buttons.addWidget(self.no_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(said)
        layout.addWidget(scrolled_page(self.inside), 1)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.setMinimumWidth(440)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes as the eye does: what is asked comes before the buttons, which were there first."""
        super().showEvent(event)
        chain: list[QWidget] = [self.own]
        while (each := chain[-1].nextInFocusChain()) not in (None, self.own):
            chain.append(each)
        asked = next(each for each in reversed(chain) if self.inside.isAncestorOf(each))
        for before, after in pairwise((asked, self.yes_button, self.no_button)):
            self.setTabOrder(before, after)

    def _on_done(self, result: Any) -> None:
        self._set_working(False)
        self._session.wrote()
        self.outcome = result
        super().accept()

    def _on_refused(self, error: Exception) -> None:
        self._set_working(False)
        if not isinstance(error, Refusal):
            messages.explain(error, self)
        elif isinstance(error, WrongSecret):
            self._say(f"{self._session.user}现在的密码不对，没有更改")
            self.own.selectAll()
            self.own.setFocus()
        else:
            self._say(str(error))

    def _set_working(self, working: bool) -> None:
        self._working = working
        self.yes_button.setEnabled(not working)
        self.no_button.setEnabled(not working)
        look(self.problem, "quiet" if working else "problem")
        self._say("正在办理……" if working else "")

    def _say(self, words: str) -> None:
        self.problem.setText(words)


class AcceptKeyFile(ActDialog):
    """Takes the key file as it is for right."""

    def __init__(self, session: Session, faults: list[str], parent: QWidget | None = None) -> None:
        words = "钥匙文件 keys.json 在程序外面改过：\n\n" + "；\n".join(faults)
        words += "。\n\n请先查清是谁、为什么。核对以后以现在的文件为准，多出来的用户只能查看；这一次核对记在操作日志里。"
        super().__init__(session, "核对钥匙文件", words, "已查清，以现在的为准", parent)

    def work(self) -> None:
        accounts.accept_key_file(self._session.archive.keys, self._session.user)


class PasswordAct(ActDialog):
    """An act that sets a new password."""

    def __init__(
        self, session: Session, title: str, words: str, yes: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, title, words, yes, parent)
        self.new = NewPassword(self)
        self.new.entered.connect(self.accept)

    def fault(self) -> str:
        return self.new.fault()

    def tells(self, fault: str) -> bool:
        return self.new.tells(fault)


class ChangePassword(PasswordAct):
    """A new password for oneself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "修改密码", f"给{session.user}换一个新密码，下次登录时用。", "修改", parent)
        self.new.set_user(session.user)
        self.new.add_to(self.rows, "新密码")

    def work(self) -> None:
        keys, user = self._session.archive.keys, self._session.user
        accounts.change_password(keys, user, self.own.text(), self.new.password())


class ResetPassword(PasswordAct):
    """A new password for a colleague who has forgotten the old one."""

    def __init__(self, session: Session, user: str, parent: QWidget | None = None) -> None:
        words = (
            f"给“{user}”重设密码，原来的密码作废。请{user}自己输入新密码。"
            f"另一位管理员确认以前，“{user}”和您算同一个人。"
        )
        super().__init__(session, "重设密码", words, "重设", parent)
        self.user = user
        self.new.set_user(user)
        self.new.add_to(self.rows, "新密码")

    def work(self) -> None:
        accounts.reset_password(
            self._session.archive.keys, self.user, self.new.password(), self._session.user
        )


class RemoveAccount(ActDialog):
    """Closes an officer's door."""

    def __init__(self, session: Session, user: str, parent: QWidget | None = None) -> None:
        words = f"删除用户“{user}”以后，他就不能再打开这个档案库。他做过的登记、修改仍记在操作日志里。"
        super().__init__(session, "删除用户", words, f"删除“{user}”", parent)
        look(self.yes_button, "danger")
        self.user = user

    def work(self) -> None:
        accounts.remove_account(self._session.archive.keys, self.user, self._session.user)


class RenewCode(ActDialog):
    """Makes a new recovery code."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = "会显示一个新的恢复码，请准备好打印机或纸笔。旧的恢复码当场作废，旧恢复码单请销毁。"
        super().__init__(session, "更换恢复码", words, "更换", parent)

    def work(self) -> str:
        return accounts.renew_recovery_code(self._session.archive.keys, self._session.user)
