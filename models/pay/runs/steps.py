"""The steps of a run 编制 → 复核 → 审批 → 发放 → 回盘 → 结清: who may take which, and what must be so before it."""

from __future__ import annotations

from datetime import date

from models.archive.passwords import folded
from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.jobs import Job
from models.core.record import Refusal
from models.office.officers import same_officer
from models.pay.grants.rules import Ways
from models.pay.runs import drawing_up, earlier_lines, run_lines, runs
from models.pay.runs.line_hashes import intact
from models.pay.runs.pay_notices import bounced_lines
from models.pay.runs.runs import LineKind, PayLine, PayOutcome, PayRun, RunKind, RunState
from models.pay.standards import months

ALLOWED: dict[str, tuple[str, ...]] = {
    RunState.DRAWN: (RunState.CHECKED,),
    RunState.CHECKED: (RunState.APPROVED, RunState.DRAWN),
    RunState.APPROVED: (RunState.PAID, RunState.DRAWN),
    RunState.PAID: (RunState.RETURNED,),
    RunState.RETURNED: (RunState.SETTLED,),
    RunState.SETTLED: (),
}


def check_run(run: PayRun, user: str) -> Job[PayRun]:
    """Check a run 复核, by another account than drew it up: its ground must be what it was, every change explained."""
    _require(run, RunState.CHECKED)
    _another(run.drawn_by, user, RunState.CHECKED, RunState.DRAWN)
    _require_intact(run)
    if run.kind == RunKind.REGULAR and (yield from drawing_up.redrawn(run)) != run.hash:
        raise Refusal(f"{run.title()}编制以后，档案或标准有了变动，请重新编制再复核")
    if bare := next((line for line in runs.lines_of(run) if line.change and not line.reason), None):
        raise Refusal(f"{bare.name}{bare.change}，没有说明原因，不能复核")
    if not run.people:
        raise Refusal("批次里没有要发放的人，不能复核")
    with journal.entry(f"复核发放批次：{run.title()}", user):
        run.state, run.checked_by, run.signed_hash = RunState.CHECKED, user, run.hash
        run.save()
    return run


def approve_run(run: PayRun, user: str) -> None:
    """Approve a run 审批, by another account than drew it up; from now on only its state goes on."""
    _require(run, RunState.APPROVED)
    _another(run.drawn_by, user, RunState.APPROVED, RunState.DRAWN)
    _require_intact(run)
    with journal.entry(f"审批发放批次：{run.title()}", user):
        run.state, run.approved_by, run.signed_hash = RunState.APPROVED, user, run.hash
        run.save()


def send_back(run: PayRun, user: str, reason: str) -> None:
    """Let a run that was checked or approved be drawn up anew; the reason stays with it."""
    _require(run, RunState.DRAWN)
    if not reason.strip():
        raise Refusal("请写明退回的原因")
    with journal.entry(f"退回发放批次：{run.title()}", user):
        run.state, run.checked_by, run.approved_by, run.signed_hash = RunState.DRAWN, "", "", ""
        run.notes = "；".join(filter(None, (run.notes, f"{user}退回：{reason.strip()}")))
        run.save()


def pay_run(run: PayRun, user: str, day: PartDate | None = None) -> None:
    """Hand a run to the bank 发放, on a day."""
    _require(run, RunState.PAID)
    _require_intact(run)
    day = day or PartDate.of(this_day())
    if day.known != 3 or day.earliest() > this_day():
        raise Refusal("发放日期应是今天或以前的一天")
    first = first_day_of(run)
    if day.earliest() < first:
        words = f"{first.year}年{first.month}月{first.day}日"
        where = "；确实更早发放的，先在“发放规则”里改最早的发放日"
        raise Refusal(f"{run.title()}不会在{day.chinese()}发放：最早是{words}，请核对发放日期{where}")
    with journal.entry(f"发放：{run.title()}", user):
        run.state, run.paid_on = RunState.PAID, day
        run.save()


def first_day_of(run: PayRun) -> date:
    """The first day on which a run can be paid: in the month before its first one, as before a festival, by the office's setting."""
    before = months.part(run.span[0] - 1)
    return date(before.year, before.month, int(Ways.kept().earliest_pay_day))


def settle_run(run: PayRun, user: str) -> None:
    """Close a run 结清: the bank has answered for every line, and what failed is in a later run."""
    _require(run, RunState.SETTLED)
    open_ = unanswered(run)
    if open_:
        raise Refusal(f"还有{len(open_)}行没有回盘结果（{open_[0].name}等），不能结清")
    if back := bounced_lines(run):
        raise Refusal(f"还有{len(back)}行银行说已退汇（{back[0].line.name}等），请先确认是否退汇")
    if waiting := [line for line in failed(run) if not is_retried(line)]:
        raise Refusal(f"还有{len(waiting)}行发放失败没有重发（{waiting[0].name}等），请先编制重发批次")
    with journal.entry(f"结清发放批次：{run.title()}", user):
        run.state = RunState.SETTLED
        run.save()


def drop_run(run: PayRun, user: str) -> None:
    """Throw a run away that is still being drawn up; it can be drawn up again at any time."""
    if run.state != RunState.DRAWN:
        raise Refusal(f"{run.title()}已经{run.state}，不能删除；复核或审批中的请先退回")
    with journal.entry(f"删除编制中的发放批次：{run.title()}", user):
        earlier_lines.keep_lines(run)
        run.delete_instance()


def unanswered(run: PayRun) -> list[PayLine]:
    """The lines that went to the bank and have no answer yet; whoever is paid nothing waits for none."""
    return list(run_lines.run_lines_of(run, run_lines.GROUP_SILENT))


def failed(run: PayRun) -> list[PayLine]:
    """The lines that the bank could not pay."""
    bad = PayOutcome.select(PayOutcome.line).where(PayOutcome.run == run, PayOutcome.failed != "")
    return list(PayLine.select().where(PayLine.id.in_(bad)).order_by(PayLine.position))


def is_retried(line: PayLine) -> bool:
    """Whether what the bank returned stands in a later run once more."""
    return bool(PayLine.select().where(PayLine.kind == LineKind.AGAIN, PayLine.retry == line.id).exists())


def _require(run: PayRun, state: str) -> None:
    """Raise ``Refusal`` unless the run may come into that state now."""
    kept = PayRun.get_by_id(run.id)
    if kept.state != run.state:
        raise Refusal("这个批次刚被改动过，请重新打开再办理")
    if state not in ALLOWED[run.state]:
        raise Refusal(f"{run.title()}现在是“{run.state}”，不能{'退回' if state == RunState.DRAWN else state}")


def _require_intact(run: PayRun) -> None:
    if not intact(run):
        raise Refusal(f"{run.title()}的明细与校验码不符，不能办理；请重新编制")


def _another(first: str, user: str, deed: str, before: str) -> None:
    if folded(first) == folded(user):
        raise Refusal(f"{deed}应由另一个用户办理：这个批次是“{first}”{before}的")
    if same_officer(first, user):
        raise Refusal(
            f"{deed}应由另一个人办理：这个批次是“{first}”{before}的，您（{user}）和“{first}”算同一个人；"
            "确实是两个人的，请另一位管理员在“用户和密码”里确认"
        )
