"""The office's law 本单位的法规条款: texts and clauses that came after this program, or correct what it carries; each is confirmed by its paper.

They come with a policy pack. What is confirmed stands before the lines of ``resources/law`` (``confirmed_rows``); what is not, nobody
cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

from models.core.dates import PartDate
from models.core.masks import Secret
from models.core.record import Day, Flag, Record, Text, db
from models.core.rights import SET_UP

WHOLE_DAY = 3  # year, month and day are known


class OfficeText(Record):
    """One edition of a text of law, by the days on which it is in force."""

    NOUN = "法规文本"
    NAMED_BY = "name"
    RIGHT = SET_UP
    TIMELESS = "按施行日期取用"

    code = Text("代号", secret=Secret.OPEN)  # by which clauses name it: 条例2024
    name = Text("名称")
    edition = Text("版本")
    number = Text("文号", secret=Secret.OPEN)
    begins = Day("施行日期")
    ends = Day("施行到")
    numbered = Text("条号同", secret=Secret.OPEN)  # the code of the edition whose articles it has
    replaces = Text("代替的文本")  # the code of a text of another name
    source = Text("依据")
    confirmed = Flag("已确认")
    notes = Text("说明", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.code.strip():
            yield "code", "请填写代号，如条例2024"
        if not self.name.strip():
            yield "name", "请填写名称，如《军人抚恤优待条例》"
        if self.confirmed and (self.begins is None or self.begins.known < WHOLE_DAY):
            yield "begins", "施行日期不明的不能确认，请填写到日"
        yield from _days_in_order(self.begins, self.ends)

    def conflicts(self) -> Iterator[tuple[str, str]]:
        same = OfficeText.select().where(OfficeText.code == self.code, OfficeText.id != (self.id or 0))
        if same.exists():
            yield "code", f"已有代号为“{self.code}”的文本"

    def title(self) -> str:
        """As it is cited: ``《军人抚恤优待条例》（2024年修订）``."""
        return f"{self.name}（{self.edition}）" if self.edition else self.name


class OfficeClause(Record):
    """What an article of a text says of a matter, and about whom."""

    NOUN = "法规条款"
    NAMED_BY = "matter"
    RIGHT = SET_UP
    TIMELESS = "按施行日期取用"

    matter = Text("事项", index=True)
    whom = Text("对象")  # kinds and categories, joined by |; empty: everybody
    text = Text("文本")  # the code of its text
    article = Text("条文")
    begins = Day("自")  # where it holds for less time than its text
    ends = Day("至")
    what = Text("内容")
    read = Flag("条号读过原文")
    source = Text("依据")
    confirmed = Flag("已确认")
    notes = Text("说明", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        for name, words in (("matter", "请填写事项，如起发月份"), ("text", "请填写条款在哪个文本里")):
            if not getattr(self, name).strip():
                yield name, words
        yield from _days_in_order(self.begins, self.ends)


def _days_in_order(begins: PartDate | None, ends: PartDate | None) -> Iterator[tuple[str, str]]:
    for name, day in (("begins", begins), ("ends", ends)):
        if day is not None and day.known < WHOLE_DAY:
            yield name, "请填写到日，如2024-10-01"
    if begins is not None and ends is not None and ends.before(begins):
        yield "ends", "截止日期早于起始日期"


def confirmed_rows(model: Any) -> list[dict[str, str]]:
    """What the office has confirmed of a kind, as lines of ``resources/law``."""
    return [_row(each) for each in confirmed_records(model)]


def confirmed_records(model: Any) -> list[Any]:
    """What the office has confirmed of a kind; nothing while no archive is open."""
    if db.deferred:
        return []
    with (
        nullcontext() if not db.is_closed() else db.connection_context()
    ):  # a thread may have no connection of its own
        if not db.table_exists(model._meta.table_name):
            return []
        return list(model.select().where(model.confirmed == True).order_by(model.id))  # noqa: E712


def _row(record: Any) -> dict[str, str]:
    """Whoever confirms an article has read it on the paper."""
    said = {name: str(record.__data__.get(name) or "") for name in record.labels()}
    return said | {"from": said["begins"], "until": said["ends"], "read": "是"}


def as_records(model: Any, rows: list[dict[str, str]]) -> list[Any]:
    """Lines of ``resources/law`` as records that are not saved, to be compared and to travel with a pack."""
    return [_record(model, row) for row in rows]


def _record(model: Any, row: dict[str, str]) -> Any:
    made = model(**{name: row[name] for name in model.labels() if name in row and name != "read"})
    for name, column in (("begins", "from"), ("ends", "until")):
        setattr(made, name, PartDate.parse(row[column]) if row[column] else None)
    made.confirmed = row["read"] == "是" if "read" in row else made.begins is not None
    if "read" in row:
        made.read = made.confirmed
    return made
