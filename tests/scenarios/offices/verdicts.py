"""Verdict: what of an office's papers neither came in as the paper says nor was told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from models.imports.plan import Plan
from models.payments.payment import Payment
from models.people.identity import BankAccount, Identity
from models.people.person import Person
from models.visits.visit import Visit
from tests.scenarios.offices.papers import ANY_ROW, Claim, MoneyClaim, Page, Paper
from tests.scenarios.offices.writers import STACKED

OF_ACCOUNT = ("account", "bank")
OF_IDENTITY = ("kind", "state", "grade", "nature", "joined", "left", "approved")


class Told:
    """What the plan tells of one page: by row, and of the whole sheet."""

    def __init__(self, plan: Plan, file: str, name: str) -> None:
        self.rows: dict[int, list[str]] = defaultdict(list)
        self.words: list[str] = []
        self.asked: list[str] = []
        self.loose = False  # its rows are others in the file
        for sheet in plan.sheets:
            if sheet.file != file or not sheet.roster.sheet.name.startswith(name):
                continue
            for remark in (*sheet.refused, *sheet.findings, *sheet.roster.left_out):
                self.words.append(remark.words)
                if remark.row is not None:
                    self.rows[remark.row].append(remark.words)
            self.asked += [column.heading for column in sheet.roster.columns if column.asked]

    def of(self, row: int) -> list[str]:
        """The words about a row; about any where rows are not the reader's."""
        return self.rows[row] if row != ANY_ROW and not self.loose else self.words


class Kept:
    """What the archive holds of everybody, by number."""

    def __init__(self) -> None:
        self.people = {person.number: person for person in Person.select()}
        self.identities: dict[int, list[Identity]] = defaultdict(list)
        for identity in Identity.select():
            self.identities[identity.person_id].append(identity)
        self.accounts = {
            account.person_id: account for account in BankAccount.select().where(BankAccount.until.is_null())
        }

    def fact(self, number: str, name: str) -> str | None:
        """A fact as words; None where nobody has that number."""
        person = self.people.get(number)
        if person is None:
            return None
        if name in OF_ACCOUNT:
            account = self.accounts.get(person.id)
            return str(getattr(account, name)) if account is not None else ""
        record = self.identities[person.id][0] if name in OF_IDENTITY else person
        return str(value) if (value := getattr(record, name)) is not None else ""


def faults(plan: Plan, papers: list[tuple[str, Paper]]) -> Iterator[str]:
    """Everything of these papers, each with its file's name, that is silently lost or wrong, in words."""
    kept, paid = Kept(), _money()
    for file, paper in papers:
        for page in paper.pages:
            alone = len(paper.pages) == 1 or paper.suffix in STACKED
            told = Told(plan, file, "" if alone else page.name)
            told.loose = len(paper.pages) > 1 and alone
            where = f"{file}/{page.name}"
            for claim in page.claims:
                if fault := _fault(claim, kept, told, claim.number in page.refusable):
                    yield f"{where} {fault}"
            yield from (f"{where} {fault}" for fault in _untold(page, kept, told))
            for money in page.money:
                if not _take(paid, money) and not told.of(money.row):
                    yield f"{where}第{money.row}行 {money} 没有"
    yield from (f"多出 {key} × {count}" for key, count in paid.items() if count > 0)


def _fault(claim: Claim, kept: Kept, told: Told, refusable: bool) -> str:
    value = claim.value.isoformat() if isinstance(claim.value, date) else claim.value
    found = kept.fact(claim.number, claim.field)
    if found == value and not (claim.spoilt and not told.of(claim.row)):
        return ""
    if found == "" and (claim.heading in told.asked or (claim.field == "bank" and told.of(claim.row))):
        return ""  # asked; or a bank without an account, which is kept as a note
    if found is None and refusable and told.of(claim.row):
        return ""
    if found in ("", None) and told.of(claim.row) and claim.spoilt:
        return ""
    return f"第{claim.row}行 {claim.number} {claim.field}（{claim.heading}） {found!r}，应为 {value!r}；{told.of(claim.row)}"


def _untold(page: Page, kept: Kept, told: Told) -> Iterator[str]:
    for number, row in page.absent.items():
        if number in kept.people:
            yield f"第{row}行 {number} 不应有档案"
        elif not told.of(row):
            yield f"第{row}行 {number} 没有说明"
    for row, pattern in page.told:
        if not any(re.search(pattern, words) for words in told.of(row)) and not any(
            re.search(pattern, words) and str(row) in words for words in told.words
        ):
            yield f"第{row}行 没有说“{pattern}”"


Money = tuple[str, Decimal, str, str]


def _money() -> Counter[Money]:
    found: Counter[Money] = Counter()
    for record in Payment.select():
        month = str(record.month or "")
        found[_number(record), record.amount, month, ""] += 1
    for record in Visit.select():
        found[_number(record), record.money or Decimal(0), record.occasion, record.gifts or ""] += 1
    return found


def _number(record: Payment | Visit) -> str:
    return str((record.person or record.outsider).number)


def _take(paid: Counter[Money], claim: MoneyClaim) -> bool:
    key = (claim.number, claim.amount, claim.month, claim.gifts)
    paid[key] -= 1
    return paid[key] >= 0
