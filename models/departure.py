"""A departure 离岗: a colleague's accounts are closed, and what is open in his name goes to another, in one entry."""

from __future__ import annotations

from models.approvals.approval import Approval
from models.archive.keys import Keys
from models.archive.passwords import folded
from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.handover import open_matters
from models.handover.open_matters import OpenMatter
from models.ledger.loans import Loan
from models.ledger.promises import Promise
from models.office import roles
from models.office.account_events import AccountDeed
from models.office.accounts import acting, close_account, owner_of
from models.office.officers import accounts_of
from models.visit_plans.teams import Team
from models.visits.visit import Visit
from models.visits.wishes import WishStep, take_wish_step


def names_of_officer(account: str) -> set[str]:
    """How the officer of an account is written, folded: by name, and by each of the accounts."""
    owner = owner_of(account)
    return {folded(account), *accounts_of(owner), *([folded(owner.name)] if owner is not None else [])}


def matters_in_the_name_of(account: str) -> list[OpenMatter]:
    """What is open in the name of an account's officer."""
    return open_matters.matters_named(names_of_officer(account))


def leave(keys: Keys, account: str, successor: str, user: str, day: PartDate | None = None) -> int:
    """Close the accounts of an officer who leaves, and give what is open to a colleague. Returns how much that was.

    A run keeps who drew it up, so that a departure gives nobody a second pair of eyes: it is only named in the entry.
    """
    roles.require(user, roles.ACCOUNTS, "办理离岗")
    owner, matters = owner_of(account), matters_in_the_name_of(account)
    closed = [name for name in keys.accounts() if folded(name) in {folded(account), *accounts_of(owner)}]
    if folded(user) in map(folded, closed):
        raise Refusal("不能给自己办离岗，请由另一位管理员来办")
    if matters and not successor.strip():
        raise Refusal(f"还有{len(matters)}件事没有办完，请选择由谁接手")
    told = f"，由{successor}接手{len(matters)}件" if matters else ""
    with acting(keys, f"离岗：{account}{told}", user):
        for matter in matters:
            _hand_on(matter, names_of_officer(account), account, successor)
        if owner is not None:
            owner.until = day or PartDate.of(this_day())
            owner.save()
        notes = "；".join(matter.line.told() for matter in matters)
        for name in closed:
            close_account(keys, name, user, AccountDeed.LEFT, notes)
    return len(matters)


def _hand_on(matter: OpenMatter, names: set[str], leaver: str, successor: str) -> None:
    match matter.record:
        case Approval() as approval:
            approval.handler = successor
            approval.save()
        case Visit() as visit:
            words = f"{leaver}离岗，由{successor}接着办理"
            take_wish_step(WishStep(visit=visit, day=PartDate.of(this_day()), handler=successor, words=words))
        case Team() as team:
            team.leader = _renamed(team.leader, names, successor)
            team.members = _renamed(team.members, names, successor)
            team.save()
        case Promise() as promise:
            promise.promised_by = _renamed(promise.promised_by, names, successor)
            promise.notes = _noted(promise.notes, f"{leaver}答应的，{leaver}离岗后由{successor}兑现")
            promise.save()
        case Loan() as loan:
            loan.borrower = _renamed(loan.borrower, names, successor)
            loan.notes = _noted(loan.notes, f"{leaver}借的，{leaver}离岗后由{successor}保管、归还")
            loan.save()


def _renamed(words: str, names: set[str], successor: str) -> str:
    """The names with the successor in the place of who leaves, each once."""
    return "、".join(
        dict.fromkeys(
            successor if folded(name) in names else name for name in open_matters.names_written(words)
        )
    )


def _noted(notes: str, words: str) -> str:
    return "；".join(filter(None, (notes.strip(), words)))
