"""Ladders 办理步骤: the states through which a record goes, each signed by somebody; up by the next step alone, down by going back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.office.officers import same_officer
from models.office.signed_records import WholeChange

KEPT_AS_SIGNED = "{}已经{}，内容不能再改动，也不能删除；确实要改的先退回，改好以后重新办理"
ONE_STEP = "{}现在是“{}”，不能直接成为“{}”：要一步一步办理，恢复不能代替签署"
NOT_SIGNED = "{}没有人签署“{}”，不能办理；请按步骤重新办理"
SIGNED_BY_ANOTHER = "{}的“{}”是{}办的，撤销和恢复都不能代替本人签署；请按步骤重新办理“{}”"
BY_ANOTHER = "{}应由另一个人“{}”：{}是编制人"
MONEY_GONE = "{}已经{}，不能退回；多发、少发的请另行追回或补发"
OTHER_CONTENT = "{}现在的内容和当时“{}”的已经不同，原来的签署不再有效；请核对以后重新办理“{}”"
DRAWN_BY_ANOTHER = "{}的内容是您改的，不能记成是{}编制的；请重新编制"


@dataclass(frozen=True)
class Ladder:
    """How the records of one kind are signed; asked as the keeper of their table.

    ``states`` begin with the one in which nothing is signed; any other (取消) counts as that. ``signers``: the column that names
    who brought a record into a state; whoever the first state's names drew it up, and signs nothing of it. ``told`` are what steps
    write, ``free`` what nobody signs. ``seals``: the hashes of what is there now, one of which is ``signed_hash`` while it is what
    was signed (a file that was merged has been another's). A record that was signed before there was such a hash has none.
    """

    states: tuple[str, ...]
    named: Callable[[Any], str]
    seals: Callable[[Any], set[str]]
    told: frozenset[str]
    signers: Mapping[str, str] = field(default_factory=dict)
    gone: str = ""  # the state in which the money has left: from there back by undoing the last step alone
    free: frozenset[str] = frozenset({"notes"})

    def __call__(self, change: WholeChange) -> str:
        """Why a record may not have become what an entry made of it; empty when it may."""
        before, now = self._rung(change.was("state")), change.now
        if now is None:
            return KEPT_AS_SIGNED.format("这条记录", self.states[before]) if before else ""
        after = self._rung(now.state)
        if before and after and self._signed_columns(change, before, after):
            return KEPT_AS_SIGNED.format(self.named(now), self.states[before])
        if after > before:
            return self._risen(change, before, after)
        if after < before and self._money_stays(change, before, after):
            return MONEY_GONE.format(self.named(now), self.states[before])
        return "" if after else self._drawn(change)

    def _rung(self, state: str) -> int:
        return self.states.index(state) if state in self.states else 0

    def _money_stays(self, change: WholeChange, before: int, after: int) -> bool:
        left = bool(self.gone) and before >= self.states.index(self.gone)
        return left and (change.batch.writing.undoes is None or after < before - 1)

    def _content(self, change: WholeChange) -> set[str]:
        return change.changed() - self.free - self.told

    def _signed_columns(self, change: WholeChange, before: int, after: int) -> set[str]:
        """What changed of what was signed: the content, and who signed the steps that still hold."""
        if before == after:
            return change.changed() - self.free
        held = {
            self.signers[each] for each in self.states[1 : min(before, after) + 1] if each in self.signers
        }
        return self._content(change) | (change.changed() & held)

    def _risen(self, change: WholeChange, before: int, after: int) -> str:
        """Whether it rose step by step, each taken by whoever is named as its signer, with what is there now.

        An undoing may bring back several steps at once, to their own signer, of the very content that he signed.
        """
        now, state = change.now, self.states[after]
        if change.batch.writing.undoes is None and any(
            self._rung(to) > self._rung(since) + 1 for since, to in change.states
        ):
            return ONE_STEP.format(self.named(now), self.states[before], state)
        signed = (self._signed_by(change, each) for each in self.states[before + 1 : after + 1])
        if words := next(filter(None, signed), ""):
            return words
        if not now.signed_hash:
            return "" if before else NOT_SIGNED.format(self.named(now), state)
        if now.signed_hash not in self.seals(now):
            return OTHER_CONTENT.format(self.named(now), self.states[before or after], state)
        return ""

    def _signed_by(self, change: WholeChange, state: str) -> str:
        """Why the writer is not the one to take a record into that state; empty when he is, or nobody need be."""
        if state not in self.signers:
            return ""
        now, user = change.now, change.batch.writing.user
        signer, drawer = (getattr(now, self.signers.get(each, ""), "") for each in (state, self.states[0]))
        if not signer:
            return NOT_SIGNED.format(self.named(now), state)
        if not same_officer(signer, user):
            return SIGNED_BY_ANOTHER.format(self.named(now), state, signer, state)
        apart = not drawer or not same_officer(drawer, user)
        return "" if apart else BY_ANOTHER.format(self.named(now), state, drawer)

    def _drawn(self, change: WholeChange) -> str:
        """Who is named as having drawn it up wrote it, unless an undoing brings back what another had drawn up."""
        drawer = getattr(change.now, self.signers.get(self.states[0], ""), "")
        if (
            not drawer
            or change.batch.writing.undoes is not None
            or same_officer(drawer, change.batch.writing.user)
        ):
            return ""
        return DRAWN_BY_ANOTHER.format(self.named(change.now), drawer) if self._content(change) else ""
