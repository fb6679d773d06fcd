"""Drawing up a run 编制: from the grants, once or anew; the lines are told in ``models.pay.runs.drawn_lines``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import Job, Step, uncollected
from models.core.record import Invalid
from models.pay.grants import claims
from models.pay.runs import earlier_lines, line_hashes, runs
from models.pay.runs.drawn_lines import Drawing
from models.pay.runs.line_hashes import LINE_COLUMNS
from models.pay.runs.runs import POSTED, LineKind, PayLine, PayRun, RunKind, RunState
from models.pay.standards import months, rise_questions

PEOPLE_BETWEEN_STEPS = 2000  # people between two steps of the job


def draw_up_run(first: PartDate, last: PartDate, user: str, item: str = "") -> Job[PayRun]:
    """Draw up the run of some months, anew when it is being drawn up already. Nothing is posted twice.

    Raises ``Refusal`` for months that another run has, and writes nothing.
    """
    run = _existing(first, last, item) or PayRun(
        number=runs.next_run_number(months.month_of(first)), kind=RunKind.REGULAR, item=item, first=first, last=last,
        state=RunState.DRAWN, drawn_by=user,
    )  # fmt: skip
    if problems := run.problems():
        raise Invalid(problems)
    drawing = yield from _drawn(run)
    yield Step(3, 4, "正在写入")
    with uncollected(), journal.entry(f"编制发放批次：{run.title()}", user):
        run.drawn_by = user
        notes = rise_questions.notes_with_rise(run.notes, run.span[-1])
        asked, run.notes = notes != run.notes, notes
        keep_run_lines(run, drawing.rows)
        if asked:  # of a run that is drawn up again with the same lines the notes alone are written
            run.save()
    yield Step(4, 4, "批次已编制")
    return run


def _drawn(run: PayRun) -> Job[Drawing]:
    yield Step(0, 4, "正在读取待遇")
    with uncollected():
        drawing = Drawing.of(run)
        yield Step(1, 4, "正在计算应发")
        for number, group in enumerate(claims.by_person(claims.read_claims())):
            drawing.add(group)
            if number % PEOPLE_BETWEEN_STEPS == PEOPLE_BETWEEN_STEPS - 1:
                yield Step(1, 4, f"正在计算应发：{number + 1}人")
    return drawing


def redrawn(run: PayRun) -> Job[str]:
    """The hash that the run would have if it were drawn up now: whether its ground still is the same."""
    drawing = yield from _drawn(run)
    return line_hashes.digest(drawing.rows)


def left_open(through: PartDate) -> Job[list[PayLine]]:
    """What the runs up to a month left out, paid too little or too much, or could not reckon; empty when all is right.

    It is what a run of the next month would have to make up, so that drawing up and this check cannot differ.
    """
    following = months.part(months.month_of(through) + 1)
    drawing = yield from _drawn(
        PayRun(kind=RunKind.REGULAR, first=following, last=following, state=RunState.DRAWN)
    )
    return [
        line
        for line in map(_line, drawing.rows)
        if line.kind in (*POSTED, LineKind.NOT_RECKONED) and line.month is not None and line.month < following
    ]


def _line(row: tuple[Any, ...]) -> PayLine:
    """A line that is not written, from what the file would hold."""
    fields = [PayLine._meta.columns[name] for name in LINE_COLUMNS]
    return PayLine(
        **{field.name: field.python_value(value) for field, value in zip(fields, row, strict=True)}
    )


def keep_run_lines(run: PayRun, rows: list[tuple[Any, ...]]) -> None:
    """Write a run with its lines, inside an entry; lines that it had give way to them."""
    hash_ = line_hashes.digest(rows)
    if run.id and run.hash == hash_ and line_hashes.intact(run):
        return  # drawn up again with the same lines
    run.hash = hash_
    kind, amount, person = (LINE_COLUMNS.index(name) for name in ("kind", "amount", "person_id"))
    paid = [row for row in rows if row[kind] in runs.TO_BANK]
    run.total = Decimal(sum(row[amount] for row in paid)).scaleb(-2)
    run.people = len({row[person] for row in paid})
    if run.id:
        earlier_lines.keep_lines(PayRun.get_by_id(run.id))
    run.save()
    if not earlier_lines.replace_lines(run):  # these very lines it may have had before
        earlier_lines.write_lines(run, LINE_COLUMNS, rows)


def _existing(first: PartDate, last: PartDate, item: str) -> PayRun | None:
    """The run of exactly these months that is still being drawn up."""
    found: PayRun | None = PayRun.get_or_none(
        PayRun.kind == RunKind.REGULAR,
        PayRun.first == first,
        PayRun.last == last,
        PayRun.item == item,
        PayRun.state == RunState.DRAWN,
    )
    return found
