"""An approval 审批: one matter of one person, from the application to the decision, with a step for each level."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from peewee import Check, Expression, ForeignKeyField, fn

from models.approvals import case_facts, matters
from models.core.dates import PartDate, this_day
from models.core.journal import Change
from models.core.masks import Secret
from models.core.record import Count, Day, Invalid, Record, Refusal, Sealed, Text, Yuan
from models.core.states import State
from models.office import roles
from models.office.ladders import Ladder
from models.office.signed_records import keeps
from models.people.identity import Identity
from models.people.outsiders import AboutSomebody, Outsider, one_recipient, whom_words_name, with_recipients
from models.people.person import Person

if TYPE_CHECKING:
    from peewee import ModelSelect


class ApprovalState(State):
    """What became of a matter."""

    OPEN = "办理中"
    AGREED = "同意"
    REFUSED = "不予认定"
    WITHDRAWN = "撤回"


class Verdict(State):
    """What a level says."""

    YES = "同意"
    NO = "不同意"
    BACK = "退回补正"


APPROVAL_STATES = tuple(ApprovalState)
VERDICTS = tuple(Verdict)
FUTURE = "{}晚于今天，还没有到的日子不能登记"


class Approval(AboutSomebody, Record):
    """What was asked for, when it was taken in, and what became of it."""

    NOUN = "审批"
    NAMED_BY = "matter"
    COUNTED = "审批事项"
    COUNTED_ON = ("accepted_on",)
    STEPWISE = True
    SINCE = ("accepted_on",)
    LATER = {"decided_on": {"state": ApprovalState.OPEN, "granted": None, "starts": None, "refusal": ""}}

    person_id: int | None
    person = ForeignKeyField(Person, backref="approvals", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="approvals", null=True, on_delete="RESTRICT")
    identity_id: int | None
    identity = ForeignKeyField(Identity, backref="approvals", null=True, on_delete="RESTRICT")
    matter = Text("审批事项", index=True)
    number = Text("受理编号", secret=Secret.OPEN, key="case_number")
    applied_on = Day("申请日期")
    accepted_on = Day("受理日期", index=True)
    asked = Yuan("申请金额(元)")
    category = Text("救助类别(迁入迁出地)")
    cause = Text("申请事由")
    facts = Text(
        "认定内容", told=case_facts.facts_words
    )  # of the identity, as ``models.approvals.case_facts`` writes them
    state = Text("办理状态", index=True)
    decided_on = Day("办结日期")
    granted = Yuan("批准金额(元)")
    starts = Day("从何月起执行")
    refusal = Text("不予认定的理由")
    basis = Text("依据条款")
    expert_opinion = Text("医疗卫生专家小组意见", long=True)  # of 评定, 调整残疾等级
    expert_names = Text("签字专家")
    expert_day = Day("专家签字日期")
    handler = Text("经办人")
    signed_hash = Sealed("办结时的校验码")  # of what was agreed to; empty while nothing is
    notes = Text("备注", long=True)

    steps: ModelSelect[ApprovalStep]

    class Meta:
        constraints = [Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)')]

    @property
    def open(self) -> bool:
        return bool(self.state == ApprovalState.OPEN)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from one_recipient(self, "申请人")
        if self.matter not in matters.matters():
            yield "matter", "请选择审批事项"
        if self.state not in APPROVAL_STATES:
            yield "state", f"办理状态只能是{'、'.join(APPROVAL_STATES)}"
        yield from self._rules_of_days()
        for field in ("asked", "granted"):
            if (amount := getattr(self, field)) is not None and amount <= 0:
                yield field, "金额应大于0"
        if self.state == ApprovalState.REFUSED and not self.refusal.strip():
            yield "refusal", "请写明不予认定的理由，决定书上要写"

    def _rules_of_days(self) -> Iterator[tuple[str, str]]:
        if self.accepted_on is None or self.accepted_on.known != 3:
            yield "accepted_on", "请填写受理日期，要有年月日"
        for field, day in (("applied_on", self.applied_on), ("accepted_on", self.accepted_on)):
            if day is not None and day.earliest() > this_day():
                yield field, FUTURE.format(day.chinese())
        if self.applied_on and self.accepted_on and self.accepted_on.before(self.applied_on):
            yield "accepted_on", f"受理日期早于申请日期{self.applied_on.chinese()}"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.identity is not None and self.identity.person_id != self.person_id:
            yield "identity", "所选的优抚身份不是申请人的"
        if self.id is None and self.state == ApprovalState.OPEN and (same := self._same_open()) is not None:
            yield "matter", f"同一事项正在办理：{same.number}（{same.accepted_on.chinese()}受理）"

    def _same_open(self) -> Any:
        """The same matter of the same person that is under way; help with a need may be asked for again."""
        if not matters.matter(self.matter).kind:
            return None
        alike = (Approval.person == self.person_id) & (Approval.matter == self.matter)
        return Approval.get_or_none(alike & (Approval.state == ApprovalState.OPEN))


class ApprovalStep(Record):
    """One level of an approval: when the papers came, what it said, who signed when."""

    NOUN = "审批意见"
    NAMED_BY = "level"
    SINCE = ("received", "signed_on")
    LATER = {"signed_on": {"verdict": "", "opinion": "", "signed_by": ""}}

    approval_id: int
    approval = ForeignKeyField(Approval, backref="steps", on_delete="RESTRICT")
    person_id: int | None
    person = ForeignKeyField(Person, backref="approval_steps", null=True, on_delete="RESTRICT")
    place = Count("次序")
    level = Text("审批环节")
    limit = Count("期限(工作日)")
    received = Day("收到日期")
    verdict = Text("结论")
    opinion = Text("意见")
    signed_by = Text("负责人")
    signed_on = Day("签字日期")
    notes = Text("备注", long=True)

    @property
    def done(self) -> bool:
        """Whether the level has let the matter go on or ended it."""
        return self.verdict in (Verdict.YES, Verdict.NO)

    @property
    def limit_words(self) -> str:
        """The limit; one that shipped without a text at hand, and that nobody has changed, is said to be unconfirmed."""
        if self.limit is None:
            return ""
        doubtful = any(
            level.name == self.level and level.limit == self.limit and not level.confirmed
            for level in matters.matter(self.approval.matter).levels
        )
        return f"{self.limit}个工作日{'（待核实）' if doubtful else ''}"

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.verdict and self.verdict not in VERDICTS:
            yield "verdict", f"结论只能是{'、'.join(VERDICTS)}"
        if self.limit is not None and self.limit <= 0:
            yield "limit", "期限应是大于0的工作日数"
        if self.verdict:
            yield from self._rules_of_signature()
        elif self.signed_on is not None:
            yield "verdict", "有签字日期，请选择结论"

    def _rules_of_signature(self) -> Iterator[tuple[str, str]]:
        if self.signed_on is None or self.signed_on.known != 3:
            yield "signed_on", "请填写签字日期，要有年月日"
        elif self.signed_on.earliest() > this_day():
            yield "signed_on", FUTURE.format(self.signed_on.chinese())
        elif self.received is not None and self.signed_on.before(self.received):
            yield "signed_on", f"签字日期早于收到日期{self.received.chinese()}"
        if not self.signed_by.strip():
            yield "signed_by", "请填写签字的负责人"
        if self.verdict != Verdict.YES and not self.opinion.strip():
            yield "opinion", f"{self.verdict}的，请写明理由"


def next_approval_number(day: PartDate) -> str:
    """The next number of acceptance of a year: 2020-0001."""
    year = str(day.year)
    numbers: Any = Approval.select(Approval.number).where(Approval.number.startswith(f"{year}-")).tuples()
    last = max((int(number[5:]) for (number,) in numbers if number[5:].isdecimal()), default=0)
    return f"{year}-{last + 1:04d}"


def accept(approval: Approval) -> Approval:
    """Take a matter in, inside an entry: it gets its number, the one identity that it can be about, a step for each level."""
    if approval.id is not None:
        raise Refusal("该事项已经受理")
    approval.state = ApprovalState.OPEN
    approval.identity = approval.identity or _only_identity(approval)
    if problems := approval.problems():
        raise Invalid(problems)
    assert approval.accepted_on is not None
    approval.number = approval.number or next_approval_number(approval.accepted_on)
    approval.save()
    for place, level in enumerate(matters.matter(approval.matter).levels, start=1):
        step = ApprovalStep(approval=approval, person=approval.person_id, place=place, level=level.name)
        step.limit, step.received = level.limit, approval.accepted_on if place == 1 else None
        step.save()
    return approval


def _only_identity(approval: Approval) -> Identity | None:
    """The identity of the matter's kind, where the person has just one; None where there is nothing or a choice."""
    known = matters.matters().get(approval.matter)
    if known is None or not known.kind or approval.person_id is None:
        return None
    own = list(Identity.select().where(Identity.person == approval.person_id, Identity.kind == known.kind))
    return own[0] if len(own) == 1 else None


