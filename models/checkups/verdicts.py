"""Verdicts 哪边可能有误: in which book an error probably is, and the witness that says so; none where nothing is a witness.

Witnesses, the surest first: a blank says nothing against a value; the citizen number knows birth and sex and proves itself by
its check digit (GB 11643-1999); the bank paid to an account; an officer typed it after the list was made; a value that cannot be one.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from models.checkups.check_items import CheckedBook
from models.checkups.differences import UNSURE
from models.checkups.superior_lists import ListedRow
from models.core import citizen_number
from models.core.dates import PartDate
from models.core.personal_names import same_name
from models.core.record import Record
from models.imports.weighing import why_kept
from models.people.findings import Dossier
from models.people.identity import BankAccount, luhn
from models.people.person import Person

NO_WITNESS = "没有旁证，请对照原件"


class BookVerdict(NamedTuple):
    """Which book is probably wrong ('' = nothing tells), and why."""

    wrong: CheckedBook | str
    why: str


def verdict(file: Dossier, row: ListedRow, record: Record, name: str, here: Any, there: Any) -> BookVerdict:
    """Who is probably wrong about a field in which both say something."""
    return (
        _by_number(file, name, here, there)
        or _by_account(file, name, here, there)
        or _by_hands(row, record, name, here, there)
        or BookVerdict(UNSURE, NO_WITNESS)
    )


def verdict_on_number(here: str, there: str) -> BookVerdict:
    """Which of two citizen numbers is wrong, by their check digits."""
    right = (
        citizen_number.is_right(here),
        len(there) == 18 and there[:17].isdigit() and citizen_number.is_right(there),
    )
    if right == (True, False):
        return BookVerdict(CheckedBook.SUPERIOR, "名单上的号码位数或校验位不对")
    if right == (False, True):
        return BookVerdict(CheckedBook.ARCHIVE, "档案里的号码校验位不对，名单上的对")
    return BookVerdict(UNSURE, "两个号码都可能，请对照身份证原件")


def _by_number(file: Dossier, name: str, here: Any, there: Any) -> BookVerdict | None:
    """What the citizen number knows."""
    number = file.person.number
    if name not in ("born", "sex") or not citizen_number.is_right(number):
        return None
    known: Any = citizen_number.birth_in(number) if name == "born" else citizen_number.sex_in(number)
    agrees = [known.agrees(each) if isinstance(known, PartDate) else known == each for each in (here, there)]
    if agrees == [True, False]:
        return BookVerdict(CheckedBook.SUPERIOR, "档案里的与身份证号一致")
    if agrees == [False, True]:
        return BookVerdict(CheckedBook.ARCHIVE, "名单上的与身份证号一致")
    return None


def _by_account(file: Dossier, name: str, here: Any, there: Any) -> BookVerdict | None:
    """What the account knows: of a name its holder, of a number of its own its check digit (ISO/IEC 7812-1)."""
    if name == "name":
        holders = [each.holder for each in file.accounts if each.holder and each.until is None]
        said = [any(same_name(each, one) for each in holders) for one in (here, there)]
    elif name == "account" and 16 <= len(here) <= 19 and 16 <= len(there) <= 19:
        said = [each.isdigit() and luhn(each) for each in (here, there)]
    else:
        return None
    witness = "银行户名" if name == "name" else "卡号校验位"
    if said == [True, False]:
        return BookVerdict(CheckedBook.SUPERIOR, f"档案里的与{witness}相符，名单上的不符")
    if said == [False, True]:
        return BookVerdict(CheckedBook.ARCHIVE, f"名单上的与{witness}相符，档案里的不符")
    return None


def _by_hands(row: ListedRow, record: Record, name: str, here: Any, there: Any) -> BookVerdict | None:
    """What an import would say of it: that the list may not change what is known, or that what is known can be none."""
    if (why := why_kept(record, name, here, there, row.made)) is not None and not _is_spelling(record, name):
        return BookVerdict(CheckedBook.SUPERIOR, why.reason)
    if why_kept(record, name, there, here, None) is not None and name in ("phone", "other_phone", "account"):
        return BookVerdict(CheckedBook.ARCHIVE, f"档案里的不像{type(record).labels()[name]}")
    return None


def _is_spelling(record: Record, name: str) -> bool:
    """Whether the field is a name, of which only a person can tell which character is right."""
    return name in ("name", "holder") and isinstance(record, Person | BankAccount)
