"""A saved filter 常用筛选: a choice of people that the office keeps under a name."""

from __future__ import annotations

from collections.abc import Iterator

from models.core import journal
from models.core.record import Record, Sealed, Text
from models.core.rights import NO_RIGHT
from models.filters.filters import Filter


class SavedFilter(Record):
    """A filter under its name, seen by everybody."""

    NOUN = "常用筛选"
    NAMED_BY = "name"
    RIGHT = NO_RIGHT
    TIMELESS = "各人自用"

    name = Text("筛选名称", unique=True)
    facts = Sealed("筛选条件")  # JSON of what the filter says

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请给这个筛选起一个名称"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if SavedFilter.get_or_none(SavedFilter.name == self.name, SavedFilter.id != self.id):
            yield "name", f"已有名为“{self.name}”的筛选，请换一个名称"

    @property
    def chosen(self) -> Filter:
        """The filter as it was kept."""
        return Filter.read(self.facts)


def saved() -> list[SavedFilter]:
    """The office's filters, by name."""
    return list(SavedFilter.select().order_by(SavedFilter.name))


def keep_filter(name: str, chosen: Filter, user: str) -> SavedFilter:
    """Keep a filter under a name, in the place of another of that name."""
    name = name.strip()
    kept: SavedFilter = SavedFilter.get_or_none(SavedFilter.name == name) or SavedFilter(name=name)
    kept.facts = chosen.text()
    with journal.entry(f"保存筛选：{name}", user):
        kept.save()
    return kept


def forget(kept: SavedFilter, user: str) -> None:
    """Remove a kept filter."""
    with journal.entry(f"删除筛选：{kept.name}", user):
        kept.delete_instance()
