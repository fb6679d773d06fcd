"""The mark of a visit card 走访卡的码: how it begins, and which row of a plan it means."""

from __future__ import annotations

CARD_MARK = "YFZF:"  # before the last places of a row's uid, in the code on its card
ROW_PLACES = 12


def card_row(words: str) -> str:
    """The last places of a row's uid that a card's code says, as a scanner types it; empty where it is none."""
    words = words.strip().upper()
    row = words.removeprefix(CARD_MARK).partition(":")[0]
    return row.lower() if words.startswith(CARD_MARK) and len(row) == ROW_PLACES else ""
