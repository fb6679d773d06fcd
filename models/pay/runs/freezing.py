"""The freezing of a run as it was checked, by the database: lines change only while it is drawn up, a settled run is only read."""

from __future__ import annotations

from collections.abc import Iterator

from models.pay.runs.runs import PayLine, RunState

FROZEN_COLUMNS = (
    "number",
    "kind",
    "fund",
    "first",
    "last",
    "parent_id",
    "drawn_by",
    "people",
    "total",
    "hash",
)


# A line is about whoever has its identity: when two files become one, or are parted again, its lines go with it.
FOLLOW_IDENTITY = (
    'CREATE TRIGGER "identity_takes_lines" AFTER UPDATE OF "person_id" ON "identity" WHEN OLD."person_id" IS NOT NEW."person_id" '
    'BEGIN UPDATE "pay_line" SET "person_id" = NEW."person_id" WHERE "identity_id" = NEW."id"; END'
)


def frozen() -> dict[str, str]:
    """The triggers that keep runs as they are: name → statement."""
    return {"identity_takes_lines": FOLLOW_IDENTITY} | {
        name: (
            f'CREATE TRIGGER "{name}" BEFORE {timing} ON "{table}" WHEN {condition} '
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        for name, timing, table, condition, words in _triggers()
    }


def _triggers() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, what it comes before, table, when, and the sentence."""
    for action, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        state = f'(SELECT "state" FROM "pay_run" WHERE "id" = {row}."run_id")'
        name = f"pay_line_frozen_{action.lower()}"
        frozen_now = f"{state} <> '{RunState.DRAWN}'{_unless_following() if action == 'UPDATE' else ''}"
        yield name, action, "pay_line", frozen_now, "批次已经复核，明细不能再改动"
        door = f"pay_line_door_{action.lower()}"
        yield door, action, "pay_line", "current_entry() IS NULL", "written outside an entry"
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in FROZEN_COLUMNS)
    yield (
        "pay_run_frozen_update", "UPDATE", "pay_run",
        f"OLD.\"state\" <> '{RunState.DRAWN}' AND NEW.\"state\" <> '{RunState.DRAWN}' AND ({changed})", "批次已经复核，内容不能再改动",
    )  # fmt: skip
    yield (
        "pay_run_settled_update",
        "UPDATE",
        "pay_run",
        f"OLD.\"state\" = '{RunState.SETTLED}'",
        "批次已经结清，不能再改动",
    )
    yield (
        "pay_run_kept",
        "DELETE",
        "pay_run",
        f"OLD.\"state\" <> '{RunState.DRAWN}'",
        "只有编制中的批次可以删除",
    )
    for action in ("UPDATE", "DELETE"):
        name = f"earlier_lines_kept_{action.lower()}"
        yield name, action, "earlier_lines", "1", "以前的明细只能添加"
    for action, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        state = f'(SELECT "state" FROM "pay_run" WHERE "id" = {row}."run_id")'
        name = f"pay_outcome_settled_{action.lower()}"
        yield (
            name,
            action,
            "pay_outcome",
            f"{state} = '{RunState.SETTLED}'",
            "批次已经结清，回盘结果不能再改动",
        )


def _unless_following() -> str:
    """But a line goes with its identity, when nothing else of it changes."""
    columns = [field.column_name for field in PayLine._meta.sorted_fields if field.name != "person"]
    same = " AND ".join(f'OLD."{column}" IS NEW."{column}"' for column in columns)
    owner = '(SELECT "person_id" FROM "identity" WHERE "id" = NEW."identity_id")'
    return f' AND NOT (NEW."person_id" = {owner} AND {same})'
