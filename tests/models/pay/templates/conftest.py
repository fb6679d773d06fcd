"""A run of three payees to learn by; runs as ``tests.models.pay.runs.conftest`` makes them."""

from __future__ import annotations

import pytest

from tests.models.pay.runs.conftest import draw, paid, payee

__all__ = ["draw", "paid", "payee"]


@pytest.fixture
def run(payee, paid):
    """A run of three at the bank, each with an account of its own."""
    for serial, name in enumerate(("王建国", "李秀英", "马占山"), start=1):
        payee(name, serial)
    return paid("2019-09")
