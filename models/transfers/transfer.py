"""Transfers 归档移交: what was handed over as files, to whom, and the hashes by which it is known again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from peewee import ForeignKeyField

from models.core.journal import Change
from models.core.masks import Secret
from models.core.record import Count, Day, Record, Text
from models.core.rights import PAPERS
from models.office import lasting
from models.people.person import Person

if TYPE_CHECKING:
    from peewee import ModelSelect

TRANSFER_LASTS = "已经移交的案卷不能撤销：移交错了的，和档案馆办理退回，改好后再移交一次，两次都留有记录"


class Transfer(Record):
    """One handing over: a folder whose list of hashes has the hash ``list_hash`` (SHA-256, hexadecimal)."""

    NOUN = "归档移交"
    NAMED_BY = ("receiver", "folder_name")
    RIGHT = PAPERS
    SINCE = ("day",)

    day = Day("移交日期", index=True)
    receiver = Text("接收单位")
    people = Count("移交人数")
    pages = Count("移交页数")
    folder_name = Text("移交文件夹")
    list_hash = Text("清单校验值", secret=Secret.OPEN)


class TransferredVolume(Record):
    """The volume of one person as it was handed over: its file in the folder and that file's SHA-256."""

    NOUN = "移交的案卷"
    NAMED_BY = "file_name"
    RIGHT = PAPERS
    TIMELESS = "随归档移交"

    transfer = ForeignKeyField(Transfer, backref="volumes", on_delete="RESTRICT")
    person = ForeignKeyField(Person, backref="transferred", on_delete="RESTRICT")
    file_name = Text("移交文件")
    file_hash = Text("文件校验值", secret=Secret.OPEN)
    pages = Count("页数")
    not_converted = Count("未能转入的扫描件")


class HandedVolume(NamedTuple):
    """What is to be remembered of one volume."""

    person: int
    file_name: str
    file_hash: str
    pages: int
    not_converted: int


@lasting.lasts("transfer")
@lasting.lasts("transferred_volume")
def why_transfer_lasts(change: Change) -> str:
    """What the archive bureau has got it has got."""
    return TRANSFER_LASTS if change.before is None else ""


def remember_transfer(transfer: Transfer, volumes: Iterable[HandedVolume]) -> None:
    """Write a transfer and its volumes, inside an entry."""
    transfer.save()
    for each in volumes:
        TransferredVolume(transfer=transfer, **each._asdict()).save()


def transfers() -> ModelSelect[Transfer]:
    """All transfers, the latest first."""
    return Transfer.select().order_by(Transfer.id.desc())
