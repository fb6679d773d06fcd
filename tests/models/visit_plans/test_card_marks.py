"""The mark of a visit card, as a scanner types it."""

from __future__ import annotations

import pytest

from models.visit_plans.card_marks import card_row


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("YFZF:1A2B3C4D5E6F", "1a2b3c4d5e6f"),  # printed before codes were signed
        (" yfzf:1a2b3c4d5e6f:64:GUPBP4VAKW7L\n", "1a2b3c4d5e6f"),
        ("YFZF:", ""),
        ("YFZF:1A2B", ""),
        ("YF:6301030100012:DJ:2/8:7A3F9C:4217", ""),
        ("张三", ""),
    ],
)
def test_only_a_card_names_a_row(typed, row):
    assert card_row(typed) == row
