"""Undoing 撤销 and redoing 重做 in the window: with progress, with the later work that stands on it, and with what was kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from models.core.jobs import Job
from models.core.journal import Entry
from models.undo.undo import MOST_NAMED, LaterWork, Undone, redoing, undoing
from reports.changes.kept_words import kept_words
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.session import Session

Done = Callable[[Undone], object]
Turn = Callable[[bool], Job[Undone]]  # with what was done later, or without
MOST_TOLD = 12  # lines of what was kept


def undo(parent: QWidget, session: Session, number: int, then: Done) -> None:
    """Turn an entry back; what stands on it is named, and undone along when the officer says so."""
    passed_over = partial(session.pass_over, number)
    _start(parent, "撤销", partial(undoing, number, session.user), then, passed_over)


def redo(parent: QWidget, session: Session, number: int, then: Done) -> None:
    """Do again what was turned back."""
    _start(parent, "重做", partial(redoing, number, session.user), then, lambda: None)


def _start(
    parent: QWidget, deed: str, turn: Turn, then: Done, never: Callable[[], object], with_later: bool = False
) -> None:
    def told(outcome: Undone | LaterWork) -> None:
        if isinstance(outcome, Undone):
            _tell_kept(parent, outcome)
            then(outcome)
        elif outcome.why_not:
            messages.explain(outcome, parent)
            never()
        elif messages.ask(parent, later_words(outcome, deed), "一起撤销", "都不撤销"):
            _start(parent, deed, turn, then, never, with_later=True)

    Progress(parent, deed, _or_later_work(turn(with_later))).then(told).start()


def _or_later_work(job: Job[Undone]) -> Job[Undone | LaterWork]:
    """The job, of which later work that stands in the way is an answer too."""
    try:
        return (yield from job)
    except LaterWork as later:
        return later


def later_words(found: LaterWork, deed: str) -> str:
    """What stands on an entry, line by line, and what would be done."""
    lines = [f"　第{each.number}条　{each.title}（{_who(each)}）" for each in found.later[:MOST_NAMED]]
    if (more := len(found.later) - MOST_NAMED) > 0:
        lines.append(f"　……另有{more}次")
    return (
        f"第{found.entry.number}条“{found.entry.title}”不能单独{deed}，后来有{len(found.later)}次操作建立在它上面：\n\n"
        + "\n".join(lines)
        + "\n\n连同这些一起撤销？每一次在操作日志里各记一条，以后都可以重做。"
    )


def _tell_kept(parent: QWidget, outcome: Undone) -> None:
    if not outcome.kept or outcome.entry.undoes is None:
        return
    words = kept_words(Entry.get_by_id(outcome.entry.undoes), outcome.kept)
    lines = [f"　{each.line()}" for each in words[:MOST_TOLD]]
    if (more := len(words) - MOST_TOLD) > 0:
        lines.append(f"　……另有{more}处")
    messages.tell(
        parent,
        f"已经{outcome.entry.title}。有{len(words)}处没有撤，保持现在的样子：\n\n"
        + "\n".join(lines)
        + f"\n\n在操作日志第{outcome.entry.number}条里随时可以查到。",
    )


def _who(entry: Entry) -> str:
    return f"{entry.user}，{str(entry.at)[:10]}"
