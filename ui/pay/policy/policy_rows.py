"""Policy rows: a standard, a figure or a holiday as one line of a list, whatever kind it is."""

from __future__ import annotations

from typing import Any

from models.core.record import Record
from models.pay.policy.policy_kinds import is_derived, kind_of, policy_kinds
from reports.tables.list_columns import ListColumn, Listing
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns

KINDS_OF_ROWS = 8  # room for so many kinds in the number that tells rows of all kinds apart


def state_of(row: Any) -> str:
    """``已确认``; ``未确认``; ``未确认（推算）``."""
    if kind_of(row).sure(row):
        return "已确认"
    return "未确认（推算）" if is_derived(row) else "未确认"


def _notes(row: Any) -> str:
    return "；".join(filter(None, (getattr(row, "derived_by", ""), getattr(row, "notes", ""))))


POLICY_ROW_LIST = Listing(
    None,
    (
        ListColumn("state", 118, heading="确认", words=state_of),
        ListColumn("noun", 80, heading="种类", words=lambda row: kind_of(row).noun),
        ListColumn("whom", 250, heading="对象", words=lambda row: kind_of(row).whom(row)),
        ListColumn("said", 170, heading="数额或规定", words=lambda row: kind_of(row).said(row)),
        ListColumn("when", 190, heading="执行时间", words=lambda row: kind_of(row).when(row)),
        ListColumn("cited", 300, heading="文号和依据", words=lambda row: kind_of(row).cited(row)),
        ListColumn("notes", 320, heading="推算办法和说明", words=_notes),
    ),
    sorts=False,
)


def policy_row_key(row: Record) -> int:
    """The number that tells rows of all kinds apart in one list."""
    kinds = [kind.record for kind in policy_kinds()]
    return int(row.id) * KINDS_OF_ROWS + kinds.index(type(row))


def policy_rows(parent: Any) -> FactRows:
    """The rows of such a list; what is not confirmed is written so that this is seen."""
    columns = table_columns(
        POLICY_ROW_LIST, ink=lambda row: "" if kind_of(row).sure(row) else "doubt", inked=("state",)
    )
    return FactRows(columns, policy_row_key, parent)