def steps_of(approval: Approval) -> list[ApprovalStep]:
    """The levels in the order in which they sign."""
    return list(approval.steps.order_by(ApprovalStep.place))


def right_of(step: ApprovalStep) -> str:
    """The right that it takes to write this level's opinion down."""
    levels = matters.matter(step.approval.matter).levels
    return next((level.right for level in levels if level.name == step.level), roles.APPROVE)


def seal_of_decision(approval: Approval) -> str:
    """The hash of what a decision agrees to."""
    fields = [Approval._meta.columns[name] for name in AGREED_TO]
    said = [field.db_value(approval.__data__.get(field.name)) for field in fields]
    said += [approval.facts] if approval.facts else []  # a case of before there were any was sealed without
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


# What a decision agrees to; whose file it is in goes by itself, and what is written beside it stays free.
AGREED_TO = ("identity_id", "matter", "applied_on", "accepted_on", "asked", "category", "granted", "starts")
FREE = frozenset(
    {"notes", "handler", "number", "cause", "basis", "expert_opinion", "expert_names", "expert_day"}
)
keeps(
    "approval",
    Ladder(
        (ApprovalState.OPEN, ApprovalState.AGREED),
        lambda approval: f"{approval.whom}的{approval.matter}",
        lambda approval: {seal_of_decision(approval)},
        frozenset({"state", "decided_on", "signed_hash"}),
        free=FREE,
    ),
)


