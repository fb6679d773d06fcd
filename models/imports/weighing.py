"""Weighing of what is known, which is not overwritten: what a list may not change by itself, and why.

A list proposes; what is known stays until an officer decides. Decisions to keep are remembered (``Settlement``).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from models.core import journal
from models.core.journal import Change, Entry
from models.core.personal_names import is_unsure_name
from models.core.record import Record
from models.own_fields.own_values import OwnValue
from models.people.findings import Settlement
from models.people.identity import GONE, EntitlementState
from models.people.person import PHONE, Person

IMPORTED = "导入"  # how the titles of imports begin
KEPT_REASON = "导入时核对：保留档案中的内容"
ENDED_FOR_LISTS = (
    EntitlementState.STOPPED,
    EntitlementState.MOVED,
    EntitlementState.CANCELLED,
    EntitlementState.SUSPENDED,
    GONE,
)
# What look-ups and hurried hands leave in a cell that says nothing.
ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "NULL", "NONE", "N/A", "NAN"}
ZEROS = {"0", "0.0", "0.00", "00000000000", "-1"}
TO_BE_ASKED = {
    "待核实", "待核", "待核查", "待定", "待补", "待补充", "待查", "待填", "待确认", "不详", "不明", "未知", "无", "暂无", "没有",
    "空", "空白", "无号码", "停机", "空号", "/", "\\", "-", "--", "—", "——", "?", "？", "*", "×", "x", "X", "同上",
}  # fmt: skip
CONTACTS = {
    "phone", "other_phone", "account", "bank", "holder", "street", "community", "household_address", "residence",
    "certificate", "postcode", "veteran_card",
}  # fmt: skip
CODED_FIELDS = frozenset(
    ["state", "grade", "nature", "ethnic", "sex", "category"]
)  # what a code table did not know is as written
ASKED_FIELDS = CONTACTS | {"state", "grade", "nature"}
WORTHLESS_WORDS = "“{}”不是{}，没有采用"


class KeptValue(NamedTuple):
    """Why what is known stays, and how grave it would be to be wrong (1 … 9)."""

    reason: str
    weight: int


@dataclass(slots=True)
class Proposal:
    """A field that a list says otherwise than is known better; ``taken`` or ``kept`` once an officer decided."""

    file: str
    sheet: str
    row: int
    letter: str | None
    name: str  # the person's
    person: Person | None  # None where the row is about somebody without a file, or a unit
    record: Record
    field: str
    here: Any
    there: Any
    why: KeptValue
    more: dict[str, Any] = dataclasses.field(
        default_factory=dict
    )  # what goes with it: an account's bank and holder
    taken: bool = False
    kept: bool = False

    @property
    def label(self) -> str:
        record = self.record
        return str(record.field.name) if isinstance(record, OwnValue) else type(record).labels()[self.field]

    def words(self) -> str:
        return f"{self.label}档案为“{self.here}”，名单为“{self.there}”：{self.why.reason}，已保留档案中的，请核对"

    def message(self) -> str:
        """By which a decision is known again."""
        return f"名单上的{self.label}“{self.there}”"

    def settlement(self) -> Settlement:
        """The officer's decision to keep what is known, as a record."""
        return Settlement(
            person=self.person,
            record=self.record.uid,
            field=self.field,
            message=self.message(),
            reason=KEPT_REASON,
        )


def is_worthless(name: str, value: Any) -> bool:
    """Whether a cell says nothing about a field: an error, a zero from a look-up, 待核实."""
    words = str(value).strip().upper() if isinstance(value, str) else ""
    return (
        words in ERRORS
        or (name in CONTACTS | CODED_FIELDS and words in ZEROS)
        or (name in ASKED_FIELDS and words in TO_BE_ASKED)
    )


def why_kept(record: Record, name: str, old: Any, value: Any, made: datetime | None) -> KeptValue | None:
    """Why a list may not change what is known; None when it may."""
    if old in (None, ""):
        return None
    if is_worthless(name, value) or (name in CONTACTS and str(value).strip() in TO_BE_ASKED):
        return KeptValue("名单上的不是有效内容", 3)
    if name == "state" and old in ENDED_FOR_LISTS and (old == GONE or value not in ENDED_FOR_LISTS):
        return KeptValue(f"已登记{old}，名单不能改回", 9)
    if name == "name" and isinstance(record, Person) and not is_unsure_name(old):
        return KeptValue("号码相同而姓名的字不同，哪个对由人核对", 6)
    if name in ("phone", "other_phone") and PHONE.fullmatch(old) and not PHONE.fullmatch(value):
        return KeptValue("名单上的不像电话号码", 3)
    if name == "account" and str(old).isdigit() and not _is_account(str(value)):
        return KeptValue("名单上的不像银行账号", 8)
    if made is not None and (at := typed_at(record, name)) is not None and at > made:
        return KeptValue(f"{at:%Y-%m-%d}由经办人填写，晚于这张名单", 7 if name in ("account", "state") else 5)
    return None


def _is_account(words: str) -> bool:
    return words.isdigit() and 8 <= len(words) <= 30


def typed_at(record: Record, name: str) -> datetime | None:
    """When an officer last said a field of a record by hand; None when a list said it last, or nobody."""
    column = type(record)._meta.fields[name].column_name
    changes = Change.select().where(Change.uid == record.uid).order_by(Change.id.desc())
    for change in changes:
        before, after = change.fields()
        if column not in before and column not in after:
            continue
        entry = Entry.get_by_id(change.entry)
        by_hand = (
            not entry.title.startswith(IMPORTED) and entry.undoes is None and entry.user != journal.PROGRAM
        )
        return datetime.fromisoformat(entry.at) if by_hand else None
    return None


def decided_before(proposal: Proposal) -> bool:
    """Whether an officer said already that what is known stays against just this."""
    told = Settlement.select().where(
        Settlement.record == proposal.record.uid,
        Settlement.field == proposal.field,
        Settlement.message == proposal.message(),
    )
    return bool(told.exists())
