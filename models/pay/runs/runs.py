"""Payment runs 发放批次: who is paid how much for which months, as it stood when the run was drawn up.

A run is a record; its lines are a snapshot that the run's hash, which is journaled, vouches for: the journal would only say
every line a second time. The database itself keeps them as they are (``models.pay.runs.freezing``).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from peewee import SQL, AutoField, Check, ForeignKeyField, IntegerField, ModelSelect, fn

from models.core.journal import Change
from models.core.masks import Secret
from models.core.record import Count, Day, Record, Refusal, Sealed, StoredRow, Text, Yuan
from models.core.states import State
from models.office import lasting, roles
from models.office.ladders import Ladder
from models.office.signed_records import WholeChange, keeps
from models.pay.standards import months
from models.pay.standards.months import Month
from models.payments.payment import Payment, regular_items
from models.people.identity import Identity
from models.people.person import Person


class RunState(State):
    """How far a run has come."""

    DRAWN = "编制"
    CHECKED = "复核"
    APPROVED = "审批"
    PAID = "发放"
    RETURNED = "回盘"
    SETTLED = "结清"


class RunKind(State):
    """What a run is for: months, what the bank could not pay, what goes to the family once."""

    REGULAR = "定期"
    AGAIN = "重发"
    ONCE = "一次性"


class LineKind(State):
    """What a line is: the first posting of a month, differences to what was posted, what failed and is paid again,
    what goes to the family once; and two that say why nothing is paid."""

    DUE = "应发"
    ARREARS = "补发"
    DEDUCTED = "扣回"
    CLAIMED = "追缴"
    AGAIN = "重发"
    ONCE = "一次性"
    STOPPED = "停发"
    NOT_RECKONED = "未算"


RUN_STATES = tuple(RunState)
RUN_KINDS = tuple(RunKind)
LINE_KINDS = tuple(LineKind)
POSTED = (
    LineKind.DUE,
    LineKind.ARREARS,
    LineKind.DEDUCTED,
    LineKind.CLAIMED,
)  # together they are what a month of a grant has come to
TO_BANK = (LineKind.DUE, LineKind.ARREARS, LineKind.DEDUCTED, LineKind.AGAIN, LineKind.ONCE)
PAID_LASTS = "{}已经发放，发出去的钱不能撤销；多发、少发的，改好档案再编制以后的批次，会自动扣回、补发"
OUTCOME_LASTS = "银行已经付成的不能撤销；其实没有付成的，读入银行写明失败的回盘文件，再按“确认退汇”"
PAID_BY_RUN = "这笔钱是{}发出去的，发放记录不能修改；多发、少发的，改好档案再编制以后的批次，会自动扣回、补发"
MOST_MONTHS_OF_RUN = 12  # months of one run


class PayRun(Record):
    """One run: the months and the item it is for, how far it has come, who did what, and the hash of its lines."""

    NOUN = "发放批次"
    NAMED_BY = "number"
    STEPWISE = True
    SINCE = ("paid_on", "first")

    number = Text("批次号", unique=True, secret=Secret.OPEN)
    kind = Text("批次类别")
    item = Text("发放项目", column_name="fund")  # empty: all
    first = Day("起始月份", index=True)
    last = Day("截止月份")
    state = Text("状态", index=True)
    parent_id: int | None
    parent = ForeignKeyField("self", backref="followed", null=True, on_delete="RESTRICT")
    drawn_by = Text("编制人")
    checked_by = Text("复核人")
    approved_by = Text("审批人")
    paid_on = Day("发放日期")
    people = Count("人数")
    total = Yuan("合计(元)")
    hash = Sealed("校验码")
    signed_hash = Sealed("签署的校验码")  # of the lines that were checked; empty while nothing is
    notes = Text("备注", long=True)

    lines: ModelSelect[PayLine]

    class Meta:
        constraints = [Check(f'"state" IN {RUN_STATES}'), Check('"first" <= "last"')]

    @property
    def span(self) -> range:
        """The months that it is for."""
        assert self.first is not None
        assert self.last is not None
        return range(months.month_of(self.first), months.month_of(self.last) + 1)

    @property
    def frozen(self) -> bool:
        return bool(self.state != RunState.DRAWN)

    def title(self) -> str:
        """``2021年8月至10月 伤残抚恤金（第1批）``."""
        what = self.item or "定期抚恤补助"
        kind = "" if self.kind == RunKind.REGULAR else f" {self.kind}"
        return f"{months.span_words(self.span[0], self.span[-1])} {what}{kind}（{self.number}）"

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.first is None or self.last is None or self.first.known != 2 or self.last.known != 2:
            yield "first", "请写明起止月份，如2021-08"
        elif self.last.before(self.first):
            yield "last", "截止月份早于起始月份"
        elif len(self.span) > MOST_MONTHS_OF_RUN:
            yield "last", f"一个批次最多{MOST_MONTHS_OF_RUN}个月"
        if self.item and self.item not in regular_items():
            yield "item", f"没有“{self.item}”这个发放项目，可选：{'、'.join(regular_items())}"
        if self.state not in RUN_STATES:
            yield "state", f"批次状态只能是{'、'.join(RUN_STATES)}"
        if self.kind not in RUN_KINDS:
            yield "kind", f"批次类别只能是{'、'.join(RUN_KINDS)}"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.kind == RunKind.REGULAR and (other := overlapping(self)) is not None:
            yield (
                "first",
                f"{other.title()}已经{other.state}，同一月份不能再编制一个批次；差额在以后的批次中补发或扣回",
            )


class PayLine(StoredRow):
    """One line of a run: one month of one grant, or why it is not paid; with all that the papers print."""

    NOUN = "发放明细"
    NAMED_BY = "month"

    id = AutoField()
    run_id: int
    run = ForeignKeyField(PayRun, backref="lines", on_delete="CASCADE")
    position = IntegerField()
    kind = Text("类别")
    person_id: int
    person = ForeignKeyField(Person, backref="pay_lines", on_delete="RESTRICT")
    identity_id: int
    identity = ForeignKeyField(Identity, backref="pay_lines", index=False, on_delete="RESTRICT")  # see below
    month = Day("月份")
    amount = Yuan("金额(元)")
    provincial = Yuan("其中省级")
    local = Yuan("其中地方")
    item = Text("发放项目")
    category = Text("人员类别")
    standard = Text("发放标准")
    name = Text("姓名", key="printed_name")
    number = Text("公民身份号码", secret=Secret.NUMBER, digits=True, key="printed_number", listed="身份证号")
    bank = Text("开户银行")
    account = Text("银行账号", secret=Secret.ACCOUNT, digits=True)
    holder = Text("开户名称")
    street = Text("街道(镇)")
    change = Text("发放类别")  # 享受待遇, 新增, 其他变更, 迁移, 去世 … against the run before
    reason = Text("说明")
    outcome: ModelSelect[PayOutcome]
    retry = IntegerField(null=True)  # the line that failed and is paid again by this one

    class Meta:
        constraints = [Check(f'"kind" IN {LINE_KINDS}')]


def _unique(name: str, *columns: Any, where: Any) -> None:
    PayLine.add_index(PayLine.index(*columns, unique=True, name=name, where=where))


_unique("pay_line_month_once", PayLine.identity, PayLine.month, where=SQL(f"\"kind\" = '{LineKind.DUE}'"))
_unique("pay_line_retry_once", PayLine.retry, where=PayLine.retry.is_null(False))
_unique(
    "pay_line_run_once", PayLine.run, PayLine.kind, PayLine.identity, PayLine.month,
    where=SQL(f"\"kind\" NOT IN ('{LineKind.DUE}', '{LineKind.AGAIN}', '{LineKind.ONCE}')"),
    # a due is there once a month in all runs together; what goes on after a death has a line for each relative, and its claim is one
)  # fmt: skip


def file_of_source(source: str) -> str:
    """The name of a return's file, without the mark of what it holds that stands behind it."""
    return source.rpartition(" ")[0] or source


