"""A saved filter 常用筛选: a choice of people that the office keeps under a name."""

from __future__ import annotations

from models.core import journal
from models.core.record import Record, Sealed, Text
from models.core.rights import NO_RIGHT
from models.filters.filters import Filter
from models.filters.kept_choices import KeptChoice


class SavedFilter(KeptChoice, Record):
    """A filter under its name, seen by everybody."""

    NOUN = "常用筛选"
    NAMED_BY = "name"
    RIGHT = NO_RIGHT
    TIMELESS = "各人自用"
    CALLED, HOLDS = "个筛选", "facts"

    name = Text("筛选名称", unique=True)
    facts = Sealed("筛选条件")  # JSON of what the filter says

    @property
    def chosen(self) -> Filter:
        """The filter as it was kept."""
        return Filter.read(self.facts)


def saved() -> list[SavedFilter]:
    """The office's filters, by name."""
    return SavedFilter.by_name()


def keep_filter(name: str, chosen: Filter, user: str) -> SavedFilter:
    """Keep a filter under a name, in the place of another of that name."""
    return SavedFilter.keep(name.strip(), chosen.text(), "保存筛选", user)


def forget(kept: SavedFilter, user: str) -> None:
    """Remove a kept filter."""
    with journal.entry(f"删除筛选：{kept.name}", user):
        kept.delete_instance()
