"""Once lines: what runs hold of what goes on for the family after a death (去世后续发), which is the 丧葬补助 of the lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from peewee import SQL

from models.pay.runs.runs import LineKind, PayLine, PayRun, RunState
from models.payments.once_claims import PAID_STAGE, Holding, holds_claims
from models.payments.once_matters import funeral_key

LEFT = (RunState.PAID, RunState.RETURNED, RunState.SETTLED)


@holds_claims("pay_run")
def _lines(uids: list[str] | None) -> Iterator[Holding]:
    query = PayLine.select(PayLine, PayRun).join(PayRun).where(PayLine.kind == LineKind.ONCE)
    if uids is not None:
        query = query.where(PayRun.uid.in_(SQL("(SELECT value FROM json_each(?))", [json.dumps(uids)])))
    by_right = groupby(query.order_by(PayLine.run, PayLine.identity, PayLine.id), key=_right)
    for lines in (list(some) for _, some in by_right):  # a line for each relative, one claim
        first, run = lines[0], lines[0].run
        left = run.state in LEFT
        yield Holding(
            run.uid, first.id, first.person_id, None, funeral_key(first.identity_id), PAID_STAGE if left else run.state,
            f"去世后续发，发放批次{run.number}", sum(int((line.amount or 0) * 100) for line in lines),
            str(run.paid_on) if left and run.paid_on else "",
        )  # fmt: skip


def _right(line: PayLine) -> tuple[int, int]:
    return line.run_id, line.identity_id