class PayOutcome(Record):
    """What the bank said of a line: paid, by which payment of the archive; or failed, and why."""

    NOUN = "回盘结果"
    NAMED_BY = "source"
    SINCE = ("day",)

    line_id: int
    line = ForeignKeyField(PayLine, backref="outcome", unique=True, on_delete="RESTRICT")
    run_id: int
    run = ForeignKeyField(PayRun, backref="outcomes", on_delete="RESTRICT")
    failed = Text("失败原因")  # empty: paid
    day = Day("回盘日期")
    payment_id: int | None
    payment = ForeignKeyField(Payment, backref="outcomes", null=True, on_delete="RESTRICT")
    source = Text("回盘文件", told=file_of_source)


class Sum(NamedTuple):
    """Some lines of a run together."""

    words: str
    people: int
    amount: Decimal


keeps(
    "pay_run",
    Ladder(
        RUN_STATES,
        PayRun.title,
        lambda run: {run.hash},
        frozenset({"state", "checked_by", "approved_by", "paid_on", "signed_hash"}),
        {RunState.DRAWN: "drawn_by", RunState.CHECKED: "checked_by", RunState.APPROVED: "approved_by"},
        gone=RunState.PAID,
    ),
)


def why_payment_of_run_stays(change: WholeChange) -> str:
    """What a run paid says what the bank was told; once the run is settled, to the last word."""
    outcome = change.pointing(PayOutcome.payment)
    if outcome is None:
        return ""
    settled = outcome.run.state == RunState.SETTLED
    free = frozenset() if settled and not change.files_moved else frozenset({"notes"})
    return PAID_BY_RUN.format(outcome.run.title()) if change.changed() - free else ""


