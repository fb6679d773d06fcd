"""Once lines: what runs hold of what goes on for the family after a death (去世后续发), which is the 丧葬补助 of the lists."""

from __future__ import annotations

import json
from collections.abc import Iterator

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
    for line in query.order_by(PayLine.id):
        run: PayRun = line.run
        left = run.state in LEFT
        yield Holding(
            run.uid, line.id, line.person_id, None, funeral_key(line.identity_id), PAID_STAGE if left else run.state,
            f"去世后续发，发放批次{run.number}", int((line.amount or 0) * 100), str(run.paid_on) if left and run.paid_on else "",
        )  # fmt: skip
