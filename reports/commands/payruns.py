"""The command ``payrun``: a run drawn up, checked, approved, handed to the bank, read back, settled."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from models.core.record import Refusal
from models.office.deeds import APPROVE_RUN, CHECK_RUN, ENTER_IT, LOOK_AT_IT, SAVE_BANK_FILE, SAVE_FILE
from reports.commands import payrun_papers, payrun_returns
from reports.commands.payments import MONTH
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    PARTLY,
    archive,
    arg,
    command,
    follow,
    print_answer,
)

if TYPE_CHECKING:
    from models.pay.runs.runs import PayRun

Act = Callable[[argparse.Namespace, "PayRun", str], int]


DEEDS_OF_ACTS = {
    "check": CHECK_RUN, "approve": APPROVE_RUN, "bank": SAVE_BANK_FILE, "roster": SAVE_FILE, "slips": SAVE_FILE, "changes": SAVE_FILE,
    "show": LOOK_AT_IT, "audit": LOOK_AT_IT,
}  # fmt: skip


def _deeds(arguments: argparse.Namespace) -> list[str]:
    """What each act asked for is; whatever else is done with a run, drawing it up too, is entering."""
    acts = [name for name in (*ACTS, "audit") if getattr(arguments, name)]
    return [DEEDS_OF_ACTS.get(name, ENTER_IT) for name in acts] or [ENTER_IT]


@command(
    "发放批次：不写别的就编制这个月的批次并说明内容；其余选项办理已有的批次",
    ARCHIVE_ARGUMENT,
    MONTH,
    arg("--to", metavar="YYYY-MM", help="到哪个月为止（季度等跨月批次），不写就是一个月"),
    arg(
        "--item",
        "--fund",
        dest="item",
        default="",
        metavar="项目",
        help="只编制一个发放项目，如 伤残抚恤金；不写就是全部",
    ),
    arg("--run", metavar="批次号", help="办理哪个批次；不写就是从这个月起的定期批次"),
    arg("--show", action="store_true", help="只说批次里有什么"),
    arg("--drop", action="store_true", help="删除编制中的批次"),
    arg("--check", action="store_true", help="复核（要用另一个用户）"),
    arg("--approve", action="store_true", help="审批（要用另一个用户）"),
    arg("--send-back", metavar="原因", help="退回编制"),
    arg("--bank", type=Path, metavar="OUT", help="导出银行文件（.xlsx .csv .txt）"),
    arg("--template", default="", metavar="模板", help="银行文件的模板名称；不写就按扩展名选一个"),
    arg("--roster", type=Path, metavar="OUT", help="发放花名册（.pdf .xlsx），供签字"),
    arg("--by-street", action="store_true", help="花名册按街道(镇)分开"),
    arg("--slips", type=Path, metavar="OUT.pdf", help="每人一张待遇发放通知单"),
    arg("--changes", type=Path, metavar="OUT", help="变动名单（.pdf .xlsx）"),
    arg("--of", default="", metavar="词", help="通知单只打印词语找到的人"),
    arg("--pay", action="store_true", help="发放（已交银行）"),
    arg("--day", metavar="YYYY-MM-DD", help="发放日期，不写就是今天"),
    arg("--return", dest="returned", type=Path, metavar="文件", help="读入银行的回盘文件"),
    arg("--rest-paid", action="store_true", help="回盘文件只列失败的，其余都已成功"),
    arg(
        "--means",
        action="append",
        default=[],
        metavar="词=成功|失败|处理中",
        help="说明回盘里一个看不懂的词，记住，以后也照此读",
    ),
    arg("--reissue", action="store_true", help="把失败的编制成重发批次"),
    arg("--once", action="store_true", help="编制去世人员遗属的一次性发放批次"),
    arg("--audit", action="store_true", help="核对到这个月为止每人每月是否都已发、只发一次、数额相符"),
    arg("--settle", action="store_true", help="结清"),
    JSON_ARGUMENT,
    deed=_deeds,
)
def payrun(arguments: argparse.Namespace) -> int:
    with archive(arguments) as user:
        if arguments.once:
            return _once(arguments, user)
        if arguments.audit:
            return _audit(arguments)
        acts = [act for name, act in ACTS.items() if getattr(arguments, name)]
        if not acts:
            return _draw_up(arguments, user)
        run = _run(arguments)
        return max([act(arguments, run, user) for act in acts])


def _draw_up(arguments: argparse.Namespace, user: str) -> int:
    from models.pay.runs import drawing_up
    from models.pay.standards import months

    first = months.part(months.read_month(arguments.month))
    last = months.part(months.read_month(arguments.to)) if arguments.to else first
    return _tell(arguments, follow(drawing_up.draw_up_run(first, last, user, arguments.item), arguments.json))


def _once(arguments: argparse.Namespace, user: str) -> int:
    from models.pay.runs import following_runs
    from models.pay.standards import months

    return _tell(arguments, following_runs.pay_once(months.read_month(arguments.month), user))


def _audit(arguments: argparse.Namespace) -> int:
    """Say what the runs up to the month left open; nothing when every month of every grant is right."""
    from models.pay.runs import drawing_up, runs
    from models.pay.standards import months
    from reports.pay import runs as words

    month = months.read_month(arguments.month)
    open_ = follow(drawing_up.left_open(months.part(month)), arguments.json)
    if arguments.json:
        print_answer([words.line_of(each) for each in open_])
    elif open_:
        for each in open_:
            amount = "" if each.kind == runs.LineKind.NOT_RECKONED else f" {each.amount:,.2f}元"
            print(
                f"{each.name}（{each.number}）{each.category} {each.month} {each.kind}{amount}：{each.reason}"
            )
    if not arguments.json:
        right = (
            "每人每月都已发放，没有重复，数额相符"
            if not open_
            else f"共{len(open_)}处，下一批次编制时补发、扣回或说明"
        )
        print(f"到{months.month_words(month)}为止：{right}")
    return PARTLY if open_ else DONE


def _run(arguments: argparse.Namespace) -> PayRun:
    """The run that the command is about; ``Refusal`` when there is none, or several."""
    from models.pay.runs import runs
    from models.pay.standards import months

    if arguments.run:
        return runs.numbered(arguments.run)
    month = months.read_month(arguments.month)
    found = [
        run
        for run in runs.runs(runs.RunKind.REGULAR)
        if run.span[0] == month and arguments.item in ("", run.item)
    ]
    if not found:
        raise Refusal(f"没有从{months.month_words(month)}起的批次，请先编制")
    if len(found) > 1:
        raise Refusal(
            f"从{months.month_words(month)}起有{len(found)}个批次，请用 --run 写明：{'、'.join(r.number for r in found)}"
        )
    return found[0]


def _tell(arguments: argparse.Namespace, run: PayRun) -> int:
    """Say what is in a run; grants that could not be reckoned make the command only partly done."""
    from models.pay.runs import runs
    from reports.pay import runs as words

    refused = runs.lines_of(run, runs.LineKind.NOT_RECKONED)
    if arguments.json:
        print_answer(words.run_answer(run))
        print(*map(words.line_refusal, refused), sep="\n", end="\n" if refused else "", file=sys.stderr)
    else:
        print(*words.run_told(run), sep="\n")
    return PARTLY if refused else DONE


def _show(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    return _tell(arguments, run)


def _say(arguments: argparse.Namespace, run: PayRun, words: str) -> int:
    """Say what was done, or the run as it is now for programs."""
    if arguments.json:
        _tell(arguments, run)
    else:
        print(words)
    return DONE


def _drop(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from models.pay.runs import steps

    title = run.title()
    steps.drop_run(run, user)
    print(f"已删除 {title}")
    return DONE


def _tell_doubts(doubts: list[str]) -> None:
    """What the window asks before a step: a command that was given is done, and says what is to be looked at."""
    for each in doubts:
        print(f"  请核对：{each}", file=sys.stderr)


def _check(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from models.pay.runs import run_doubts, steps

    follow(steps.check_run(run, user), arguments.json)
    _tell_doubts(run_doubts.run_doubts(run))
    return _say(arguments, run, f"已复核 {run.title()}")


def _approve(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from models.pay.runs import run_doubts, steps

    steps.approve_run(run, user)
    _tell_doubts(run_doubts.run_doubts(run))
    return _say(arguments, run, f"已审批 {run.title()}，校验码 {run.hash[:16]}")


def _send_back(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from models.pay.runs import steps

    steps.send_back(run, user, arguments.send_back)
    return _say(arguments, run, f"已退回编制 {run.title()}")


def _pay(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from models.core.dates import PartDate
    from models.pay.runs import steps

    try:
        day = PartDate.parse(arguments.day) if arguments.day else None
    except ValueError as error:
        raise Refusal(f"日期“{arguments.day}”写法不对，请写成 2021-09-25 这样") from error
    steps.pay_run(run, user, day)
    return _say(arguments, run, f"已发放 {run.title()}，{run.paid_on}")


def _returned(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    status, lines = payrun_returns.read_in(arguments, run, user)
    if arguments.json:
        print(*lines[1:], sep="\n", end="\n" if lines[1:] else "", file=sys.stderr)
        return max(status, _tell(arguments, run))
    print(*lines, sep="\n")
    return status


def _reissue(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from models.pay.runs import following_runs

    if (names := following_runs.unmended(run)) and not arguments.json:
        print(f"  注意：{'、'.join(names)}的账号还没有更正，请更正后再报银行")
    return _tell(arguments, following_runs.pay_again(run, user))


def _settle(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from models.pay.runs import run_doubts, steps

    steps.settle_run(run, user)
    left = run_doubts.told_unpaid(run_doubts.unpaid(run))
    _tell_doubts([left] if left else [])
    return _say(arguments, run, f"已结清 {run.title()}")


# in the order in which they are done when several are asked for
ACTS: dict[str, Act] = {
    "send_back": _send_back, "check": _check, "approve": _approve, "roster": payrun_papers.write_roster, "slips": payrun_papers.print_slips,
    "changes": payrun_papers.write_changes, "bank": payrun_papers.write_bank, "pay": _pay, "returned": _returned,
    "reissue": _reissue, "settle": _settle, "drop": _drop, "show": _show,
}  # fmt: skip
