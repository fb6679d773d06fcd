"""Outsiders 未建档人员名单: people whom the office visits or pays and who have no file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.filters import unvisited
from models.people.outsiders import Outsider
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register

OUTSIDER_LIST = Listing(
    Outsider,
    (
        ListColumn("name", 110, 26),
        ListColumn("number", 166, 40),
        ListColumn("category", 140, 38),
        ListColumn("street", 110, 30),
        ListColumn("address", 240, 66, START),
        ListColumn("phone", 120, 30),
        ListColumn("calls", 80, 18, heading="走访次数", order=unvisited.calls_on_outsiders(), window=END),
        ListColumn("notes", 140, 17, START),
    ),
    number=12, counted="人",
)  # fmt: skip


def outsiders_register(found: Iterable[Any], practice: bool = False) -> Register:
    """The register of these people, each with its ``calls``."""
    return OUTSIDER_LIST.register("未建档人员名单", found, practice=practice)
