"""Owners of accounts: letting somebody in, saying whose an account is, confirming it."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QWidget

from models.archive.passwords import account_name
from models.core.record import Refusal
from models.office import accounts, roles
from models.office.officer import Officer, officers
from models.office.run_signers import run_signers_told
from ui.forms.combo_boxes import CodeBox
from ui.forms.editors import LineEdit
from ui.forms.role_choice import RoleChoice
from ui.jobs.session import Session
from ui.start.account_acts import ActDialog, PasswordAct
from ui.widgets import window_size

ONCE_CONFIRMED = "新用户经另一位管理员确认以后，"
NEW_OFFICER = "还没有登记的人（在下面填）"


class OwnerRows:
    """Asks whose account it is: one of the officers, or somebody new."""

    def __init__(self, owner: Officer | None = None) -> None:
        self._known = {each.told(): each for each in officers()}
        self.whose = CodeBox(names=[*self._known, NEW_OFFICER])
        self.name, self.post = LineEdit(20, "不填的，姓名同用户名"), LineEdit(30, "如：优抚股副股长")
        self.whose.set_value(owner.told() if owner is not None else "" if self._known else NEW_OFFICER)

    def add_to(self, rows: QFormLayout) -> None:
        self._rows = rows
        for label, editor in (("是谁的用户", self.whose), ("姓名", self.name), ("职务", self.post)):
            rows.addRow(label, editor)
        self.whose.currentTextChanged.connect(self._show_fields)
        self._show_fields()

    def fault(self) -> str:
        return "" if self.whose.value() else "请选择这是谁的用户；还没有登记的选最后一项"

    def officer(self, account: str) -> Officer:
        """The one who was chosen; a new one is not kept yet."""
        known = self._known.get(self.whose.value())
        return known or Officer(name=self.name.value() or account_name(account), post=self.post.value())

    def _show_fields(self) -> None:
        for editor in (self.name, self.post):
            self._rows.setRowVisible(editor, self.whose.value() == NEW_OFFICER)


class AddAccount(PasswordAct):
    """Lets one more officer in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = (
            "给同事增加一个用户。请同事自己输入密码，不要几个人合用一个。"
            "另一位管理员确认以前，新用户和您算同一个人：一批钱要两个人经手的，您和他不能各算一个。"
        )
        super().__init__(session, "增加用户", words, "增加", parent)
        self.user = LineEdit(40, "同事的姓名")
        self.owner = OwnerRows()
        given = {name: roles.role_of(name) for name in session.archive.keys.accounts()}
        self.role = RoleChoice(
            lambda role: ONCE_CONFIRMED + run_signers_told(given | {self.user.value() or "新用户": role}),
            wanted="录入",
        )
        self.user.textChanged.connect(self.role.tell)
        self.rows.addRow("新用户名", self.user)
        self.rows.addRow("角色", self.role)
        self.owner.add_to(self.rows)
        self.new.add_to(self.rows, "新密码")
        self.user.textChanged.connect(self.new.set_user)
        window_size.resize(self, self.inside.sizeHint().width() + 80, 660)

    def fault(self) -> str:
        try:
            account_name(self.user.value())
        except Refusal as refusal:
            return str(refusal)
        return super().fault() or self.owner.fault()

    def work(self) -> None:
        accounts.add_account(
            self._session.archive.keys,
            self.user.value(),
            self.new.password(),
            self.role.value(),
            self._session.user,
            self.owner.officer(self.user.value()),
        )


class SayOwner(ActDialog):
    """Says whose account it is."""

    def __init__(self, session: Session, user: str, parent: QWidget | None = None) -> None:
        words = (
            f"登记“{user}”是谁的用户。同一个人的几个用户只算一个人。"
            "改成另一个人的，原来的那个人也还算，到另一位管理员确认为止。"
        )
        super().__init__(session, "是谁的用户", words, "登记", parent)
        self.user, self.owner = user, OwnerRows(accounts.owner_of(user))
        self.owner.add_to(self.rows)

    def fault(self) -> str:
        return self.owner.fault()

    def work(self) -> None:
        officer = self.owner.officer(self.user)
        accounts.say_owner(self._session.archive.keys, self.user, officer, self._session.user)


class ConfirmAccount(ActDialog):
    """Confirms that an account is its officer's alone, by another administrator or by the recovery code."""

    def __init__(self, session: Session, user: str, maker: str, parent: QWidget | None = None) -> None:
        owner = accounts.owner_of(user)
        whose = f"，登记为{owner.told()}的" if owner is not None else ""
        words = (
            f"“{user}”的密码是“{maker}”设的{whose}。请当面问过本人、看本人改过密码，再确认这个用户只归他一个人用。"
            "您和他算同一个人的，要有信封里的恢复码才能确认。"
        )
        super().__init__(session, "确认用户", words, "确认", parent)
        self.user, self.code = user, LineEdit(80, "另一位管理员来确认的不用填")
        self.rows.addRow("恢复码", self.code)
        self.code.returnPressed.connect(self.accept)

    def work(self) -> None:
        keys, code = self._session.archive.keys, self.code.value()
        accounts.confirm_account(keys, self.user, self._session.user, code)
