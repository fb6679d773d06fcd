"""The clauses that the rules of pay rest on: the matter, the rule, its clause, and whether a text of law was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from models.pay.standards import shipped
from models.pay.standards.months import day_words


class Clause(NamedTuple):
    """One rule as it is shown beside the settings."""

    matter: str
    rule: str
    clause: str
    confirmed: bool


def pay_clauses() -> list[Clause]:
    """From which month, for how long after a death, what not beside what."""
    return [*_starts(), *_extras(), *_exclusions()]


def _starts() -> Iterator[Clause]:
    for row in shipped.standard_rows("starts"):
        since = f"{day_words(row['approved_from'])}起" if row["approved_from"] else ""
        until = f"{day_words(row['approved_to'])}止" if row["approved_to"] else ""
        whom = row["kind"] or "其他各类"
        matter = f"{whom}起发月份" + (f"（批准在{since}{until}）" if since or until else "")
        yield Clause(matter, f"自批准{row['rule']}起", row["clause"], row["confirmed"] == shipped.MARKED_YES)


def _extras() -> Iterator[Clause]:
    for row in shipped.standard_rows("extra_months"):
        since = f"，{day_words(row['died_from'])}起" if row["died_from"] else ""
        matter = f"{row['category'] or row['kind']}{row['cause']}死亡后继续发放{since}"
        yield Clause(matter, f"{row['months']}个月", row["clause"], row["confirmed"] == shipped.MARKED_YES)


def _exclusions() -> Iterator[Clause]:
    for row in shipped.standard_rows("exclusions"):
        beside = row["beside"].replace("|", "、").replace("*", "其他定期抚恤补助")
        yield Clause(f"{row['kind']}与{beside}", row["rule"], row["clause"], row["on"] == shipped.MARKED_YES)
