"""驻区部队登记表: the units of the forces in the district, and when they were visited last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reports.tables.register import START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 12), Heading("部队名称", 70, START), Heading("驻地", 62, START), Heading("联系人", 28), Heading("联系电话", 32),
    Heading("走访人数", 20), Heading("最近走访", 26), Heading("备注", 27, START),
)  # fmt: skip


def register(found: Iterable[Any], practice: bool = False) -> Register:
    """The register of these units, each with its ``last_day``."""
    lines = [
        (
            unit.name,
            unit.station,
            unit.contact,
            unit.phone,
            unit.strength,
            unit.last_day or "从未走访",
            unit.notes,
        )
        for unit in found
    ]
    return Register("驻区部队登记表", HEADINGS, numbered(lines), (), "支", practice=practice)
