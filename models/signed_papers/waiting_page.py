"""Waiting pages 待归档页: pages that came through the scanner and could not be filed by their code, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import ForeignKeyField

from models.core.record import Count, Flag, Paper, Record, Text
from models.core.rights import PAPERS
from models.core.states import State
from models.people.person import Person


class WaitingReason(State):
    """Why a page waits for an officer."""

    STALE = "打印以后档案又有改动"
    UNSIGNED = "旧版程序打印的页，码上没有签名，不能自动归档"
    FOREIGN = "别的档案库打印的页"
    ALTERED = "码被改动过或是伪造的"
    NOBODY = "档案库里没有这个编号"
    NO_ROW = "走访计划里没有这张卡"
    SEVERAL = "一张图上有几页的码，请分开扫描"
    NO_CODE = "没有读出码"
    UNREADABLE = "文件打不开或已损坏"


class WaitingPage(Record):
    """One page that waits, kept encrypted like any scan."""

    NOUN = "待归档页"
    NAMED_BY = "file_name"
    RIGHT = PAPERS
    TIMELESS = "还没有归档，不知是何时的"

    person_id: int | None
    person = ForeignKeyField(Person, backref="waiting_pages", null=True, on_delete="SET NULL")
    reason = Text("原因")
    form = Text("部分")
    sheet = Count("第几页")
    of = Count("共几页")
    print = Text("内容指纹")
    sha256 = Paper("扫描件内容")
    media = Text("类型")
    file_name = Text("原文件名")
    page = Count("文件中第几页")
    source = Text("来源", index=True)
    batch = Text("批次", index=True)
    place = Count("批中顺序")
    aside = Flag(
        "不归档"
    )  # an officer looked at it: it is remembered, so that the same scan does not wait again


def waiting_pages() -> list[WaitingPage]:
    """All pages that wait, in the order in which they came."""
    waiting = WaitingPage.select().where(WaitingPage.aside.is_null(True) | (WaitingPage.aside == False))  # noqa: E712
    return list(waiting.order_by(WaitingPage.batch, WaitingPage.place, WaitingPage.id))


def waiting_of_sources(sources: Iterable[str]) -> dict[str, WaitingPage]:
    """The pages that wait from these places of files."""
    return {each.source: each for each in WaitingPage.select().where(WaitingPage.source.in_(list(sources)))}
