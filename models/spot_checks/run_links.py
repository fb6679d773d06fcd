"""The links of runs 发放批次 → 银行文件 → 签字的花名册: who drew, checked and approved each, and whether it still is what was checked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from models.office.officers import same_officer
from models.pay.runs import bank_files
from models.pay.runs.line_hashes import intact
from models.pay.runs.runs import PayRun
from models.people.attachments import attachments_of
from models.spot_checks.right_links import Link

DEEDS = (("drawn_by", "编制"), ("checked_by", "复核"), ("approved_by", "审批"))


class BankRow(NamedTuple):
    """A person's row of the bank file: which one, to which account, how much."""

    row: int
    account: str
    amount: Decimal


class RunLinks:
    """The runs that people's payments stand in; each is looked through once."""

    def __init__(self) -> None:
        self._links: dict[int, Link] = {}
        self._rows: dict[int, dict[str, list[BankRow]]] = {}

    def link(self, run_id: int) -> Link:
        """Who did what, and what is wanting."""
        if run_id not in self._links:
            run = PayRun.get_by_id(run_id)
            self._links[run_id] = Link(f"批次{run.number}", (_told(run),), tuple(_wanting(run)))
        return self._links[run_id]

    def rows(self, run: PayRun, number: str) -> list[BankRow]:
        """The rows of the bank file that pay whoever had this citizen number in the run."""
        if run.id not in self._rows:
            found: dict[str, list[BankRow]] = {}
            for row, payee in enumerate(bank_files.payees(run), start=1):
                found.setdefault(payee.number, []).append(BankRow(row, payee.account, payee.amount))
            self._rows[run.id] = found
        return self._rows[run.id].get(number, [])


def _told(run: PayRun) -> str:
    deeds = (f"{deed}{getattr(run, name)}" for name, deed in DEEDS if getattr(run, name))
    paid = f"{run.paid_on.chinese()}发放" if run.paid_on else ""
    pages = attachments_of(run).count()
    signed = f"签字的花名册{pages}份" if pages else ""
    said = (
        run.title(),
        "、".join(deeds),
        paid,
        f"{run.people}人{run.total:,.2f}元",
        run.state,
        signed,
        f"校验码{run.hash[:12]}",
    )
    return "，".join(filter(None, said))


def _wanting(run: PayRun) -> Iterator[str]:
    for name, deed in DEEDS:
        if not getattr(run, name):
            yield f"没有{deed}人"
    for name, deed in DEEDS[1:]:
        if run.drawn_by and same_officer(run.drawn_by, getattr(run, name)):
            yield f"{deed}和编制是同一个用户（{run.drawn_by}）"
    if not intact(run):
        yield "明细与校验码不符，复核以后被改动过"
    if run.paid_on is None:
        yield "没有发放日期"
    if not attachments_of(run).exists():
        yield "没有签字盖章的花名册扫描件"
