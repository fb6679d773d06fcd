"""Roles 角色: which officer may do what.

A role is a row of the archive, not a setting of the PC: it is written through the journal like everything else, so that nobody
changes it unseen, and the journal's door itself (``refuse_forbidden``) asks for it before an entry is closed, undoing included.
An account without a row is a 管理员, as all were before there were roles, unless the archive never heard of it (``STRANGERS``).
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import resources
from models.archive.passwords import folded
from models.core import journal
from models.core.journal import Change, Writing
from models.core.record import KINDS_OF_RECORDS, Record, Refusal, Text
from models.core.rights import ACCOUNTS, APPROVE, CHECK, ENTER, NO_RIGHT, PAPERS, SET_UP

__all__ = [
    "ACCOUNTS",
    "ADMIN",
    "APPROVE",
    "CHECK",
    "ENTER",
    "ONLY_LOOKING",
    "PAPERS",
    "SET_UP",
    "Role",
    "RoleRights",
    "asks",
    "give",
    "keep_role",
    "may",
    "require",
    "rights_by_role",
    "role_of",
]  # fmt: skip

ADMIN, ONLY_LOOKING = "管理员", "查询"
# Tables of which the row itself tells what right a change needs; each names its own (``asks``).
ASKED: dict[str, Callable[[Change], str]] = {}
STRANGERS: list[Callable[[str], bool]] = []  # who tells an account that the archive never heard of


class Role(Record):
    """The role of one account."""

    NOUN = "角色"
    NAMED_BY = "account"
    RIGHT = ACCOUNTS
    TIMELESS = "用户的权限"

    account = Text("用户", unique=True)  # folded, as two spellings of a name are one account
    role = Text("角色")

    def rules(self) -> Any:
        if not self.account:
            yield "account", "请选择用户"
        if self.role not in rights_by_role():
            yield "role", f"没有“{self.role}”这个角色，可选：{'、'.join(rights_by_role())}"


class RoleRights(NamedTuple):
    """A role: its name, its rights, and what they mean in words."""

    name: str
    rights: frozenset[str]
    words: str


@cache
def rights_by_role() -> dict[str, RoleRights]:
    """The roles by name, from the one with the fewest rights."""
    with resources.path("roles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["role"]: RoleRights(row["role"], frozenset(row["rights"].split("|")), row["words"])
        for row in rows
    }


def role_of(user: str) -> str:
    """The role of an account; 管理员 when none was given. One that was smuggled into the key file may only look."""
    known = Role.get_or_none(Role.account == folded(user))
    if known is not None:
        return str(known.role)
    return ONLY_LOOKING if any(stranger(user) for stranger in STRANGERS) else ADMIN


def may(user: str, right: str) -> bool:
    """Whether the account has a right."""
    return right in rights_by_role()[role_of(user)].rights


def require(user: str, right: str, deed: str = "") -> None:
    """Raise ``Refusal`` when the account lacks the right."""
    if not may(user, right):
        raise _lacking(user, right, role_of(user), deed)


def give(account: str, role: str, user: str) -> None:
    """Give an account a role, as an entry of its own. Nobody takes the right over accounts from himself."""
    if folded(account) == folded(user) and role != ADMIN:
        raise Refusal("不能取消自己的管理员角色，请由另一位管理员来改")
    with journal.entry(f"设定角色：{account}为{role}", user):
        keep_role(account, role)


def keep_role(account: str, role: str) -> None:
    """Write an account's role down, in the entry that is being written."""
    record = Role.get_or_none(Role.account == folded(account)) or Role(account=folded(account))
    record.role = role
    record.save()


def asks(table: str) -> Callable[[Callable[[Change], str]], Callable[[Change], str]]:
    """Register what tells the right that a change of the table needs."""

    def register(ask: Callable[[Change], str]) -> Callable[[Change], str]:
        ASKED[table] = ask
        return ask

    return register


@journal.beforehand
def note_role(writing: Writing) -> None:
    """The role counts that the writer had before: no entry gives itself a right, not even by turning another back."""
    writing.role = role_of(writing.user)


@journal.afterwards
def refuse_forbidden(writing: Writing) -> None:
    """Turn the whole entry away when it changed anything that its writer may not."""
    rights = rights_by_role()[writing.role].rights
    if writing.role == ADMIN:
        return
    of_entry = Change.select().where(Change.entry == writing.number)
    for table in sorted(writing.tables):
        needed = {KINDS_OF_RECORDS[table].RIGHT}
        if table in ASKED:
            needed = {ASKED[table](change) for change in of_entry.where(Change.table == table)}
        if lacking := needed - rights - {NO_RIGHT}:
            raise _lacking(writing.user, min(lacking), writing.role)


def _lacking(user: str, right: str, role: str, deed: str = "") -> Refusal:
    who = [kind.name for kind in rights_by_role().values() if right in kind.rights]
    deed = deed or f"这一项需要“{right}”权限"
    return Refusal(f"{deed}，“{user}”的角色是{role}，不能办理；请由{'、'.join(who)}办理")
