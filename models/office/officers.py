"""Officers 经办人: which accounts are one person's, as four eyes are two people's and not two accounts'."""

from __future__ import annotations

from models.archive.passwords import folded


def same_officer(one: str, other: str) -> bool:
    """Whether two accounts act for one person; spellings of one account do."""
    return folded(one) == folded(other)
