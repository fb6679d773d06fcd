"""Account events 用户变动: what was done with an account, its password and the recovery code; rows only come, none goes.

What an event tells of is written in ``keys.json`` by the same act, with the seal that the file then had: a file that differs was changed
outside, or is an older one put back. So no event can be turned back; what it did is undone by another act.
"""

from __future__ import annotations

from collections.abc import Iterator

from peewee import ForeignKeyField

from models.core import journal
from models.core.journal import Change, Writing
from models.core.record import Record, Refusal, Sealed, Text
from models.core.rights import ACCOUNTS, NO_RIGHT
from models.core.states import State
from models.office import lasting, roles
from models.office.officer import Officer


class AccountDeed(State):
    """What was done."""

    ADDED = "增加用户"
    REMOVED = "删除用户"
    LEFT = "离岗"
    CHANGED = "修改密码"
    RESET = "重设密码"
    RECOVERED = "凭恢复码重设密码"
    CODE = "更换恢复码"
    OWNER = "登记是谁的用户"
    CONFIRMED = "确认是谁的用户"
    ACCEPTED = "核对钥匙文件"


CLOSING = frozenset({AccountDeed.REMOVED, AccountDeed.LEFT})
FOR_ONESELF = frozenset({AccountDeed.CHANGED, AccountDeed.RECOVERED})  # need no right over accounts


class AccountEvent(Record):
    """One deed; ``account`` and ``by`` are folded, as two spellings of a name are one account."""

    NOUN = "用户变动"
    NAMED_BY = ("account", "deed")
    RIGHT = ACCOUNTS
    TIMELESS = "哪天办的写在操作日志里"

    account = Text("用户", index=True)
    deed = Text("事项")
    officer_id: int | None
    officer = ForeignKeyField(Officer, null=True, on_delete="RESTRICT")
    by = Text("办理人")
    keys = Sealed("钥匙文件校验")  # the seal that ``keys.json`` had afterwards
    notes = Text("说明")

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.deed not in set(AccountDeed):
            yield "deed", f"没有“{self.deed}”这个事项"


def account_events() -> list[AccountEvent]:
    """All of them, oldest first."""
    return list(AccountEvent.select().order_by(AccountEvent.id))


@roles.asks("account_event")
def _right_of_event(change: Change) -> str:
    deed = change.fields()[1].get("deed")
    return NO_RIGHT if deed in FOR_ONESELF else ACCOUNTS


@lasting.lasts("account_event")
def _why_lasting(change: Change) -> str:
    return "用户、密码和恢复码的变动已写进钥匙文件，不能撤销；要改回来的，请在“用户和密码”里再办一次"


@journal.afterwards
def keep_account_events(writing: Writing) -> None:
    """Nobody takes an event back, whatever his role: the key file would no longer say what the archive does."""
    table = AccountEvent._meta.table_name
    if table not in writing.tables:
        return
    taken = Change.select().where(
        Change.entry == writing.number, Change.table == table, Change.before.is_null(False)
    )
    for change in taken:
        raise Refusal(_why_lasting(change))
