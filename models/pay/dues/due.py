"""Due 应发 of one grant in one month: its rate, or why there is none; what is asked of it, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from models.pay.dues.care import CARE, CareDue, CareUnknown
from models.pay.dues.missing import Missing
from models.pay.dues.rates import DueRate
from models.pay.eligibility.eligibility_questions import OpenQuestion
from models.pay.grants import basis
from models.pay.grants.claims import Claim
from models.pay.grants.entitlements import Spell
from models.pay.grants.rules import Exclusion
from models.pay.standards import months
from models.pay.standards.months import Month


@dataclass(slots=True)
class Due:
    """What a claim is due in a month. Without ``rate`` it is refused, and ``missing`` says why.

    With ``excluded`` nothing is paid beside another subsidy, whatever the rate, and ``beside`` says beside which.
    """

    claim: Claim
    month: Month
    spell: Spell | None
    rate: DueRate | None
    missing: Missing | None = None
    excluded: Exclusion | None = None
    beside: str = ""
    questions: list[OpenQuestion] = field(default_factory=list)
    care: CareDue | CareUnknown | None = None  # 护理费, which is part of the rate where it is known

    @property
    def ask(self) -> OpenQuestion | None:
        """What is asked first: a question that holds the pay before one that was carried over."""
        if not self.questions:
            return None  # nearly everybody
        return next((each for each in self.questions if not each.carried), next(iter(self.questions), None))

    @property
    def held(self) -> bool:
        """Whether it is not paid before an officer has answered what is asked."""
        return bool(self.questions) and not all(each.carried for each in self.questions)

    @property
    def reason(self) -> str:
        """Why nothing is paid, in a sentence; empty where something is."""
        return self.missing.words() if self.missing else self.beside

    @property
    def refused(self) -> bool:
        return self.rate is None and self.excluded is None

    @property
    def fen(self) -> int:
        return self.rate.amount if self.rate and not self.excluded else 0

    @property
    def amounts(self) -> tuple[int, int, int]:
        """Fen by layer."""
        return self.rate.amounts if self.rate and not self.excluded else (0, 0, 0)

    @property
    def yuan(self) -> Decimal:
        return Decimal(self.fen).scaleb(-2)

    @property
    def clause(self) -> str:
        """The clause that the amount rests on, as it stood in the month; of what is not paid, why not. Empty: none read."""
        month = months.iso(self.month)
        if self.excluded:
            return self.excluded.cited(month)
        facts = self.spell.facts if self.spell else self.claim
        return basis.right_to_pay(facts.kind, facts.category, month)

    def why(self, begun: bool = True) -> str:
        """The sentence that explains the amount; without why it begins where that is told already."""
        if self.reason:
            return self.reason
        if self.excluded:
            return self.excluded.on_day(months.iso(self.month))
        if self.rate is None or self.spell is None:
            return ""
        told = (self.rate.reckoned, self.care_wanting, self.spell.begun if begun else "")
        return "；".join(filter(None, told))

    @property
    def care_wanting(self) -> str:
        """Why 护理费 is not reckoned beside an amount that is paid; empty where it is, or where none is due."""
        if not isinstance(self.care, CareUnknown) or self.reason or self.excluded:
            return ""
        return f"{CARE}未计算：{self.care.words}"
