"""Kept choices 按名称保存的选择: what an office chose once, such as whom a list holds, and keeps under a name that no other has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, TypeVar

from models.core import journal

_Kept = TypeVar("_Kept", bound="KeptChoice")


class KeptChoice:
    """What such a record says of itself: how it is called, with its measure word, and the field that holds the choice as text."""

    CALLED: ClassVar[str]  # 个筛选
    HOLDS: ClassVar[str]
    name: Any
    id: Any

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", f"请给这{self.CALLED}起一个名称"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        kind: Any = type(self)
        if kind.get_or_none(kind.name == self.name, kind.id != self.id):
            yield "name", f"已有名为“{self.name}”的{self.CALLED[1:]}，请换一个名称"

    @classmethod
    def by_name(cls: type[_Kept]) -> list[_Kept]:
        """All that are kept, by name."""
        kind: Any = cls
        return list(kind.select().order_by(kind.name))

    @classmethod
    def keep(cls: type[_Kept], name: str, choice: str, title: str, user: str) -> _Kept:
        """Keep a choice under a name, in the place of another of that name, in an entry of that title."""
        kind: Any = cls
        kept = kind.get_or_none(kind.name == name) or kind(name=name)
        setattr(kept, cls.HOLDS, choice)
        with journal.entry(f"{title}：{name}", user):
            kept.save()
        return kept  # type: ignore[no-any-return]
