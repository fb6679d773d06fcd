"""A run for programs and for people: what is in it, what is different, what could not be reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.pay.runs import fileless, run_lines, runs
from models.pay.runs.runs import LINE_KINDS, LineKind, PayLine, PayRun
from reports.pay.differences import UNCHANGED, differences

RunAnswer = dict[str, Any]
MONEY_TOLD = (LineKind.ARREARS, LineKind.DEDUCTED, LineKind.CLAIMED)


def run_answer(run: PayRun) -> RunAnswer:
    """A run with all its lines, as plain JSON values."""
    lines = runs.lines_of(run)
    return {
        "run": run.number,
        "kind": run.kind,
        "first": str(run.first),
        "last": str(run.last),
        "fund": run.item or None,
        "state": run.state,
        "people": run.people or 0,
        "total": f"{run.total:.2f}",
        "hash": run.hash,
        "notes": run.notes or None,
        "lines": [
            line_of(line) for line in lines if line.kind not in (LineKind.NOT_RECKONED, LineKind.STOPPED)
        ],
        "changes": [line_of(line) for line in changed(lines)],
        "refused": [line_of(line) for line in lines if line.kind == LineKind.NOT_RECKONED],
        "without_file": [
            {"number": each.number, "name": each.name, "amount": f"{each.amount:.2f}", "why": each.words()}
            for each in fileless.paid_without_file(run)
        ],
    }


def line_of(line: PayLine) -> RunAnswer:
    """A line of a run as an answer to a program; amounts are text in yuan."""
    return {
        "number": line.number,
        "name": line.name,
        "class": line.category,
        "month": str(line.month),
        "type": line.kind,
        "amount": None if line.kind == LineKind.NOT_RECKONED else f"{line.amount:.2f}",
        "standard": line.standard or None,
        "change": line.change or None,
        "why": line.reason,
    }


def changed(lines: list[PayLine]) -> list[PayLine]:
    """The lines that differ from the run before, one for each grant and kind of difference."""
    found: dict[tuple[int, str, str], PayLine] = {}
    for line in lines:
        if line.kind != LineKind.NOT_RECKONED and (
            line.change not in UNCHANGED or line.kind not in (LineKind.DUE, LineKind.AGAIN, LineKind.ONCE)
        ):
            key = line.identity_id, line.kind, line.change
            found.setdefault(
                key if line.kind == LineKind.DUE else (*key[:1], f"{line.kind}{line.month}", ""), line
            )
    return list(found.values())


def run_told(run: PayRun) -> Iterator[str]:
    """The same in lines of plain Chinese."""
    lines = runs.lines_of(run)
    yield f"{run.title()}：{run.state}，{run.people or 0}人，合计{run.total:,.2f}元"
    if run.notes:
        yield f"  {run.notes}"
    for each in runs.sums_by(run, PayLine.kind):
        if each.words in LINE_KINDS[:6]:
            yield f"  {each.words}　{each.people}人　{each.amount:,.2f}元"
    for each in runs.sums_by(run, PayLine.item, *runs.TO_BANK):
        yield f"  {each.words}　{each.people}人　{each.amount:,.2f}元"
    if late := run_lines.made_up_for(run):
        yield f"  {late}"
    for found in differences(run):
        if found.what == LineKind.NOT_RECKONED:
            continue
        paid = found.lines[0].kind in MONEY_TOLD
        money = f"，{found.span}合计{found.amount:,.2f}元" if paid else ""
        yield f"  {found.what} {found.who} {found.category}{money}：{found.reason}"
    yield from (f"  未算 {line_refusal(line)}" for line in lines if line.kind == LineKind.NOT_RECKONED)
    yield from (f"  上月有本月无 {each.words()}" for each in fileless.paid_without_file(run))


def line_refusal(line: PayLine) -> str:
    """The line that says which grant could not be reckoned, and why."""
    return f"{line.name}（{line.number}）{line.category}：{line.reason}"