keeps("payment", why_payment_of_run_stays, new=False)


@roles.asks("pay_run")
def right_for(change: Change) -> str:
    """Checking and approving a run are rights of their own."""
    state = change.fields()[1].get("state", "")
    return {RunState.CHECKED: roles.CHECK, RunState.APPROVED: roles.APPROVE}.get(state, roles.ENTER)


@lasting.lasts("pay_run")
def why_run_lasts(change: Change) -> str:
    """What went to the bank is put right by lines of a later run, and what was settled stays.

    A run whose return was taken out again went to the bank before that: the return may come back.
    """
    before, state = (fields.get("state") for fields in change.fields())
    come_back = before == RunState.RETURNED and state == RunState.PAID
    if come_back or state not in (RunState.PAID, RunState.RETURNED, RunState.SETTLED):
        return ""
    run = PayRun.get(PayRun.uid == change.uid)
    if state == RunState.RETURNED:
        paid = PayOutcome.select().where(PayOutcome.run == run, PayOutcome.payment.is_null(False))
        return OUTCOME_LASTS if paid.exists() else ""
    return PAID_LASTS.format(run.title()) if state == RunState.PAID else f"{run.title()}已经结清，不能再改动"


@lasting.lasts("pay_outcome")
def why_outcome_lasts(change: Change) -> str:
    """What the bank has paid stays paid."""
    return OUTCOME_LASTS if change.before is None and change.fields()[1].get("payment_id") else ""


def runs(kind: str = "") -> list[PayRun]:
    """All runs, newest first."""
    query = PayRun.select().order_by(PayRun.first.desc(), PayRun.id.desc())
    return list(query.where(PayRun.kind == kind) if kind else query)


def overlapping(run: PayRun) -> PayRun | None:
    """Another regular run for one of its months and for its item."""
    others = PayRun.select().where(
        PayRun.kind == RunKind.REGULAR,
        PayRun.first <= run.last,
        PayRun.last >= run.first,
        PayRun.id != (run.id or 0),
    )
    return next((o for o in others if not run.item or not o.item or o.item == run.item), None)


def before(run: PayRun) -> PayRun | None:
    """The regular run before it, for the same item or for all."""
    earlier = PayRun.select().where(
        PayRun.kind == RunKind.REGULAR, PayRun.last < run.first, PayRun.id != (run.id or 0)
    )
    fitting = [
        o
        for o in earlier.order_by(PayRun.last.desc(), PayRun.id.desc())
        if not o.item or o.item == run.item or not run.item
    ]
    return fitting[0] if fitting else None


def numbered(number: str) -> PayRun:
    """The run of that number; ``Refusal`` when there is none."""
    found: PayRun | None = PayRun.get_or_none(PayRun.number == number)
    if found is None:
        raise Refusal(f"没有批次“{number}”")
    return found


def next_run_number(first: Month) -> str:
    """``202109-1``: the month and a serial."""
    month = months.iso(first).replace("-", "")
    taken = {str(run.number) for run in PayRun.select(PayRun.number)}
    return next(f"{month}-{n}" for n in range(1, len(taken) + 2) if f"{month}-{n}" not in taken)


def lines_of(run: PayRun, *kinds: str) -> list[PayLine]:
    """The lines of a run in the order of the paper, of some kinds or of all."""
    query = PayLine.select().where(PayLine.run == run).order_by(PayLine.position)
    return list(query.where(PayLine.kind.in_(kinds)) if kinds else query)


def sums_by(run: PayRun, column: Any, *kinds: str) -> list[Sum]:
    """People and money of a run by a column: its kinds of line, its items, its changes."""
    query: Any = PayLine.select(column, fn.COUNT(PayLine.person.distinct()), PayLine.amount.total())
    query = query.where(PayLine.run == run).group_by(column).order_by(fn.MIN(PayLine.position))
    if kinds:
        query = query.where(PayLine.kind.in_(kinds))
    return [Sum(*row) for row in query.tuples()]
