"""Standard changes 试算: the standards as they would be if some rose or got another amount from a month on; nothing is written.

Beside them the standards as a forecast takes them: what ended and was not followed by another goes on, for want of a better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from models.core.record import Refusal
from models.pay.standards import months
from models.pay.standards.grids import TO_FILL
from models.pay.standards.months import NEVER, Month
from models.pay.standards.standards import CRITERIA, NATIONAL, PROVINCIAL, Standard
from models.people.identity import DEMOBILISED

ONE_FEN = Decimal("0.01")
LARGEST_RISE = Decimal(1000)  # per cent, up or down; more is a slip of the pen


@dataclass(frozen=True, slots=True)
class StandardChange:
    """What is tried: from which month on, and what changes then.

    ``percent`` rises every layer of the kind (of all kinds, without one), each standard rounded to fen; ``amounts`` are yuan in
    the place of a kind's base standard; ``drafts`` takes the standards that nobody has confirmed yet as confirmed.
    """

    begins: Month
    percent: Decimal | None = None
    kind: str = ""
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    drafts: bool = False

    def words(self) -> str:
        """``2026年8月起全部标准提高5%``."""
        said = []
        if self.drafts:
            said.append("按未确认的新标准")
        if self.percent is not None:
            rise = (
                f"{abs(self.percent):f}".rstrip("0").rstrip(".")
                if self.percent % 1
                else f"{abs(self.percent):.0f}"
            )
            said.append(f"{self.kind or '全部'}标准{'提高' if self.percent >= 0 else '降低'}{rise}%")
        said += [f"{kind}标准改为{amount}元" for kind, amount in self.amounts.items()]
        return f"{months.month_words(self.begins)}起{'，'.join(said)}"


def lasting_standards(there: Iterable[Standard]) -> list[Standard]:
    """The standards, those confirmed that end without another confirmed one for some of the same people going on."""
    found = list(there)
    confirmed = [each for each in found if each.confirmed]
    return [
        _copy(each, ends=None)
        if each.confirmed and each.last < NEVER and not any(_follows(other, each) for other in confirmed)
        else each
        for each in found
    ]


def changed_standards(there: Iterable[Standard], change: StandardChange) -> list[Standard]:
    """The standards under a change, made to last. Raises ``Refusal`` for a change that says nothing or cannot be meant."""
    _check(change)
    found = list(there)
    found = lasting_standards(_with_drafts(found, change.begins) if change.drafts else found)
    if change.percent is not None:
        times = (100 + change.percent) / 100
        found = [part for each in found for part in _raised(each, change, times)]
    for kind, amount in change.amounts.items():
        found = _replaced(found, kind, amount, change.begins)
    return found


def base_layer(kind: str) -> str:
    """The layer of a kind's base standard, as ``Ways.layers`` has it: of 在乡复员军人 the province's."""
    return PROVINCIAL if kind == DEMOBILISED else NATIONAL


def unconfirmed_from(there: Iterable[Standard], month: Month) -> list[Standard]:
    """The standards of a month and later that were entered and wait to be confirmed; those still to be filled in are not."""
    return [each for each in there if not each.confirmed and each.last >= month and not _still_to_fill(each)]


def _still_to_fill(draft: Standard) -> bool:
    """Whether a copied standard has the amount that it was copied with (``standards.copy_year``)."""
    notes = draft.notes or ""
    return not draft.amount or (TO_FILL in notes and f"的{draft.rate()}，" in notes)


def _check(change: StandardChange) -> None:
    if change.percent is None and not change.amounts and not change.drafts:
        raise Refusal("请写明标准提高百分之几，或新的标准是多少")
    if change.percent is not None and not -100 < change.percent <= LARGEST_RISE:
        raise Refusal(f"标准提高{change.percent}%不合理，请写大于-100、不超过{LARGEST_RISE}的数")
    for kind, amount in change.amounts.items():
        if amount <= 0:
            raise Refusal(f"{kind}的新标准应是大于0的金额")


def _raised(standard: Standard, change: StandardChange, times: Decimal) -> list[Standard]:
    if not standard.confirmed or standard.last < change.begins or change.kind not in ("", standard.kind):
        return [standard]
    amount = ((standard.amount or Decimal(0)) * times).quantize(ONE_FEN, ROUND_HALF_UP)
    return _parted(standard, change.begins, amount)


def _replaced(found: list[Standard], kind: str, amount: Decimal, begins: Month) -> list[Standard]:
    """Another amount for a kind of which there is one base standard at a time."""
    base = [
        e
        for e in found
        if e.kind == kind and e.layer == base_layer(kind) and e.confirmed and e.last >= begins
    ]
    there = {(each.amount, each.unit) for each in base if each.first <= begins}
    if not there:
        raise Refusal(f"{months.month_words(begins)}没有已确认的{kind}标准，不能试算")
    if len(there) > 1:
        raise Refusal(
            f"{kind}有{len(there)}种标准，不能只写一个数；请按百分比试算，"
            "或在“补助标准”里照抄并填好新标准，再按未确认的新标准试算"
        )
    return [part for each in found for part in (_parted(each, begins, amount) if each in base else [each])]


def _with_drafts(found: list[Standard], begins: Month) -> list[Standard]:
    """What waits to be confirmed, as if it were confirmed from a month on, in the place of what is for the same people."""
    drafts = unconfirmed_from(found, begins)
    if not drafts:
        raise Refusal(f"{months.month_words(begins)}起没有未确认的新标准，请先在“补助标准”里登记")
    new = list(_in_turn(drafts, found, begins))
    kept: list[Standard] = []
    for each in found:
        first = min(
            (n.first for n in new if each.confirmed and _same(n, each) and n.last >= each.first),
            default=NEVER,
        )
        if each.confirmed and first <= each.last:
            if each.first < first:
                kept.append(_copy(each, ends=months.part(first - 1)))
        elif each not in drafts:
            kept.append(each)
    return kept + new


def _in_turn(drafts: list[Standard], found: list[Standard], begins: Month) -> Iterator[Standard]:
    """The drafts as if confirmed from a month on; each ends where a later standard of the same people begins."""
    for each in drafts:
        later = [
            o.first for o in found if o.first > each.first and _same(o, each) and (o.confirmed or o in drafts)
        ]
        first, last = max(begins, each.first), min([each.last, *(month - 1 for month in later)])
        if first <= last:
            ends = months.part(last) if last < NEVER else None
            yield _copy(each, confirmed=True, begins=months.part(first), ends=ends)


def _parted(standard: Standard, begins: Month, amount: Decimal) -> list[Standard]:
    """A standard until a month, and with another amount from then on."""
    if standard.first >= begins:
        return [_copy(standard, amount=amount)]
    return [
        _copy(standard, ends=months.part(begins - 1)),
        _copy(standard, begins=months.part(begins), amount=amount),
    ]


def _follows(other: Standard, ended: Standard) -> bool:
    """Whether another standard begins later, or goes on longer, and may be about some of the same people."""
    if other is ended or other.layer != ended.layer or other.kind != ended.kind or other.last <= ended.last:
        return False
    return all(
        "" in (getattr(other, name), getattr(ended, name)) or getattr(other, name) == getattr(ended, name)
        for name in CRITERIA
    )


def _same(one: Standard, other: Standard) -> bool:
    return one.layer == other.layer and one.same_people(other)


def _copy(standard: Standard, **facts: Any) -> Standard:
    """The same standard with some facts changed, which is never saved."""
    return Standard(**(standard.__data__ | facts))
