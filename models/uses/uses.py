"""A use 使用记录: somebody read a file, printed, saved, backed up or handed out; rows only come, each chained to the one before by key.

Whatever goes to a printer or into a PDF stands in the print ledger already and is not said twice: ``uses_asked`` shows both together.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from peewee import AutoField

from models.archive import opened
from models.core import triggers
from models.core.masks import Secret
from models.core.past_day import past_day, when_today
from models.core.record import Count, Pointer, Sealed, StoredRow, Text, db
from models.core.states import State
from models.heads import chain_key
from models.printing import named_people
from models.printing.named_people import keep_named, people_in
from models.printing.printings import Printing
from models.printing.printouts import PrintedPart, Printout, this_moment

ONLY_COMING = "使用记录只能添加"


class UseDeed(State):
    """What was done."""

    READ = "查看档案"
    SAVED = "存成文件"
    BACKED_UP = "备份"
    COMMANDED = "用命令导出"
    HANDED_OVER = "移交"
    LISTED = "查看账号"
    COPIED = "复制账号"


ON_THE_SCREEN = (UseDeed.LISTED, UseDeed.COPIED)  # which count rows and accounts, not people


class Use(StoredRow):
    """One use: who did what, of whom (the uid where it is one person), where it went."""

    NOUN = "使用记录"
    NAMED_BY = "at"

    id = AutoField()
    at = Text("时间", index=True)
    user = Text("用户")
    deed = Text("做了什么")
    whose = Pointer("优抚对象", index=True)
    title = Text("内容")
    people = Count("人数")
    place = Text("去向", secret=Secret.OPEN)
    named = Sealed("名册上的人", index=True)  # the hash of the set of those whom it was of
    previous = Sealed("上一行校验")
    hash = Sealed("本行校验")

    def digest(self) -> str:
        """The keyed hash over all that the row says; a set that it does not have is not said, as before there were any."""
        left = ("hash",) if self.named else ("hash", "named")
        said = [getattr(self, field.name) for field in self._meta.sorted_fields if field.name not in left]
        return chain_key.keyed_digest(json.dumps(said, ensure_ascii=False))


class ToldUse(NamedTuple):
    """A use or a printing as a row of one list."""

    at: str
    user: str
    deed: str
    title: str
    people: int | None
    place: str

    @property
    def moment(self) -> str:
        return self.at[:16].replace("T", " ")


def uses_only_come() -> dict[str, str]:
    """The triggers that keep the rows: name → statement."""
    return triggers.rows_only_come(Use, ONLY_COMING)


def note_use(
    deed: str, title: str, whose: str = "", people: int | None = None, place: str = "", named: bytes = b""
) -> None:
    """Write down that the user who opened the archive used it; ``place`` is where it went, ``named`` the packed set of whom."""
    if opened.opened_archive().only_looked_at:
        return  # the copy is gone when it is closed
    if (day := past_day()) is not None:
        title = f"{title}（{day.title()}）"
    row = Use(
        at=this_moment(), user=opened.opened_archive().user, deed=deed, whose=whose, title=title,
        people=people or people_in(named), place=place,
    )  # fmt: skip
    when_today(lambda: _add(row, named))


def _add(row: Use, named: bytes) -> None:
    """Chain a row to the last one and write it."""
    with db.atomic("IMMEDIATE"):
        row.named = keep_named(named)
        last = Use.select().order_by(Use.id.desc()).first()
        row.id = last.id + 1 if last is not None else 1
        row.previous = last.hash if last is not None else ""
        row.hash = row.digest()
        row.save(force_insert=True)


def use_faults() -> list[str]:
    """What is wrong with the chain of the rows, in plain words."""
    previous, faults = "", []
    for number, row in enumerate(Use.select().order_by(Use.id), start=1):
        whole = row.id == number and row.previous == previous and hmac.compare_digest(row.hash, row.digest())
        if not whole:
            faults.append(f"第{row.id}条使用记录被改动过，或它前面的一条不见了")
        previous = row.hash
    return [*faults, *named_people.set_faults()]


def uses_asked(
    people: Sequence[str] = (), user: str = "", first: date | None = None, last: date | None = None
) -> list[ToldUse]:
    """The uses and the printings, oldest first; of some people (uids) or of all, by a user, in some days."""
    found = [each for each in (*_noted(people), *_printed(people)) if user in ("", each.user)]
    after = (last + timedelta(days=1)).isoformat() if last is not None else "9"
    asked = (each for each in found if (first.isoformat() if first else "") <= each.at < after)
    return sorted(asked, key=lambda each: each.at)  # what was done in one second stays in its order


def readings_of(person: str) -> Sequence[ToldUse]:
    """What the ledger of readers 查阅登记 says of one person (uid)."""
    return uses_asked([person])


def _noted(people: Sequence[str]) -> Iterator[ToldUse]:
    rows: Any = Use.select().order_by(Use.id)
    if people:
        rows = rows.where(Use.whose.in_(people) | Use.named.in_(named_people.sets_with(people)))
    for row in rows:
        each_told = bool(row.named or row.whose) or row.deed in ON_THE_SCREEN
        title = _told_title(row.title, row.people, each_told)
        yield ToldUse(row.at, row.user, row.deed, title, row.people, row.place)


def _printed(people: Sequence[str]) -> Iterator[ToldUse]:
    rows: Any = Printing.select(Printing, Printout).join(Printout).order_by(Printing.id)
    if people:
        theirs = PrintedPart.select(PrintedPart.printout).where(PrintedPart.whose.in_(people))
        rows = rows.where(Printing.printout.in_(theirs) | Printout.named.in_(named_people.sets_with(people)))
    each_told = {part.printout_id for part in PrintedPart.select(PrintedPart.printout).distinct()}
    for row in rows:
        deed, paper = "打印" if row.target == "打印机" else "存成PDF", row.printout
        title = _told_title(paper.title, paper.people, bool(paper.named) or paper.id in each_told)
        yield ToldUse(row.at, row.user, deed, title, paper.people, row.place)


def _told_title(title: str, people: int | None, each_told: bool) -> str:
    """What an act was of; where it only tells how many people, it says that their own ledgers do not know of it."""
    return title if each_told or not people else f"{title}，{people}人（未逐人登记）"
