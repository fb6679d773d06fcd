"""A cross-table 交叉统计表 of the office's own: a choice that it keeps under a name."""

from __future__ import annotations

from collections.abc import Iterator

from models.core import journal
from models.core.record import Record, Sealed, Text
from models.core.rights import NO_RIGHT
from models.year.cross_tables.cross_choices import CrossChoice


class CrossTable(Record):
    """A choice under its name, seen by everybody."""

    NOUN = "交叉统计表"
    NAMED_BY = "name"
    RIGHT = NO_RIGHT
    TIMELESS = "本单位的设置"

    name = Text("名称", unique=True)
    choice = Sealed("统计内容")  # JSON of what was chosen

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请给这张统计表起一个名称"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if CrossTable.get_or_none(CrossTable.name == self.name, CrossTable.id != self.id):
            yield "name", f"已有名为“{self.name}”的统计表，请换一个名称"

    @property
    def chosen(self) -> CrossChoice:
        """The choice as it was kept."""
        return CrossChoice.read(self.choice)


def cross_tables() -> list[CrossTable]:
    """The office's cross-tables, by name."""
    return list(CrossTable.select().order_by(CrossTable.name))


def kept_name(choice: CrossChoice) -> str:
    """Under which name that choice is kept; empty where it is not."""
    return next((each.name for each in cross_tables() if each.chosen == choice), "")


def keep_cross_table(name: str, choice: CrossChoice, user: str) -> CrossTable:
    """Keep a choice under a name, in the place of another of that name."""
    name = name.strip()
    kept: CrossTable = CrossTable.get_or_none(CrossTable.name == name) or CrossTable(name=name)
    kept.choice = choice.text()
    with journal.entry(f"保存交叉统计表：{name}", user):
        kept.save()
    return kept


def forget_cross_table(kept: CrossTable, user: str) -> None:
    """Remove a kept cross-table."""
    with journal.entry(f"删除交叉统计表：{kept.name}", user):
        kept.delete_instance()
