"""A departure 离岗: a colleague's accounts are closed, and what is open in his name goes to another, in one entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from models.approvals.approval import Approval, ApprovalState, approvals
from models.archive.keys import Keys
from models.archive.passwords import folded
from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.office import roles
from models.office.account_events import AccountDeed
from models.office.accounts import acting, close_account, owner_of
from models.office.officers import accounts_of
from models.pay.runs import runs
from models.pay.runs.runs import PayRun, RunState
from models.visit_plans.teams import Team
from models.visits.visit import Visit
from models.visits.wishes import WishStep, open_wishes, take_wish_step, wish_steps_of


class OpenMatter(NamedTuple):
    """Something open in somebody's name: under which head, in words, and the record that is handed on."""

    subject: str
    words: str
    record: Approval | Visit | Team | PayRun


def names_of_officer(account: str) -> set[str]:
    """How the officer of an account is written, folded: by name, and by each of the accounts."""
    owner = owner_of(account)
    return {folded(account), *accounts_of(owner), *([folded(owner.name)] if owner is not None else [])}


def matters_in_the_name_of(account: str) -> list[OpenMatter]:
    """What is open in the name of an account's officer."""
    names = names_of_officer(account)
    return [*_approvals(names), *_wishes(names), *_teams(names), *_runs(names)]


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
        notes = "；".join(f"{matter.subject}：{matter.words}" for matter in matters)
        for name in closed:
            close_account(keys, name, user, AccountDeed.LEFT, notes)
    return len(matters)


def _approvals(names: set[str]) -> Iterator[OpenMatter]:
    for approval in approvals(state=ApprovalState.OPEN):
        if folded(approval.handler) in names:
            yield OpenMatter("审批", f"{approval.whom}的{approval.matter}（{approval.number}）", approval)


def _wishes(names: set[str]) -> Iterator[OpenMatter]:
    for visit in open_wishes():
        last = wish_steps_of(visit).first()
        if last is not None and folded(last.handler) in names:
            yield OpenMatter("诉求", f"{visit.whom}：{visit.wishes}", visit)


def _teams(names: set[str]) -> Iterator[OpenMatter]:
    for team in Team.select().order_by(Team.id):
        going = team.ends is None or team.ends.latest() >= this_day()
        if going and names & {folded(name) for name in _named(team.leader) + _named(team.members)}:
            yield OpenMatter("走访小组", team.name, team)


def _runs(names: set[str]) -> Iterator[OpenMatter]:
    for run in runs.runs():
        if run.state != RunState.SETTLED and folded(run.drawn_by) in names:
            yield OpenMatter("发放批次", f"{run.title()}（{run.state}）", run)


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


def _named(words: str) -> list[str]:
    return [name for name in words.replace("，", "、").replace(",", "、").split("、") if name.strip()]


def _renamed(words: str, names: set[str], successor: str) -> str:
    """The names with the successor in the place of who leaves, each once."""
    return "、".join(
        dict.fromkeys(successor if folded(name) in names else name.strip() for name in _named(words))
    )
