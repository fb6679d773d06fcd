"""Places of boxes 档案盒: in which cabinet and on which shelf a box stands, and which volumes lie in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peewee import Check

from models.core.masks import Secret
from models.core.record import Count, Record, Text

if TYPE_CHECKING:
    from peewee import ModelSelect


class BoxPlace(Record):
    """One box with the volumes from the first to the last number, both in it."""

    NOUN = "档案盒"
    NAMED_BY = "box"
    COUNTED = "档案盒"
    TIMELESS = "只记现在放在哪里"

    cabinet = Text("柜号", secret=Secret.OPEN)
    shelf = Text("层号", secret=Secret.OPEN)
    box = Text("盒号", secret=Secret.OPEN)
    first = Count("起案卷号", index=True)
    last = Count("止案卷号")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('"first" <= "last"')]

    @property
    def place(self) -> str:
        """``2号柜3层15盒``; what names its kind itself (``东墙铁柜``) stays as it is."""
        told = ((self.cabinet, "号柜"), (self.shelf, "层"), (self.box, "盒"))
        return "".join(words if unit[-1] in words else words + unit for words, unit in told if words)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.box.strip():
            yield "box", "请填写盒号"
        for name in ("first", "last"):
            number = getattr(self, name)
            if number is None or number < 1:
                yield name, f"请填写盒中{'第一' if name == 'first' else '最后一'}卷的案卷号"
        if self.first is not None and self.last is not None and self.last < self.first:
            yield "last", "止案卷号小于起案卷号"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        same = BoxPlace.select().where(BoxPlace.first <= self.last, BoxPlace.last >= self.first)
        if (other := same.where(BoxPlace.id != (self.id or 0)).first()) is not None:
            yield "first", f"案卷号{other.first}至{other.last}已经在{other.place}，一卷只能放在一个盒里"


def box_of(volume: int | None) -> BoxPlace | None:
    """The box in which a volume lies; None where nobody said."""
    if volume is None:
        return None
    found: BoxPlace | None = BoxPlace.get_or_none(BoxPlace.first <= volume, BoxPlace.last >= volume)
    return found


def box_places() -> ModelSelect[BoxPlace]:
    """All boxes by the numbers of their volumes."""
    return BoxPlace.select().order_by(BoxPlace.first, BoxPlace.id)
