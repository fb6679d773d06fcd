"""The journal of one person in words: who changed what when, field by field, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from peewee import Field, Model

from models.aid.amounts import AidRule
from models.aid.budgets import Budget
from models.aid.exam_cards import ExamCard
from models.aid.oneoffs import OneOff
from models.approvals.approval import Approval, ApprovalStep
from models.approvals.confirmations import Confirmation
from models.approvals.notices import PublicNotice
from models.core import journal
from models.core.journal import Change, Entry
from models.deaths.sentinel import DeathMatch
from models.office.roles import Role
from models.office.workdays import CalendarDay
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.attachments import Attachment
from models.people.findings import Settlement
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.materials import Material, Scan
from models.people.person import FamilyMember, Person, Remark
from models.records import RECORDS
from models.visit_plans.planned_visits import PlannedVisit
from models.visits.visit import Visit
from models.visits.wishes import WishStep
from reports.person.gathering import worded

NOUNS: dict[type[Model], str] = {
    Person: "基本信息", Identity: "身份", IdentityState: "身份状态", BankAccount: "发放账户", FamilyMember: "家庭成员",
    Remark: "其他登记事项", Material: "材料", Scan: "扫描件", Visit: "走访慰问", Payment: "待遇发放",
    MedicalCase: "医疗救助", Settlement: "疑点处理", PlannedVisit: "走访计划", WishStep: "诉求办理", Attachment: "附件",
    Approval: "审批", ApprovalStep: "审批意见", PublicNotice: "公示", OneOff: "一次性发放", ExamCard: "体检卡",
    Confirmation: "年度确认", DeathMatch: "身后止付", AidRule: "一次性标准", Budget: "预算", CalendarDay: "工作日历",
    Role: "角色",
}  # fmt: skip
NAMED_BY: dict[type[Model], tuple[str, ...]] = {
    Identity: ("kind",), IdentityState: ("state",), BankAccount: ("bank",), FamilyMember: ("name",), Remark: ("label",),
    Material: ("title",), Scan: ("file_name",), Visit: ("day",), Payment: ("item", "kind"),
    MedicalCase: ("kind",), Settlement: ("field",), PlannedVisit: ("category",), WishStep: ("day",),
    Attachment: ("file_name",), Approval: ("matter",), ApprovalStep: ("level",), OneOff: ("item",), ExamCard: ("card",),
    Confirmation: ("year",), AidRule: ("key",), Budget: ("programme",), CalendarDay: ("day",), Role: ("account",),
}  # fmt: skip
SECRET = {
    "photo": "（照片）",
    "sha256": "（扫描件内容）",
    "owner": "（记录）",
    "owner_table": "（登记）",
}  # kept as hashes that nobody can read
TABLES: dict[str, type[Model]] = {model._meta.table_name: model for model in RECORDS}
OFFICE = "单位设置"  # what belongs to nobody: settings, kept filters, the catalogue of materials
NEW, GONE = "登记", "删除"
SUMMARY = 8  # fields told of a record that is new or gone


class Item(NamedTuple):
    """One field's change, or one record that came (``column`` empty, 登记) or went (删除)."""

    entry: Entry
    change: Change
    column: str  # of the database
    noun: str  # 基本信息, 身份 …
    label: str  # what is shown as the changed thing: 联系电话, 家庭成员“王五”·联系电话
    before: str
    after: str

    @property
    def at(self) -> str:
        return str(self.entry.at)[:16].replace("T", " ")

    @property
    def restorable(self) -> bool:
        """Whether something was there before that can be put back."""
        return self.change.before is not None


def items(person_uid: str) -> list[Item]:
    """Everything that was changed in a person's file, newest first."""
    names: dict[str, str] = {}  # of each record, as far as the journal has come
    told = []
    for entry, change in journal.history_of(person_uid):
        model = TABLES.get(change.table)
        if model in NOUNS:
            told.append(list(_items(entry, change, model, names)))
    return [item for some in reversed(told) for item in some]


def of_entry(entry: Entry, made: Iterable[Change]) -> list[Item]:
    """Some changes of one entry, in their order; those of the office's own settings by their table's name."""
    names: dict[str, str] = {}
    return [
        item
        for change in made
        if (model := TABLES.get(change.table))
        for item in _items(entry, change, model, names)
    ]


def _items(entry: Entry, change: Change, model: type[Model], names: dict[str, str]) -> Iterator[Item]:
    before, after = change.fields()
    columns: dict[str, Field] = model._meta.columns
    name = _name(model, columns, after) or names.get(change.uid) or _name(model, columns, before)
    names[change.uid] = name
    noun = NOUNS.get(model, OFFICE)
    called = noun + (f"“{name}”" if name else "")
    if change.before is None or change.after is None:
        new = change.before is None
        words = _summary(columns, after if new else before)
        yield Item(
            entry,
            change,
            "",
            noun,
            f"{NEW if new else GONE}{called}",
            "" if new else words,
            words if new else "",
        )
        return
    for column in dict.fromkeys((*before, *after)):
        field = columns.get(column)
        if field is None or not field.verbose_name:
            continue
        label = field.verbose_name if model is Person else f"{called}·{field.verbose_name}"
        was, now = _words(field, before.get(column)), _words(field, after.get(column))
        yield Item(entry, change, column, noun, label, was, now)


def _name(model: type[Model], columns: dict[str, Field], kept: dict[str, Any]) -> str:
    column = next((name for name in NAMED_BY.get(model, ()) if kept.get(name)), None)
    return _words(columns[column], kept[column]) if column in columns else ""


def _summary(columns: dict[str, Field], kept: dict[str, Any]) -> str:
    told = [
        f"{columns[name].verbose_name} {words}"
        for name, value in kept.items()
        if name in columns
        and columns[name].verbose_name
        and name not in SECRET
        and (words := _words(columns[name], value))
    ]
    return "；".join(told[:SUMMARY]) + ("……" if len(told) > SUMMARY else "")


def _words(field: Field, kept: Any) -> str:
    if kept in (None, ""):
        return ""
    return SECRET.get(field.name) or worded(field.python_value(kept))
