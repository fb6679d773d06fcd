"""驻区部队登记表: the units of the forces in the district, and when they were visited last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.visits.units import Unit
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register

UNIT_LIST = Listing(
    Unit,
    (
        ListColumn("name", 220, 70, START),
        ListColumn("station", 200, 62, START),
        ListColumn("contact", 100, 28),
        ListColumn("phone", 120, 32),
        ListColumn("strength", 80, 20, window=END),
        ListColumn("last", 100, 26, heading="最近走访", words=lambda unit: unit.last_day or "从未走访"),
        ListColumn("notes", 160, 27, START),
    ),
    number=12, counted="支",
)  # fmt: skip


def units_register(found: Iterable[Any], practice: bool = False) -> Register:
    """The register of these units, each with its ``last_day``."""
    return UNIT_LIST.register("驻区部队登记表", found, practice=practice)
