"""Rates 百分百指标: how many had a due, and how many got it; the “五个100%” of the yearly report are such a list."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import Check

from models.base import Count, Record, Text
from models.ledger import years


class Rate(Record):
    """One rate of a year: entered as done and due, or (``source`` not empty) asked of the archive each time it is shown."""

    year = Count("年度", index=True)
    position = Count("序号")
    name = Text("指标")
    source = Text("取数办法")  # '' = entered; otherwise the name of a query
    done = Count("已落实人数")
    due = Count("应落实人数")
    notes = Text("备注")

    class Meta:
        constraints = [Check('"done" >= 0'), Check('"due" >= 0')]

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_year(self.year)
        if not self.name.strip():
            yield "name", "请填写指标名称"
        if self.source:
            return
        if self.done is None or self.done < 0:
            yield "done", "请填写已落实人数"
        if self.due is None or self.due < 0:
            yield "due", "请填写应落实人数"
        elif self.done is not None and self.done > self.due:
            yield "done", f"已落实{self.done}人多于应落实{self.due}人"
