"""The tab 身份: a person's identities on the left, the chosen one's form, state history and accounts on the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.people import identity_fields
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.person import Person
from ui.forms.file_forms import FileForm, FormRoom
from ui.jobs.session import Session
from ui.person.forms_tab import FormsTab
from ui.person_forms.bank_accounts import BankAccounts
from ui.person_forms.identity_form import IdentityForm
from ui.person_forms.state_dialog import StateDialog
from ui.person_forms.state_history import StateHistory
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

LIST_WIDTH = 210  # pixels of the list


class IdentityPage(QWidget):
    """One identity: its state, its form, its history and its accounts."""

    def __init__(self, session: Session, identity: Identity, parent: QWidget, reading: bool) -> None:
        super().__init__(parent)
        self._session = session
        self.identity = identity
        self.area = FormRoom(self)
        self.form = IdentityForm(identity, self.area.viewport(), reading)
        self.state = QLabel(wordWrap=True)
        self.change_button = QPushButton(icon("mdi6.swap-horizontal"), "变更状态…")
        self.change_button.clicked.connect(self.change_state)
        self.history, self.accounts = StateHistory(session), BankAccounts(session)
        for widget in (self.accounts, self.history):
            self.form.add_wide(widget)
        self.form.end()
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.addWidget(self.state, 1)
        head.addWidget(self.change_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self.area.hold(self.form)
        layout.addWidget(self.area, 1)
        self.form.edit(identity)
        self._show_others(identity)

    def change_state(self) -> None:
        """Ask for another state."""
        run_dialog(StateDialog(self._session, self.identity, self))

    def renew(self, identity: Identity) -> list[str]:
        """Take in what was written meanwhile."""
        self.identity = identity
        self._show_others(identity)
        return self.form.renewed(identity)

    def _show_others(self, identity: Identity) -> None:
        named = "·".join(filter(None, (identity.kind, identity.category)))
        last = identity.history.order_by(IdentityState.id.desc()).first()
        since = f"，{last.since.chinese()}起" if last is not None and last.since else ""
        self.state.setText(f"{named}　　状态：{identity.state or '未登记'}{since}")
        theme.look(self.state, "heading")
        self.history.show_identity(identity)
        self.accounts.show_identity(identity)


class IdentitiesPage(FormsTab):
    """All identities of one person; each keeps what is being typed while another is looked at."""

    add_wanted = Signal()

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._person = person
        self._read_only = True
        self.pages: dict[int, IdentityPage] = {}
        self.list = called(QListWidget(), "身份")
        self.stack = QStackedWidget()
        self.add_button = QPushButton(icon("mdi6.plus"), "添加身份…")
        self._lay_out()
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.add_button.clicked.connect(self.add_wanted)
        self.show_person(person)

    def forms(self) -> list[FileForm[Any]]:
        return [page.form for page in self.pages.values()]

    def shown_form(self) -> FileForm[Any] | None:
        chosen = self.chosen()
        return chosen.form if chosen is not None else None

    def show_person(self, person: Person) -> None:
        self._forget(lambda page: True)
        self.renew(person)

    def renew(self, person: Person) -> list[str]:
        self._person = person
        identities = {identity.id: identity for identity in person.identities.order_by(Identity.id)}
        self._forget(lambda page: page.identity.id not in identities)
        labels: list[str] = []
        for key, page in list(self.pages.items()):
            identities[key].person = person
            labels += page.renew(identities[key])
            asked = {
                name for section in identity_fields.sections_of(identities[key]) for name in section.fields
            }
            if not asked <= page.form.editors.keys() and not page.form.dirty():
                self._forget(lambda each, page=page: each is page)
        self._fill(list(identities.values()))
        return labels

    def read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for page in self.pages.values():
            page.form.read_only(read_only)

    def holds(self, uid: str) -> bool:
        return self._row_of(uid) is not None

    def go_to(self, uid: str, field: str) -> None:
        row = self._row_of(uid)
        if row is not None:
            self.list.setCurrentRow(row)
            page = self.chosen()
            assert page is not None
            page.form.go_to(field)

    def chosen(self) -> IdentityPage | None:
        """The page of the identity that is shown."""
        page = self.stack.currentWidget()
        return page if isinstance(page, IdentityPage) else None

    def _row_of(self, uid: str) -> int | None:
        """The row of an identity, or of the identity that an account serves."""
        listed = [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]
        account = BankAccount.get_or_none(BankAccount.uid == uid, BankAccount.person == self._person)
        for row, identity in enumerate(listed):
            if identity.uid == uid or (account is not None and account.identity_id in (None, identity.id)):
                return row
        return None

    def _fill(self, identities: list[Identity]) -> None:
        item = self.list.currentItem()
        kept = item.data(Qt.ItemDataRole.UserRole).id if item is not None else None
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for identity in identities:
            identity.person = self._person
            lines = (
                identity.kind,
                identity.category or identity.battle or identity.test,
                identity.state or "状态未登记",
            )
            shown = QListWidgetItem("\n".join(filter(None, lines)))
            shown.setData(Qt.ItemDataRole.UserRole, identity)
            self.list.addItem(shown)
            if identity.id == kept:
                self.list.setCurrentItem(shown)
        if self.list.currentRow() < 0 and identities:
            self.list.setCurrentRow(0)
        self.list.blockSignals(blocked)
        self._show_chosen()

    def _show_chosen(self) -> None:
        item = self.list.currentItem()
        if item is None:
            self.stack.setCurrentWidget(self.none)
            return
        identity = item.data(Qt.ItemDataRole.UserRole)
        if identity.id not in self.pages:
            page = IdentityPage(self.session, identity, self.stack, self._read_only)
            self.pages[identity.id] = page
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(self.pages[identity.id])

    def _forget(self, which: Any) -> None:
        for key, page in list(self.pages.items()):
            if which(page):
                del self.pages[key]
                self.stack.removeWidget(page)
                page.deleteLater()

    def _lay_out(self) -> None:
        self.none = theme.look(QLabel("还没有登记优抚身份。按左下角的“添加身份”。"), "quiet")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.none)
        theme.look(self.list, "navigation")
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(0, 0))
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 8)
        foot.addWidget(self.add_button)
        left.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self.stack, 1)
