"""The growing of the print ledger 打印台账, kept by the database: rows are added, never taken away nor made to say otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.printing.given_copies import GivenCopy
from models.printing.printings import PrintBatch, Printing
from models.printing.printouts import PrintedPart, Printout

MAY_BE_SAID_LATER = {Printing: "closed", PrintBatch: "sent"}  # once, where nothing was said yet


def growing() -> dict[str, str]:
    """The triggers that keep the ledger: name → statement."""
    return {
        name: (
            f'CREATE TRIGGER "{name}" BEFORE {action} ON "{table}"{when} '
            "BEGIN SELECT RAISE(ABORT, '打印台账只能添加'); END"
        )
        for name, action, table, when in _kept()
    }


def _kept() -> Iterator[tuple[str, str, str, str]]:
    models: tuple[Any, ...] = (Printout, PrintedPart, Printing, PrintBatch, GivenCopy)
    for model in models:
        table, later = model._meta.table_name, MAY_BE_SAID_LATER.get(model)
        yield f"{table}_kept_delete", "DELETE", table, ""
        fixed = [f.column_name for f in model._meta.sorted_fields if f.column_name != later]
        changed = [f'OLD."{column}" IS NOT NEW."{column}"' for column in fixed]
        if later:
            changed.append(f"coalesce(OLD.\"{later}\", '') <> ''")
        yield f"{table}_kept_update", "UPDATE", table, f" WHEN {' OR '.join(changed)}"
