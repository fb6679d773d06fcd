"""Accounts 用户 of an archive: each act on one is written into the key file and the journal at once, or into neither."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from models.archive.keys import Keys
from models.archive.passwords import account_name, folded
from models.core import journal
from models.core.record import Refusal
from models.office import roles
from models.office.account_events import AccountDeed, AccountEvent, account_events
from models.office.officer import Officer
from models.office.officers import all_of_one, unconfirmed
from models.office.sign_ins import known_accounts

NOT_ONESELF = "这个用户和您算同一个人，不能由您自己来确认；请另一位管理员登录来办，或凭信封里的恢复码确认"


def add_account(
    keys: Keys, account: str, password: str, role: str, user: str, officer: Officer | None = None
) -> None:
    """Let one more officer in, with a role; ``officer`` says whose account it is."""
    roles.require(user, roles.ACCOUNTS, "增加用户")
    with _act(keys, AccountDeed.ADDED, account, user, officer):
        keys.add_account(account, password)
        roles.keep_role(account, role)


def remove_account(keys: Keys, account: str, user: str) -> None:
    """Close an account."""
    roles.require(user, roles.ACCOUNTS, "删除用户")
    with acting(keys, f"{AccountDeed.REMOVED}：{keys.named(account)}", user):
        close_account(keys, account, user, AccountDeed.REMOVED)


def close_account(keys: Keys, account: str, user: str, deed: str, notes: str = "") -> None:
    """Take an account out of the key file, in the entry that is being written, with its role."""
    keys.remove_account(account)
    roles.Role.delete().where(roles.Role.account == folded(account)).execute()
    _event(keys, deed, account, user, notes=notes)


def change_password(keys: Keys, user: str, old: str, new: str) -> None:
    """A new password for oneself."""
    with _act(keys, AccountDeed.CHANGED, user, user):
        keys.change_password(user, old, new)


def reset_password(keys: Keys, account: str, new: str, user: str) -> None:
    """A new password for a colleague; until it is confirmed both count as one person."""
    roles.require(user, roles.ACCOUNTS, "重设密码")
    with _act(keys, AccountDeed.RESET, account, user):
        keys.reset_password(account, new)


def recover_account(keys: Keys, account: str, new: str) -> None:
    """A new password for whoever holds the recovery code."""
    with _act(keys, AccountDeed.RECOVERED, account, account):
        keys.reset_password(account, new)


def renew_recovery_code(keys: Keys, user: str) -> str:
    """A new recovery code; the old one opens nothing from then on."""
    roles.require(user, roles.ACCOUNTS, "更换恢复码")
    with _act(keys, AccountDeed.CODE, "", user):
        return keys.renew_recovery_code()


def say_owner(keys: Keys, account: str, officer: Officer, user: str) -> None:
    """Say whose account it is; what was said before counts too, until another administrator confirms it."""
    roles.require(user, roles.ACCOUNTS, "登记是谁的用户")
    with _act(keys, AccountDeed.OWNER, account, user, officer):
        pass


def confirm_account(keys: Keys, account: str, user: str, code: str = "") -> None:
    """Confirm that an account is its officer's alone: by another administrator, or by whoever holds the recovery code."""
    roles.require(user, roles.ACCOUNTS, "确认是谁的用户")
    if folded(account) not in unconfirmed():
        raise Refusal(f"“{account}”没有待确认的事项")
    if code:
        keys.prove_code(code)
    elif folded(user) in all_of_one(account):
        raise Refusal(NOT_ONESELF)
    with _act(keys, AccountDeed.CONFIRMED, account, user, notes="凭恢复码" if code else ""):
        pass


def accept_key_file(keys: Keys, user: str) -> None:
    """Take the key file as it is for right, after somebody looked into it: what differed stays written in the journal."""
    roles.require(user, roles.ACCOUNTS, "核对钥匙文件")
    known, found = known_accounts() or set(), {folded(name): name for name in keys.accounts()}
    with journal.entry("核对钥匙文件", user):
        for name in sorted(known - found.keys()):
            _event(keys, AccountDeed.REMOVED, name, user, notes="核对时不在钥匙文件里")
        for name in sorted(found.keys() - known):
            _event(keys, AccountDeed.ADDED, name, user, notes="核对时已在钥匙文件里")
            roles.keep_role(name, roles.ONLY_LOOKING)
        _event(keys, AccountDeed.ACCEPTED, "", user)


def owner_of(account: str) -> Officer | None:
    """The officer whom the account was last said to be of."""
    said = [event for event in account_events() if event.account == folded(account) and event.officer_id]
    return said[-1].officer if said else None


@contextmanager
def acting(keys: Keys, title: str, user: str) -> Iterator[None]:
    """One entry of the journal and one state of the key file: when either fails, the other stays as it was."""
    with keys.put_back_on_failure(), journal.entry(title, user):
        yield


@contextmanager
def _act(
    keys: Keys, deed: str, account: str, user: str, officer: Officer | None = None, notes: str = ""
) -> Iterator[None]:
    """One act on an account, and the event that tells of it."""
    name = account_name(account) if account else ""
    with acting(keys, f"{deed}：{name}" if name else deed, user):
        yield
        if officer is not None and officer.id is None:
            officer.save()
        _event(keys, deed, name, user, officer, notes)


def _event(
    keys: Keys, deed: str, account: str, user: str, officer: Officer | None = None, notes: str = ""
) -> None:
    AccountEvent(
        account=folded(account), deed=deed, officer=officer, by=folded(user), keys=keys.seal, notes=notes
    ).save()
