"""Changes of an identity's state 变更状态: the history gains a line, the identity shows it, a death is the person's."""

from __future__ import annotations

from models.core import codes
from models.core.dates import PartDate, this_day
from models.core.record import Invalid
from models.people.identity import GONE, EntitlementState, Identity, IdentityState
from models.people.person import Person

STATES_WITH_REASON = (
    EntitlementState.STOPPED,
    EntitlementState.SUSPENDED,
    EntitlementState.CANCELLED,
    EntitlementState.MOVED,
)  # states for which the office asks a reason


def state_problems(change: IdentityState) -> dict[str, str]:
    """What a change of state still lacks, with one message per field."""
    found: dict[str, str] = {}
    person = change.person
    if codes.table("state").read(change.state) != change.state:
        found["state"] = "请选择变更后的状态"
    elif change.state == change.identity.state:
        found["state"] = f"现在就是“{change.state}”，不需要变更"
    if change.since is None and change.state != GONE:
        found["since"] = "请填写变更时间"
    if change.state in STATES_WITH_REASON and not change.reason.strip():
        found["reason"] = f"请写明{change.state}的原因"
    if change.state == GONE:
        if change.died_on is None:
            found["died_on"] = "请填写死亡日期"
        elif change.died_on.earliest() > this_day():
            found["died_on"] = "死亡日期晚于今天"
        elif person.birthday and change.died_on.before(person.birthday):
            found["died_on"] = f"死亡日期早于出生日期{person.birthday.chinese()}"
    return found


def change_state(change: IdentityState) -> None:
    """Let an identity come into a state, inside an entry; a death is written into the person's file too.

    Whoever dies is dead since the day of death, whenever somebody writes it down.
    Raises ``Invalid`` with one message per field.
    """
    if found := state_problems(change):
        raise Invalid(found)
    if change.state == GONE:
        change.since = change.died_on
    identity = Identity.get_by_id(change.identity_id)
    identity.state = change.state
    identity.paid_to = change.paid_to or identity.paid_to
    change.save()
    identity.save()
    person = identity.person
    if change.state == GONE and person.died != change.died_on:
        person.died = change.died_on
        person.save()


def change_all(change: IdentityState) -> list[Identity]:
    """The same change for every identity of the person that is not in that state; returns the changed identities.

    A death ends all of somebody's identities, whichever of them it was reported for.
    """
    concerned = [i for i in change.person.identities if i.id == change.identity_id or i.state != change.state]
    for identity in concerned:
        if identity.id == change.identity_id:
            change_state(change)
            continue
        same = IdentityState(
            identity=identity, person=identity.person_id, state=change.state, since=change.since
        )
        same.paid_to, same.died_on, same.place, same.reason = (
            change.paid_to,
            change.died_on,
            change.place,
            change.reason,
        )
        change_state(same)
    return concerned


def living_rights(person: Person) -> list[Identity]:
    """The identities of somebody that no death has ended yet."""
    return [each for each in person.identities if each.state != GONE]


def register_death(person: Person, died: PartDate, reason: str = "") -> list[Identity]:
    """Somebody died on a day: all identities end with it, inside an entry; returns those that ended.

    Raises ``Invalid`` when the day cannot be.
    """
    rights = living_rights(person)
    if rights:
        change = IdentityState(identity=rights[0], person=person, state=GONE, died_on=died, reason=reason)
        return change_all(change)
    if person.died != died:
        person.died = died
        person.save()
    return []
