"""Paid months 发放月份: each line that a person was paid, with its standard, what it is reckoned to now, its bank line and answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from peewee import JOIN

from models.core.amounts import yuan
from models.core.masks import Secret
from models.pay.dues.due import Due
from models.pay.dues.dues import Dues
from models.pay.grants.claims import Claim
from models.pay.runs.postings import payments_by_hand
from models.pay.runs.runs import POSTED, TO_BANK, LineKind, PayLine, PayOutcome, PayRun, RunState
from models.pay.standards import months
from models.pay.standards.months import Month
from models.payments.payment import Payment
from models.people.person import Person
from models.spot_checks.run_links import RunLinks

SHOWN = (*TO_BANK, LineKind.CLAIMED)
NO_BANK, NOT_ASKED = "不经银行", "—"
SENT = (RunState.PAID, RunState.RETURNED, RunState.SETTLED)


class PaidMonth(NamedTuple):
    """One line of a run, or a payment that no run made; ``run`` is None then."""

    month: Month
    item: str
    kind: str
    amount: Decimal
    standard: str  # as the line says it
    papers: str  # which say so
    clause: str
    reckoned: str
    run: int | None
    number: str  # of the run
    bank: str
    answer: str
    gaps: tuple[str, ...]

    @property
    def month_words(self) -> str:
        return months.month_words(self.month)


class PaidMonths:
    """Asks the runs, the standards as they are now and the payments that were entered by hand."""

    def __init__(self, dues: Dues, runs: RunLinks) -> None:
        self.dues, self.runs = dues, runs
        self._by_hand: dict[int, dict[int, list[Payment]]] = {}  # by year and person

    def of(self, person: Person, mine: Sequence[Claim], year: int) -> Iterator[PaidMonth]:
        """The months of a year, in their order; those entered by hand where no run has them."""
        lines = _lines(person, year)
        posted: dict[tuple[int, Month], Decimal] = defaultdict(Decimal)
        for line in lines:
            if line.kind in POSTED:
                posted[line.identity_id, months.month_of(line.month)] += line.amount
        found = [self._line(line, mine, posted) for line in lines if line.kind in SHOWN]
        found += (_by_hand(payment) for payment in self._payments(person, year))
        yield from sorted(found, key=lambda each: (each.month, each.number, each.item))

    def _line(self, line: Any, mine: Sequence[Claim], posted: dict[tuple[int, Month], Decimal]) -> PaidMonth:
        month = months.month_of(line.month)
        due = next(
            (due for due in self.dues.at(list(mine), month) if due.claim.identity == line.identity_id), None
        )
        gaps: list[str] = []
        papers, reckoned, clause = "", "", line.reason
        if line.kind in POSTED:
            clause = due.clause if due is not None else ""
            papers, *gaps = _papers(due)
            reckoned, differs = _reckoned(due, posted[line.identity_id, month])
            gaps += [differs] if line.kind == LineKind.DUE else []
        bank, answer, wanting = self._sent(line)
        return PaidMonth(
            month, line.item, line.kind, line.amount, line.standard, papers, clause, reckoned, line.run_id, line.run.number,
            bank, answer, tuple(filter(None, (*gaps, *wanting))),
        )  # fmt: skip

    def _sent(self, line: Any) -> tuple[str, str, tuple[str, ...]]:
        """The bank line and its answer, and what is wanting of them; what is claimed back goes to no bank."""
        if line.kind not in TO_BANK:
            return NO_BANK, NOT_ASKED, ()
        bank, no_row = self._bank(line)
        answer, no_answer = _answer(line)
        return bank, answer, (no_row, no_answer)

    def _payments(self, person: Person, year: int) -> list[Payment]:
        """What was entered by hand or imported for months of the year, asked once for everybody."""
        if year not in self._by_hand:
            found = payments_by_hand(months.month(year, 1)).items()
            self._by_hand[year] = {
                whose: [each for month, some in sorted(of.items()) if month // 12 == year for each in some]
                for whose, of in found
            }
        return self._by_hand[year].get(person.id, [])

    def _bank(self, line: Any) -> tuple[str, str]:
        """Which row of the bank file, and what is wanting of it."""
        if not line.account:
            return "", "没有银行账号"
        row = next(
            (row for row in self.runs.rows(line.run, line.number) if row.account == line.account), None
        )
        if row is None:
            return Secret.ACCOUNT.hide(line.account), "银行文件里没有这个账号的一行"
        return f"第{row.row}行 {Secret.ACCOUNT.hide(row.account)[-4:]} {row.amount:,.2f}", ""


def _lines(person: Person, year: int) -> list[Any]:
    query: Any = (
        PayLine.select(PayLine, PayRun, PayOutcome)
        .join(PayRun)
        .join_from(PayLine, PayOutcome, JOIN.LEFT_OUTER, attr="told")
        .where(PayLine.person == person, PayRun.state != RunState.DRAWN, PayLine.month.startswith(f"{year}-"))
    )
    return list(query.order_by(PayLine.month, PayLine.id))


def _by_hand(payment: Payment) -> PaidMonth:
    assert payment.month is not None
    account = Secret.ACCOUNT.hide(payment.account)[-4:]
    paid = f"{payment.paid_on.chinese()}发放" if payment.paid_on else ""
    gaps = ["没有发放批次，是登记或导入的", "没有银行文件和回盘"]
    gaps += [] if payment.standard else ["没有登记发放标准"]
    return PaidMonth(
        months.month_of(payment.month), payment.item, "登记", payment.amount or Decimal(0), payment.standard, "", "", "", None, "",
        account, paid, tuple(gaps),
    )  # fmt: skip


def _papers(due: Due | None) -> tuple[str, str, str]:
    """The papers of the standards by which the month is reckoned, what is wanting of them, and of the clause."""
    if due is None or due.reason or due.rate is None:
        return "", "", ""  # told by what it is reckoned to
    rows = due.rate.standards
    papers = [each.document or each.source for each in rows]
    wanting = "" if all(papers) else "标准没有文号"
    if derived := next((each for each in rows if each.derived_by), None):
        wanting = f"标准{derived.rate()}是推算的，没有文件印出"
    return "、".join(dict.fromkeys(filter(None, papers))), wanting, "" if due.clause else "没有读到当月的条款"


def _reckoned(due: Due | None, posted: Decimal) -> tuple[str, str]:
    """What the month comes to by the archive as it is now, and how that differs from what was paid."""
    if due is None or (due.reason and not due.refused):
        return "不享受", f"按现在的档案这个月不享受，发了{yuan(posted)}元" if posted else ""
    if due.refused:
        return "算不出", f"重算不出：{due.reason}"
    differs = f"发{yuan(posted)}元，重算{yuan(due.yuan)}元，相差{yuan(posted - due.yuan)}元"
    return yuan(due.yuan), "" if due.yuan == posted else differs


def _answer(line: Any) -> tuple[str, str]:
    """What the bank said, and what is wanting of it."""
    outcome: PayOutcome | None = getattr(line, "told", None)
    if outcome is None or outcome.line_id is None:
        return "", "没有银行回盘" if line.run.state in SENT else "批次还没有发放"
    if not outcome.failed:
        return f"成功 {outcome.day or ''}".rstrip(), ""
    again = PayRun.select().join(PayLine).where(PayLine.retry == line.id).first()
    told = f"失败：{outcome.failed}" + (f"，{again.number}重发" if again is not None else "")
    return told, "" if again is not None else f"银行没有发成（{outcome.failed}），还没有重发"
