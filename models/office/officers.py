"""Officers 经办人 behind accounts: which accounts are one person, where two people must have done a thing.

Two accounts are one person when somebody said that they belong to one officer; and as long as no other administrator has confirmed whose
an account is, it counts with whoever made it or gave it its password, for he could sign in with it.
"""

from __future__ import annotations

from collections import defaultdict

from models.archive.passwords import folded
from models.office.account_events import AccountDeed, account_events
from models.office.officer import Officer

Links = dict[str, set[str]]
TIES = frozenset({AccountDeed.ADDED, AccountDeed.RESET})  # who did it knows the password


def same_officer(first: str, second: str) -> bool:
    """Whether two accounts, in any spelling, count as one person."""
    return folded(second) in all_of_one(first)


def all_of_one(account: str) -> set[str]:
    """The accounts, folded, that count as the person of this one; itself among them."""
    links, found, waiting = _links(), set[str](), [folded(account)]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting.extend(links[each])
    return {each for each in found if not each.startswith(OFFICER)}


def accounts_of(officer: Officer | None) -> set[str]:
    """The accounts, folded, that were last said to be of an officer."""
    last = {event.account: event.officer_id for event in account_events() if event.officer_id is not None}
    return {account for account, owner in last.items() if officer is not None and owner == officer.id}


def unconfirmed() -> dict[str, str]:
    """The accounts that wait for another administrator, each with who made it or gave it its password."""
    return {account: sorted(ties)[0] for account, ties in _ties().items() if ties}


OFFICER = "\0"  # before an officer's number: no account is called so


def _links() -> Links:
    """Each account with the officers that it was said to belong to and the accounts it is tied to, and back."""
    links: Links = defaultdict(set)
    pairs = [(account, officer) for account, officers in _owners().items() for officer in officers]
    pairs += [(account, maker) for account, makers in _ties().items() for maker in makers]
    for one, other in pairs:
        links[one].add(other)
        links[other].add(one)
    return links


def _ties() -> Links:
    """Each account with those who could sign in with it, since it was confirmed last."""
    ties: Links = defaultdict(set)
    for event in account_events():
        if event.deed in TIES and event.by != event.account:
            ties[event.account].add(event.by)
        elif event.deed == AccountDeed.CONFIRMED:
            ties[event.account].clear()
    return ties


def _owners() -> Links:
    """Each account with the officers it was said to be of: before a confirmation no later word takes an earlier one back."""
    owners: Links = defaultdict(set)
    last: dict[str, set[str]] = {}
    for event in account_events():
        if event.officer_id is not None:
            last[event.account] = {f"{OFFICER}{event.officer_id}"}
            owners[event.account] |= last[event.account]
        elif event.deed == AccountDeed.CONFIRMED:
            owners[event.account] = last.get(event.account, set())
    return owners
