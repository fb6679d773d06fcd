"""The comparison of a state 状态: whether the list and the archive say the same became of somebody, a death before all."""

from __future__ import annotations

from collections.abc import Iterator

from models.checkups.check_items import CheckedBook, check_item
from models.checkups.differences import UNSURE, Difference, Subject
from models.checkups.said_values import shown_value
from models.checkups.superior_lists import ListedRow
from models.checkups.verdicts import NO_WITNESS, BookVerdict
from models.imports.weighing import ENDED_FOR_LISTS, why_kept
from models.people.findings import Dossier
from models.people.identity import GONE, RECEIVING, Identity

ON_LIST = "在名单上"
DEAD_THERE = "上级已按去世处理；先入户核实，属实的登记去世并停发"


def state_difference(
    subject: Subject, file: Dossier, row: ListedRow, identity: Identity | None
) -> Iterator[Difference]:
    """What the list says otherwise of a state; a list without states is taken for one of those in pay."""
    dead = file.person.died is not None or (identity is not None and identity.state == GONE)
    gone_there = row.state == GONE or row.facts("person").get("died") is not None
    has_column = "identity.state" in row.line.letters
    here = GONE if dead else identity.state if identity is not None else ""
    there = row.state or ("" if has_column else RECEIVING)
    if here == there or (dead and gone_there) or not (here or gone_there):
        return
    if dead or gone_there:
        key, told = _of_death(file, dead)
    else:
        key, told = "list.state", _verdict_on_state(row, identity, here, there)
    about = identity.kind if identity is not None else ""
    yield Difference(
        subject, check_item(key), CheckedBook.SUPERIOR, here or "没有登记", row.state or ("没有填" if has_column else ON_LIST), told.wrong, told.why,
        about, row.place_of("identity.state"),
    )  # fmt: skip


def _of_death(file: Dossier, dead: bool) -> tuple[str, BookVerdict]:
    """A death that only one of both knows: by the archive's own register the superior is behind."""
    if not dead:
        return "list.dead_there", BookVerdict(CheckedBook.ARCHIVE, DEAD_THERE)
    day = f"，{shown_value(file.person.died)}去世" if file.person.died else ""
    return "list.dead_here", BookVerdict(CheckedBook.SUPERIOR, f"档案里登记了{GONE}{day}")


def _verdict_on_state(row: ListedRow, identity: Identity | None, here: str, there: str) -> BookVerdict:
    """Who is probably wrong about a state that is no death; money stops by a decision, never by a list."""
    if not there:
        return BookVerdict(CheckedBook.SUPERIOR, "上级系统里没有填状态")
    if identity is not None and (why := why_kept(identity, "state", here, there, row.made)) is not None:
        return BookVerdict(CheckedBook.SUPERIOR, why.reason)
    if there in ENDED_FOR_LISTS:
        return BookVerdict(UNSURE, f"上级已按{there}处理，档案里还是{here or '没有登记'}；先向上级问清原因")
    return BookVerdict(UNSURE, NO_WITNESS)
