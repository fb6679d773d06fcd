"""Returned cards 收回的走访卡: the card of a planned visit as it came back, and what was ticked and written on it, cut out."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import ForeignKeyField

from models.core.record import Count, Paper, Record, Text
from models.core.rights import PAPERS
from models.visit_plans.planned_visits import PlannedVisit


class ReturnedCard(Record):
    """One card that came back; the pictures are hashes of scans."""

    NOUN = "收回的走访卡"
    NAMED_BY = "file_name"
    RIGHT = PAPERS
    TIMELESS = "随走访计划"

    planned_id: int
    planned = ForeignKeyField(PlannedVisit, backref="cards", on_delete="CASCADE")
    sha256 = Paper("扫描件内容")
    ticks = Paper("勾选栏")
    writing = Paper("手写栏")
    media = Text("类型")
    file_name = Text("原文件名")
    source = Text("来源", index=True)
    batch = Text("批次")
    place = Count("批中顺序")


def card_of(row: PlannedVisit) -> ReturnedCard | None:
    """The card of a planned visit that came back last."""
    cards = ReturnedCard.select().where(ReturnedCard.planned == row)
    found: ReturnedCard | None = cards.order_by(ReturnedCard.id.desc()).first()
    return found


def cards_of_sources(sources: Iterable[str]) -> dict[str, list[ReturnedCard]]:
    """The cards that came from these places of files; two may lie on one page."""
    found: dict[str, list[ReturnedCard]] = {}
    for card in ReturnedCard.select().where(ReturnedCard.source.in_(list(sources))).order_by(ReturnedCard.id):
        found.setdefault(card.source, []).append(card)
    return found
