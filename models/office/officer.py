"""An officer 经办人: somebody behind one or several accounts, who remains one person."""

from __future__ import annotations

from collections.abc import Iterator

from models.core.record import Day, Record, Text
from models.core.rights import ACCOUNTS


class Officer(Record):
    """Somebody who works with the archive, from a day to a day."""

    NOUN = "经办人"
    NAMED_BY = "name"
    RIGHT = ACCOUNTS
    SINCE = ("since",)
    LATER = {"until": {}}

    name = Text("姓名")
    post = Text("职务")
    since = Day("到岗日期")
    until = Day("离岗日期")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写经办人的姓名"
        if self.since and self.until and self.until.latest() < self.since.earliest():
            yield "until", "离岗日期不能早于到岗日期"

    def told(self) -> str:
        """Name and post in one line, as lists of officers show them."""
        return f"{self.name}（{self.post}）" if self.post else str(self.name)


def officers() -> list[Officer]:
    """Those who have not left, in the order in which they came to be known."""
    return list(Officer.select().where(Officer.until.is_null()).order_by(Officer.id))
