"""Pack rows: each row of a policy pack beside what the archive has, and the rows that are taken over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.core import journal
from models.core.record import Record, Refusal
from models.core.states import State
from models.pay.policy.policy_kinds import PolicyKind
from models.pay.policy.policy_packs import PolicyPack


class PackState(State):
    """How a row of a pack stands to the archive."""

    NEW = "新"
    SAME = "相同"
    DIFFERENT = "不同"


@dataclass(frozen=True, eq=False)
class PackRow:
    """A row of a pack, and the one of the archive for the very same, where there is one."""

    kind: PolicyKind
    theirs: Any
    mine: Any  # None when there is none; not saved where the program itself ships it

    @property
    def state(self) -> PackState:
        if self.mine is None:
            return PackState.NEW
        return PackState.DIFFERENT if self.differing else PackState.SAME

    @property
    def differing(self) -> list[str]:
        """The fields in which both differ, the notes apart."""
        if self.mine is None:
            return []
        names = [name for name in self.kind.fields if name not in (*self.kind.key, "notes")]
        return [name for name in names if getattr(self.mine, name) != getattr(self.theirs, name)]

    @property
    def other_rule(self) -> bool:
        """Whether the substance differs, not the paper alone."""
        return bool(set(self.differing) & set(self.kind.substance))

    @property
    def usual(self) -> bool:
        """Whether it is taken over unless the officer says otherwise: what the office has confirmed is kept."""
        if self.state != PackState.DIFFERENT:
            return self.state == PackState.NEW
        return not self.kind.sure(self.mine)


def compared_pack(pack: PolicyPack) -> list[PackRow]:
    """Each row of a pack beside the archive's own, in the pack's order."""
    there = {kind: _by_key(kind, kind.rows()) for kind in dict.fromkeys(kind for kind, _ in pack.rows)}
    found = []
    for kind, theirs in pack.rows:
        mine = there[kind].get(_key(kind, theirs), [])
        equal = next((row for row in mine if not PackRow(kind, theirs, row).differing), None)
        chosen = equal or next(iter(mine), None)
        if chosen is not None:
            mine.remove(chosen)  # of two rows with one key each stands beside another
        found.append(PackRow(kind, theirs, chosen))
    return found


def take_over_rows(chosen: Iterable[PackRow], user: str, office: str = "") -> int:
    """Write the chosen rows in one entry; returns how many were written. None of them becomes confirmed by it.

    A row whose substance changes waits to be confirmed anew; where only its paper changes it stays as sure as it was.
    """
    written = 0
    with journal.entry(f"接收政策包：{office}" if office else "接收政策包", user):
        for row in chosen:
            if row.state == PackState.SAME:
                continue
            try:
                _written_row(row).save()
            except Refusal as refusal:
                raise Refusal(f"{row.kind.whom(row.theirs)}不能接收：{refusal}") from refusal
            written += 1
    return written


def _written_row(row: PackRow) -> Any:
    """The archive's row as it is to be."""
    kept: Any = row.kind.record.get_by_id(row.mine.id) if row.mine is not None and row.mine.id else None
    record: Any = kept or row.kind.record()
    for name in row.kind.fields:
        setattr(record, name, getattr(row.theirs, name))
    if kept is None or row.other_rule:
        record.confirmed = False
    return record


def _by_key(kind: PolicyKind, rows: Iterable[Record]) -> dict[tuple[str, ...], list[Record]]:
    found = defaultdict(list)
    for row in rows:
        found[_key(kind, row)].append(row)
    return found


def _key(kind: PolicyKind, row: Record) -> tuple[str, ...]:
    return tuple(str(getattr(row, name) or "") for name in kind.key)
