"""Accounts of users 用户: who may open the archive, and the recovery code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.archive.passwords import folded
from models.core.dates import this_day
from models.office import accounts, roles, settings
from models.office.officers import unconfirmed
from models.office.run_signers import run_signers_told
from models.office.sign_ins import key_faults
from reports.recovery_sheet import RecoverySheet
from ui.forms.role_choice import RoleChoice
from ui.forms.small_question import Asking
from ui.jobs import messages
from ui.jobs.session import Session
from ui.start.account_acts import (
    AcceptKeyFile,
    ActDialog,
    ChangePassword,
    RemoveAccount,
    RenewCode,
    ResetPassword,
)
from ui.start.account_owners import AddAccount, ConfirmAccount, SayOwner
from ui.start.departure import DepartureDialog
from ui.start.recent_archives import remember_accounts
from ui.start.recovery_code import RecoveryCode
from ui.start.sign_ins import SignInsDialog
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.scrolling import scrolled_page
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

NONE_IN_PRACTICE = "演练库没有用户和密码，谁都可以打开，里面的人都是编造的。"
ACCOUNTS_EXPLAINED = "下面的人可以打开这个档案库，各用各的密码；谁改了什么，操作日志里都记着名字。"
NEW_CODE_NOT_COPIED = "新的恢复码还没有抄好，现在关闭就再也看不到了；旧的恢复码已经作废。"


class AccountsDialog(QDialog):
    """Lists the accounts and offers what can be done with them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("用户和密码")
        self.list = called(QListWidget(), "用户")
        self.add_button = QPushButton(icon("mdi6.account-plus-outline"), "增加用户…")
        self.password_button = QPushButton(icon("mdi6.key-outline"), "修改密码…")
        self.role_button = QPushButton(icon("mdi6.account-key-outline"), "设定角色…")
        self.remove_button = QPushButton(icon("mdi6.account-remove-outline"), "删除用户…")
        self.owner_button = QPushButton(icon("mdi6.account-question-outline"), "是谁的用户…")
        self.confirm_button = QPushButton(icon("mdi6.account-check-outline"), "确认用户…")
        self.leave_button = QPushButton(icon("mdi6.account-arrow-right-outline"), "离岗…")
        self.signs_button = QPushButton(icon("mdi6.history"), "登录记录…")
        self.check_button = look(QPushButton(icon("mdi6.shield-alert-outline"), "核对钥匙文件…"), "danger")
        self.code_button = QPushButton(icon("mdi6.email-seal-outline"), "更换恢复码…")
        self.close_button = QPushButton("关闭")
        self.said = look(QLabel(), "good")
        self.runs = look(QLabel(wordWrap=True), "hint")
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Show the accounts as they are now."""
        self.list.clear()
        if self._session.practice:
            return
        names = self._session.archive.keys.accounts()
        remember_accounts(self._session.folder, names)
        self.runs.setText(run_signers_told(self._given()))
        for name in names:
            me = folded(name) == folded(self._session.user)
            item = QListWidgetItem(icon("mdi6.account-outline"), _told(name, me))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
            if me:
                self.list.setCurrentItem(item)
        self._show_what_fits()

    def chosen(self) -> str:
        """The account chosen in the list; empty when there is none."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def add(self) -> None:
        act = AddAccount(self._session, self)

        def done() -> None:
            self._say(f"已增加用户“{act.user.value()}”，角色是{roles.role_of(act.user.value())}")

        self._run(act, done)

    def change_role(self) -> None:
        """What a colleague may do from now on; the journal keeps who said so."""
        user = self.chosen()
        asked = Asking(
            self, "设定角色", f"设定“{user}”的角色。", "设定", lambda values: self._give(user, values["role"])
        )
        given = self._given()
        asked.add(
            "role", "", RoleChoice(lambda role: run_signers_told(given | {user: role}), roles.role_of(user))
        )
        if run_dialog(asked):
            self._say(f"“{user}”的角色是{roles.role_of(user)}")

    def change_password(self) -> None:
        """One's own, or a colleague's who has forgotten it."""
        user = self.chosen()
        own = folded(user) == folded(self._session.user)
        act = ChangePassword(self._session, self) if own else ResetPassword(self._session, user, self)
        self._run(act, lambda: self._say(f"“{user}”的密码已更改"))

    def remove(self) -> None:
        user = self.chosen()
        self._run(RemoveAccount(self._session, user, self), lambda: self._say(f"已删除用户“{user}”"))

    def say_owner(self) -> None:
        """Whose account it is; one person's two accounts are one."""
        user = self.chosen()
        self._run(SayOwner(self._session, user, self), lambda: self._say(f"已登记“{user}”是谁的用户"))

    def confirm(self) -> None:
        """By another administrator than the one who made it or gave it its password."""
        user = self.chosen()
        act = ConfirmAccount(self._session, user, unconfirmed()[folded(user)], self)
        self._run(act, lambda: self._say(f"已确认“{user}”只归本人使用"))

    def leave(self) -> None:
        """A colleague goes: closed in one step, what is open handed on."""
        user = self.chosen()
        act = DepartureDialog(self._session, user, self)
        self._run(act, lambda: self._say(f"“{user}”已离岗，交出{act.outcome}件"))

    def accept_keys(self) -> None:
        act = AcceptKeyFile(self._session, key_faults(self._session.archive.keys), self)
        self._run(act, lambda: self._say("已核对钥匙文件"))

    def show_sign_ins(self) -> None:
        run_dialog(SignInsDialog(self))

    def renew_code(self) -> None:
        act = RenewCode(self._session, self)
        self._run(act, lambda: run_dialog(NewCodeDialog(self._session, act.outcome, self)))

    def _given(self) -> dict[str, str]:
        """The accounts and their roles."""
        return {name: roles.role_of(name) for name in self._session.archive.keys.accounts()}

    def _give(self, user: str, role: str) -> None:
        """Write a role down where it differs. Raises ``Refusal`` as the model does."""
        if roles.role_of(user) != role:
            roles.give(user, role, self._session.user)
            self._session.changed.emit()
        self.reload()

    def _run(self, act: ActDialog, done: Callable[[], object]) -> None:
        self._say("")
        if run_dialog(act):
            self.reload()
            done()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _show_what_fits(self) -> None:
        user = self.chosen()
        own = folded(user) == folded(self._session.user)
        self.password_button.setText("修改密码…" if own else "重设密码…")
        admin = not self._session.practice and roles.may(self._session.user, roles.ACCOUNTS)
        self.password_button.setEnabled(bool(user) and (own or admin))
        self.role_button.setEnabled(admin and bool(user) and not own)
        self.remove_button.setEnabled(admin and bool(user) and not own)
        for button in (self.owner_button, self.leave_button):
            button.setEnabled(admin and bool(user) and not (own and button is self.leave_button))
        self.confirm_button.setEnabled(admin and folded(user) in unconfirmed())
        self.signs_button.setEnabled(admin)
        self.check_button.setVisible(admin and bool(key_faults(self._session.archive.keys)))
        self.remove_button.setToolTip("不能删除自己，请由别的用户来删除" if own else "")
        for button in (self.add_button, self.code_button):
            button.setEnabled(admin)
            button.setToolTip("" if admin else "只有管理员可以增加用户、更换恢复码")

    def _lay_out(self) -> None:
        words = QLabel(NONE_IN_PRACTICE if self._session.practice else ACCOUNTS_EXPLAINED)
        words.setWordWrap(True)
        side = QVBoxLayout()
        for button in (
            self.check_button, self.add_button, self.owner_button, self.confirm_button, self.role_button, self.password_button,
            self.leave_button, self.remove_button, self.code_button, self.signs_button,
        ):  # fmt: skip
            button.setStyleSheet("text-align: left")
            button.setAutoDefault(False)
            side.addWidget(button)
        side.addStretch()
        side.addWidget(self.close_button)
        middle = QHBoxLayout()
        middle.addWidget(self.list, stretch=1)
        middle.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(words)
        layout.addLayout(middle)
        layout.addWidget(self.runs)
        layout.addWidget(self.said)
        self.said.hide()
        self.resize(660, 480)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._show_what_fits)
        self.add_button.clicked.connect(self.add)
        self.role_button.clicked.connect(self.change_role)
        self.password_button.clicked.connect(self.change_password)
        self.remove_button.clicked.connect(self.remove)
        self.code_button.clicked.connect(self.renew_code)
        self.owner_button.clicked.connect(self.say_owner)
        self.confirm_button.clicked.connect(self.confirm)
        self.leave_button.clicked.connect(self.leave)
        self.signs_button.clicked.connect(self.show_sign_ins)
        self.check_button.clicked.connect(self.accept_keys)
        self.close_button.clicked.connect(self.accept)
        self._show_what_fits()


