"""What can be done with accounts and recovery code: each act asks for the password of whoever acts."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.archive.keys import WRONG, Keys
from models.archive.passwords import account_name
from models.core.record import Refusal
from models.office import roles
from ui.forms.combo_boxes import CodeBox
from ui.forms.editors import LineEdit
from ui.forms.password_edit import NewPassword, PasswordEdit, caps_hint
from ui.jobs import messages
from ui.jobs.one_thread import Aside
from ui.jobs.session import Session
from ui.start.wrong_passwords import Patience
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
        self.rows = QFormLayout()
        self._lay_out(words)
        self.yes_button.clicked.connect(self.accept)
        self.no_button.clicked.connect(self.reject)
        self.no_button.setAutoDefault(False)
        self.yes_button.setAutoDefault(False)  # Enter goes on to the next field
        self.own.returnPressed.connect(self._after_own)

    def fault(self) -> str:
        """What is missing still, besides one's own password."""
        return ""

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
            self._say(f"请等{wait}秒再试" if wait else missing)
            return
        self._set_working(True)
        folder, user, own = self._session.folder, self._session.user, self.own.text()

        def act() -> Any:
            Keys.unlock(folder, user, own)
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
        layout.addLayout(self.rows)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.setMinimumWidth(440)

    def _on_done(self, result: Any) -> None:
        self._set_working(False)
        self._patience.right()
        self.outcome = result
        super().accept()

    def _on_refused(self, error: Exception) -> None:
        self._set_working(False)
        if not isinstance(error, Refusal):
            messages.explain(error, self)
        elif str(error) == WRONG:
            self._patience.wrong()
            self._say(f"{self._session.user}现在的密码不对，没有更改")
            self.own.selectAll()
            self.own.setFocus()
        else:
            self._say(str(error))

    def _set_working(self, working: bool) -> None:
        self._working = working
        self.yes_button.setEnabled(not working)
        self.no_button.setEnabled(not working)
        self._say("正在办理……" if working else "")

    def _say(self, words: str) -> None:
        self.problem.setText(words)


class AddAccount(ActDialog):
    """Lets one more officer in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = "给同事增加一个用户。请同事自己输入密码，不要几个人合用一个。"
        super().__init__(session, "增加用户", words, "增加", parent)
        self.user, self.new = LineEdit(40, "同事的姓名"), NewPassword(self)
        self.role = CodeBox(names=roles.rights_by_role())
        self.role.set_value("录入")
        self.rows.addRow("新用户名", self.user)
        self.rows.addRow("角色", self.role)
        self.new.add_to(self.rows, "新密码")
        self.user.textChanged.connect(self.new.set_user)
        self.new.entered.connect(self.accept)

    def fault(self) -> str:
        try:
            account_name(self.user.value())
        except Refusal as refusal:
            return str(refusal)
        return self.new.fault() or ("" if self.role.value() else "请选择角色")

    def work(self) -> None:
        self._session.archive.keys.add_account(self.user.value(), self.new.password())


class ChangePassword(ActDialog):
    """A new password for oneself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "修改密码", f"给{session.user}换一个新密码，下次登录时用。", "修改", parent)
        self.new = NewPassword(self)
        self.new.set_user(session.user)
        self.new.add_to(self.rows, "新密码")
        self.new.entered.connect(self.accept)

    def fault(self) -> str:
        return self.new.fault()

    def work(self) -> None:
        self._session.archive.keys.change_password(self._session.user, self.own.text(), self.new.password())


class ResetPassword(ActDialog):
    """A new password for a colleague who has forgotten the old one."""

    def __init__(self, session: Session, user: str, parent: QWidget | None = None) -> None:
        words = f"给“{user}”重设密码，原来的密码作废。请{user}自己输入新密码。"
        super().__init__(session, "重设密码", words, "重设", parent)
        self.user, self.new = user, NewPassword(self)
        self.new.set_user(user)
        self.new.add_to(self.rows, "新密码")
        self.new.entered.connect(self.accept)

    def fault(self) -> str:
        return self.new.fault()

    def work(self) -> None:
        self._session.archive.keys.reset_password(self.user, self.new.password())


class RemoveAccount(ActDialog):
    """Closes an officer's door."""

    def __init__(self, session: Session, user: str, parent: QWidget | None = None) -> None:
        words = f"删除用户“{user}”以后，他就不能再打开这个档案库。他做过的登记、修改仍记在操作日志里。"
        super().__init__(session, "删除用户", words, f"删除“{user}”", parent)
        look(self.yes_button, "danger")
        self.user = user

    def work(self) -> None:
        self._session.archive.keys.remove_account(self.user)


class RenewCode(ActDialog):
    """Makes a new recovery code."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = "会显示一个新的恢复码，请准备好打印机或纸笔。旧的恢复码当场作废，旧恢复码单请销毁。"
        super().__init__(session, "更换恢复码", words, "更换", parent)

    def work(self) -> str:
        return self._session.archive.keys.renew_recovery_code()
