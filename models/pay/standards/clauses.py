"""The clauses that the rules of pay rest on: the matter, the rule, its clauses from the newest text to the oldest, and whether one was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from models.law.clauses import clauses_between
from models.law.texts import LONG_AGO, STILL, span_of
from models.pay.standards import shipped
from models.pay.standards.months import day_words

NO_RULE_READ = "没有读到全国规定，按单位设置"
INFERRED = "（条号由别的文本推算，未读原文）"


class PayRule(NamedTuple):
    """One rule as it is shown beside the settings."""

    matter: str
    rule: str
    clause: str
    confirmed: bool


def pay_clauses() -> list[PayRule]:
    """From which month, for how long after a death, what not beside what."""
    return [*_starts(), *_extras(), *_exclusions()]


def _starts() -> Iterator[PayRule]:
    for row in shipped.standard_rows("starts"):
        since = f"{day_words(row['approved_from'])}起" if row["approved_from"] else ""
        until = f"{day_words(row['approved_to'])}止" if row["approved_to"] else ""
        whom = row["kind"] or "其他各类"
        matter = f"{whom}起发月份" + (f"（批准在{since}{until}）" if since or until else "")
        said = _said("起发月份", row["approved_from"], row["approved_to"], row["kind"]) if row["kind"] else ""
        yield PayRule(
            matter, f"自批准{row['rule']}起", said or NO_RULE_READ, row["confirmed"] == shipped.MARKED_YES
        )


def _extras() -> Iterator[PayRule]:
    for row in shipped.standard_rows("extra_months"):
        since = f"，{day_words(row['died_from'])}起" if row["died_from"] else ""
        asked = row["confirmed"] == shipped.MARKED_ASK
        whom = f"其他{row['kind']}" if asked else row["category"] or row["kind"]
        matter = f"{whom}{row['cause']}死亡后继续发放{since}"
        said = "" if asked else _said("丧葬补助", row["died_from"], "", row["category"] or row["kind"])
        yield PayRule(
            matter, f"{row['months']}个月", said or NO_RULE_READ, row["confirmed"] == shipped.MARKED_YES
        )


def _exclusions() -> Iterator[PayRule]:
    for row in shipped.standard_rows("exclusions"):
        beside = row["beside"].replace("|", "、").replace("*", "其他定期抚恤补助")
        said = _said(row["code"], "", "") or row["words"] or NO_RULE_READ
        yield PayRule(f"{row['kind']}与{beside}", row["rule"], said, row["on"] == shipped.MARKED_YES)


def _said(matter: str, first: str, last: str, *whom: str) -> str:
    """All clauses of a matter in a span of months, each with what it says."""
    begins = span_of(first)[0] if first else LONG_AGO
    ends = span_of(last)[1] if last else STILL
    found = clauses_between(matter, begins, ends, *whom)
    words = (f"{each.cited()}：{each.what}{'' if each.read else INFERRED}" for each in found)
    return "；".join(dict.fromkeys(words))
