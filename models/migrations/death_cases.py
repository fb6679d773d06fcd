"""One case for each death: what older programs noted twice of one person becomes one row, and loses no word and no fen."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import Any

from peewee import SqliteDatabase

from models.migrations.step_data import upgrade_entry

STOPPED, DISMISSED = "已停发", "已排除"
ALSO = "又见于{file} {place}（{listed_name}，{state}）"
COLUMNS = (
    "id", "person_id", "file", "place", "listed_name", "state", "months", "amount", "notified_on", "recovered",
    "recovered_on", "notes",
)  # fmt: skip
NOTED_TWICE = f"""
 SELECT {", ".join(COLUMNS)} FROM death_match WHERE state <> '{DISMISSED}' AND person_id IN
  (SELECT person_id FROM death_match WHERE state <> '{DISMISSED}' GROUP BY person_id HAVING count(*) > 1)
 ORDER BY person_id, state <> '{STOPPED}', id"""


def join_death_cases(db: SqliteDatabase) -> None:
    """Join the cases of each person that were not dismissed into the one that was decided first, or else noted first."""
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in db.execute_sql(NOTED_TWICE).fetchall()]
    if not rows:
        return
    with upgrade_entry(db):
        for _, cases in groupby(rows, key=lambda row: row["person_id"]):
            first, *further = cases
            joined = _joined(first, further)
            setting = ", ".join(f'"{name}" = ?' for name in joined)
            for each in further:
                db.execute_sql("DELETE FROM death_match WHERE id = ?", (each["id"],))
            db.execute_sql(f"UPDATE death_match SET {setting} WHERE id = ?", (*joined.values(), first["id"]))


def _joined(first: dict[str, Any], further: list[dict[str, Any]]) -> dict[str, Any]:
    """The columns of the first case that the others change: the money is the same money, what came back of it adds up."""
    cases = [first, *further]
    amount = max(each["amount"] or 0 for each in cases)
    recovered = sum(each["recovered"] or 0 for each in cases)
    words = [first["notes"], *(said for each in further for said in (ALSO.format(**each), each["notes"]))]
    return {
        "months": max(each["months"] or 0 for each in cases) or None,
        "amount": amount or None,
        "recovered": min(recovered, amount) or None,
        "recovered_on": max(each["recovered_on"] or "" for each in cases) or None,
        "notified_on": max(each["notified_on"] or "" for each in cases) or None,
        "notes": "\n".join(filter(None, [*words, _too_much(recovered - amount)])),
    }


def _too_much(fen: int) -> str:
    """What came back of one person's money more than was overpaid, by two cases: an officer has to look into it."""
    return f"两条记录登记的追回合计多出{Decimal(fen).scaleb(-2):.2f}元，请核对" if fen > 0 else ""
