"""Policy documents 政策文件: the rows that rest on one paper, counted, and confirmed together once an officer has read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.core import journal
from models.core.record import Record, Refusal
from models.pay.policy.policy_kinds import PolicyKind, is_derived, kind_of, policy_kinds
from models.pay.standards import months
from models.pay.standards.policy_figures import PolicyFigure
from models.pay.standards.standards import Standard


@dataclass(frozen=True)
class PolicyDocument:
    """One paper, known by its number or, where none was found, by what it is; with the rows that rest on it."""

    name: str
    rows: tuple[Record, ...]

    @property
    def kinds(self) -> str:
        """``补助标准、政策数据``."""
        return "、".join(dict.fromkeys(row.NOUN for row in self.rows))

    @property
    def waiting(self) -> tuple[Record, ...]:
        """The rows that are not confirmed and could be."""
        return tuple(row for row in self.rows if not kind_of(row).sure(row) and not unconfirmable(row))

    @property
    def confirmed(self) -> int:
        return sum(kind_of(row).sure(row) for row in self.rows)

    @property
    def unconfirmed(self) -> int:
        return len(self.rows) - self.confirmed

    @property
    def derived(self) -> int:
        """How many of the unconfirmed rows no paper prints."""
        return sum(is_derived(row) for row in self.rows if not kind_of(row).sure(row))


def policy_documents() -> list[PolicyDocument]:
    """All documents on which something rests: those with the newest rows first, holidays last."""
    found: dict[str, list[Record]] = {}
    for kind in policy_kinds():
        rows = list(kind.record.select())
        for row in sorted(rows, key=_newest):
            found.setdefault(kind.paper(row), []).append(row)
    return [PolicyDocument(name, tuple(rows)) for name, rows in found.items()]


def unconfirmable(row: Record) -> str:
    """Why a row cannot be confirmed as it stands, such as an unknown first month; empty when it can."""
    was, row.confirmed = getattr(row, "confirmed", None), True  # type: ignore[attr-defined]
    try:
        return "；".join(dict(row.rules()).values())
    finally:
        row.confirmed = was  # type: ignore[attr-defined]


def confirm_rows(
    rows: Sequence[Record], user: str, name: str = "", document: str = "", source: str = ""
) -> int:
    """Confirm rows as the office's own knowledge, in one entry; returns how many were not confirmed before.

    What was confirmed without an end for the same people ends the month before. A number or a source that is given is
    written on each row. Raises ``Refusal``, and confirms none, when one of them cannot be.
    """
    changed = 0
    with journal.entry(f"确认政策文件：{name}" if name else "确认政策文件", user):
        for row in sorted(rows, key=_oldest):
            kind = kind_of(row)
            fresh: Any = kind.record.get_by_id(row.id)
            if kind.sure(fresh):
                continue
            _confirm(fresh, kind, document.strip(), source.strip())
            changed += 1
    return changed


def _confirm(row: Any, kind: PolicyKind, document: str, source: str) -> None:
    row.confirmed = True
    row.source = source or row.source
    if document and "document" in kind.fields:
        row.document = document
    for older in _open_before(row):
        older.ends = months.part(row.first - 1)
        older.save()
    try:
        row.save()
    except Refusal as refusal:
        raise Refusal(
            f"{kind.whom(row)}（{kind.when(row)}，{kind.said(row)}）不能确认：{refusal}"
        ) from refusal


def _open_before(row: Any) -> list[Any]:
    """The confirmed rows for the very same that began earlier and have no end."""
    found: list[Any] = []
    if isinstance(row, Standard):
        found = list(row.confirmed_beside())
    elif isinstance(row, PolicyFigure) and row.value is not None:
        told = (
            PolicyFigure.matter == row.matter,
            PolicyFigure.what == row.what,
            PolicyFigure.unit == row.unit,
        )
        found = [each for each in PolicyFigure.select().where(*told) if each.value is not None]
    return [each for each in found if each.confirmed and each.ends is None and each.first < row.first]


def _oldest(row: Any) -> str:
    return str(getattr(row, "begins", None) or getattr(row, "day", ""))


def _newest(row: Any) -> tuple[int, int]:
    begins = getattr(row, "begins", None) or getattr(row, "day", None)
    return (-months.month_of(begins) if begins is not None else 0, row.id)
