"""A list of policy rows of one kind that are entered by hand: what nobody has confirmed is seen, and is not used."""

from __future__ import annotations

from typing import Any

from models.core.record import Record
from models.pay.policy.policy_kinds import kind_of
from models.pay.policy.policy_search import rows_found
from reports.tables.list_columns import ListColumn
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.tables.list_columns import table_columns
from ui.tables.tables import Column

POLICY_CONFIRMED = ListColumn(
    "confirmed", 76, heading="确认", words=lambda row: "已确认" if row.confirmed else "未确认"
)


class PolicyList(RecordList):
    """The rows of one kind of policy; a subclass names its record and says in which order."""

    RECORD: type[Record]
    OF_PEOPLE = False
    WAITING = "只看未确认"
    UNUSED = "未确认，不用于计算"  # what the list says of those

    def __init__(self, session: Session) -> None:
        super().__init__(session)

    def columns(self) -> list[Column]:
        return table_columns(
            self.LISTING, ink=lambda row: "" if row.confirmed else "doubt", inked=("confirmed",)
        )

    def fill_line(self) -> None:
        self.line.add_tick(self.WAITING)

    def found(self, words: str = "", unconfirmed: bool = False) -> Any:
        """The rows of the kind, in the order of the list."""
        return rows_found(self.RECORD, words, unconfirmed)

    def query(self) -> Any:
        return self.found(self.line.words(), self.line.ticked(self.WAITING))

    def told(self, query: Any) -> str:
        waiting, there = self.found(unconfirmed=True).count(), self.RECORD.select().count()
        words = f"列出{self.rows.rowCount():,}条，共{there:,}条{self.NOUN}"
        return words + (f"；其中{waiting:,}条{self.UNUSED}" if waiting else "")

    def named(self, record: Any) -> str:
        kind = kind_of(record)
        return f"{kind.whom(record)}（{kind.when(record)}）"
