"""Coverage of months by standards, as it is told to people and to programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from models.pay.dues import coverage
from models.pay.dues.coverage import CoverageGap
from models.pay.standards import months


def gap_answer(found: CoverageGap) -> dict[str, Any]:
    """One month and kind for programs: whom no standard is for, and what nobody has confirmed."""
    return {
        "month": months.iso(found.month),
        "kind": found.kind,
        "missing": list(found.missing),
        "unconfirmed": [
            {
                "whom": each.whom(), "layer": each.layer, "amount": f"{each.amount:.2f}", "unit": each.unit,
                "document": each.document or None, "derived": bool(each.derived_by),
            }
            for each in found.unconfirmed
        ],
    }  # fmt: skip


def gaps_told(found: Sequence[CoverageGap]) -> Iterator[str]:
    """For people: months in a row that lack the same are one line."""
    for first, last, each in coverage.gap_spans(found):
        yield f"{months.span_words(first, last)}　{each.kind}：{lack_told(each)}"


def lack_told(found: CoverageGap) -> str:
    """``缺少3条（…）；未确认26条，其中推算23条``."""
    parts = []
    if found.missing:
        whom = "、".join(words.removeprefix(f"{found.kind} ") for words in found.missing)
        parts.append(f"缺少{len(found.missing)}条" + (f"（{whom}）" if whom != found.kind else ""))
    if found.unconfirmed:
        derived = sum(bool(each.derived_by) for each in found.unconfirmed)
        parts.append(f"未确认{len(found.unconfirmed)}条" + (f"，其中推算{derived}条" if derived else ""))
    return "；".join(parts)
