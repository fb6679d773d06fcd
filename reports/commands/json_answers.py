"""What commands answer to programs: plain JSON values, as ``commands`` of the manual list them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from models.core import journal
from models.imports.imports import CHANGED, NEW, REFUSED, SAME, Plan
from models.people import findings
from models.people.identity import TEST_VETERANS, BankAccount, Identity
from models.people.person import Person
from models.year.figures import Figure, Standing

Answer = dict[str, Any]


def people(chosen: Iterable[Person]) -> list[Answer]:
    """Each person with identities and the account in use; what is not known is null."""
    chosen = list(chosen)
    identities: dict[int, list[Identity]] = defaultdict(list)
    for identity in Identity.select().order_by(Identity.id):
        identities[identity.person_id].append(identity)
    accounts: dict[int, BankAccount] = {}
    for account in BankAccount.select().where(BankAccount.until.is_null()).order_by(BankAccount.id.desc()):
        accounts[account.person_id] = account
    return [_person(each, identities[each.id], accounts.get(each.id)) for each in chosen]


def _person(person: Person, identities: Iterable[Identity], account: BankAccount | None) -> Answer:
    facts = {
        "number": person.number,
        "name": person.name,
        "sex": person.sex,
        "born": person.birthday,
        "ethnic": person.ethnic,
        "household": person.household,
        "street": person.street,
        "community": person.community,
        "address": person.residence or person.household_address,
        "phone": person.phone,
        "insurance": person.insurance,
        "bank": account and account.bank,
        "account": account and account.account,
    }
    return {**_told(facts), "identities": [_identity(each) for each in identities]}


def _identity(identity: Identity) -> Answer:
    return _told(
        {
            "kind": identity.kind,
            "class": identity.category or (identity.test if identity.kind == TEST_VETERANS else ""),
            "grade": identity.grade,
            "nature": identity.nature,
            "state": identity.state,
            "certificate": identity.certificate,
            "approved": identity.approved,
            "joined": identity.joined,
            "left": identity.left,
            "service_years": identity.service_years,
        }
    )


def _told(facts: Answer) -> Answer:
    """Numbers as numbers, everything else as the paper says it, null where nothing is said."""
    return {
        key: value if isinstance(value, (int, list)) else str(value) if value not in (None, "") else None
        for key, value in facts.items()
    }


def imported(plan: Plan) -> Answer:
    """What an import did, or would do: sheets with their counts, and what was refused or found where."""
    files: dict[str, list[Answer]] = {}
    for name, _ in plan.unread:
        files.setdefault(name, [])
    for sheet in plan.sheets:
        counts = {str(outcome): sheet.counts[outcome] for outcome in (NEW, CHANGED, SAME, REFUSED)}
        facts = {
            "sheet": sheet.roster.sheet.name,
            "read_as": sheet.roster.read_as,
            "rows": len(sheet.roster.lines),
        }
        files.setdefault(sheet.file, []).append({**facts, **counts})
    whole = {"sheet": None, "row": None, "column": None, "value": None}
    return {
        "files": [{"file": name, "sheets": sheets} for name, sheets in files.items()],
        "refused": [{"file": name, **whole, "reason": reason} for name, reason in plan.unread]
        + [_place(sheet, remark, "reason") for sheet in plan.sheets for remark in sheet.refused],
        "findings": [_place(sheet, remark, "finding") for sheet in plan.sheets for remark in sheet.findings],
    }


def _place(sheet: Any, remark: Any, key: str) -> Answer:
    return {
        "file": sheet.file,
        "sheet": sheet.roster.sheet.name,
        "row": remark.row,
        "column": remark.column,
        "value": remark.value,
        key: remark.words,
    }


def doubtful(found: Iterable[findings.Listed]) -> list[Answer]:
    """The findings of the archive, worst first."""
    return [
        {
            "number": each.number,
            "name": each.name,
            "kind": each.kind or None,
            "field": each.label,
            "finding": each.message,
            "weight": each.weight,
        }
        for each in found
    ]


def entries() -> list[Answer]:
    """The journal, oldest first: who did what, when, and how many records changed."""
    counted = dict(journal.counts())
    return [
        {"entry": e.number, "at": e.at, "user": e.user, "title": e.title, "changes": counted.get(e.number, 0)}
        for e in journal.Entry.select().order_by(journal.Entry.number)
    ]


def figures(found: Iterable[Figure], rates: Iterable[Standing]) -> list[Answer]:
    """The figures of a year: counts as numbers, money as yuan with two places; the rates as rows of name, done, due."""
    told = [
        {
            "key": each.key,
            "text": each.text,
            "value": f"{each.value:.2f}" if isinstance(each.value, Decimal) else each.value,
            "unit": each.unit,
            "shown": each.shown,
        }
        for each in found
    ]
    return [*told, {"key": "rates", "rows": [[each.name, each.done, each.due] for each in rates]}]
