"""The steps of a yearly confirmation 年度确认: told, seen, stopped when nobody came, paid again when somebody did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from models.approvals.confirmations import Confirmation, ConfirmationState, month_after  # fmt: skip
from models.core.dates import PartDate, this_day
from models.core.record import Invalid, Refusal
from models.office import roles
from models.people.identity import RECEIVING, EntitlementState, Identity, IdentityState
from models.people.state_changes import change_state

SUSPENDED = EntitlementState.STOPPED
REASON = "{}年年度确认逾期未联系"


def notify(those: Iterable[Confirmation], day: PartDate, how: str) -> int:
    """Write down that people were told, inside an entry; who was seen already needs no notice. Returns how many."""
    told = 0
    for each in those:
        if each.state == ConfirmationState.UNSEEN:
            each.state, each.notified_on, each.notified_how = ConfirmationState.TOLD, day, how
            each.save()
            told += 1
    return told


def confirm_person(one: Confirmation, day: PartDate, way: str, handler: str, photo: str = "") -> None:
    """Write down that somebody was seen, inside an entry. Who had been stopped is paid again from the next month.

    Raises ``Invalid`` for a day that cannot be, or a person who has died.
    """
    if one.state in (ConfirmationState.SEEN, ConfirmationState.RESUMED):
        raise Refusal(f"{one.person.name}{one.year}年度已经确认过了")
    if one.person.died is not None:
        raise Invalid(
            {"confirmed_on": f"{one.person.name}已登记去世（{one.person.died.chinese()}），不能确认"}
        )
    if one.notified_on is not None and day.before(one.notified_on):
        raise Invalid({"confirmed_on": f"早于通知日期{one.notified_on.chinese()}"})
    was_stopped = one.state == ConfirmationState.STOPPED
    one.state = ConfirmationState.RESUMED if was_stopped else ConfirmationState.SEEN
    one.confirmed_on, one.way, one.handler = day, way, handler
    one.photo = photo or one.photo
    if problems := one.problems():
        one.state = (
            ConfirmationState.STOPPED
            if was_stopped
            else ConfirmationState.TOLD
            if one.notified_on
            else ConfirmationState.UNSEEN
        )
        raise Invalid(problems)
    if was_stopped:
        one.resumed_from = month_after(day.earliest())
        _change(_stopped_by(one), RECEIVING, day, f"{one.year}年年度确认后恢复，停发期间不补发")
    one.save()


def stop_unconfirmed(those: Sequence[Confirmation], user: str, today: date | None = None) -> list[Identity]:
    """Stop the pay of people whose sixty days are over, inside an entry; returns the identities that were stopped.

    Raises ``Refusal`` when one of them is not overdue, or the account may not stop anybody.
    """
    roles.require(user, roles.APPROVE, "停发待遇")
    stopped: list[Identity] = []
    for one in those:
        if not one.overdue(today or this_day()):
            raise Refusal(f"{one.person.name}没有逾期（{_standing(one)}），不能停发")
        assert one.deadline is not None, "overdue only after a notice"
        one.state, one.stopped_from = ConfirmationState.STOPPED, month_after(one.deadline)
        one.save()
        paid = [each for each in one.person.identities if each.state == RECEIVING]
        _change(paid, SUSPENDED, PartDate.of(one.deadline), REASON.format(one.year))
        stopped += paid
    return stopped


def _change(identities: Iterable[Identity], state: str, day: PartDate, reason: str) -> None:
    """The month of the day is still as before; the pay changes from the month after."""
    for identity in identities:
        change = IdentityState(identity=identity, person=identity.person_id, state=state, since=day)
        change.reason = reason
        change_state(change)


def _stopped_by(one: Confirmation) -> list[Identity]:
    """The identities that this confirmation stopped and that nothing else has changed since."""
    reason = REASON.format(one.year)
    found = []
    for identity in one.person.identities:
        last = identity.history.order_by(IdentityState.id.desc()).first()
        if identity.state == SUSPENDED and last is not None and last.reason == reason:
            found.append(identity)
    return found


def _standing(one: Confirmation) -> str:
    if one.state == ConfirmationState.TOLD and one.deadline is not None:
        return f"已通知，期限到{PartDate.of(one.deadline).chinese()}"
    return str(one.state)
