"""Removed volumes 案卷移出销毁登记簿: the register of which left for good, when, where to, on whose approval."""

from __future__ import annotations

from collections.abc import Iterable

from models.office import settings
from models.people.person import Person
from models.transfers.volume_removal import VolumeRemoval
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import START, Register


def _archive_number(removal: VolumeRemoval) -> str:
    """档号, or, as long as none is assigned, 案卷号."""
    volume = str(removal.person.volume or "")
    return settings.office().archive_number(volume) or volume.zfill(4) if volume else ""


REMOVAL_LIST = Listing(
    VolumeRemoval,
    (
        ListColumn("day", 108, 25),
        ListColumn("way", 64, 14),
        ListColumn("archive_no", 120, 30, heading="档号", words=_archive_number),
        ListColumn("name", 90, 20, field="person.name"),
        ListColumn("number", 166, 37, like=Person.number, field="person.number"),
        ListColumn("receiver", 140, 34, START),
        ListColumn("approved_by", 76, 18),
        ListColumn("document", 130, 28, START),
        ListColumn("handled_by", 130, 24, START),
        ListColumn("reason", 180, 38, START),
    ),
    number=9, counted="卷",
)  # fmt: skip
REMOVALS_SIGNED = ("单位负责人：", "档案管理人：", "制表人：", "（公章）")


def removals_register(removals: Iterable[VolumeRemoval], practice: bool) -> Register:
    """The register as it is printed."""
    return REMOVAL_LIST.register("案卷移出销毁登记簿", list(removals), (), practice, REMOVALS_SIGNED)
