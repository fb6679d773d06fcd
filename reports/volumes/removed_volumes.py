"""The register of volumes that left for good 案卷移出销毁登记簿: which, when, where to, on whose approval."""

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
        ListColumn("day", 110, 24),
        ListColumn("way", 64, 14),
        ListColumn("archive_no", 130, 36, heading="档号", words=_archive_number),
        ListColumn("name", 90, 20, field="person.name"),
        ListColumn("number", 170, 37, like=Person.number, field="person.number"),
        ListColumn("receiver", 150, 36, START),
        ListColumn("approved_by", 90, 20),
        ListColumn("document", 140, 30, START),
        ListColumn("handled_by", 150, 26, START),
        ListColumn("reason", 200, 28, START),
    ),
    number=9, counted="卷",
)  # fmt: skip
REMOVALS_SIGNED = ("单位负责人：", "档案管理人：", "制表人：", "（公章）")


def removals_register(removals: Iterable[VolumeRemoval], practice: bool) -> Register:
    """The register as it is printed."""
    return REMOVAL_LIST.register("案卷移出销毁登记簿", list(removals), (), practice, REMOVALS_SIGNED)
