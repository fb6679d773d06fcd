"""The heads of the sign-ins 登录记录核对: how far the sign-ins had come, told to the journal once a day, which is keyed and anchored.

A head is only ever read from the journal, for a row of the table may be changed by whoever writes SQL and the journal may not.
"""

from __future__ import annotations

from models.core import journal
from models.core.journal import Change
from models.core.record import Count, Record, Sealed
from models.core.rights import NO_RIGHT
from models.office import lasting


class SignInHead(Record):
    """The last sign-in of the days before, and its hash."""

    NOUN = "登录记录核对"
    NAMED_BY = "last"
    RIGHT = NO_RIGHT  # whoever signs in first on a day has it written
    TIMELESS = "哪天记下的写在操作日志里"

    last = Count("最后一条登录记录")
    hash = Sealed("登录记录校验")


def told_heads() -> dict[int, str]:
    """What the journal tells: the number of a sign-in and the hash that it had."""
    kept = Change.select().where(Change.table == SignInHead._meta.table_name, Change.before.is_null(True))
    told = (change.fields()[1] for change in kept.order_by(Change.id))
    return {int(fields["last"]): str(fields["hash"]) for fields in told}


def tell_head(last: int, digest: str) -> None:
    """Write the head into the journal unless it stands there; the program's own entry, also while a file is brought up to date."""
    if not SignInHead.select().where(SignInHead.last == last, SignInHead.hash == digest).exists():
        with journal.program_entry(f"登录记录到第{last}条"):
            SignInHead(last=last, hash=digest).save()


@lasting.lasts("sign_in_head")
def _why_lasting(change: Change) -> str:
    return "登录记录的核对由程序每天记下，不能撤销"
