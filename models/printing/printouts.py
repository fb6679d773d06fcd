"""A printout 印件: a paper as it was made for printing, with what stands on it of whom, page by page.

The database itself sees that nothing of it is changed or taken back (``growing``): paper that is out cannot be undone, so no entry
of the journal tells of it that somebody might turn back. It tells who was printed by his file's uid, not by a link: what was
printed stays printed when a file is deleted or merged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from peewee import AutoField, ForeignKeyField, ModelSelect, TextField

from models.core.masks import Secret
from models.core.record import Count, Flag, Pointer, Sealed, StoredRow, Text, db, new_uid
from models.core.states import State
from models.printing import kept_papers
from models.printing.named_people import keep_named, people_in


class PrintoutKind(State):
    """What was printed."""

    FILES = "一人一档"
    ROSTER = "花名册"
    VOLUME_LIST = "案卷目录和清册"
    OTHER = "其他"


class PartOnPaper(NamedTuple):
    """A part of somebody's file on its pages, counted from 1: whose, which, of which facts, and the code of each page."""

    whose: str  # the person's uid
    number: str  # 一人一档编号
    name: str
    part: str  # 封面, 优抚对象登记表 …
    first: int
    last: int
    facts: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperMatter:
    """What a paper is about, told when it goes to the printer; ``order`` says how it would be made again, as JSON."""

    title: str
    kind: str = PrintoutKind.OTHER
    people: int = 0
    masked: bool = False
    order: str = ""
    parts: tuple[PartOnPaper, ...] = ()

    @property
    def whose(self) -> str:
        """The uid of the one person whose file it is; empty where it is of several, or of nobody."""
        people = {part.whose for part in self.parts}
        return people.pop() if len(people) == 1 else ""


class Printout(StoredRow):
    """One paper: its title, of how many people, how many pages, and the hash of its file."""

    NOUN = "印件"
    NAMED_BY = "title"

    id = AutoField()
    uid = TextField(unique=True, default=new_uid)
    at = Text("排版时间")
    kind = Text("种类")
    title = Text("印件")
    people = Count("人数")
    pages = Count("页数")
    masked = Flag("脱敏副本")
    order = Sealed("怎样排版", column_name="ordered")
    hash = Sealed("校验码", index=True)
    named = Sealed("名册上的人", index=True)  # the hash of the set

    parts: ModelSelect[PrintedPart]

    @property
    def kept(self) -> bool:
        """Whether its file is still there to be printed from."""
        return kept_papers.is_kept(self.uid)


class PrintedPart(StoredRow):
    """A part of one person's file in a printout: its pages, and the version of the facts on them."""

    NOUN = "印件内容"
    NAMED_BY = "part"

    id = AutoField()
    printout_id: int
    printout = ForeignKeyField(Printout, backref="parts", on_delete="RESTRICT")
    whose = Pointer("优抚对象", index=True)
    number = Text("一人一档编号", secret=Secret.OPEN)
    name = Text("姓名")
    part = Text("部分")
    first = Count("起页")
    last = Count("止页")
    facts = Text("内容版本")
    codes = Sealed("纸码")  # of its pages in their order, a space between


class PageOnPaper(NamedTuple):
    """What lies on a page: whose, which part, which page of it, and its short code."""

    number: str
    name: str
    part: str
    place: int
    code: str


def pages_on_paper(printout: Printout) -> dict[int, PageOnPaper]:
    """What lies on each page that the ledger knows more of, by its number in the paper."""
    found = {}
    for part in printout.parts.order_by(PrintedPart.id):
        for place, code in enumerate(str(part.codes).split(), start=1):
            page = (part.first or 1) + place - 1
            found[page] = PageOnPaper(part.number, part.name, part.part, place, code)
    return found


def find_printout(paper: bytes, title: str) -> Printout | None:
    """The same paper in the ledger, if its file is kept."""
    known = Printout.select().where(
        Printout.hash == hashlib.sha256(paper).hexdigest(), Printout.title == title
    )
    return next((each for each in known.order_by(Printout.id.desc()) if each.kept), None)


def keep_printout(paper: bytes, pages: int, matter: PaperMatter, named: bytes = b"") -> Printout:
    """Write a paper into the ledger, its file beside it until it is printed; one that is there already is returned.
    ``named`` is the packed set of those whom it names.

    The file is on the disk before the ledger names it, so that what was begun can be gone on with.
    """
    if (known := find_printout(paper, matter.title)) is not None:
        return known
    made = Printout(
        at=this_moment(),
        kind=matter.kind,
        title=matter.title,
        people=matter.people or people_in(named) or 0,
        pages=pages,
        masked=matter.masked,
        order=matter.order,
        hash=hashlib.sha256(paper).hexdigest(),
    )
    kept_papers.keep_paper(made.uid, paper)
    with db.atomic("IMMEDIATE"):
        made.named = keep_named(named)
        made.save(force_insert=True)
        _keep_parts(made, matter.parts)
    return made


def this_moment() -> str:
    """Now, as the ledger writes it: ISO 8601, local time with its offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _keep_parts(printout: Printout, parts: Sequence[PartOnPaper]) -> None:
    rows = [{**part._asdict(), "codes": " ".join(part.codes), "printout": printout.id} for part in parts]
    for start in range(0, len(rows), 500):  # SQLite takes so many values at once
        PrintedPart.insert_many(rows[start : start + 500]).execute()
