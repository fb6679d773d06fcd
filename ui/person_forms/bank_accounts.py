"""The bank accounts of one identity 发放账户, those in use first; an account no longer used keeps its end."""

from __future__ import annotations

from typing import Any

from models.core.dates import PartDate, this_day
from models.people.identity import BankAccount, Identity
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.editors import CodeBox, LineEdit
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.tables.small_tables import SmallTable

ACCOUNT_LIST = Listing(
    BankAccount,
    (
        ListColumn("bank", 150),
        ListColumn("holder", 90),
        ListColumn("account", 180),
        ListColumn("since", 90),
        ListColumn("until", 90, words=lambda account: account.until or "在用", order=BankAccount.until),
        ListColumn("identity", 110, heading="用于", words=lambda account: account.identity.kind if account.identity_id else "各项待遇"),
    ),
)  # fmt: skip


class BankAccountForm(FileForm[BankAccount]):
    """One account."""

    COLUMNS = 1

    def __init__(self) -> None:
        super().__init__()
        self.bind("bank", "开户银行", CodeBox("bank", editable=True))
        self.bind("holder", "开户名称", LineEdit())
        self.bind("account", "银行账号", LineEdit(40), required=True)
        self.for_fields(BankAccount, ["since", "until"])


class BankAccounts(SmallTable):
    """The accounts that an identity's money is paid into, and those of the person that serve every identity."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "发放账户", ACCOUNT_LIST, "bank_accounts", "还没有登记发放账户")
        self._identity: Identity | None = None
        self.add_button("停用", "mdi6.cancel", self.end)

    def show_identity(self, identity: Identity) -> None:
        self._identity = identity
        its = (BankAccount.identity == identity) | BankAccount.identity.is_null()
        query = BankAccount.select().where(BankAccount.person == identity.person_id, its)
        self.show_rows(query.order_by(BankAccount.until.is_null(False), BankAccount.id.desc()))

    def end(self) -> None:
        """Use the current account no more, from today."""
        account = self.table.record()
        if account is not None and account.until is None:
            with self.session.entry(f"停用{self.whose()}的发放账户"):
                account.until = PartDate.of(this_day())
                account.save()

    def form(self) -> BankAccountForm:
        return BankAccountForm()

    def new(self) -> BankAccount:
        assert self._identity is not None
        person = self._identity.person
        return BankAccount(
            person=person, identity=self._identity, holder=person.name, since=PartDate.of(this_day())
        )

    def whose(self) -> str:
        assert self._identity is not None
        return str(self._identity.person.name)

    def named(self, record: Any) -> str:
        return f"账号{record.account}"