def _told(name: str, me: bool) -> str:
    """An account in one line: its role, whose it is, and whether that waits for a colleague's word."""
    owner, wait = accounts.owner_of(name), unconfirmed().get(folded(name))
    words = [f"{name}（您）" if me else name, roles.role_of(name)]
    if owner is not None:
        words.append(owner.told())
    if wait is not None:
        words.append(f"待确认，暂与“{wait}”算同一个人")
    return "　".join(words)


class NewCodeDialog(QDialog):
    """Shows a renewed recovery code until it is proven to be on paper."""

    def __init__(self, session: Session, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("新的恢复码")
        folder, office = session.folder, settings.office().name
        sheet = RecoverySheet(office, folder.name, str(folder.parent), session.user, this_day(), code)
        self.code = RecoveryCode(sheet, folder)
        self.done_button = look(QPushButton("完成"), "primary")
        self.done_button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(look(QLabel("新的恢复码"), "title"))
        layout.addWidget(scrolled_page(self.code))
        layout.addWidget(self.done_button, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(640, 440)
        self.code.changed.connect(lambda: self.done_button.setEnabled(self.code.proven()))
        self.done_button.clicked.connect(self.accept)

    def reject(self) -> None:
        """Leave before it is on paper only after asking."""
        if self.code.proven() or messages.ask_losing(self, NEW_CODE_NOT_COPIED, "关闭", "回去抄恢复码"):
            super().reject()
