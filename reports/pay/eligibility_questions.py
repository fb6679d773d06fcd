"""Eligibility questions 资格核验 on paper and as a workbook: what is asked of whom, on which clause, what money hangs on it.

Beside them what was decided of a person's grants, as the file shows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from models.pay.dues.open_questions import Questioned
from models.pay.eligibility.eligibility_decisions import EligibilityDecision
from models.pay.standards import months
from models.pay.standards.months import Month
from models.people.person import Person
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register


def money_asked(asked: Questioned) -> Decimal | None:
    """Yuan a month that hang on a question; None where no standard says."""
    return Decimal(asked.fen).scaleb(-2) if asked.fen else None


QUESTION_LIST = Listing(
    None,
    (
        ListColumn("name", 80, 19, heading="姓名", field="claim.name"),
        ListColumn("number", 160, 39, like=Person.number, field="claim.number"),
        ListColumn("title", 160, 32, heading="人员类别", words=lambda asked: asked.claim.title()),
        ListColumn("street", 100, 23, like=Person.street, field="claim.street"),
        ListColumn("words", 300, 56, START, "疑问", words=lambda asked: asked.question.words),
        ListColumn("rule", 130, heading="核定事项", words=lambda asked: asked.question.rule.code),
        ListColumn("clause", 330, 52, START, "依据条文", words=lambda asked: asked.question.clause),
        ListColumn("money", 110, 22, END, "每月金额(元)", words=money_asked, summed=True),
        ListColumn("state", 84, 20, heading="发放情况"),
    ),
    first=("name", "number", "title", "words", "money", "state", "rule", "clause", "street"),
    number=11, money="money", counted="项",
)  # fmt: skip


def _span(decision: EligibilityDecision) -> str:
    """From and until which month an answer holds."""
    since = f"{decision.begins.chinese()}起" if decision.begins else ""
    until = f"至{decision.ends.chinese()}" if decision.ends else ""
    return since + until


DECISION_LIST = Listing(
    EligibilityDecision,
    (
        ListColumn("decided_on", 90),
        ListColumn("title", 120, heading="身份", words=lambda decision: decision.identity.kind),
        ListColumn("rule", 130),
        ListColumn("answer", 90),
        ListColumn("span", 150, heading="核定月份", words=_span),
        ListColumn("kept", 120, heading="享受哪一项", words=lambda decision: decision.kept.kind if decision.kept else ""),
        ListColumn("proof", 150),
        ListColumn("reason", 220),
        ListColumn("clause", 220),
        ListColumn("decided_by", 80),
    ),
)  # fmt: skip


def questions_register(
    found: Iterable[Questioned], month: Month, words: str = "", practice: bool = False
) -> Register:
    """The list of questions as the officer looks at it."""
    above = (f"范围：{words or '全部'}",)
    return QUESTION_LIST.register(f"{months.month_words(month)}资格核验清单", found, above, practice)