@roles.asks("approval")
def _right_of_decision(change: Change) -> str:
    """To agree, and to take that back, takes the right of the level that decides; everything else is entering."""
    if ApprovalState.AGREED not in {each.get("state") for each in change.fields()}:
        return roles.ENTER
    decided = Approval.get_or_none(Approval.uid == change.uid)
    return (
        right_of(steps_of(decided)[-1]) if decided is not None and decided.steps.exists() else roles.APPROVE
    )


@roles.asks("approval_step")
def _right_of_change(change: Change) -> str:
    """A level's opinion needs that level's right, whatever part of the program writes it."""
    before, after = change.fields()
    if not {"verdict", "opinion", "signed_by", "signed_on"} & {*before, *after}:
        return roles.ENTER
    step = ApprovalStep.get_or_none(ApprovalStep.uid == change.uid)
    return right_of(step) if step is not None else roles.APPROVE


def approvals(words: str = "", state: str = "", matter: str = "", year: int | None = None) -> Any:
    """Approvals with their people, newest first: of people found by words, in a state, of a matter, taken in in a year."""
    query = with_recipients(Approval)
    if words.strip():
        query = query.where(whom_words_name(Approval, words))
    for field, wanted in ((Approval.state, state), (Approval.matter, matter)):
        if wanted:
            query = query.where(field == wanted)
    if year is not None:
        query = query.where(Expression(fn.SUBSTR(Approval.accepted_on, 1, 4), "=", str(year)))
    return query.order_by(Approval.accepted_on.desc(), Approval.id.desc())


def approval_years() -> list[int]:
    """The years in which something was taken in, newest first."""
    year = fn.SUBSTR(Approval.accepted_on, 1, 4).coerce(False)
    found: Any = Approval.select(year).distinct().order_by(year.desc())
    return [int(each) for (each,) in found.tuples() if each]
