"""A cross-table 交叉统计表 of the office's own: a choice that it keeps under a name."""

from __future__ import annotations

from models.core import journal
from models.core.record import Record, Sealed, Text
from models.core.rights import NO_RIGHT
from models.filters.kept_choices import KeptChoice
from models.year.cross_tables.cross_choices import CrossChoice


class CrossTable(KeptChoice, Record):
    """A choice under its name, seen by everybody."""

    NOUN = "交叉统计表"
    NAMED_BY = "name"
    RIGHT = NO_RIGHT
    TIMELESS = "本单位的设置"
    CALLED, HOLDS = "张统计表", "choice"

    name = Text("名称", unique=True)
    choice = Sealed("统计内容")  # JSON of what was chosen

    @property
    def chosen(self) -> CrossChoice:
        """The choice as it was kept."""
        return CrossChoice.read(self.choice)


def cross_tables() -> list[CrossTable]:
    """The office's cross-tables, by name."""
    return CrossTable.by_name()


def kept_name(choice: CrossChoice) -> str:
    """Under which name that choice is kept; empty where it is not."""
    return next((each.name for each in cross_tables() if each.chosen == choice), "")


def keep_cross_table(name: str, choice: CrossChoice, user: str) -> CrossTable:
    """Keep a choice under a name, in the place of another of that name."""
    return CrossTable.keep(name.strip(), choice.text(), "保存交叉统计表", user)


def forget_cross_table(kept: CrossTable, user: str) -> None:
    """Remove a kept cross-table."""
    with journal.entry(f"删除交叉统计表：{kept.name}", user):
        kept.delete_instance()
